import KesiNetwork

/// What a cell of a matrix says. It is worked out once for each text, as most cells have one of a few.
struct MatrixCell {
  /// Whether it says that nothing joins the two.
  let isNone: Bool
  let isMark: Bool
  let isCross: Bool
  /// A number above zero.
  let weight: Double?
  /// Whether it may say how two work together.
  let isWord: Bool
  /// The text as texts are compared.
  let key: NameKey

  init(_ text: String) {
    isNone = MissingValue.isStated(by: text) || text.asName == "0"
    isMark = MarkWords.isMark(text)
    isCross = MarkWords.isCross(text)
    if case .number(let number) = WrittenNumber.read(text), number.value > 0 {
      weight = number.value
    } else {
      weight = nil
    }
    isWord = MarkWords.isWord(text)
    key = NameKey(text)
  }
}
