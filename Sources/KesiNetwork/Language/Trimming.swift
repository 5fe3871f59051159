extension BidirectionalCollection<Unicode.Scalar> {
  /// Without white space at either end: by scalar, as a blank that a mark combines with is one all the same.
  package var trimmed: SubSequence {
    let rest = drop { $0.properties.isWhitespace }
    guard let last = rest.lastIndex(where: { !$0.properties.isWhitespace }) else { return rest }
    return rest[...last]
  }
}
