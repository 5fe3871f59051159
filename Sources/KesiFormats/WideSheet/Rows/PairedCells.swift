import KesiNetwork

/// What a row lists one by one with its partners: as many kinds, amounts or periods as there are partners belong to these
/// in their order.
struct PairedCells {
  /// How they work together: one with each partner where ``hasKinds``, else each kind once.
  let kinds: [String]
  /// Whether the kinds of ties are listed so.
  let hasKinds: Bool
  /// Whether there is one tie to each partner.
  let isOneEach: Bool
  let amounts: [Double]?
  let periods: [Period]?

  /// Says which cells were taken so.
  init(_ count: Int, _ cells: inout RowCells) {
    let listed = cells.listedKinds()
    // What a survey exports of a question with several answers says nothing of their order.
    let isChoice = cells.writtenText(.tieKind)?.unicodeScalars.contains("┋") ?? false
    hasKinds = count > 1 && listed.count == count && !isChoice
    kinds = hasKinds ? listed : cells.kinds()
    // With a tie of each of several kinds to a partner its amount is no tie's.
    isOneEach = hasKinds || kinds.count <= 1
    amounts = isOneEach ? cells.numbers(.amount, count) : nil
    periods = cells.periods(count)
    let isPaired: [(ColumnMeaning, Bool)] = [
      (.tieKind, hasKinds), (.amount, amounts != nil), (.period, periods != nil),
    ]
    for (meaning, isPaired) in isPaired where isPaired { cells.doubt(.paired, meaning, cells.text(meaning) ?? "") }
  }
}
