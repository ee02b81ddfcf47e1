package import Records

/// What a person gives away with a summary.
package struct Scope: Hashable, Sendable {
  /// Kinds that are added although they are personal.
  package var include: Set<Kind>
  package var leaveOut: Set<Kind>
  /// Whether records marked private come along.
  package var withPrivate: Bool

  package init(
    include: Set<Kind> = [], leaveOut: Set<Kind> = [], withPrivate: Bool = false
  ) {
    self.include = include
    self.leaveOut = leaveOut
    self.withPrivate = withPrivate
  }

  /// True for a record that may be on the page. Who the person is, is never left out.
  package func allows(_ record: Record) -> Bool {
    if record.kind == .person { return true }
    if record.isPrivate, !withPrivate { return false }
    if leaveOut.contains(record.kind) { return false }
    return !record.describing.isPersonal || include.contains(record.kind)
  }
}
