import CarePlan
import Records
import Testing

@Suite struct `Effects of a treatment` {
  private func treatment(
    _ type: String, _ name: String, _ more: [String: Value] = [:]
  ) -> Record {
    MadeUp.record(
      .treatment, name,
      ["type": .choice(type), "name": .coded(Coded(name)), "status": .choice("done")]
        .merging(more) { $1 })
  }

  @Test func `are of a named source, or netvault says that it has no list`() throws {
    let effects = TreatmentEffects.all(in: [
      treatment("somatostatin-analog", "Lanreotide"), treatment("surgery", "Lobectomy"),
      treatment("chemotherapy", "CAPTEM"), treatment("embolization", "Embolization"),
    ])
    let byName = Dictionary(uniqueKeysWithValues: effects.map { ($0.treatment, $0) })
    #expect(byName["Lanreotide"]?.entries.first?.words == "Gallstones.")
    #expect(byName["Lanreotide"]?.entries.count == 7)
    for none in ["Lobectomy", "CAPTEM", "Embolization"] {
      #expect(byName[none]?.entries == [])
    }
  }

  @Test func `of everolimus are found by its name, in a treatment or a medicine`() {
    let targeted = treatment("targeted", "Everolimus 10 mg")
    let medicine = MadeUp.record(
      .medicine, "m", ["name": .coded(Coded("Afinitor 5 mg")), "status": .choice("current")])
    for record in [targeted, medicine] {
      let effects = TreatmentEffects.all(in: [record])
      #expect(effects.first?.entries.contains { $0.id == "eve-vaccine" } == true)
    }
    // Together they are one.
    #expect(TreatmentEffects.all(in: [targeted, medicine]).count == 1)
    let other = MadeUp.record(
      .medicine, "o", ["name": .coded(Coded("Omeprazole")), "status": .choice("current")])
    #expect(TreatmentEffects.all(in: [other]).isEmpty)
  }

  @Test func `of radiation are known for the chest only`() {
    let chest = treatment("radiation", "Radiation", ["radiationArea": .text("right chest")])
    let bone = treatment("radiation", "Radiation", ["radiationArea": .text("hip bone")])
    let unknown = treatment("radiation", "Radiation")
    #expect(TreatmentEffects.all(in: [chest]).first?.entries.count == 6)
    #expect(TreatmentEffects.all(in: [bone]).first?.entries == [])
    #expect(TreatmentEffects.all(in: [unknown]).first?.note?.contains("not written down") == true)
  }

  @Test func `are not listed for what was never begun`() {
    let planned = treatment("radionuclide", "PRRT", ["status": .choice("planned")])
    let waiting = treatment("watchful-waiting", "Follow-up")
    #expect(TreatmentEffects.all(in: [planned, waiting]).isEmpty)
  }

  @Test func `say whom to call, with the numbers of the team`() {
    let member = MadeUp.record(
      .teamMember, "lee",
      [
        "name": .text("Dr. Lee"), "phone": .list([.text("555-0134")]),
        "phoneNight": .list([.text("555-0199")]),
      ])
    let known = treatment("surgery", "Lobectomy", ["who": .text("Dr. Lee, City Clinic")])
    #expect(
      TreatmentEffects.all(in: [known, member]).first?.call
        == "Dr. Lee, 555-0134, at night 555-0199")
    #expect(TreatmentEffects.all(in: [known]).first?.call == "Dr. Lee, City Clinic")
  }
}
