import KesiNetwork

/// Reads the cells of a matrix: what stands below a head that is a chain, a partner or a project.
extension RowImport {
  /// The chains, partners and projects that the heads name under which a row has marks.
  mutating func readMarks(_ actor: Int, _ cells: inout RowCells) {
    var period: Period?
    for column in cells.part.marked {
      let text = cells.part.sheet.text(cells.row, column.place)
      let cell = matrixCells.value(of: text, MatrixCell.init)
      if cell.isNone || cells.part.hasTicks && cell.isCross { continue }
      let weight = cell.weight
      let isRole = column.meaning == .projectMark && RoleWords.isRole(text)
      let kinds = column.meaning == .partnerMark && cell.isWord ? RowCells.kinds(ofMark: text) : []
      guard cell.isMark || isRole || (weight != nil || !kinds.isEmpty) && column.meaning == .partnerMark
      else {
        leaveOut(text, column, actor, &cells)
        continue
      }
      let head = column.head
      if column.meaning == .chainMark {
        draft.add(NetworkDraft.Position(actor: actor, chain: draft.chain(head, cells.source), place: cells.source))
      } else if column.meaning == .projectMark {
        let project = draft.consortium(id: nil, name: head, leader: nil, cells.source)
        var member = NetworkDraft.Membership(consortium: project, actor: actor, place: cells.source)
        member.role = isRole ? RoleWords.member(text) : .member
        draft.add(member)
      } else {
        let other = draft.actor(head, cells.source)
        tellKind(other, nil, head: nil)
        guard other != actor else { continue }
        var tie = NetworkDraft.Tie(source: actor, target: other, place: cells.source)
        tie.weight = cell.isMark ? nil : weight
        if cells.part.hasYears, let year = weight.flatMap({ PartialDate(String(Int($0))) }) {
          (tie.weight, tie.period) = (nil, Period(from: year))
        } else {
          tie.period = period ?? cells.periodOfTie()
          period = tie.period
        }
        tie.isDirected = hasDirectedMarks
        add(tie, kinds)
        if kinds.count > 1 { cells.doubt(.severalKinds, column.mapped.label, text) }
      }
    }
  }

  /// Says what of a cell was not read.
  private mutating func leaveOut(_ text: String, _ column: SheetPart.Column, _ actor: Int, _ cells: inout RowCells) {
    if MarkWords.isMarkInBrackets(text) { return cells.doubt(.markInBrackets, column.meaning, text) }
    if case .number = WrittenNumber.read(text) { return }
    if StateWords.told(by: text) == .noWork { return cells.doubt(.noWork, column.mapped.label, text) }
    if MarkWords.isNotNow(text) { return cells.doubt(.unknownWord, column.mapped.label, text) }
    let isOfItself = NameKey(draft.actors[actor].name) == NameKey(column.head)
    if !isOfItself, text.unicodeScalars.contains(where: \.properties.isAlphabetic), !MarkWords.isOfMatrix(text) {
      cells.doubt(.unknownWord, column.mapped.label, text)
    }
  }

  /// Whether the rows and heads of a sheet are the same organizations, and what one says of another is not what that says of
  /// it, so that ties go from the row to the head. A half of a matrix says everything once.
  func areMarksDirected(_ part: SheetPart) -> Bool {
    let columns = part.columns(.partnerMark)
    guard columns.count > 1, let subject = part.columns(.actor).first else { return false }
    var heads: [NameKey: UInt32] = [:]
    let numbers = columns.map { column in
      let key = NameKey(column.head)
      let number = heads[key] ?? UInt32(heads.count)
      heads[key] = number
      return number
    }
    // Words are told apart by their numbers: who buys is not who sells.
    var words: [NameKey: Double] = [:]
    var entries: [(row: UInt32, column: UInt32, value: Double)] = []
    for row in part.rows {
      guard let number = heads[NameKey(part.sheet.text(row, subject.place))] else { return false }
      for (column, other) in zip(columns, numbers) where other != number {
        let cell = matrixCells.value(of: part.sheet.text(row, column.place), MatrixCell.init)
        var value = cell.weight ?? (cell.isMark ? 1 : 0)
        if value == 0, cell.isWord {
          value = words[cell.key] ?? Double(words.count + 1)
          words[cell.key] = value
        }
        if value > 0 { entries.append((number, other, value)) }
      }
    }
    let isHalf = entries.allSatisfy { $0.row < $0.column } || entries.allSatisfy { $0.row > $0.column }
    return !isHalf && !GraphMatrix.isSymmetric(entries)
  }
}
