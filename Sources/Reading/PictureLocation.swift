internal import CExif

/// Does a picture say where it was taken?
///
/// Cameras write it into an Exif block (CIPA DC-008, 4.6.6), which libexif reads. The block stands in
/// a segment of a JPEG, an item of a HEIC, the chunk `eXIf` of a PNG (PNG 3, 11.3.3.7) or `EXIF` of a
/// WebP, and a TIFF is one. Some programs write XMP instead, as plain text (XMP part 2, exif:
/// GPSLatitude).
package enum PictureLocation {
  /// How much of a file is looked at. No camera writes more before its marks.
  private static let most = 64 << 20
  private static let window = 4 << 20
  /// What libexif looks at, at most.
  private static let block = 65_000

  /// - Parameter read: Up to so many bytes of the file from an offset; fewer only at its end.
  package static func isNamed(
    _ kind: FileKind, read: (_ offset: Int, _ count: Int) -> [UInt8]
  ) -> Bool {
    switch kind {
    case .tiff: if hasDirectory(tiff: read) { return true }
    case .jpeg, .png, .heic, .webp: break
    default: return false
    }
    var offset = 0
    // The longest mark, and what is looked at behind it, may lie across two windows.
    let overlap = 64
    while offset < most {
      let bytes = read(offset, window)
      if bytes.has(Array("GPSLatitude".utf8)) { return true }
      for (mark, skipped) in marks {
        for place in bytes.places(of: mark) {
          let start = offset + place + mark.count + skipped
          if hasPlace(read(start, block)) { return true }
        }
      }
      guard bytes.count == window else { return false }
      offset += window - overlap
    }
    return false
  }

  /// What stands before a block, and how many bytes lie between.
  private static let marks: [(mark: [UInt8], skipped: Int)] = [
    (Array("Exif\0\0".utf8), 0), (Array("eXIf".utf8), 0), (Array("EXIF".utf8), 4),
  ]

  private static func hasPlace(_ bytes: [UInt8]) -> Bool {
    guard isTIFF(bytes) else { return false }
    let block = Array("Exif\0\0".utf8) + bytes
    return unsafe nv_exif_has_place(block, UInt32(block.count)) == 1
  }

  private static func isTIFF(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A])
  }

  /// A TIFF has its directory anywhere (TIFF 6.0, section 2): is there one for the place in it?
  private static func hasDirectory(tiff read: (Int, Int) -> [UInt8]) -> Bool {
    let head = read(0, 8)
    guard head.count == 8, isTIFF(head) else { return false }
    let isLittle = head[0] == 0x49
    func number(_ bytes: ArraySlice<UInt8>) -> Int {
      (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
    }
    let start = number(head[4..<8])
    let count = read(start, 2)
    guard count.count == 2 else { return false }
    let entries = read(start + 2, number(count[...]) * 12)
    // 0x8825 leads to the directory of the place (CIPA DC-008, 4.6.3).
    return stride(from: 0, to: entries.count - 11, by: 12).contains { entry in
      number(entries[entry..<entry + 2]) == 0x8825
    }
  }
}

extension [UInt8] {
  fileprivate func has(_ mark: [UInt8]) -> Bool { !places(of: mark, most: 1).isEmpty }

  /// Where some bytes stand, the first ones of a picture that is made to have very many.
  fileprivate func places(of mark: [UInt8], most: Int = 64) -> [Int] {
    guard let first = mark.first, count >= mark.count else { return [] }
    var found: [Int] = []
    let bytes = span
    for place in 0...(bytes.count - mark.count) where bytes[place] == first {
      var length = 1
      while length < mark.count, bytes[place + length] == mark[length] { length += 1 }
      if length == mark.count { found.append(place) }
      if found.count == most { break }
    }
    return found
  }
}
