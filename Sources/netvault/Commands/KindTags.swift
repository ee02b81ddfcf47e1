/// A type for each kind of record, so that each has a command, help and completions of its own.
///
/// A test compares the list with the kinds.
internal import ArgumentParser
internal import Records

protocol KindTag {
  static var kind: Kind { get }
}

enum KindTags {
  enum Person: KindTag { static let kind = Kind.person }
  enum Alert: KindTag { static let kind = Kind.alert }
  enum Diagnosis: KindTag { static let kind = Kind.diagnosis }
  enum Treatment: KindTag { static let kind = Kind.treatment }
  enum Option: KindTag { static let kind = Kind.option }
  enum Medicine: KindTag { static let kind = Kind.medicine }
  enum Allergy: KindTag { static let kind = Kind.allergy }
  enum Result: KindTag { static let kind = Kind.result }
  enum Imaging: KindTag { static let kind = Kind.imaging }
  enum Pathology: KindTag { static let kind = Kind.pathology }
  enum Vaccine: KindTag { static let kind = Kind.vaccine }
  enum Device: KindTag { static let kind = Kind.device }
  enum Procedure: KindTag { static let kind = Kind.procedure }
  enum Encounter: KindTag { static let kind = Kind.encounter }
  enum VitalSign: KindTag { static let kind = Kind.vitalSign }
  enum FamilyHistory: KindTag { static let kind = Kind.familyHistory }
  enum Symptom: KindTag { static let kind = Kind.symptom }
  enum LateEffect: KindTag { static let kind = Kind.lateEffect }
  enum FollowUp: KindTag { static let kind = Kind.followUp }
  enum Plan: KindTag { static let kind = Kind.plan }
  enum Visit: KindTag { static let kind = Kind.visit }
  enum Question: KindTag { static let kind = Kind.question }
  enum TeamMember: KindTag { static let kind = Kind.teamMember }
  enum Support: KindTag { static let kind = Kind.support }
  enum Habit: KindTag { static let kind = Kind.habit }
  enum Coverage: KindTag { static let kind = Kind.coverage }
  enum Authorization: KindTag { static let kind = Kind.authorization }
  enum Referral: KindTag { static let kind = Kind.referral }
  enum Claim: KindTag { static let kind = Kind.claim }
  enum Call: KindTag { static let kind = Kind.call }
  enum ChecklistItem: KindTag { static let kind = Kind.checklistItem }
  enum Document: KindTag { static let kind = Kind.document }
  enum Note: KindTag { static let kind = Kind.note }
  enum Wish: KindTag { static let kind = Kind.wish }
  enum Absence: KindTag { static let kind = Kind.absence }

  static let adding: [any ParsableCommand.Type] = [
    AddKind<Person>.self,
    AddKind<Alert>.self,
    AddKind<Diagnosis>.self,
    AddKind<Treatment>.self,
    AddKind<Option>.self,
    AddKind<Medicine>.self,
    AddKind<Allergy>.self,
    AddKind<Result>.self,
    AddKind<Imaging>.self,
    AddKind<Pathology>.self,
    AddKind<Vaccine>.self,
    AddKind<Device>.self,
    AddKind<Procedure>.self,
    AddKind<Encounter>.self,
    AddKind<VitalSign>.self,
    AddKind<FamilyHistory>.self,
    AddKind<Symptom>.self,
    AddKind<LateEffect>.self,
    AddKind<FollowUp>.self,
    AddKind<Plan>.self,
    AddKind<Visit>.self,
    AddKind<Question>.self,
    AddKind<TeamMember>.self,
    AddKind<Support>.self,
    AddKind<Habit>.self,
    AddKind<Coverage>.self,
    AddKind<Authorization>.self,
    AddKind<Referral>.self,
    AddKind<Claim>.self,
    AddKind<Call>.self,
    AddKind<ChecklistItem>.self,
    AddKind<Document>.self,
    AddKind<Note>.self,
    AddKind<Wish>.self,
    AddKind<Absence>.self,
  ]
}
