import Reading
import Testing

/// Pictures made by hand, in each container, with and without a place.
@Suite struct `Where a picture was taken` {
  private func number(_ value: Int, bytes: Int, little: Bool = true) -> [UInt8] {
    let all = (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return little ? all : all.reversed()
  }

  /// A TIFF block: the first directory, and, with a place, the one of the place behind it.
  private func block(withPlace: Bool, little: Bool = true) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { number(value, bytes: 2, little: little) }
    func four(_ value: Int) -> [UInt8] { number(value, bytes: 4, little: little) }
    func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
      two(tag) + two(type) + four(count) + value
    }
    let head = little ? [0x49, 0x49, 0x2A, 0] : [0x4D, 0x4D, 0, 0x2A] as [UInt8]
    guard withPlace else {
      return head + four(8) + two(1) + entry(0x0112, 3, 1, two(1) + [0, 0]) + four(0)
    }
    let first = two(1) + entry(0x8825, 4, 1, four(26)) + four(0)
    let values = 26 + 2 + 4 * 12 + 4
    let place =
      two(4) + entry(1, 2, 2, [78, 0, 0, 0]) + entry(2, 5, 3, four(values))
      + entry(3, 2, 2, [69, 0, 0, 0]) + entry(4, 5, 3, four(values + 24)) + four(0)
    let degrees = [52, 30, 0, 13, 24, 0].flatMap { four($0) + four(1) }
    return head + four(8) + first + place + degrees
  }

  private func picture(_ kind: FileKind, _ block: [UInt8]) -> [UInt8] {
    let exif = Array("Exif\0\0".utf8) + block
    func big(_ value: Int) -> [UInt8] { number(value, bytes: 4, little: false) }
    switch kind {
    case .jpeg:
      return [0xFF, 0xD8, 0xFF, 0xE1] + number(exif.count + 2, bytes: 2, little: false) + exif
        + [0xFF, 0xD9]
    case .png:
      return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(block.count)
        + Array("eXIf".utf8) + block + [1, 2, 3, 4]
    case .webp:
      return Array("RIFF".utf8) + [9, 0, 0, 0] + Array("WEBPEXIF".utf8)
        + number(block.count, bytes: 4) + block
    case .heic:
      return big(24) + Array("ftypheic".utf8) + [UInt8](repeating: 7, count: 5_000_000) + exif
    default: return block
    }
  }

  private func isNamed(_ kind: FileKind, _ bytes: [UInt8]) -> Bool {
    PictureLocation.isNamed(kind) { offset, count in
      Array(bytes.dropFirst(offset).prefix(count))
    }
  }

  @Test(arguments: [FileKind.jpeg, .png, .webp, .heic, .tiff], [true, false])
  func `is found where it is written`(kind: FileKind, little: Bool) {
    #expect(isNamed(kind, picture(kind, block(withPlace: true, little: little))))
    #expect(!isNamed(kind, picture(kind, block(withPlace: false, little: little))))
  }

  @Test func `is found in plain words, and only in a picture`() {
    let words = Array(#"<rdf:Description exif:GPSLatitude="52,30N"/>"#.utf8)
    #expect(isNamed(.jpeg, [0xFF, 0xD8, 0xFF] + words))
    #expect(!isNamed(.pdf, words))
    #expect(!isNamed(.jpeg, [0xFF, 0xD8, 0xFF]))
  }

  @Test func `is not found in a picture that is cut off anywhere, and nothing breaks`() {
    for kind in [FileKind.jpeg, .png, .webp, .tiff] {
      let whole = picture(kind, block(withPlace: true))
      for count in 0..<whole.count { _ = isNamed(kind, Array(whole.prefix(count))) }
    }
  }
}
