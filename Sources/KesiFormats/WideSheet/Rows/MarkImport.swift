import KesiNetwork

/// Reads the cells of a matrix: what stands below a head that is a chain, a partner or a project.
extension RowImport {
  /// The chains, partners and projects that the heads name under which a row has marks.
  mutating func readMarks(_ actor: Int, _ cells: inout RowCells) {
    var period: Period?
    for column in cells.part.marked {
      let text = cells.part.sheet.text(cells.row, column.place)
      if MissingValue.isStated(by: text) || text.asName == "0" { continue }
      if cells.part.hasTicks, MarkWords.isCross(text) { continue }
      var weight: Double?
      if case .number(let number) = WrittenNumber.read(text), number.value > 0 { weight = number.value }
      let isRole = column.meaning == .projectMark && RoleWords.isRole(text)
      guard MarkWords.isMark(text) || isRole || weight != nil && column.meaning == .partnerMark else {
        if MarkWords.isMarkInBrackets(text) { cells.doubt(.markInBrackets, column.meaning, text) }
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
        tie.weight = MarkWords.isMark(text) ? nil : weight
        tie.period = period ?? cells.periodOfTie()
        period = tie.period
        tie.isDirected = hasDirectedMarks
        draft.add(tie)
      }
    }
  }

  /// Whether the rows and heads of a sheet are the same organizations, and what one says of another is not what that says of
  /// it, so that ties go from the row to the head. A half of a matrix says everything once.
  static func hasDirectedMarks(_ part: SheetPart) -> Bool {
    let columns = part.columns(.partnerMark)
    guard columns.count > 1, let subject = part.columns(.actor).first else { return false }
    var heads: [NameKey: UInt32] = [:]
    let numbers = columns.map { column in
      let key = NameKey(column.head)
      let number = heads[key] ?? UInt32(heads.count)
      heads[key] = number
      return number
    }
    var entries: [(row: UInt32, column: UInt32, value: Double)] = []
    for row in part.rows {
      guard let number = heads[NameKey(part.sheet.text(row, subject.place))] else { return false }
      for (column, other) in zip(columns, numbers) where other != number {
        let text = part.sheet.text(row, column.place)
        var value = MarkWords.isMark(text) ? 1 : 0.0
        if case .number(let read) = WrittenNumber.read(text) { value = read.value }
        if value > 0 { entries.append((number, other, value)) }
      }
    }
    let isHalf = entries.allSatisfy { $0.row < $0.column } || entries.allSatisfy { $0.row > $0.column }
    return !isHalf && !GraphMatrix.isSymmetric(entries)
  }
}
