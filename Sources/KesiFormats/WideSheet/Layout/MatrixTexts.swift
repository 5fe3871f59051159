/// What sort of texts stand in a matrix, told once for each text: most cells have one of a few.
final class MatrixTexts {
  enum Sort {
    /// It states nothing.
    case none
    /// A mark, a number, or a word for how two work together.
    case ofMatrix
    case other
  }

  private let sorts = Memo<Sort>()

  func sort(of text: String) -> Sort {
    sorts.value(of: text) { text in
      if text.isEmpty || MissingValue.isStated(by: text) { return .none }
      return MarkWords.isOfMatrix(text) ? .ofMatrix : .other
    }
  }
}
