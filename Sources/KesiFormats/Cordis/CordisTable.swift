import KesiNetwork

/// A column of a table that CORDIS publishes.
protocol CordisColumn: CaseIterable, RawRepresentable<Int>, Sendable {
  /// What exports of the years call it, small and without marks between words; the first that a table has is taken.
  var names: [String] { get }
  var isRequired: Bool { get }
}

/// A table of a CORDIS export: text with a row of heads, its columns in any order.
struct CordisTable<Column: CordisColumn> {
  let source: FileSource
  /// What messages call it.
  let file: String
  let log: ProblemLog

  /// A row, as long as it is looked at.
  struct Row {
    fileprivate let record: Record
    fileprivate let places: [Int?]

    var number: Int { record.row }

    /// The text of a cell; empty where there is none.
    subscript(column: Column) -> String {
      guard let place = places[column.rawValue] else { return "" }
      return record.string(record[place])
    }
  }

  /// Whether the first bytes of a file are the heads of such a table.
  static func recognizes(_ start: [UInt8]) -> Bool {
    start.withUnsafeBufferPointer { text in
      let text = UnsafeBufferPointer(rebasing: text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...])
      // The rows below may be cut off in the middle.
      guard let end = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
      let line = UnsafeBufferPointer(rebasing: text[..<end])
      var rows = TextRows(line, DialectGuess(line, isHead: { _ in false }).dialect)
      guard (try? rows.next()) == true else { return false }
      let places = places(in: rows.record.strings)
      return Column.allCases.allSatisfy { !$0.isRequired || places[$0.rawValue] != nil }
    }
  }

  /// Hands over each row; what is wrong with the table goes to the log.
  ///
  /// - Parameter progress: hears of the bytes read and those there are, now and then.
  func read(progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?, _ body: (Row) -> Void) throws {
    do {
      try source.opened(progress: progress).withBytes { bytes in
        try TextDecoding.withUTF8(bytes) { try rows(of: $0, progress, body) }
      }
    } catch let failure as TextDecoding.Failure {
      log.add(Problem(.error, .file(file), failure.message))
    } catch let failure as RecordFailure {
      log.add(Problem(.error, .line(file: file, failure.row), failure.message))
    }
  }

  private func rows(
    of text: UnsafeBufferPointer<UInt8>, _ progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?,
    _ body: (Row) -> Void
  ) throws {
    var rows = TextRows(text, DialectGuess(text, isHead: { _ in false }).dialect)
    guard try rows.next() else {
      log.add(
        Problem(
          .error, .file(file),
          Phrase("is empty. Download it from CORDIS again.", zh: "文件为空。请从 CORDIS 重新下载。")))
      return
    }
    let head = rows.record.strings
    let places = Self.places(in: head)
    for column in Column.allCases where column.isRequired && places[column.rawValue] == nil {
      let found = head.prefix(30).map(\.shortened)
      log.add(
        Problem(
          .error, .line(file: file, rows.record.row),
          Phrase(
            "has no column “\(column.names[0])”, which an export of CORDIS has. Its heads: \(found.joined(separator: ", ")). Give the file as CORDIS has it.",
            zh: "缺少 CORDIS 导出文件应有的“\(column.names[0])”列。现有表头：\(found.joined(separator: "、"))。请使用 CORDIS 的原始文件。")))
    }
    guard log.errorCount == 0 else { return }
    while try rows.next() {
      let record = rows.record
      if record.row % 8192 == 0 { progress?(record.start, text.count) }
      if let extra = record.firstCell(from: head.count) {
        log.add(
          Problem(
            .error, .line(file: file, record.row),
            Phrase(
              "this row has \(record.count.counted("cell")), the heads \(head.count): “\(record.string(extra).shortened)” is one too many. Download the file again, or quote the cell that holds the separator.",
              zh:
                "本行有 \(record.count) 个单元格，表头只有 \(head.count) 个，多出“\(record.string(extra).shortened)”。请重新下载，或将含分隔符的单元格用英文双引号括起来。"
            )))
        continue
      }
      body(Row(record: record, places: places))
    }
  }

  private static func places(in head: [String]) -> [Int?] {
    let names = head.map(plain)
    return Column.allCases.map { column in
      column.names.lazy.compactMap { name in names.firstIndex { $0 == name } }.first
    }
  }

  /// `organisationID`, `organization_id` → `organisationid`, `organizationid`
  private static func plain(_ head: String) -> String {
    String(String.UnicodeScalarView(head.lowercased().unicodeScalars.filter { $0 != "_" && $0 != " " && $0 != "-" }))
  }
}

/// What `organization.csv` has.
enum ParticipationColumn: Int, CordisColumn {
  case project, acronym, organization, name, shortName, activity, isSmall, city, country, region, place, url, role
  case contribution, netContribution, cost, hasEnded

  var names: [String] {
    switch self {
    case .project: ["projectid", "projectreference"]
    case .acronym: ["projectacronym"]
    // Before 2021 it was just the id.
    case .organization: ["organisationid", "organizationid", "id"]
    case .name: ["name"]
    case .shortName: ["shortname"]
    case .activity: ["activitytype"]
    case .isSmall: ["sme"]
    case .city: ["city"]
    case .country: ["country"]
    case .region: ["nutscode"]
    case .place: ["geolocation"]
    case .url: ["organizationurl", "organisationurl"]
    case .role: ["role"]
    case .contribution: ["eccontribution"]
    case .netContribution: ["neteccontribution"]
    case .cost: ["totalcost"]
    case .hasEnded: ["endofparticipation"]
    }
  }

  var isRequired: Bool {
    switch self {
    case .project, .organization, .name, .role: true
    default: false
    }
  }
}

/// What `project.csv` has.
enum ProjectColumn: Int, CordisColumn {
  case id, acronym, status, title, start, end, cost, contribution, call, topic, scheme, program, framework

  var names: [String] {
    switch self {
    case .id: ["id", "reference", "projectid"]
    case .acronym: ["acronym"]
    case .status: ["status"]
    case .title: ["title"]
    case .start: ["startdate"]
    case .end: ["enddate"]
    case .cost: ["totalcost"]
    case .contribution: ["ecmaxcontribution"]
    case .call: ["mastercall", "call"]
    case .topic: ["topics", "topic"]
    case .scheme: ["fundingscheme"]
    case .program: ["legalbasis", "programme", "program"]
    case .framework: ["frameworkprogramme"]
    }
  }

  var isRequired: Bool { self == .id || self == .acronym || self == .start }
}
