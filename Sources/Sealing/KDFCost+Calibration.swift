/// Choosing the cost of a passphrase for the computer that makes the vault.
extension KDFCost {
  /// How long a guess should take, in seconds. Nobody minds it once; it adds up for a guesser.
  package static let aim = 0.5
  /// What calibration chooses from. The lower bound is above the one of the format: a computer that
  /// is slow for a moment must not make a vault that is weak for good.
  static let calibratedLogN: ClosedRange<UInt8> = 16...20

  /// The cost that comes nearest to half a second on this computer.
  ///
  /// - Parameters:
  ///   - memory: bytes that this computer has. One derivation takes an eighth at most.
  ///   - clock: seconds, from a clock that only runs forward.
  ///   - trial: one derivation at a cost.
  package static func calibrated(
    memory: UInt64, clock: () -> Double, trial: (KDFCost) throws(SealError) -> Void = derive
  ) throws(SealError) -> KDFCost {
    var best = KDFCost(uncheckedLogN: calibratedLogN.lowerBound, parallel: 1)
    while true {
      let seconds = try best.seconds(clock: clock, trial: trial)
      // The next one takes twice as long. The nearest by ratio is the one to take.
      let isNearest = seconds * 2 * seconds > aim * aim
      let next = best.logN + 1
      guard !isNearest, calibratedLogN.contains(next) else { return best }
      let cost = KDFCost(uncheckedLogN: next, parallel: 1)
      guard cost.memory <= memory / 8 else { return best }
      best = cost
    }
  }

  /// How long one derivation takes on this computer, in seconds.
  package func seconds(
    clock: () -> Double, trial: (KDFCost) throws(SealError) -> Void = derive
  ) throws(SealError) -> Double {
    let start = clock()
    try trial(self)
    return clock() - start
  }

  /// One derivation, from nothing and for nothing.
  package static func derive(_ cost: KDFCost) throws(SealError) {
    let zeros = Secret(copying: [UInt8](repeating: 0, count: 32).span)
    _ = try stretch(zeros, salt: [UInt8](repeating: 0, count: 32), cost: cost)
  }
}
