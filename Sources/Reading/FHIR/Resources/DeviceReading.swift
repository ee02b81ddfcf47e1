internal import JSON
internal import Records

/// Device → device, when it is the patient's; systems and machines that merely wrote the file
/// are not.
enum DeviceReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    guard !resource.isUsed else { return .folded }
    guard resource.json["patient"] != nil else {
      return .skipped("a device that the file does not say the patient has")
    }
    let json = resource.json
    if let absence = Absence.draft(of: "device", json.concept("type")) { return .record(absence) }
    var device = Draft(.device)
    describe(json, in: &device, of: resource, in: file)
    return .record(device)
  }

  static func describe(
    _ json: JSONValue, in device: inout Draft, of resource: Resource, in file: FHIRFile
  ) {
    let names = json.list("deviceName").compactMap { $0.text("name") }
    let name = json.concept("type") ?? names.first.map { Coded($0) }
    device.coded("name", name ?? Coded("not named"))
    device.text("status", json.text("status"))
    device.text("maker", json.text("manufacturer"))
    device.text("model", json.text("modelNumber") ?? json.text("model"))
    device.text("serial", json.text("serialNumber"))
    device.text("lot", json.text("lotNumber"))
    let udi = json.list("udiCarrier").first ?? json["udi"]
    device.text(
      "deviceIdentifier", udi?.text("deviceIdentifier") ?? json.text("distinctIdentifier"))
    device.text("carrier", udi?.text("carrierHRF") ?? udi?.plainText)
    device.when("made", json.moment("manufactureDate"))
    device.when("expires", json.moment("expirationDate") ?? json.moment("expiry"))
    for other in names where other != name?.text { device.note("Also called: \(other)") }
    device.note(json.annotations())
  }
}

/// DeviceUseStatement → device, together with the Device it is about.
enum DeviceUseReading {
  static func read(_ resource: Resource, in file: FHIRFile) -> Outcome {
    let json = resource.json
    var draft = Draft(.device)
    let target = file.references.resolve(json["device"], from: resource)
    let name =
      target?.json.concept("type") ?? json["device"]?.text("display").map { Coded($0) }
    if let absence = Absence.draft(of: "device", name, date: json.moment("recordedOn")) {
      target?.isUsed = true
      return .record(absence)
    }
    if let target {
      target.isUsed = true
      DeviceReading.describe(target.json, in: &draft, of: target, in: file)
    } else {
      draft.coded("name", name ?? Coded("not named"))
    }
    draft.when("date", json.when("timing") ?? json.period("whenUsed"))
    draft.coded("bodySite", json.concept("bodySite"))
    draft.text("status", json.text("status"))
    draft.codeds("reason", file.references.reasons(resource, "reasonCode", "reasonReference"))
    draft.note(json.annotations())
    return .record(draft)
  }
}
