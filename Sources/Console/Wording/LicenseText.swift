// What `netvault version` says: whose work is in the program, and what it may be used for.

package enum LicenseText {
  package struct Part: Sendable {
    package let name: String
    package let license: String
    package let by: String
  }

  package static let own = """
    netvault is free software under the MIT license. It comes without any warranty. It gives no \
    medical advice.

    It is made with the work of others:
    """

  /// Everything that is linked into the program.
  package static let parts = [
    Part(name: "Swift", license: "Apache 2.0", by: "Apple Inc. and the Swift project"),
    Part(name: "Foundation", license: "Apache 2.0", by: "Apple Inc. and the Swift project"),
    Part(name: "ICU", license: "Unicode License 3", by: "Unicode, Inc."),
    Part(name: "swift-argument-parser", license: "Apache 2.0", by: "the Swift project"),
    Part(name: "swift-subprocess", license: "Apache 2.0", by: "the Swift project"),
    Part(name: "swift-system", license: "Apache 2.0", by: "the Swift project"),
    Part(name: "swift-mustache", license: "Apache 2.0", by: "the Hummingbird project"),
    Part(name: "GRDB", license: "MIT", by: "Gwendal Roué"),
    Part(name: "OpenSSL", license: "Apache 2.0", by: "the OpenSSL project"),
    Part(name: "SQLite", license: "public domain", by: "D. Richard Hipp and others"),
    Part(name: "YAJL", license: "ISC", by: "Lloyd Hilaiel"),
  ]

  package static let `where` = """
    Medical words, codes and rules have their sources beside them:  netvault help words
    """
}
