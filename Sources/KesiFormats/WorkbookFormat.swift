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
    try read(sheetsOf: Workbook.read(source, on: parallel), options, on: parallel)
  }

  static func read(
    sheetsOf workbook: consuming Workbook, _ options: ReadingOptions = ReadingOptions(),
    on parallel: Parallel = Parallel()
  ) throws -> NetworkReading {
    let sheets = try TableSheets(copy workbook)
    // A sheet that is named by the user is meant as it is.
    guard options.sheet == nil, !sheets.tables.isEmpty else {
      var settings = WideSheet.Settings()
      settings.decimals = options.decimals
      settings.sheets = options.sheet.map { [$0] } ?? []
      return try WideSheet(workbook, settings, on: parallel).reading(on: parallel)
    }
    var office = OfficeReading(workbook, options, parallel)
    let hasRelations = [Table.ties, .members, .positions].contains { sheets.tables[$0] != nil }
    // Sheets of offices have such heads. Where these are none, the tables say what is wrong.
    if sheets.hasDoubledHeads, let reading = try office.read(least: WideSheet.sure) { return reading }
    // They may be called as such tables are, and sheets of other names may say who works with whom.
    if !hasRelations, let reading = try office.read(least: WideSheet.plausible) { return reading }
    var reading: NetworkReading
    do {
      if let actors = sheets.tables[.actors] {
        guard hasRelations else { throw onlyActors(.sheet(actors)) }
        reading = try read(sheets: sheets.tables, profile: sheets.profile?.lines, options, on: parallel)
      } else {
        reading = try readWithoutActors(
          sheets.tables.mapValues(TableSource.sheet), of: sheets.tables.values.first?.file ?? "", options, on: parallel)
      }
    } catch let failure as BadData {
      throw office.adding(to: failure)
    }
    reading.remarks = sheets.remarks + reading.remarks
    return reading
  }
}

/// A workbook with sheets that are called as tables are, read as one that an office keeps.
private struct OfficeReading {
  private let workbook: Workbook
  private let options: ReadingOptions
  private let parallel: Parallel
  /// Why it is none; nil where that was not tried, or it is likelier that it is none.
  private var refusal: Problem?

  init(_ workbook: Workbook, _ options: ReadingOptions, _ parallel: Parallel) {
    (self.workbook, self.options, self.parallel) = (workbook, options, parallel)
  }

  /// - Parameter least: how sure it has to be.
  /// - Returns: nil where it is none.
  mutating func read(least: Double) throws -> NetworkReading? {
    var settings = WideSheet.Settings()
    settings.decimals = options.decimals
    do {
      let sheet = try WideSheet(workbook, settings, on: parallel)
      return sheet.confidence >= least ? try sheet.reading(on: parallel) : nil
    } catch let failure as BadData {
      refusal = failure.problems.first
      return nil
    }
  }

  /// Why its tables cannot be read, and why it is no sheet of an office.
  func adding(to failure: BadData) -> BadData {
    guard let refusal else { return failure }
    let message = Phrase(
      "Read by its heads and values instead, as sheets of offices are: \(refusal.message.en)",
      zh: "也试过按台账识别（按表头和内容），未成功：\(refusal.message.zh)")
    var both = BadData(
      failure.problems + [Problem(.error, refusal.place, message)], count: failure.count + 1)
    (both.warnings, both.warningCount, both.remarks) = (failure.warnings, failure.warningCount, failure.remarks)
    return both
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
