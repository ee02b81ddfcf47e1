import GRDB
internal import Sealing
import Testing

@Suite struct `A sealed file` {
  @Test func `gives back what was committed`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    try file.withDatabase { queue in
      try queue.write {
        try $0.execute(sql: "CREATE TABLE note (text); INSERT INTO note VALUES ('a')")
      }
    }
    try file.close()

    let again = try workshop.open()
    let text = try again.withDatabase { queue in
      try queue.read { try String.fetchOne($0, sql: "SELECT text FROM note") }
    }
    #expect(text == "a")
    try again.close()
    #expect(workshop.names == ["my.vault"])
  }
}
