import KesiMatrix

extension AdjacencyMatrix {
  /// The power of two that brings the greatest weight into 1 ..< 2. Spectra are computed on weights times this, so that the
  /// unit of weights does not matter, and units that are powers of two leave every digit as it is.
  var unitScale: Double {
    guard isWeighted else { return 1 }
    let greatest = withRows { rows in
      var greatest = 0.0
      for entry in 0..<rows.entryCount { greatest = max(greatest, rows.weight(entry)) }
      return greatest
    }
    guard greatest > 0 else { return 1 }
    return Double(sign: .plus, exponent: -max(greatest.exponent, -1022), significand: 1)
  }
}
