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
      settings.decimals = options.decimals
      settings.sheets = options.sheet.map { [$0] } ?? []
      return try WideSheet(workbook, settings, on: parallel).reading(on: parallel)
    }
    // Sheets of offices have such heads. Where these are none, the tables say what is wrong.
    if sheets.hasDoubledHeads, let reading = try? office(workbook, options, least: WideSheet.sure, on: parallel) {
      return reading
    }
    var reading: NetworkReading
    if let actors = sheets.tables[.actors] {
      let hasRelations = [Table.ties, .members, .positions].contains { sheets.tables[$0] != nil }
      guard hasRelations else {
        // Sheets of other names may say who works with whom.
        do {
          if let reading = try office(workbook, options, on: parallel) { return reading }
        } catch let failure as BadData {
          throw onlyActors(actors, others: failure.problems)
        }
        throw onlyActors(actors)
      }
      reading = try read(sheets: sheets.tables, profile: sheets.profile?.lines, options, on: parallel)
    } else {
      // Sheets of offices may be called as such tables are.
      if ![Table.ties, .members, .positions].contains(where: { sheets.tables[$0] != nil }),
        let reading = try? office(workbook, options, on: parallel)
      {
        return reading
      }
      reading = try readWithoutActors(sheets.tables, options, on: parallel)
    }
    reading.remarks = sheets.remarks + reading.remarks
    return reading
  }

  /// The sheets as an office keeps them; nil where it is likelier that they are none.
  ///
  /// - Parameter least: how sure it has to be that they are.
  /// - Throws: `BadData` where they are none.
  private static func office(
    _ workbook: Workbook, _ options: ReadingOptions, least: Double = WideSheet.plausible, on parallel: Parallel
  ) throws -> NetworkReading? {
    var settings = WideSheet.Settings()
    settings.decimals = options.decimals
    let sheet = try WideSheet(workbook, settings, on: parallel)
    return sheet.confidence >= least ? try sheet.reading(on: parallel) : nil
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
