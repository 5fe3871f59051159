import KesiNetwork

/// Which of the halves beside the diagonal of a matrix say something.
struct MatrixHalves {
  private var (isStatedAbove, isStatedBelow, isFilledAbove, isFilledBelow) = (false, false, false, false)

  mutating func add(_ row: Int, _ column: Int, _ value: Double) {
    if column > row {
      isStatedAbove = true
      if value != 0 { isFilledAbove = true }
    } else if column < row {
      isStatedBelow = true
      if value != 0 { isFilledBelow = true }
    }
  }

  /// Whether one half has numbers and the other nothing at all: it would but say the same again.
  var isOneEmpty: Bool { isFilledAbove && !isStatedBelow || isFilledBelow && !isStatedAbove }

  func problem(_ file: String) -> Problem? {
    guard isFilledAbove != isFilledBelow else { return nil }
    let side = isFilledAbove ? Phrase("above", zh: "上方") : Phrase("below", zh: "下方")
    let message =
      isOneEmpty
      ? Phrase(
        "only the half \(side.en) the diagonal is filled in, and the other is empty: the ties have no direction. Write 0 into the other half if they have one.",
        zh: "只填写了对角线\(side.zh)的一半，另一半为空：按无方向的联系读取。如联系有方向，请在另一半填 0。")
      : Phrase(
        "all numbers other than 0 stand \(side.en) the diagonal: the ties go from the actor of the row to that of the column. If but one half was filled in, leave the other empty, and they have no direction.",
        zh: "非 0 数字均在对角线\(side.zh)：按由行主体指向列主体的有方向联系读取。如只填写了一半，请将另一半留空，即按无方向读取。")
    return Problem(.notice, .file(file), message)
  }
}
