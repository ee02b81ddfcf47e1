// Foundation's own ICU: the only normaliser at hand that works on buffers of the caller's.
internal import _FoundationICU

/// A passphrase as it is stretched: its UTF-8 in Unicode normalisation form C.
///
/// The same word typed on two keyboards may arrive composed or decomposed. Bytes that are not
/// UTF-8 are taken as they are. A Swift `String` would leave copies in memory, so the text goes
/// from secret to secret.
package func normalForm(of passphrase: borrowing Secret) throws(SealError) -> Secret {
  let isASCII = passphrase.lend { bytes in
    for index in 0..<bytes.count where bytes[index] >= 0x80 { return false }
    return true
  }
  // ASCII is in form C already, and so is nearly every passphrase.
  if isASCII { return passphrase.lend { Secret(copying: $0) } }

  guard let wide = try utf16(passphrase) else { return passphrase.lend { Secret(copying: $0) } }
  // Form C takes at most three times the room of its source: unicode.org/faq/normalization, 12.
  let composed = Secret(count: wide.units * 2 * 3)
  var status = U_ZERO_ERROR
  let units = unsafe wide.secret.withBytes { source, _ in
    unsafe composed.withMutableBytes { target, _ in
      unsafe source.withMemoryRebound(to: UInt16.self, capacity: wide.units) { source in
        unsafe target.withMemoryRebound(to: UInt16.self, capacity: wide.units * 3) { target in
          unsafe swift_unorm2_normalize(
            swift_unorm2_getNFCInstance(&status), source, Int32(wide.units), target,
            Int32(wide.units * 3), &status)
        }
      }
    }
  }
  guard status.rawValue <= U_ZERO_ERROR.rawValue else { throw .engine }
  return try utf8(composed, units: Int(units))
}

/// UTF-16 units in a secret, or nil for bytes that are not UTF-8.
private func utf16(_ text: borrowing Secret) throws(SealError) -> Wide? {
  let secret = Secret(count: text.count * 2)
  var units: Int32 = 0
  var status = U_ZERO_ERROR
  unsafe text.withBytes { source, size in
    unsafe secret.withMutableBytes { target, room in
      unsafe source.withMemoryRebound(to: CChar.self, capacity: size) { source in
        unsafe target.withMemoryRebound(to: UInt16.self, capacity: room / 2) { target in
          _ = unsafe swift_u_strFromUTF8(
            target, Int32(room / 2), &units, source, Int32(size), &status)
        }
      }
    }
  }
  if status == U_INVALID_CHAR_FOUND { return nil }
  guard status.rawValue <= U_ZERO_ERROR.rawValue else { throw .engine }
  return Wide(secret: secret, units: Int(units))
}

/// The first `units` of a secret, as UTF-8.
private func utf8(_ wide: borrowing Secret, units: Int) throws(SealError) -> Secret {
  let room = Secret(count: units * 3)
  var size: Int32 = 0
  var status = U_ZERO_ERROR
  unsafe wide.withBytes { source, _ in
    unsafe room.withMutableBytes { target, count in
      unsafe source.withMemoryRebound(to: UInt16.self, capacity: units) { source in
        unsafe target.withMemoryRebound(to: CChar.self, capacity: count) { target in
          _ = unsafe swift_u_strToUTF8(
            target, Int32(count), &size, source, Int32(units), &status)
        }
      }
    }
  }
  guard status.rawValue <= U_ZERO_ERROR.rawValue else { throw .engine }
  return room.lend { Secret(copying: $0.extracting(0..<Int(size))) }
}

/// Text as UTF-16.
private struct Wide: ~Copyable {
  let secret: Secret
  let units: Int
}
