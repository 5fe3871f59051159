import KesiNetwork

extension ResultTable {
  /// The tables of several networks as one, with a column before all others that names the network. A column that only some
  /// of them have is empty for the rest.
  public init(joining tables: [(network: String, table: ResultTable)]) {
    var heads: [Head] = []
    var places: [[Int]] = []
    for (_, table) in tables {
      var taken: Set<Int> = []
      places.append(
        table.columns.map { column in
          let place = heads.indices.first { heads[$0].id.isExactly(column.id) && !taken.contains($0) } ?? heads.count
          taken.insert(place)
          if place == heads.count { heads.append(column) } else { heads[place] = heads[place].joined(with: column) }
          return place
        })
    }
    for place in heads.indices where !places.allSatisfy({ $0.contains(place) }) { heads[place] = heads[place].optional }
    let rows = zip(tables, places).flatMap { item, places in
      item.table.rows.map { row in
        var cells = [Cell](repeating: .missing, count: heads.count + 1)
        cells[0] = .text(item.network)
        for (place, cell) in zip(places, row) {
          cells[place + 1] = heads[place].type.admits(cell) ? cell : .text(cell.plainText)
        }
        return cells
      }
    }
    self.init(
      heading: Heading(isIllustrative: tables.contains(where: \.table.heading.isIllustrative)),
      [Self.networkColumn.head] + heads, rows, called: tables.first?.table.name ?? Self.unnamed)
    appendices = tables.flatMap { network, table in
      table.appendices.map { appendix in
        Appendix(
          title: Phrase("\(network): \(appendix.title.en)", zh: "\(network)：\(appendix.title.zh)"),
          lines: appendix.lines)
      }
    }
  }

  static let networkColumn = Column<String>("network", Phrase("network", zh: "网络"), .id, means: [network]) { name, _ in
    .text(name)
  }

  private static let network = ColumnMeaning(
    Phrase("Of which network a row tells, as it was named in the call.", zh: "该行属于哪个网络，写调用时所给的名称。"),
    advice: Phrase("Given with --each, which answers for several networks in one table.", zh: "用 --each 一次处理多个网络时才有此列。")
  )
}

extension ResultTable.Head {
  /// What the columns of two tables are together.
  fileprivate func joined(with other: ResultTable.Head) -> ResultTable.Head {
    other.type == type ? self : of(type: type.joined(with: other.type))
  }
}

extension ColumnType {
  /// The narrowest type that both are of.
  fileprivate func joined(with other: ColumnType) -> ColumnType {
    switch (self, other) {
    case _ where self == other: self
    case (.optional(let type), .optional(let other)): .optional(type.joined(with: other))
    case (.optional(let type), _): .optional(type.joined(with: other))
    case (_, .optional(let other)): .optional(joined(with: other))
    case (.code(let codes), .code(let others)): .code(codes + others.filter { !codes.contains($0) })
    case (.whole, .real), (.whole, .fraction), (.whole, .number), (.real, .fraction), (.real, .number),
      (.fraction, .number),
      (.real, .whole), (.fraction, .whole), (.number, .whole), (.fraction, .real), (.number, .real),
      (.number, .fraction):
      .number
    // Columns of one id that hold numbers in one network and words in another: carried ones, which a text can hold.
    default: .text
    }
  }
}
