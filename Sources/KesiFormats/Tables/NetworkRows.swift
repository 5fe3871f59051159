import KesiNetwork

/// How rows that were read become a part of the network: what no cell can tell by itself.
protocol NetworkRow: TableRow {
  /// How many rows of it are held.
  associatedtype Rows: RangeReplaceableCollection & Sendable = [Self] where Rows.Element == Self
  /// A row of which nothing is stated yet, in a network where what it names is brought or not.
  static func blank(_ references: References) -> Self
  /// Whether it is a row of its own, once its required values are known; a problem where it is not. Asked of each row by
  /// the worker that reads it.
  func isWhole(_ cells: Cells) -> Bool
  /// What its cells say together: problems that leave the row as it is. Asked once all of them are read.
  mutating func settle(_ cells: Cells)
  /// Makes room for rows that are to be added.
  static func reserve(_ rows: Int, _ reader: NetworkReader)
  /// Adds rows that were read, in their order.
  ///
  /// - Returns: the places of those that were left out, with a problem for each.
  static func join(_ part: consuming TablePart<Self>, _ reader: NetworkReader, _ file: String) -> [Int]
}

extension NetworkRow {
  static func blank(_ references: References) -> Self { blank }
  static func reserve(_ rows: Int, _ reader: NetworkReader) {}
  func isWhole(_ cells: Cells) -> Bool { true }
  mutating func settle(_ cells: Cells) {}
}

extension Actor: NetworkRow {
  mutating func settle(_ cells: Cells) {
    let kinds = cells.references.profile.kinds
    if kind.isEmpty {
      cells.report(
        .notice, ActorColumns.kind.head,
        Phrase("is empty, so the actor counts for no kind. Fill it in.", zh: "未填写，该主体不计入任何类型。请补填。"))
    } else if !kinds.contains(where: { $0.id == kind }) {
      let known = Phrase(
        kinds.map(\.id).joined(separator: ", "), zh: kinds.map(\.label.zh).joined(separator: "、"))
      cells.report(
        .notice, ActorColumns.kind.head,
        Phrase(
          "“\(kind.shortened)” is not a declared kind. Declare it under kinds in network.yml, or use one of: \(known.en).",
          zh: "“\(kind.shortened)”不是已声明的类型。请在 network.yml 的 kinds 下声明，或改用：\(known.zh)。"))
    }
  }

  static func reserve(_ rows: Int, _ reader: NetworkReader) { reader.network.actors.reserveCapacity(rows) }

  static func join(_ part: consuming TablePart<Actor>, _ reader: NetworkReader, _ file: String) -> [Int] {
    let parents = part.rows.indices.filter { part.rows[$0].parent != nil }
    let (first, numbers) = (reader.network.actors.count, part.numbers)
    let refused = reader.join(
      part, into: \.actors, index: \.actors, file, id: ActorColumns.id.head, names: { ($0.id, $0.name, $0.nameZh) },
      shorts: { [$0.short, $0.shortZh] })
    for place in parents where !refused.contains(place) {
      reader.rowsWithParents.append((first + place - refused.count { $0 < place }, numbers[place]))
    }
    return refused
  }
}

extension Chain: NetworkRow {
  static func join(_ part: consuming TablePart<Chain>, _ reader: NetworkReader, _ file: String) -> [Int] {
    reader.join(
      part, into: \.chains, index: \.chains, file, id: ChainColumns.id.head, names: { ($0.id, $0.name, $0.nameZh) })
  }
}

extension Consortium: NetworkRow {
  static func join(_ part: consuming TablePart<Consortium>, _ reader: NetworkReader, _ file: String) -> [Int] {
    reader.join(
      part, into: \.consortia, index: \.consortia, file, id: ConsortiumColumns.id.head,
      names: { ($0.id, $0.name, $0.nameZh) })
  }
}

extension NetworkReader {
  /// Adds rows that have ids, each of which may be given once.
  fileprivate func join<Row: NetworkRow>(
    _ part: TablePart<Row>, into rows: WritableKeyPath<Network, [Row]>,
    index: WritableKeyPath<References, IdIndex>, _ file: String, id: ColumnHead,
    names: (Row) -> (id: String, name: String, nameZh: String?), shorts: (Row) -> [String?] = { _ in [] }
  ) -> [Int] where Row.Rows == [Row] {
    var refused: [Int] = []
    var ids = references[keyPath: index]
    // Held once while it grows.
    references[keyPath: index] = IdIndex(file: ids.file)
    defer { references[keyPath: index] = ids }
    for (place, row) in part.rows.enumerated() {
      let named = names(row)
      let number = network[keyPath: rows].count
      guard ids.insert(named.id, row: number) == nil else {
        refused.append(place)
        log.add(
          Problem(
            .error, id.place(in: file, row: part.numbers[place]),
            Phrase(
              "“\(named.id.shortened)” is the id of an earlier row. Give this row another id, or delete it.",
              zh: "编号“\(named.id.shortened)”在前面的行中已经用过。请改用另一个编号，或删除此行。")))
        continue
      }
      ids.insert(name: named.name, row: number)
      ids.insert(name: named.nameZh, row: number)
      for short in shorts(row) { ids.insert(short: short, row: number) }
      network[keyPath: rows].append(row)
    }
    return refused
  }
}

