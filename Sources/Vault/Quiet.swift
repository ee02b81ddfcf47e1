/// A value that says what it is, and never what it holds: its description could reach a log.
package protocol Quiet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Quiet {
  package var description: String { "a value of type \(Self.self)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Attachment: Quiet {}
extension Binned: Quiet {}
extension Change: Quiet {}
extension Found: Quiet {}
extension Found.Hit: Quiet {}
extension Given: Quiet {}
extension HistoryEntry: Quiet {}
extension IncomingFile: Quiet {}
extension ListRow: Quiet {}
extension MergeDispute: Quiet {}
extension MergePlan: Quiet {}
extension PastChange: Quiet {}
extension PastVersion: Quiet {}
extension Searched: Quiet {}
extension Shown: Quiet {}
extension Source: Quiet {}
extension ThreeWay: Quiet {}
extension Suggestion: Quiet {}
extension Vault.Known: Quiet {}
extension Version: Quiet {}
