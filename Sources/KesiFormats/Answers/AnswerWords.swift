import KesiNetwork

/// What people write as an answer, by the words that the cell itself takes, in either language; and how an answer is shown.
package struct AnswerWords {
  private let network: Network
  private let references: References

  package init(of network: Network) {
    self.network = network
    var references = References()
    references.profile = network.profile
    for (row, actor) in network.actors.enumerated() { _ = references.actors.insert(actor.id, row: row) }
    for (row, chain) in network.chains.enumerated() { _ = references.chains.insert(chain.id, row: row) }
    for (row, actor) in network.actors.enumerated() {
      let names: [String?] = [actor.name, actor.nameZh, actor.short, actor.shortZh]
      for name in names { references.actors.insert(name: name, row: row) }
    }
    for (row, chain) in network.chains.enumerated() {
      let names: [String?] = [chain.name, chain.nameZh]
      for name in names { references.chains.insert(name: name, row: row) }
    }
    self.references = references
  }

  // MARK: - What is shown

  /// The words for an answer. A row goes by its name as far as no other has it, else by its id.
  package func text(of answer: CellAnswer, in cell: OpenCell) -> Phrase {
    switch answer {
    case .word(let word): label(of: word, in: cell)
    case .number(let number): Phrase(number.plain, zh: number.plain)
    case .date(let date): Phrase(date.text, zh: date.text)
    case .row(let row): cell.kind == nil ? name(ofChain: row) : name(ofActor: row)
    case .nobody: CellAnswer.none
    }
  }

  /// As programs have it.
  package func code(of answer: CellAnswer, in cell: OpenCell) -> String {
    switch answer {
    case .word(let word): word
    case .row(let row): cell.kind == nil ? network.chains[row].id : network.actors[row].id
    case .number, .date, .nobody: text(of: answer, in: cell).en
    }
  }

  private func label(of word: String, in cell: OpenCell) -> Phrase {
    switch (cell.table, cell.column, cell.head?.kind) {
    case (.actors, "kind", _): network.profile.kind(word).label
    case (.actors, "zone", _): network.profile.zone(word)
    case (_, _, .term(let words)?):
      words.labels.first { words.code($0.zh)?.isExactly(word) == true } ?? Phrase(word, zh: word)
    default: Phrase(word, zh: word)
    }
  }

  private func name(ofActor row: Int) -> Phrase {
    let actor = network.actors[row]
    return unique(Phrase(actor.shortName(in: .en), zh: actor.shortName(in: .zh)), row, actor.id, references.actors)
  }

  private func name(ofChain row: Int) -> Phrase {
    let chain = network.chains[row]
    return unique(Phrase(chain.name(in: .en), zh: chain.name(in: .zh)), row, chain.id, references.chains)
  }

  private func unique(_ name: Phrase, _ row: Int, _ id: String, _ index: IdIndex) -> Phrase {
    func means(_ word: String) -> Bool { if case .row(row) = index.match(word) { true } else { false } }
    return Phrase(means(name.en) ? name.en : id, zh: means(name.zh) ? name.zh : id)
  }

  // MARK: - What is meant

  /// What a text means as the answer of a cell; nil where it says that this is not known.
  ///
  /// - Throws: what was found and what was expected.
  func meaning(
    of text: String, _ content: Sheet.Content, for cell: OpenCell, at place: Place
  ) throws(Problem) -> CellAnswer? {
    if let chosen = try choice(copied: text, for: cell, at: place) { return chosen }
    let word = text.unwrapped
    if cell.head?.meaning?.isZeroForNone == true, MissingValue.isNone(word) { return .number(0) }
    if cell.kind != nil || cell.isSeat {
      if [CellAnswer.none.en, CellAnswer.none.zh].contains(word.folded.lowercased()) || isNo(word) { return .nobody }
    }
    if MissingValue.isStated(by: word) { return nil }
    if let kind = cell.kind { return try actor(called: word, ofKind: kind, at: place) }
    if cell.isSeat {
      guard case .row(let chain) = references.chains.match(word) else {
        throw expected(network.chains.indices.map { .row($0) } + [.nobody], of: cell, word, place)
      }
      return .row(chain)
    }
    switch (cell.table, cell.column, cell.head?.kind) {
    case (.actors, "kind", _):
      let kind = references.words.kind(word)
      let known = network.profile.kinds.map(\.id)
      guard known.containsExactly(kind) else { throw expected(known.map { .word($0) }, of: cell, word, place) }
      return .word(kind)
    case (.actors, "zone", _): return .word(references.words.zone(word))
    case (.positions, "stage", _):
      let stages = network.chains[network.positions[cell.row].chain].stages
      if let stage = stages.first(where: { $0.isExactly(word) }) ?? stages.first(where: { $0.folded == word.folded }) {
        return .word(stage)
      }
      throw expected(stages.map { .word($0) }, of: cell, word, place)
    case (_, _, .term(let words)?):
      if let code = words.code(word) ?? words.code(word.folded) { return .word(code) }
      throw expected(words.labels.compactMap { words.code($0.zh).map { .word($0) } }, of: cell, word, place)
    case (_, _, .number?) where !word.folded.unicodeScalars.allSatisfy(Self.ofNumbers.contains):
      throw Problem(
        .error, place,
        Phrase(
          "“\(word.shortened)” is not a number alone. Write digits only, in the unit that both sides go by.",
          zh: "“\(word.shortened)”不是单纯的数字。请只填数字，不带单位和其他文字。"))
    default: return try decoded(text, content, for: cell, at: place)
    }
  }

  /// What a choice means that was copied as forms for programs have it, `code=word`; nil where the text is none.
  private func choice(copied text: String, for cell: OpenCell, at place: Place) throws(Problem) -> CellAnswer? {
    let parts = text.unwrapped.unicodeScalars.split(separator: "=", maxSplits: 1).map { String($0).unwrapped }
    guard parts.count == 2, cell.kind != nil || cell.isSeat || !cell.isOfNumbers,
      let answer = try? meaning(of: parts[0], .text, for: cell, at: place)
    else { return nil }
    let words = self.text(of: answer, in: cell)
    let isChoice = [words.en, words.zh, code(of: answer, in: cell)].contains { $0.folded == parts[1].folded }
    return isChoice && code(of: answer, in: cell).isExactly(parts[0]) ? answer : nil
  }

  /// What a number is written by; whatever else is a unit, a guess or a remark.
  private static let ofNumbers = Set("0123456789+-.,eE' \u{A0}".unicodeScalars)

  private func isNo(_ word: String) -> Bool { Answer(word: word) == .no }

  private func actor(called word: String, ofKind kind: String, at place: Place) throws(Problem) -> CellAnswer {
    let label = network.profile.kind(kind).label
    guard case .row(let row) = references.actors.match(word) else {
      throw Problem(
        .error, place,
        Phrase(
          "“\(word.shortened)” is not one actor of actors.csv. Write its id or name, or “none”; whoever is not in actors.csv yet is to be added there first.",
          zh: "actors.csv 中没有（或不止一个）“\(word.shortened)”。请填其编号或名称，没有则填“无”；尚未列入主体表的，请先在主体表中补上。"))
    }
    guard network.actors[row].kind.isExactly(kind) else {
      let own = network.profile.kind(network.actors[row].kind).label
      throw Problem(
        .error, place,
        Phrase(
          "“\(word.shortened)” is of the kind “\(own.en)”, and “\(label.en)” is asked for.",
          zh: "“\(word.shortened)”的类型是“\(own.zh)”，而此处问的是“\(label.zh)”。"))
    }
    return .row(row)
  }

  private func expected(_ answers: [CellAnswer], of cell: OpenCell, _ word: String, _ place: Place) -> Problem {
    let shown = answers.prefix(30).map { text(of: $0, in: cell) }
    let more = answers.count > shown.count
    return Problem(
      .error, place,
      Phrase(
        "“\(word.shortened)” is not understood. Write one of: \(shown.map(\.en).joined(separator: ", "))\(more ? ", …" : ""); or leave it empty.",
        zh: "“\(word.shortened)”无法识别。请填：\(shown.map(\.zh).joined(separator: "、"))\(more ? "……" : "")；不清楚请留空。"))
  }

  /// Numbers and dates, as they are read in tables.
  private func decoded(
    _ text: String, _ content: Sheet.Content, for cell: OpenCell, at place: Place
  ) throws(Problem) -> CellAnswer? {
    let (answer, problem) = decoded(network.row(cell.row, of: cell.table), text, content, cell)
    if let problem { throw Problem(.error, place, problem) }
    return answer
  }

  private func decoded<Row: TableRow>(
    _ row: Row, _ text: String, _ content: Sheet.Content, _ cell: OpenCell
  ) -> (CellAnswer?, Phrase?) {
    guard let column = Row.columns.first(where: { $0.head.id == cell.column }) else { return (nil, nil) }
    var sheet = Sheet(file: "")
    sheet.beginRow(1)
    sheet.append(text, as: content)
    let log = ProblemLog()
    var blank = Row.blank
    sheet.withRows { rows in
      guard rows.next() else { return }
      let cells = Cells(rows.record, of: "", references, styles: [ColumnStyle(cells: [text])], log: log)
      _ = column.decoder(at: 0, start: nil)(&blank, cells)
    }
    return (blank.answer(in: cell.column), (log.errors + log.warnings).first?.message)
  }
}

extension OpenCell {
  /// Whether it is filled in with a number.
  fileprivate var isOfNumbers: Bool { if case .number? = head?.kind { true } else { false } }
}
