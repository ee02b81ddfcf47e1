internal import Forge
internal import Sealing

func fuzzLog(_ bytes: [UInt8]) {
  unsafe forge_log(bytes, bytes.count)
}

/// Looks at a forged file as the program does, and opens it with the secret that fits.
func fuzzHeader(_ bytes: [UInt8]) {
  let memory = unsafe forge_memory_new()
  defer { unsafe forge_memory_free(memory) }
  unsafe forge_header(memory, bytes, bytes.count)
  let calls = unsafe FileCalls(table: forge_memory_files(memory))

  let glance = try? SealedFile.looksLikeVault(at: "/vault", through: calls)
  for mode in [SealedFile.Mode.read, .salvage, .write] {
    guard let file = try? open(mode, calls) else { continue }
    claim(glance != nil, "what opens looks like a vault")
    claim(file.slots.contains { $0.kind == .recovery }, "the slot that opened it is there")
    _ = file.slots.map { ($0.label.count, $0.created, $0.cost) }
    _ = file.facts
    if file.facts.pages < 1000 { _ = try? file.checkEveryFrame() }
    if mode == .write { write(file, calls) } else { try? file.close() }
  }
}

private func open(_ mode: SealedFile.Mode, _ calls: FileCalls) throws(SealError) -> SealedFile {
  try SealedFile.open(
    at: "/vault", recovery: Secret(copying: Array(FORGE_SECRET.utf8).span), mode: mode,
    through: calls)
}

/// Changes the slots, and finds them changed.
private func write(_ file: SealedFile, _ calls: FileCalls) {
  let before = file.slots
  let secret = Secret(copying: Array("another secret.!".utf8).span)
  guard let index = try? file.addRecovery(secret, label: "new"), (try? file.settle()) != nil,
    (try? file.close()) != nil
  else { return }
  guard let again = try? open(.read, calls) else { fatalError("not so: what was written opens") }
  claim(again.slots.count == before.count + 1, "a slot more")
  claim(again.slots.contains { $0.index == index && $0.label == "new" }, "it is this one")
  try? again.close()
}
