import KesiNetwork

/// Which columns of a network the attributes of a graph are, and the rows in that order: decided once all attributes are
/// known.
struct GraphColumns<Row: NetworkRow> {
  let layout: TableLayout<Row>
  let rows: Sheet
  /// What is said of attributes that are not taken for what they are called.
  let remarks: [Problem]
  /// What the file calls each column.
  private let titles: [String]

  /// - Parameters:
  ///   - file: what messages call the table.
  ///   - misread: columns that do not hold what they should, and the first line that shows it.
  ///   - idle: the title of a column that says nothing, and is left out.
  ///   - calling: the title of a column by which rows are called that have no name; nil for that of ids.
  init(
    _ table: GraphTable, of file: String, notAs misread: [ExactText: Int], without idle: String?, named calling: String?
  ) {
    // A column without a title is neither used nor carried along.
    let named = Self.named(table.titles.map { $0 == idle ? "" : $0 }, misread, in: file)
    var (titles, rows) = (named.titles, table.rows)
    if Row.table == .actors || Row.table == .consortia {
      (titles, rows) = Self.withNames(titles, rows, calling)
    }
    layout = TableLayout(titles: titles)
    (self.rows, self.titles, remarks) = (rows, titles, named.remarks)
  }

  /// The titles of columns in which there are errors, with the first line of each, but for those without which a row is
  /// none, and for weights of which some are no numbers.
  func misread(by errors: [Problem], ownsWeights: Bool) -> [ExactText: Int] {
    var found: [ExactText: Int] = [:]
    for error in errors {
      guard case .cell(_, let row, let column, _) = error.place,
        let used = layout.used.first(where: { $0.column.head.id == column }), used.column.head.need != .value,
        found[ExactText(used.title)] == nil,
        !(column == TieColumns.weight.head.id && areWeights(used.place, ownsWeights))
      else { continue }
      found[ExactText(used.title)] = row ?? 1
    }
    return found
  }

  /// Whether a column of weights is one, so that a cell which is none is wrong. Numbers below 0 are no weights but signs
  /// of ties: then none of them is.
  ///
  /// - Parameter ownsWeights: whether that is a matter of course, unless there are such numbers.
  private func areWeights(_ place: Int, _ ownsWeights: Bool) -> Bool {
    var hasWeight = ownsWeights
    for row in 0..<rows.rowCount {
      // Infinity is no weight, but meant as one.
      guard let number = Double(decimal: rows.text(row, place)), !number.isNaN else { continue }
      if number < 0, number.isFinite { return false }
      hasWeight = true
    }
    return hasWeight
  }

  /// What attributes are called here: of two with one meaning the second gets a name of its own, and so does one that
  /// refers to tables which no graph has.
  private static func named(
    _ given: [String], _ misread: [ExactText: Int], in file: String
  ) -> (titles: [String], remarks: [Problem]) {
    var titles = given
    var remarks: [Problem] = []
    func rename(_ place: Int) {
      titles[place] = GraphTables.second(titles[place])
      while titles.indices.contains(where: { $0 != place && titles[$0].isExactly(titles[place]) }) {
        titles[place] = GraphTables.second(titles[place])
      }
    }
    for (place, title) in given.enumerated() {
      guard let line = misread[ExactText(title)] else { continue }
      rename(place)
      remarks.append(
        Problem(
          .warning, .line(file: file, line),
          Phrase(
            "the attribute “\(title.shortened)” does not hold what Kesi takes it for (such as numbers of 0 or more for weight, dates for from): it is passed on as “\(titles[place].shortened)” and counts for nothing.",
            zh:
              "属性“\(title.shortened)”的内容与其名称所指不符（如强度应为大于或等于 0 的数字，开始应为日期），现以“\(titles[place].shortened)”原样保留，不参与计算。"
          )))
    }
    while true {
      let layout = TableLayout<Row>(titles: titles)
      var others = layout.doubled.map(\.title)
      others += layout.used.filter { $0.column.content.refersToNothingHere(in: Row.table) }.map(\.title)
      let places = titles.indices.filter { place in others.contains { $0.isExactly(titles[place]) } }
      guard !places.isEmpty else { return (titles, remarks) }
      for place in places { rename(place) }
    }
  }

  /// The same with a name for each row, which is its id where it has no other, and the columns that a table must have.
  private static func withNames(
    _ given: [String], _ rows: Sheet, _ calling: String?
  ) -> (titles: [String], rows: Sheet) {
    var titles = given
    let missing = TableLayout<Row>(titles: titles).missing.map(\.id)
    titles += missing
    let layout = TableLayout<Row>(titles: titles)
    // Both are there now: every such table has them.
    let id = layout.used.first { $0.column.head.id == ActorColumns.id.head.id }?.place ?? 0
    let name = layout.used.first { $0.column.head.id == ActorColumns.name.head.id }?.place ?? 0
    let call = calling.flatMap { given.firstIndex(of: $0) }
    var named = Sheet(file: rows.file)
    named.reserve(rows: rows.rowCount, cells: rows.cellCount + rows.rowCount, bytes: rows.byteCount * 2)
    for row in 0..<rows.rowCount {
      named.beginRow(rows.number(ofRow: row))
      let fallback = call.map { rows.isEmpty(row, $0) ? id : $0 } ?? id
      for place in 0..<max(rows.width(ofRow: row), name + 1) {
        named.append(cell: rows, row, place == name && rows.isEmpty(row, name) ? fallback : place)
      }
    }
    return (titles, named)
  }
}

extension CellContent {
  /// Whether it means rows of a table that no graph file has.
  fileprivate func refersToNothingHere(in table: Table) -> Bool {
    guard case .reference(let referred, _) = self else { return false }
    return table == .ties ? referred != .actors : table == .consortia
  }
}

extension Sheet {
  /// Adds a cell of another sheet.
  fileprivate mutating func append(cell sheet: Sheet, _ row: Int, _ column: Int) {
    append(sheet.bytes(row, column), as: sheet.content(row, column))
  }
}
