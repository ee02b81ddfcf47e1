/// Names of files: made safe, and what kind of file they are called.
internal import Console
internal import Reading
internal import Vault

enum FileName {
  /// The longest name that every file system takes, in bytes, with room for an ending.
  private static let longest = 200

  /// A name that leads nowhere else, hides nothing and can be shown. Names of kept files may come
  /// from a hospital's file.
  static func safe(_ name: String) -> String {
    let last = Printable.line(name).split(separator: "/").last.map(String.init) ?? ""
    let letters = last.drop { $0 == "." || $0 == " " || $0 == "-" }
    var safe = letters.filter { $0 != "\\" && $0 != "\0" }
    while safe.utf8.count > longest { safe.removeFirst() }
    return safe.isEmpty ? "file" : String(safe)
  }

  /// The name to write a kept file under: with the ending of its kind, where it has none.
  static func forOutput(_ file: Attachment) -> String {
    let name = safe(file.name)
    guard !name.contains(".") else { return name }
    return name + (endings[file.mediaType].map { "." + $0 } ?? "")
  }

  /// `scan 2.jpg`: the name with a number before its ending.
  static func numbered(_ name: String, _ number: Int) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "\(name) \(number)" }
    return "\(name[..<dot]) \(number)\(name[dot...])"
  }

  /// What a person would call it.
  static func kind(_ mediaType: String) -> String {
    switch mediaType {
    case "application/pdf": "PDF"
    case "application/dicom": "scan (DICOM)"
    case "application/zip", "application/gzip": "packed file"
    case let type where type.hasPrefix("image/"): "picture"
    case let type where type.hasPrefix("text/"): "text"
    case let type where type.hasPrefix("video/"): "film"
    case let type where type.hasPrefix("audio/"): "recording"
    case let type where type.contains("fhir"): "FHIR file"
    default: "file"
    }
  }

  /// How long it is, in units of 1000.
  static func size(_ bytes: Int) -> String {
    func tenths(_ unit: Int, _ name: String) -> String {
      let tenths = bytes * 10 / unit
      return tenths >= 100 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
    return switch bytes {
    case ..<1000: Listing.count(bytes, "byte")
    case ..<1_000_000: "\(bytes / 1000) KB"
    case ..<1_000_000_000: tenths(1_000_000, "MB")
    default: tenths(1_000_000_000, "GB")
    }
  }

  fileprivate static let endings = [
    "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/heic": "heic",
    "image/gif": "gif", "image/tiff": "tif", "image/webp": "webp", "application/dicom": "dcm",
    "application/rtf": "rtf", "application/zip": "zip", "application/gzip": "gz",
    "text/html": "html", "text/csv": "csv", "text/plain": "txt", "application/xml": "xml",
    "application/json": "json", "application/fhir+json": "json",
    "application/fhir+ndjson": "ndjson",
  ]
}

extension FileKind {
  /// The media type under which a file is kept (IANA's list). By content; the name only tells the
  /// kinds of Office files apart.
  func mediaType(of name: String) -> String {
    let document = "application/vnd.openxmlformats-officedocument."
    switch self {
    case .fhir: return "application/fhir+json"
    case .fhirLines: return "application/fhir+ndjson"
    case .json, .export: return "application/json"
    case .fhirXML, .ccda, .appleHealth, .xml: return "application/xml"
    case .html: return "text/html"
    case .csv: return "text/csv"
    case .text: return "text/plain"
    case .pdf: return "application/pdf"
    case .jpeg, .png, .heic, .gif, .tiff, .webp: return "image/\(rawValue)"
    case .dicom: return "application/dicom"
    case .rtf: return "application/rtf"
    case .zip: return "application/zip"
    case .gzip: return "application/gzip"
    case .office:
      let kinds = [
        ".docx": document + "wordprocessingml.document", ".xlsx": document + "spreadsheetml.sheet",
        ".pptx": document + "presentationml.presentation", ".doc": "application/msword",
        ".xls": "application/vnd.ms-excel", ".odt": "application/vnd.oasis.opendocument.text",
      ]
      return kinds.first { name.lowercased().hasSuffix($0.key) }?.value
        ?? "application/octet-stream"
    case .vault, .empty, .unknown: return "application/octet-stream"
    }
  }
}
