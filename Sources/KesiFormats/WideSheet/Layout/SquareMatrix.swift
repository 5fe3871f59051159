import KesiNetwork

/// A table with the same organizations over its columns and before its rows: the cell between two says what joins them. It
/// is told by that alone, so that neither the corner nor the names have to be words that are known.
struct SquareMatrix {
  /// The column of the sheet with the names before the rows.
  let names: Int
  /// The columns whose heads are among these names.
  private(set) var columns = Set<Int>()

  /// Nil where most heads are no names that stand before rows, or what stands below is more than a mark, a number or a word.
  init?(_ header: SheetHeader, in sheet: Sheet) {
    let (heads, start) = (header.heads, header.rows.upperBound)
    guard heads.count > 2, start < sheet.rowCount else { return nil }
    let keys = heads.map { NameKey($0.own) }
    let named = Set(keys)
    let rows = start..<sheet.rowCount
    // Rows are numbered in the first column at most. Marks of a row that is no header are no names.
    let places = (0..<2).filter { place in
      rows.prefix(Self.fewSeen).contains { row in
        let text = sheet.text(row, heads[place].column)
        return !text.isEmpty && keys.dropFirst(place + 1).contains(NameKey(text)) && !MarkWords.isMark(text)
      }
    }
    for place in places {
      let column = heads[place].column
      let before = Set(rows.map { NameKey(sheet.text($0, column)) }).subtracting([NameKey("")])
      let found = heads.indices.dropFirst(place + 1).filter { before.contains(keys[$0]) }
      // A name over numbers that stands before no row: a row is missing, and what is left would look whole.
      let isWhole = heads.indices.dropFirst(place + 1).allSatisfy { head in
        before.contains(keys[head]) || heads[head].own.isEmpty || !SheetHeadWords.matches(of: heads[head].own).isEmpty
          || !rows.prefix(Self.mostSeen).allSatisfy { MarkWords.isOfMatrix(sheet.text($0, heads[head].column)) }
      }
      let said = Memo<Bool>()
      guard isWhole, found.count > 1, found.count * 2 > heads.count - place - 1, found.count * 2 >= before.count,
        found.allSatisfy({ head in
          rows.prefix(Self.mostSeen).allSatisfy { row in
            let text = sheet.text(row, heads[head].column)
            return said.value(of: text) { text in
              MarkWords.isOfMatrix(text) || MissingValue.isStated(by: text)
                || MarkWords.isWord(text) && !before.contains(NameKey(text)) && !named.contains(NameKey(text))
            } || NameKey(sheet.text(row, column)) == keys[head] || header.reasonToLeaveOut(row, of: sheet) != nil
          }
        })
      else { continue }
      names = column
      columns = Set(found.map { heads[$0].column })
      return
    }
    return nil
  }

  /// So many rows are enough to tell what stands in its cells; the names before them are looked at in all.
  private static let mostSeen = 200
  /// Among the first rows of a matrix is one whose name stands over a column.
  private static let fewSeen = 3
}
