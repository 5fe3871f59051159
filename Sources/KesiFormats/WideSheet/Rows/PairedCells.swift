import KesiNetwork

/// What a row lists one by one with its partners: as many kinds, amounts or periods as there are partners belong to these
/// in their order.
struct PairedCells {
  /// Whether the kinds of ties are listed so.
  let hasKinds: Bool
  let amounts: [Double]?
  let periods: [Period]?

  /// Says which cells were taken so.
  init(_ count: Int, _ kinds: [String], _ cells: inout RowCells) {
    hasKinds = count > 1 && kinds.count == count
    amounts = cells.numbers(.amount, count)
    periods = cells.periods(count)
    let isPaired: [(ColumnMeaning, Bool)] = [
      (.tieKind, hasKinds), (.amount, amounts != nil), (.period, periods != nil),
    ]
    for (meaning, isPaired) in isPaired where isPaired { cells.doubt(.paired, meaning, cells.text(meaning) ?? "") }
  }
}
