extension IndicatorMatrix {
  /// Where the index of a member lies, from 0 to 1.
  struct Score: Sendable, Equatable {
    /// By what is stated, the weights of that scaled up; nil where nothing is.
    let value: Double?
    /// With what is not stated at its worst, and at its best.
    let low: Double
    let high: Double
  }

  /// The weighted sum of scaled numbers.
  static func sums(of scaled: [[Double?]], _ weights: [Double]) -> [Score] {
    let whole = weights.reduce(0, +)
    return scaled.map { row in
      var (sum, known) = (0.0, 0.0)
      for (number, weight) in zip(row, weights) {
        if let number, weight > 0 {
          sum += weight * number
          known += weight
        }
      }
      guard whole > 0 else { return Score(value: nil, low: 0, high: 1) }
      return Score(
        value: known > 0 ? sum / known : nil, low: sum / whole, high: min(1, (sum + whole - known) / whole))
    }
  }

  /// How near each member is to the best that any reaches in every indicator, and how far from the worst: TOPSIS. Numbers are
  /// divided by the length of their column, and weighed; nearness is d⁻ / (d⁺ + d⁻) of the distances to both.
  ///
  /// - Source: Hwang & Yoon, *Multiple Attribute Decision Making*, 1981.
  func nearness(_ weights: [Double]) -> [Score] {
    let columns = indicators.indices.filter { tells($0) && weights[$0] > 0 }
    let bounds = columns.map { column -> (length: Double, best: Double, worst: Double) in
      let numbers = stated(column)
      let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 0)
      return indicators[column].isBenefit ? (length, most, least) : (length, least, most)
    }
    func nearness(_ row: [Double?], missing: (Int) -> Double?) -> Double? {
      var (toBest, toWorst) = (0.0, 0.0)
      for (place, column) in columns.enumerated() {
        let (length, best, worst) = bounds[place]
        guard let number = row[column] ?? missing(place) else { continue }
        let (up, down) = (weights[column] * (number - best) / length, weights[column] * (number - worst) / length)
        toBest += up * up
        toWorst += down * down
      }
      guard toBest + toWorst > 0 else { return nil }
      return toWorst.squareRoot() / (toBest.squareRoot() + toWorst.squareRoot())
    }
    return rows.map { row in
      Score(
        value: nearness(row) { _ in nil }, low: nearness(row) { bounds[$0].worst } ?? 0,
        high: nearness(row) { bounds[$0].best } ?? 1)
    }
  }
}
