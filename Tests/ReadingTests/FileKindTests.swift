internal import Reading
import Testing

@Suite struct `The kind of a file` {
  @Test(
    arguments: [
      (#"{"resourceType": "Bundle"}"#, .fhir),
      ("\u{FEFF}\n {\"id\": \"1\", \"resourceType\": \"Patient\"}", .fhir),
      ("{\n  \"resourceType\": \"Patient\",\n  \"name\": [\n    {}\n  ]\n}\n", .fhir),
      (#"[{"resourceType": "Patient"}]"#, .fhir),
      ("{\"resourceType\": \"Patient\"}\n{\"resourceType\": \"Flag\"}\n", .fhirLines),
      ("{\"resourceType\": \"Patient\"}\r\n\r\n{\"resourceType\": \"Flag\"}", .fhirLines),
      ("{\"resourceType\": \"Patient\"}\n", .fhir),
      (#"{"netvault": 1, "records": []}"#, .export),
      (#"{"a": 1}"#, .json), ("[1, 2]", .json),
      (#"<?xml version="1.0"?><!-- a > b --><ClinicalDocument xmlns="urn:hl7-org:v3">"#, .ccda),
      ("<n1:ClinicalDocument xmlns:n1=\"urn:hl7-org:v3\"/>", .ccda),
      (
        "<!DOCTYPE HealthData [\n<!ELEMENT HealthData (a)>\n]>\n<HealthData locale=\"en\">",
        .appleHealth
      ),
      (#"<Bundle xmlns="http://hl7.org/fhir"/>"#, .fhirXML), ("<a><b/></a>", .xml),
      ("<!DOCTYPE html>\n<html>", .html), ("<!-- only", .xml),
      ("date,test,value\n2024-01-02,\"a, b\",5", .csv), ("date;test\n2024;5", .csv),
      ("Dear patient, come soon.\nYours", .text), ("one line", .text), ("  \n", .text),
      ("%PDF-1.7", .pdf), ("{\\rtf1", .rtf), ("netvault\u{1}", .vault), ("", .empty),
      ("GIF89a", .gif), ("\u{1}\u{2}\u{3}", .unknown),
    ] as [(String, FileKind)])
  func `is told from text`(text: String, kind: FileKind) {
    #expect(FileKind(of: Array(text.utf8).span) == kind)
  }

  @Test(
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), ([0x89, 0x50, 0x4E, 0x47], .png),
      ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
      ([0x50, 0x4B, 0x03, 0x04] + Array("....[Content_Types].xml".utf8), .office),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .office), ([0x1F, 0x8B, 0x08], .gzip),
      ([0x49, 0x49, 0x2A, 0x00], .tiff), (Array("RIFF....WEBP".utf8), .webp),
      ([0, 0, 0, 0x18] + Array("ftypheic".utf8), .heic),
      ([0, 0, 0, 0x18] + Array("ftypisom".utf8), .unknown),
      ([UInt8](repeating: 0, count: 128) + Array("DICM".utf8), .dicom),
      ([0xFF, 0xFE, 0x41, 0x00], .text),
    ] as [([UInt8], FileKind)])
  func `is told from bytes`(bytes: [UInt8], kind: FileKind) {
    #expect(FileKind(of: bytes.span) == kind)
  }
}
