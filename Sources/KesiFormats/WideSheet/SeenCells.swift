/// What cells of a sheet say, each text of a column read once.
final class SeenCells {
  let names: NameList.Names
  private var periods: [Int: Memo<WrittenPeriod>] = [:]
  private var dates: [Int: Memo<WrittenDate.Reading>] = [:]
  private var numbers: [Int: Memo<WrittenNumber.Reading>] = [:]

  init(names: NameList.Names) { self.names = names }

  func period(_ text: String, in column: SheetPart.Column) -> WrittenPeriod {
    Self.memo(column, &periods).value(of: text) { WrittenPeriod.read($0, style: column.style) }
  }

  func date(_ text: String, in column: SheetPart.Column) -> WrittenDate.Reading {
    Self.memo(column, &dates).value(of: text) { WrittenDate.read($0, style: column.style) }
  }

  func number(_ text: String, in column: SheetPart.Column) -> WrittenNumber.Reading {
    Self.memo(column, &numbers).value(of: text) { WrittenNumber.read($0, decimals: column.decimals) }
  }

  private static func memo<Value>(_ column: SheetPart.Column, _ memos: inout [Int: Memo<Value>]) -> Memo<Value> {
    if let memo = memos[column.place] { return memo }
    let memo = Memo<Value>()
    memos[column.place] = memo
    return memo
  }
}
