import KesiMatrix
import KesiNetwork

extension Format {
  /// A workbook: a sheet for each table, or sheets as offices keep them.
  static let workbook = Format(
    id: "workbook", name: Phrase("workbook", zh: "工作簿"), names: "workbooks",
    input: "a workbook (.xlsx)", suggestion: Phrase("a workbook (.xlsx)", zh: "一个工作簿（.xlsx）"),
    output: "the tables that people keep, a sheet each, with network.yml", endings: ["xlsx"],
    recognizes: { candidate in
      guard !candidate.isFolder else { return false }
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      return specimen.isZip || specimen.isCompound || workbookEndings.contains(specimen.ending)
    }, read: { try NetworkReader.read(workbook: $0, $1, on: $2) },
    writer: .network { network, path, wording, _ in
      try WorkbookTables(network: network, language: wording.language).write(to: path)
    },
    holds: Set(Holding.allCases).subtracting([.selfTies, .judgement]), heeds: [.language],
    honors: [.sheet, .decimal])
}

/// By which a file is known for a workbook, though another format may be in it: that is told by name then.
private let workbookEndings = ["xlsx", "xlsm", "xltx", "xltm", "xls", "et", "ett", "ods", "xlsb", "numbers"]

extension NetworkReader {
  /// Reads a workbook whose sheets are the tables of a network, or any that can be told by their heads and values.
  ///
  /// - Throws: `NoInput`, `NotEnoughMemory`; `BadData` with every problem where any is an error.
  static func read(
    workbook source: FileSource, _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    try read(sheetsOf: Workbook.read(source), options, on: parallel)
  }

  static func read(
    sheetsOf workbook: Workbook, _ options: ReadingOptions = ReadingOptions(), on parallel: Parallel = Parallel()
  ) throws -> NetworkReading {
    let sheets = try TableSheets(workbook)
    // A sheet that is named by the user is meant as it is.
    guard options.sheet == nil, !sheets.tables.isEmpty else {
      var settings = WideSheet.Settings()
      settings.sheets = options.sheet.map { [$0] } ?? []
      return try WideSheet(workbook, settings).reading()
    }
    let joins = [Table.ties, .members, .positions].contains { sheets.tables[$0] != nil }
    // A list of actors may stand beside sheets of other names that say who works with whom.
    if !joins, let reading = try office(workbook) { return reading }
    guard joins else { throw nothingJoins(workbook, sheets) }
    var reading =
      sheets.tables[.actors] == nil
      ? try readWithoutActors(sheets.tables, options, on: parallel)
      : try read(sheets: sheets.tables, profile: sheets.profile?.lines, options, on: parallel)
    reading.remarks = sheets.remarks + reading.remarks
    return reading
  }

  /// The sheets as an office keeps them; nil where they are none, so that the tables tell what they lack.
  private static func office(_ workbook: Workbook) throws -> NetworkReading? {
    do {
      let sheet = try WideSheet(workbook)
      return sheet.isPlausible ? try sheet.reading() : nil
    } catch is BadData {
      return nil
    }
  }

  private static func nothingJoins(_ workbook: Workbook, _ sheets: TableSheets) -> BadData {
    var failure = BadData([
      Problem(
        .error, .file(workbook.sheets.first?.file ?? ""),
        Phrase(
          "says who there is, but not who works with whom. Add a sheet ties (source, target), members or positions.",
          zh: "只有主体，没有说明谁与谁合作。请增加“联系”（甲方、乙方）、“成员”或“链位”工作表。"))
    ])
    failure.remarks = sheets.remarks
    return failure
  }
}

extension Sheet {
  /// The first column as the lines of a text, each where its row is.
  fileprivate var lines: [UInt8] {
    var lines: [UInt8] = []
    var number = 1
    for row in 0..<rowCount {
      let empty = max(0, self.number(ofRow: row) - number)
      lines += repeatElement(0x0A, count: empty)
      lines += text(row, 0).utf8
      lines.append(0x0A)
      number += empty + 1
    }
    return lines
  }
}
