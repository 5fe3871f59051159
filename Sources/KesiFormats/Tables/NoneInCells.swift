import KesiNetwork

extension Cells {
  /// Whether a cell says by a word, such as 无, that there is none of what is counted; said, since a word stands for a number.
  func saysNone(_ place: Int, _ column: ColumnHead) -> Bool {
    guard column.meaning?.isZeroForNone == true, let text = text(place), MissingValue.isNone(text) else { return false }
    report(
      .warning, column,
      Phrase(
        "“\(text.shortened)” counts as 0: that there is none. Leave the cell empty where it is not known.",
        zh: "“\(text.shortened)”按 0 计，即没有收益。不清楚的请留空。"))
    return true
  }
}
