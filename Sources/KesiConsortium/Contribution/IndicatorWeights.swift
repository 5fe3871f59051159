import KesiMeasures

extension IndicatorMatrix {
  /// Weights by how unequally an indicator is spread over members: wⱼ ∝ 1 − eⱼ with eⱼ = −Σ pᵢⱼ ln pᵢⱼ / ln m over the m
  /// members of whom it is stated, pᵢⱼ its part of the sum. What is the same for all has no weight. They sum to 1.
  ///
  /// - Returns: nil where a number is below 0, of which there are no parts, or no indicator tells members apart.
  /// - Source: Hwang & Yoon, *Multiple Attribute Decision Making*, 1981, after Shannon.
  func entropyWeights() -> [Double]? {
    var spread: [Double] = []
    for column in indicators.indices {
      let numbers = stated(column)
      guard numbers.allSatisfy({ $0 >= 0 }) else { return nil }
      let sum = numbers.reduce(0, +)
      guard numbers.count > 1, sum > 0 else {
        spread.append(0)
        continue
      }
      let entropy = numbers.reduce(0) { $0 - ($1 > 0 ? $1 / sum * naturalLogarithm($1 / sum) : 0) }
      spread.append(max(0, 1 - entropy / naturalLogarithm(Double(numbers.count))))
    }
    return Self.summingToOne(spread)
  }

  /// Weights by how much an indicator tells that others do not: wⱼ ∝ σⱼ Σₖ (1 − rⱼₖ), of numbers scaled from the least to the
  /// greatest; σ the standard deviation, r the correlation over members of whom both are stated. They sum to 1.
  ///
  /// - Returns: nil where no indicator tells members apart.
  /// - Source: Diakoulaki, Mavrotas & Papayannakis, *Determining Objective Weights in Multiple Criteria Problems: The CRITIC
  ///   Method*, Computers & Operations Research 22, 1995.
  func criticWeights() -> [Double]? {
    let plain = IndicatorMatrix(indicators: indicators.map { .init(isBenefit: $0.isBenefit) }, rows: rows)
    let scaled = plain.scaled()
    func pairs(_ a: Int, _ b: Int) -> [(Double, Double)] {
      scaled.compactMap { row in row[a].flatMap { x in row[b].map { (x, $0) } } }
    }
    func covariance(_ pairs: [(Double, Double)]) -> Double {
      let count = Double(max(1, pairs.count))
      let (x, y) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
      return pairs.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) } / count
    }
    let informing = indicators.indices.filter(plain.tells)
    let weights = indicators.indices.map { a -> Double in
      guard informing.contains(a) else { return 0 }
      let conflict = informing.reduce(0.0) { sum, b in
        let both = pairs(a, b)
        let (ownA, ownB) = (covariance(both.map { ($0.0, $0.0) }), covariance(both.map { ($0.1, $0.1) }))
        guard ownA > 0, ownB > 0 else { return sum + 1 }
        return sum + max(0, 1 - covariance(both) / (ownA * ownB).squareRoot())
      }
      return covariance(pairs(a, a)).squareRoot() * conflict
    }
    return Self.summingToOne(weights)
  }

  /// Weights as parts of their sum; nil where that is nothing.
  static func summingToOne(_ weights: [Double]) -> [Double]? {
    let sum = weights.reduce(0, +)
    return sum > 0 ? weights.map { $0 / sum } : nil
  }
}
