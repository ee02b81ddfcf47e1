internal import Glibc
internal import Records
internal import Sealing
internal import Testing
internal import Vault

/// A folder of its own, gone at the end.
final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/netvault-vault-XXXXXX".utf8CString)
    unsafe template.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { unsafe _ = mkdtemp(start) }
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  var vault: String { path + "/ana.vault" }

  deinit {
    unsafe unlink(vault)
    unsafe rmdir(path)
  }
}

func passphrase(_ text: String = "six plain words") -> Secret {
  Secret(copying: Array(text.utf8).span)
}

@Suite struct `A vault in a sealed file` {
  private let folder = Folder()

  private func create() throws -> Vault {
    try Vault.create(
      at: folder.vault, passphrase: passphrase(), person: person, cost: .least, at: morning)
  }

  private func open(_ mode: SealedFile.Mode = .write) throws(VaultError) -> Vault {
    try Vault.open(at: folder.vault, passphrase: passphrase(), mode: mode)
  }

  @Test func `holds everything when it is opened again`() throws {
    let bytes = [UInt8](repeating: 7, count: 600_000)
    let made = Kind.allCases.enumerated().map { full($1, $0 + 2) }
    let vault = try create()
    try vault.apply(
      Change(
        "import", at: noon, steps: made.map { .add($0) },
        files: [IncomingFile(name: "scan", mediaType: "image/png", bytes: bytes)]))
    try vault.close()
    let again = try open(.read)
    #expect(try again.ownerName == "Ana Brandt")
    #expect(try again.everything() == [person] + made)
    #expect(try again.bytes(of: FileDigest.hex(of: bytes)) == bytes)
    #expect(try !again.titles("chromogranin OR words").isEmpty)
    try again.close()
  }

  @Test func `is verified without being changed, also when it is only read`() throws {
    let vault = try create()
    try vault.add(note(2, "one"))
    #expect(try vault.verify().isSound)
    try vault.close()
    let before = try #require(contents(of: folder.vault))
    let reader = try open(.read)
    let report = try reader.verify()
    #expect(report.isSound)
    #expect(report.pages > 10)
    try reader.close()
    #expect(contents(of: folder.vault) == before)
  }

  @Test func `refuses to be written when it is only read`() throws {
    try create().close()
    let reader = try open(.read)
    #expect(throws: VaultError.file(.readOnly)) { try reader.add(note(2, "one")) }
    #expect(try reader.list().count == 1)
    try reader.close()
  }

  @Test func `says what is wrong with the file or the passphrase`() throws {
    #expect(throws: VaultError.file(.missing)) { try open() }
    try create().close()
    #expect(throws: VaultError.file(.exists)) { try create() }
    #expect(throws: VaultError.file(.wrongPassphrase)) {
      try Vault.open(at: folder.vault, passphrase: passphrase("others"))
    }
  }

  @Test func `is not made for a person that cannot be stored`() throws {
    var odd = person
    odd.fields["shoeSize"] = .text("38")
    #expect(throws: VaultError.self) {
      try Vault.create(
        at: folder.vault, passphrase: passphrase(), person: odd, cost: .least, at: morning)
    }
    #expect(contents(of: folder.vault) == nil)
  }

  @Test func `whose making was stopped says so`() throws {
    try SealedFile.create(at: folder.vault, passphrase: passphrase(), cost: .least).close()
    #expect(throws: VaultError.unfinished) { try open() }
  }

  @Test func `is smaller once its bin is emptied`() throws {
    let vault = try create()
    var letter = record(2, .document, ["title": .text("letter")])
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7919) }
    letter.attachments = [FileDigest.hex(of: bytes)]
    try vault.apply(
      Change(
        "attach", at: noon, steps: [.add(letter)],
        files: [IncomingFile(name: "letter", mediaType: "application/pdf", bytes: bytes)]))
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(2))]))
    let receipt = try vault.emptyBin(at: evening)
    #expect(receipt.isGoneFromFile)
    #expect(try vault.verify().isSound)
    try vault.close()
    let size = try #require(contents(of: folder.vault)).count
    #expect(size < 1_000_000)
    let again = try open()
    #expect(try again.list().map(\.title) == ["Ana Brandt"])
    try again.close()
  }

  @Test func `tells of a page that was changed, and what can be read stays readable`() throws {
    let vault = try create()
    try vault.add(note(2, "one"))
    let bytes = [UInt8](repeating: 7, count: 600_000)
    try vault.apply(
      Change(
        "attach", at: noon,
        files: [IncomingFile(name: "scan", mediaType: "image/png", bytes: bytes)]))
    try vault.add(note(3, "two"))
    try vault.close()
    let size = try #require(contents(of: folder.vault)).count
    try change(byte: size / 2)
    let reader = try open(.read)
    let report = try reader.verify()
    #expect(report.damagedPages == 1)
    #expect(report.damagedFiles == [FileDigest.hex(of: bytes)])
    #expect(!report.isSound)
    #expect(try reader.records(of: .note).map(\.title) == ["one", "two"])
    #expect(throws: VaultError.file(.damaged(.page))) {
      try reader.bytes(of: FileDigest.hex(of: bytes))
    }
    try reader.close()
  }
}

extension `A vault in a sealed file` {
  @Test func `damaged anywhere gives what it held, or says so`() throws {
    let vault = try create()
    let made = (2..<202).map { note($0, "note \($0) " + String(repeating: "words ", count: 40)) }
    try vault.apply(Change("import", at: noon, steps: made.map { .add($0) }))
    try vault.close()
    let size = try #require(contents(of: folder.vault)).count
    var lost = 0
    for part in 0..<12 {
      let place = 16_384 + (size - 16_384) * part / 12 + 50
      try change(byte: place)
      do throws(VaultError) {
        let reader = try open(.read)
        let report = try reader.verify()
        let (records, damaged) = try reader.readable()
        #expect(Set(records).isSubset(of: [person] + made))
        #expect(report.isSound == (report.damagedPages == 0))
        #expect(!report.isSound || damaged.isEmpty)
        lost += damaged.count
        try reader.close()
      } catch {
        guard case .file = error else { throw error }
      }
      try change(byte: place)
    }
    #expect(lost > 0)
    let reader = try open(.read)
    #expect(try reader.verify().isSound)
    try reader.close()
  }
}

private func contents(of path: String) -> [UInt8]? {
  let file = unsafe open(path, O_RDONLY)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var all: [UInt8] = []
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return all }
    all += bytes[..<count]
  }
}

extension `A vault in a sealed file` {
  private func change(byte place: Int) throws {
    let file = unsafe Glibc.open(folder.vault, O_RDWR)
    try #require(file >= 0)
    defer { close(file) }
    var byte: UInt8 = 0
    try #require(unsafe pread(file, &byte, 1, place) == 1)
    byte ^= 0x40
    try #require(unsafe pwrite(file, &byte, 1, place) == 1)
  }
}
