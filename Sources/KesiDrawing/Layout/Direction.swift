/// A direction as a vector of length 1. The sines and cosines of systems differ in their last digits; this one is the same
/// on every machine: only sums and products decide, in one order.
struct Direction {
  let x: Double
  let y: Double

  /// - Parameter turns: 0 is to the right, 0.25 upward; whole turns change nothing.
  init(turns: Double) {
    let quarters = (turns * 4).rounded()
    // At most an eighth of a turn is left, where ten terms of the series are exact to the last digit.
    let angle = (turns * 4 - quarters) * (Double.pi / 2)
    var (sine, cosine) = (0.0, 0.0)
    var term = 1.0
    for power in 0..<20 {
      let signed = power % 4 < 2 ? term : -term
      if power % 2 == 0 { cosine += signed } else { sine += signed }
      term *= angle / Double(power + 1)
    }
    let quarter = quarters - 4 * (quarters / 4).rounded(.down)
    (x, y) =
      quarter == 0
      ? (cosine, sine) : quarter == 1 ? (-sine, cosine) : quarter == 2 ? (-cosine, -sine) : (sine, -cosine)
  }
}
