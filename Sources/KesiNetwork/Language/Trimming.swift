extension BidirectionalCollection<Unicode.Scalar> {
  /// Without white space at either end: by scalar, as a blank that a mark combines with is one all the same.
  @inlinable package var trimmed: SubSequence {
    let rest = drop(while: \.isWhite)
    guard let last = rest.lastIndex(where: { !$0.isWhite }) else { return rest }
    return rest[...last]
  }
}

extension Unicode.Scalar {
  /// Whether it is white space: what most letters are not is seen without a look at the tables of Unicode.
  @inlinable package var isWhite: Bool {
    switch value {
    case 0x20, 0x09...0x0D: true
    case 0x21..<0x7F, 0x3400...0x9FFF: false
    default: properties.isWhitespace
    }
  }
}
