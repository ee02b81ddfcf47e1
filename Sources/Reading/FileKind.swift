/// What a file is, told from its content and never from its name.
package enum FileKind: String, CaseIterable, Hashable, Sendable {
  /// A vault of this program.
  case vault
  /// The full export of this program.
  case export
  /// A FHIR Bundle or a single resource as JSON.
  case fhir
  /// FHIR resources, one a line.
  case fhirLines
  case fhirXML
  /// A C-CDA or other CDA document.
  case ccda
  case appleHealth
  case json
  case xml
  case html
  case csv
  case text
  case pdf
  case jpeg
  case png
  case heic
  case gif
  case tiff
  case webp
  case dicom
  case rtf
  /// Word, Excel, PowerPoint or OpenDocument.
  case office
  case zip
  case gzip
  case empty
  case unknown

  /// Looks at the beginning of a file; better the whole of it, for JSON can say late what it is.
  package init(of bytes: Span<UInt8>) {
    if bytes.isEmpty {
      self = .empty
    } else if let kind = Self.binary(bytes) {
      self = kind
    } else {
      self = TextKind.of(bytes)
    }
  }

  /// The marks that formats begin with.
  private static func binary(_ bytes: Span<UInt8>) -> FileKind? {
    let marks: [(FileKind, Int, [UInt8])] = [
      (.vault, 0, Array("netvault".utf8)), (.jpeg, 0, [0xFF, 0xD8, 0xFF]),
      (.png, 0, [0x89, 0x50, 0x4E, 0x47]), (.gif, 0, Array("GIF8".utf8)),
      (.tiff, 0, [0x49, 0x49, 0x2A, 0x00]), (.tiff, 0, [0x4D, 0x4D, 0x00, 0x2A]),
      (.webp, 8, Array("WEBP".utf8)), (.dicom, 128, Array("DICM".utf8)),
      (.rtf, 0, Array("{\\rtf".utf8)), (.gzip, 0, [0x1F, 0x8B]),
      (.office, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ]
    for (kind, offset, mark) in marks where bytes.has(mark, at: offset) { return kind }
    if bytes.has([0x50, 0x4B, 0x03, 0x04], at: 0) || bytes.has([0x50, 0x4B, 0x05, 0x06], at: 0) {
      return isOffice(bytes) ? .office : .zip
    }
    if bytes.has(Array("ftyp".utf8), at: 4) {
      let brands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "heif", "avif"]
      return brands.contains { bytes.has(Array($0.utf8), at: 8) } ? .heic : .unknown
    }
    // ISO 32000-1, Annex H: readers take a PDF that begins within the first 1024 bytes.
    return bytes.extracting(first: 1024).first(of: Array("%PDF-".utf8)) == nil ? nil : .pdf
  }

  /// Office files are zips that say so in one of their first members.
  private static func isOffice(_ bytes: Span<UInt8>) -> Bool {
    let start = bytes.extracting(first: 4096)
    let names = [
      "[Content_Types].xml", "word/", "xl/", "ppt/", "mimetypeapplication/vnd.oasis",
    ]
    return names.contains { start.first(of: Array($0.utf8)) != nil }
  }
}

extension Span<UInt8> {
  func has(_ mark: [UInt8], at offset: Int) -> Bool {
    guard offset + mark.count <= count else { return false }
    return mark.indices.allSatisfy { self[offset + $0] == mark[$0] }
  }

  /// Where `mark` stands first at or after `start`.
  func first(of mark: [UInt8], from start: Int = 0) -> Int? {
    guard let head = mark.first else { return start }
    var index = start
    while index + mark.count <= count {
      if self[index] == head, has(mark, at: index) { return index }
      index += 1
    }
    return nil
  }
}
