internal import Records
internal import Testing

@testable internal import Vault

/// A version of a medicine with these fields.
func medicine(
  _ fields: [String: Value], isPrivate: Bool = false, files: [String] = [], who: String = "Ana"
) throws -> Version {
  let record = Record(
    id: id(7), kind: .medicine, fields: fields, isPrivate: isPrivate,
    provenance: Provenance(origin: .person, who: who, entered: noon), attachments: files)
  return try Version(record, isAsRead: false)
}

func dose(_ dose: String, _ more: [String: Value] = [:]) throws -> Version {
  try medicine(["name": .coded(Coded("Omeprazole")), "dose": .text(dose)].merging(more) { $1 })
}

@Suite struct `Two versions and what they come from` {
  private func compare(_ mine: Version, _ theirs: Version, _ bases: Version...) throws -> ThreeWay {
    try ThreeWay(.medicine, mine: mine, theirs: theirs, bases: bases)
  }

  @Test func `a field that one side changed is that side's`() throws {
    let base = try dose("20 mg", ["route": .text("mouth")])
    let mine = try dose("40 mg", ["route": .text("mouth")])
    let theirs = try dose("20 mg", ["note": .text("with food")])
    let threeWay = try compare(mine, theirs, base)
    #expect(threeWay.disputed.isEmpty)
    let (version, second) = threeWay.result([], canBeTwo: true)
    #expect(version.fields == (try dose("40 mg", ["note": .text("with food")])).fields)
    #expect(second == nil)
  }

  @Test func `the same change on both sides is one`() throws {
    let both = try dose("40 mg")
    let threeWay = try compare(both, both, try dose("20 mg"))
    #expect(threeWay.disputed.isEmpty)
    #expect(threeWay.result([], canBeTwo: true).version == both)
  }

  @Test func `a field that both changed is asked about`() throws {
    let threeWay = try compare(try dose("40 mg"), try dose("10 mg"), try dose("20 mg"))
    #expect(threeWay.disputed == ["dose"])
    #expect(threeWay.result([.mine], canBeTwo: true).version.fields == (try dose("40 mg")).fields)
    #expect(threeWay.result([.theirs], canBeTwo: true).version.fields == (try dose("10 mg")).fields)
    let (version, second) = threeWay.result([.both], canBeTwo: true)
    #expect(version.fields == (try dose("40 mg")).fields)
    #expect(second?.version.fields == (try dose("10 mg")).fields)
    #expect(version.provenance.origin == .disputed)
    #expect(second?.version.provenance.origin == .disputed)
    let owner = threeWay.result([.both], canBeTwo: false)
    #expect(owner.second == nil)
    #expect(owner.version.provenance.origin == .person)
  }

  @Test func `what one side took out and the other one changed is asked about`() throws {
    let without = try medicine(["name": .coded(Coded("Omeprazole"))])
    let threeWay = try compare(without, try dose("10 mg"), try dose("20 mg"))
    #expect(threeWay.disputed == ["dose"])
    #expect(threeWay.result([.mine], canBeTwo: true).version.fields == without.fields)
  }

  @Test func `a field of several values keeps those of both in one record`() throws {
    let kind = Kind.result
    func version(_ places: [String]) throws -> Version {
      let places = Value.list(places.map { .text($0) })
      return try Version(
        record(2, kind, ["name": .coded(Coded("Sodium")), "laboratory": places]), isAsRead: false)
    }
    let threeWay = try ThreeWay(
      kind, mine: try version(["a", "b"]), theirs: try version(["b", "c"]),
      bases: [try version(["a"])])
    #expect(threeWay.disputed == ["laboratory"])
    let (joined, second) = threeWay.result([.both], canBeTwo: true)
    #expect(second == nil)
    #expect(joined.fields == (try version(["a", "b", "c"])).fields)
  }

  @Test func `of two ways to see it both have to agree`() throws {
    let (forty, twenty) = (try dose("40 mg"), try dose("20 mg"))
    #expect(try compare(forty, twenty, twenty).disputed.isEmpty)
    #expect(try compare(forty, twenty, forty).disputed.isEmpty)
    #expect(try compare(forty, twenty, twenty, forty).disputed == ["dose"])
    #expect(try compare(forty, twenty).disputed == ["dose"])
  }

  @Test func `private is what one side made private, and what is in doubt`() throws {
    func isPrivate(_ mine: Bool, _ theirs: Bool, _ bases: Bool...) throws -> Bool {
      func version(_ isPrivate: Bool) throws -> Version {
        try medicine(["name": .coded(Coded("x"))], isPrivate: isPrivate)
      }
      let threeWay = try ThreeWay(
        .medicine, mine: try version(mine), theirs: try version(theirs),
        bases: try bases.map { try version($0) })
      return threeWay.result([], canBeTwo: true).version.isPrivate
    }
    #expect(try isPrivate(true, false, false))
    #expect(try isPrivate(false, true, false))
    #expect(try !isPrivate(false, true, true))
    #expect(try isPrivate(false, true))
    #expect(try isPrivate(true, false, true, false))
  }

  @Test func `files that were attached are there, files that were taken away are not`() throws {
    func version(_ files: [String]) throws -> Version {
      try medicine(["name": .coded(Coded("x"))], files: files)
    }
    let threeWay = try compare(
      try version(["kept", "mine"]), try version(["kept", "gone there", "theirs"]),
      try version(["kept", "gone there", "gone here"]))
    // "gone there" is gone here, and "gone here" there.
    #expect(threeWay.result([], canBeTwo: true).version.attachments == ["kept", "mine", "theirs"])
  }

  @Test func `a document counts for more than what was told`() throws {
    var read = try dose("20 mg")
    read.provenance = Provenance(
      origin: .document, entered: noon, source: sha(3), place: "entry[1]", key: "a")
    let told = try dose("20 mg")
    for threeWay in [try compare(told, read), try compare(read, told)] {
      let joined = threeWay.result([], canBeTwo: true).version
      #expect(joined.provenance == read.provenance)
    }
  }
}
