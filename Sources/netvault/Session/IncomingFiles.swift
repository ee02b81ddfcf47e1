/// The files that an import was given: each one mapped and told apart, folders taken apart.
internal import Console
internal import FoundationEssentials
internal import Glibc
internal import Reading
internal import Records

struct IncomingFiles {
  struct One {
    let file: MappedFile
    let kind: FileKind
    let sha256: String
  }

  private(set) var files: [One] = []
  /// Files of a folder that are of another kind.
  private(set) var skipped: [Skipped] = []

  /// Opens every path. A file that was named and cannot be read is an error; one that only lies in
  /// a folder is left out and listed.
  init(_ paths: [String]) throws(Problem) {
    for path in paths {
      var isFolder = false
      let members = Self.members(of: path, isFolder: &isFolder)
      guard isFolder else {
        try add(path)
        continue
      }
      for member in members {
        do {
          try add(member)
        } catch {
          skipped.append(
            Skipped(place: String(member.dropFirst(path.count + 1)), reason: "not a FHIR file"))
        }
      }
    }
    guard !files.isEmpty else {
      throw .unsupportedFile(paths.first ?? "", isA: "a folder without FHIR files")
    }
  }

  private mutating func add(_ path: String) throws(Problem) {
    let file = try MappedFile(path)
    let kind = file.lend { FileKind(of: $0) }
    guard kind == .fhir || kind == .fhirLines else {
      throw .unsupportedFile(path, isA: kind.words)
    }
    files.append(One(file: file, kind: kind, sha256: file.sha256()))
  }

  private static func members(of path: String, isFolder: inout Bool) -> [String] {
    isFolder = type(of: path) == S_IFDIR
    guard isFolder else { return [] }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }.filter { type(of: $0) == S_IFREG }
  }

  private static func type(of path: String) -> mode_t {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }
}

extension FileKind {
  /// What a person would call such a file; nil when even that is not known.
  var words: String? {
    switch self {
    case .vault: "a netvault vault"
    case .export: "an export of netvault, which this version cannot read yet"
    case .fhir, .fhirLines: "a FHIR file"
    case .fhirXML: "a FHIR file in XML, which this version cannot read yet"
    case .ccda: "a C-CDA document, which this version cannot read yet"
    case .appleHealth: "an Apple Health export, which this version cannot read yet"
    case .json: "a JSON file, but not of a health record"
    case .xml: "an XML file"
    case .html: "a web page"
    case .csv: "a table"
    case .text: "a text"
    case .pdf: "a PDF"
    case .jpeg, .png, .heic, .gif, .tiff, .webp: "a picture"
    case .dicom: "a scan (DICOM)"
    case .rtf, .office: "an Office file"
    case .zip, .gzip: "a packed file (zip)"
    case .empty: "empty"
    case .unknown: nil
    }
  }
}

/// What a file that is no vault looks like.
enum StartsLike {
  static func kind(_ path: String) -> FileKind? {
    (try? MappedFile(path)).map { $0.lend { FileKind(of: $0) } }
  }

  static func words(_ path: String) -> String? {
    let kind = kind(path)
    return kind == .empty ? "an empty file" : kind?.words
  }
}
