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
      let kinds = column.meaning == .partnerMark && MarkWords.isWord(text) ? RowCells.kinds(ofMark: text) : []
      guard MarkWords.isMark(text) || isRole || (weight != nil || !kinds.isEmpty) && column.meaning == .partnerMark
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
        tie.weight = MarkWords.isMark(text) ? nil : weight
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
    // Words are told apart by their numbers: who buys is not who sells.
    var words: [NameKey: Double] = [:]
    var entries: [(row: UInt32, column: UInt32, value: Double)] = []
    for row in part.rows {
      guard let number = heads[NameKey(part.sheet.text(row, subject.place))] else { return false }
      for (column, other) in zip(columns, numbers) where other != number {
        let text = part.sheet.text(row, column.place)
        var value = MarkWords.isMark(text) ? 1 : 0.0
        if case .number(let read) = WrittenNumber.read(text) { value = read.value }
        if value == 0, MarkWords.isWord(text) {
          let key = NameKey(text)
          value = words[key] ?? Double(words.count + 1)
          words[key] = value
        }
        if value > 0 { entries.append((number, other, value)) }
      }
    }
    let isHalf = entries.allSatisfy { $0.row < $0.column } || entries.allSatisfy { $0.row > $0.column }
    return !isHalf && !GraphMatrix.isSymmetric(entries)
  }
}
