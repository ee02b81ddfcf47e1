import GRDB
import Glibc
internal import Sealing
internal import TestSupport
import Testing

/// Each call to the system fails in turn: nothing that was acknowledged is lost, and it is said.
@Suite struct `Every file call that fails` {
  /// One way in which one call fails.
  struct Fault: CustomTestStringConvertible {
    let call: FaultPlan.Call
    let kind: FaultPlan.Kind
    var once = true
    var testDescription: String { "\(call) \(kind) \(once ? "once" : "from there on")" }
  }

  static let faults: [Fault] = {
    var faults: [Fault] = []
    func add(_ call: FaultPlan.Call, _ kinds: FaultPlan.Kind..., alsoForGood: Bool = true) {
      for kind in kinds {
        faults.append(Fault(call: call, kind: kind))
        if alsoForGood { faults.append(Fault(call: call, kind: kind, once: false)) }
      }
    }
    add(.open, .refuse(EMFILE), .refuse(ENOSPC), .refuse(EACCES))
    add(.pread, .refuse(EIO), .short)
    add(.pwrite, .refuse(EIO), .refuse(ENOSPC), .torn(EIO), .torn(ENOSPC), .lie(EIO), .short)
    add(.truncate, .refuse(EIO), .lie(EIO))
    add(.datasync, .refuse(EIO), .torn(EIO), .lie(EIO), .refuse(ENOSPC))
    add(.sync, .refuse(EIO), .torn(EIO), .lie(EIO))
    add(.rename, .refuse(EACCES), .lie(EIO))
    add(.unlink, .refuse(EACCES), .lie(EIO))
    add(.lock, .refuse(ENOLCK), .refuse(EWOULDBLOCK))
    add(.fstat, .refuse(EIO))
    add(.stat, .refuse(EIO))
    add(.resolve, .refuse(EIO), .refuse(ENOMEM))
    add(.close, .refuse(EIO))
    add(.reserve, .refuse(ENOSPC), .refuse(EOPNOTSUPP))
    add(.random, .refuse(EIO))
    add(.alloc, .refuse(ENOMEM))
    for call in [FaultPlan.Call.open, .pread, .pwrite, .truncate, .datasync, .sync, .lock] {
      add(call, .refuse(EINTR), alsoForGood: false)
    }
    return faults
  }()

  @Test func `to say which file is open is named as what it is`() throws {
    for call in [FaultPlan.Call.fstat, .stat] {
      let disk = try Labour.vault()
      // The first stat looks at the path, before anything is opened.
      let from = call == .stat ? 2 : 1
      disk.faults.rule = FaultPlan.Rule(call: call, from: from, kind: .refuse(EIO), once: false)
      #expect(throws: SealError.io(errno: EIO)) { _ = try Key.recovery(Script.sheet).open(disk) }
    }
  }

  @Test func `loses nothing acknowledged, and is reported`() throws {
    let base = try Labour.vault()
    let day = try Labour(on: base, key: .recovery(Script.sheet), steps: Labour.day)
    let birth = try Labour(on: Disk(), key: .recovery(Script.sheet), steps: Labour.birth)
    var trial = Trial()
    for fault in Self.faults {
      trial.run(fault, day, every: isThorough ? 1 : 9)
      trial.run(fault, birth, every: isThorough ? 3 : 60)
    }
    report(
      "file calls failing in turn: \(trial.runs) failures (\(trial.unnoticed) did no harm,"
        + " \(trial.refused) refused), \(trial.states) states of the disk after them")
    #expect(trial.runs >= (isThorough ? 1200 : 100))
  }
}

extension Trial {
  fileprivate mutating func run(
    _ fault: `Every file call that fails`.Fault, _ labour: Labour, every: Int
  ) {
    run(
      fault.testDescription, labour, turns: labour.calls[fault.call, default: 0] + 20,
      every: every, mayFail: fault.kind != .refuse(EINTR)
    ) { disk, from, work in
      disk.faults.rule = FaultPlan.Rule(
        call: fault.call, from: from, kind: fault.kind, once: fault.once)
      let report = work(disk)
      let hits = disk.faults.hits
      disk.faults = FaultPlan()
      return (report, hits)
    }
  }
}
