import KesiNetwork

/// How a row that was read becomes a part of the network: what no cell can tell by itself.
protocol NetworkRow: TableRow {
  /// Whether it is a row of its own, once its required values are known; a problem where it is not.
  func isNew(_ cells: Cells, in reader: NetworkReader) -> Bool
  /// Adds it, after a look at what its cells say together.
  consuming func join(_ reader: NetworkReader, _ cells: Cells)
}

extension Actor: NetworkRow {
  func isNew(_ cells: Cells, in reader: NetworkReader) -> Bool {
    reader.actors.isNew(id, at: reader.network.actors.count, ActorColumns.id.head, cells)
  }

  consuming func join(_ reader: NetworkReader, _ cells: Cells) {
    let kinds = reader.network.profile.kinds
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
    reader.actors.insert(names: [name, nameZh], row: reader.network.actors.count)
    reader.network.actors.append(self)
  }
}

extension Chain: NetworkRow {
  func isNew(_ cells: Cells, in reader: NetworkReader) -> Bool {
    reader.chains.isNew(id, at: reader.network.chains.count, ChainColumns.id.head, cells)
  }

  consuming func join(_ reader: NetworkReader, _ cells: Cells) {
    reader.chains.insert(names: [name, nameZh], row: reader.network.chains.count)
    reader.network.chains.append(self)
  }
}

extension Consortium: NetworkRow {
  func isNew(_ cells: Cells, in reader: NetworkReader) -> Bool {
    reader.consortia.isNew(id, at: reader.network.consortia.count, ConsortiumColumns.id.head, cells)
  }

  consuming func join(_ reader: NetworkReader, _ cells: Cells) {
    reader.consortia.insert(names: [name, nameZh], row: reader.network.consortia.count)
    reader.network.consortia.append(self)
  }
}

extension Tie: NetworkRow {
  func isNew(_ cells: Cells, in reader: NetworkReader) -> Bool {
    guard source == target else { return true }
    let id = reader.network.actors[source].id
    cells.report(
      .warning, TieColumns.target.head,
      Phrase(
        "ties “\(id)” to itself, so the row is left out. Name another actor, or delete the row.",
        zh: "甲方与乙方同为“\(id)”，此行已略去。请改正，或删除此行。"))
    return false
  }

  consuming func join(_ reader: NetworkReader, _ cells: Cells) {
    if weight == 0 {
      cells.report(
        .warning, TieColumns.weight.head,
        Phrase("is 0, which counts as no tie. Delete the row, or give it a weight.", zh: "为 0，视为没有联系。请填写强度，或删除此行。"))
    }
    reader.network.ties.append(self)
  }
}

extension Membership: NetworkRow {
  func isNew(_ cells: Cells, in reader: NetworkReader) -> Bool { true }

  consuming func join(_ reader: NetworkReader, _ cells: Cells) { reader.network.members.append(self) }
}

extension Position: NetworkRow {
  func isNew(_ cells: Cells, in reader: NetworkReader) -> Bool { true }

  consuming func join(_ reader: NetworkReader, _ cells: Cells) {
    let chain = reader.network.chains[self.chain]
    if let stage, !chain.stages.isEmpty, !chain.stages.containsExactly(stage) {
      // Written in other bytes it is the same stage.
      self.stage = chain.stages.first { $0 == stage }
      if self.stage == nil {
        cells.report(
          .error, PositionColumns.stage.head,
          Phrase(
            "“\(stage.shortened)” is not a stage of the chain “\(chain.id)”, which has: \(chain.stages.joined(separator: ", ")). Use one of these, or add it to chains.csv.",
            zh:
              "产业链“\(chain.id)”没有“\(stage.shortened)”这一环节，现有：\(chain.stages.joined(separator: "、"))。请改用其中之一，或在 chains.csv 中补上。"
          ))
      }
    }
    reader.network.positions.append(self)
  }
}

extension IdIndex {
  /// Whether no row before has the id; a second one is an error that names it.
  fileprivate mutating func isNew(_ id: String, at row: Int, _ column: ColumnHead, _ cells: Cells) -> Bool {
    guard insert(id, row: row) != nil else { return true }
    cells.report(
      .error, column,
      Phrase(
        "“\(id.shortened)” is the id of an earlier row. Give this row another id, or delete it.",
        zh: "编号“\(id.shortened)”在前面的行中已经用过。请改用另一个编号，或删除此行。"))
    return false
  }

  fileprivate mutating func insert(names: [String?], row: Int) {
    for name in names { insert(name: name, row: row) }
  }
}
