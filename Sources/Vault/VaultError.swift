internal import GRDB
package import Records
package import Sealing

/// Why something could not be done with a vault. It names records by their random id, never by
/// what they hold: this reaches the screen.
package enum VaultError: Error, Equatable, Sendable {
  /// What the sealed file says: no such file, wrong passphrase, in use, no space, damaged ...
  case file(SealError)
  /// The file is sound, and something in its tables is not as it was written.
  case damaged
  /// Made by a newer netvault.
  case newer
  /// The making of this vault was stopped before there was anything in it.
  case unfinished
  case unknownRecord(RecordID)
  case unknownVersion(RecordID)
  /// A record of that id is there, perhaps in the bin.
  case alreadyHere(RecordID)
  /// A record never becomes one of another kind.
  case otherKind(RecordID)
  /// A record names a file that is neither in the vault nor in the change, by its SHA-256.
  case unknownFile(String)
  /// The bytes of a file that is coming in are not those of its SHA-256.
  case otherBytes(String)
  /// A file that is coming in could not be read: the system's reason.
  case cannotRead(errno: Int32)
  /// The person whose vault it is cannot be removed.
  case ownerStays
  case nothingToUndo
  /// The last change cannot be taken back. Says which command it was.
  case cannotUndo(String)
  /// A rule of the tables was broken. Names the rule.
  case refused(String)
  /// SQLite's own result code, where none of the others fits.
  case engine(Int32)
}

/// Runs `body` and says what went wrong in the vault's own words.
func rethrowing<Result>(_ body: () throws -> Result) throws(VaultError) -> Result {
  do {
    return try body()
  } catch let error as VaultError {
    throw error
  } catch let error as DatabaseError {
    throw VaultError(error)
  } catch let error as SealError {
    throw .file(error)
  } catch is FieldsJSONError {
    throw .damaged
  } catch {
    throw .engine(ResultCode.SQLITE_ERROR.rawValue)
  }
}

extension VaultError {
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .file(.noSpace)
    case .SQLITE_READONLY: self = .file(.readOnly)
    case .SQLITE_NOMEM: self = .file(.memory)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_DATA:
      self = .file(.damaged(.page))
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_FSYNC:
      self = .file(.syncFailed)
    case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER:
      self = .ownerStays
    // The message of a broken constraint names the rule and the column, and no value.
    case .SQLITE_CONSTRAINT: self = .refused(error.message ?? "a rule of the tables")
    default: self = .engine(error.extendedResultCode.rawValue)
    }
  }

  /// True for what SQLite says when a read or write of the file failed.
  var isOfTheDisk: Bool {
    switch self {
    case .engine, .file(.damaged), .file(.noSpace), .file(.syncFailed): true
    default: false
    }
  }
}