extension Tie: NetworkRow {
  typealias Rows = Ties

  /// In a list it is not stated whether ties have directions.
  static func blank(_ references: References) -> Tie {
    var tie = blank
    if references.open.contains(.actors) { tie.isDirected = nil }
    return tie
  }

  func isWhole(_ cells: Cells) -> Bool {
    guard source == target else { return true }
    cells.log.add(.selfTie(at: TieColumns.target.head.place(in: cells.file, row: cells.record.row)))
    return false
  }

  mutating func settle(_ cells: Cells) {
    if weight == 0 {
      cells.log.add(.zeroWeight(at: TieColumns.weight.head.place(in: cells.file, row: cells.record.row)))
    }
  }

  static func reserve(_ rows: Int, _ reader: NetworkReader) { reader.network.ties.reserveCapacity(rows) }

  static func join(_ part: consuming TablePart<Tie>, _ reader: NetworkReader, _ file: String) -> [Int] {
    reader.network.ties.append(part.rows, actors: reader.joinNewcomers(part).actors)
    return []
  }
}

extension Problem {
  static func selfTie(at place: Place, count: Int = 1) -> Problem {
    Problem(
      .warning, place,
      Phrase(
        "ties an actor to itself, so the row is left out. Name another actor, or delete the row.",
        zh: "甲方与乙方为同一主体，此行已略去。请改正，或删除此行。"), count: count)
  }

  static func zeroWeight(at place: Place, count: Int = 1) -> Problem {
    Problem(
      .warning, place,
      Phrase("is 0, which counts as no tie. Delete the row, or give it a weight.", zh: "为 0，视为没有联系。请填写强度，或删除此行。"),
      count: count)
  }
}

extension Membership: NetworkRow {
  static func join(_ part: consuming TablePart<Membership>, _ reader: NetworkReader, _ file: String) -> [Int] {
    let (actors, consortia) = reader.joinNewcomers(part)
    if let actors { for index in part.rows.indices { part.rows[index].actor = Int(actors[part.rows[index].actor]) } }
    if let consortia {
      for index in part.rows.indices { part.rows[index].consortium = Int(consortia[part.rows[index].consortium]) }
    }
    return reader.joinRepeatable(part, file)
  }
}

extension Position: NetworkRow {
  mutating func settle(_ cells: Cells) {
    let (chain, stages) = cells.references.stages[self.chain]
    guard let stage, !stages.isEmpty, !stages.containsExactly(stage) else { return }
    // What looks the same is the same stage.
    let look = stage.folded
    self.stage = stages.first { $0.folded == look }
    if self.stage == nil {
      cells.report(
        .error, PositionColumns.stage.head,
        Phrase(
          "“\(stage.shortened)” is not a stage of the chain “\(chain)”, which has: \(stages.joined(separator: ", ")). Use one of these, or add it to \(cells.references.name(of: .chains)).",
          zh:
            "产业链“\(chain)”没有“\(stage.shortened)”这一环节，现有：\(stages.joined(separator: "、"))。请改用其中之一，或在 \(cells.references.name(of: .chains)) 中补上。"
        ))
    }
  }

  static func join(_ part: consuming TablePart<Position>, _ reader: NetworkReader, _ file: String) -> [Int] {
    reader.joinRepeatable(part, file)
  }
}

extension Observation: NetworkRow {
  func isWhole(_ cells: Cells) -> Bool {
    guard period.to != nil || period.from?.month != nil else { return true }
    let word = [period.from, period.to].compactMap { $0?.text }.joined(separator: "–")
    cells.report(
      .error, HistoryColumns.year.head,
      Phrase(
        "“\(word)” is no year. Give each year a row of its own, as 2024.",
        zh: "“\(word)”不是年份。请一年一行，写成 2024 的形式。"))
    return false
  }

  static func join(_ part: consuming TablePart<Observation>, _ reader: NetworkReader, _ file: String) -> [Int] {
    var refused: [Int] = []
    for (place, row) in part.rows.enumerated() {
      guard reader.observed[ExactText(row.subject), default: []].insert(row.year).inserted else {
        refused.append(place)
        reader.log.add(
          Problem(
            .error, HistoryColumns.year.head.place(in: file, row: part.numbers[place]),
            Phrase(
              "\(row.year) has a value of “\(row.subject.shortened)” in an earlier row. Keep one of the two.",
              zh: "“\(row.subject.shortened)”\(row.year) 年的数值在前面的行中已经填过。两行请只保留一行。")))
        continue
      }
      var row = row
      row.row = part.numbers[place]
      reader.network.history.append(row)
    }
    return refused
  }
}

extension NetworkReader {
  /// Adds the rows that references of a part have made, and tells which each has become; nil for tables that are brought.
  fileprivate func joinNewcomers<Row>(_ part: borrowing TablePart<Row>) -> (actors: [UInt32]?, consortia: [UInt32]?) {
    (
      references.open.contains(.actors) ? newActors.join(part.newActors) : nil,
      references.open.contains(.consortia) ? newConsortia.join(part.newConsortia) : nil
    )
  }
}
