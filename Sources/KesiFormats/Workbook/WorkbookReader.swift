import KesiMatrix
import KesiNetwork

extension Workbook {
  /// Reads a workbook of Excel 2007 or later (.xlsx, .xlsm, .xltx): its sheets in their order, hidden ones marked. Charts and
  /// dialogs are no tables and left out.
  ///
  /// - Throws: `NoInput` where it cannot be opened; `BadData` where it is another format, which is named with what to do,
  ///   locked, damaged, or larger than any table.
  /// - Complexity: O(bytes) time; memory for the texts of one sheet beside those of all.
  package static func read(_ source: FileSource, on parallel: Parallel = Parallel()) throws -> Workbook {
    let file = source.shortName
    do {
      let contents = try source.contents()
      let specimen = self.specimen(contents.bytes, source)
      guard specimen.isZip else { throw foreign(specimen, file) }
      let archive = try ZipArchive(contents, file: file)
      let opened = self.specimen(contents.bytes, source, entries: archive.entries.map(\.name))
      if ForeignFormat.of(opened) != nil { throw foreign(opened, file) }
      return try WorkbookReader(archive, on: parallel).read()
    } catch let problem as Problem {
      throw BadData([problem])
    }
  }

  private static func specimen(
    _ bytes: UnsafeRawBufferPointer, _ source: FileSource, entries: [String] = []
  ) -> ForeignFormat.Specimen {
    var start = Array(bytes.prefix(FileBytes.startLength))
    if let folder = CompoundFile.folder(start), folder < bytes.count {
      start += bytes[folder...].prefix(FileBytes.startLength)
    }
    return ForeignFormat.Specimen(start, path: source.plainName, entries: entries)
  }

  /// That something is of another format, or of none that is known.
  private static func foreign(_ specimen: ForeignFormat.Specimen, _ file: String) -> Problem {
    Problem(
      .error, .file(file),
      ForeignFormat.of(specimen)?.refusal
        ?? Phrase(
          "is no workbook, whatever its name says. Open it in Excel or WPS and save it as an Excel workbook (.xlsx).",
          zh: "不是工作簿，与其文件名不符。请在 Excel 或 WPS 中打开，另存为 Excel 工作簿（.xlsx）。"))
  }
}

/// Reads the parts of a workbook one after the other.
private struct WorkbookReader {
  private let file: String
  private let package: OfficePackage
  private let parallel: Parallel

  init(_ archive: ZipArchive, on parallel: Parallel) {
    file = archive.file
    package = OfficePackage(archive)
    self.parallel = parallel
  }

  func read() throws -> Workbook {
    guard let main = try package.relations().first(where: { $0.kind == "officeDocument" }) else {
      throw Problem(
        .error, .file(file),
        Phrase(
          "holds no workbook. Open it in Excel or WPS and save it as an Excel workbook (.xlsx).",
          zh: "其中没有工作簿。请在 Excel 或 WPS 中打开，另存为 Excel 工作簿（.xlsx）。"))
    }
    let list = WorkbookPart()
    try package.read(main.part, to: list)
    let relations = try package.relations(of: main.part)
    let styles = Styles()
    try read(relations, "styles", to: styles)
    let context = WorksheetPart.Context(
      formats: styles.formats, numbers: CellNumber(countsFrom1904: list.countsFrom1904),
      isUncalculated: list.isUncalculated)
    let parts = try sheetParts(of: list, relations, main.part)
    let bounds = SheetCells.Bounds()
    // Most of a workbook are its shared texts and its first sheet.
    var (strings, first) = try parallel.both {
      let part = SharedStringsPart()
      try read(relations, "sharedStrings", to: part)
      return part.strings
    } _: {
      try parts.first.map { try readCells(of: $0, within: bounds, context) }
    }
    var left = bounds
    var sheets: [Sheet] = []
    for part in parts {
      var cells = try first ?? readCells(of: part, within: left, context)
      first = nil
      let sheet = try cells.laidOut(strings, file: file, title: part.listed.title, isHidden: part.listed.isHidden)
      left.cells -= sheet.cellCount
      left.bytes -= sheet.byteCount
      sheets.append(sheet)
    }
    guard !sheets.isEmpty else {
      throw Problem(
        .error, .file(file),
        Phrase(
          "has no sheet of cells. Add one with a row for each actor or tie, or name another file.",
          zh: "没有工作表。请增加一张，每行写一个主体或一条联系；或指定其他文件。"))
    }
    return Workbook(sheets)
  }

  /// The sheets of cells, each with the part that it is.
  private func sheetParts(
    of list: WorkbookPart, _ relations: [OfficePackage.Relation], _ main: String
  ) throws -> [(listed: WorkbookPart.Listed, part: String)] {
    var parts: [(listed: WorkbookPart.Listed, part: String)] = []
    for listed in list.sheets {
      guard let relation = relations.first(where: { $0.id.isExactly(listed.relation) }) else {
        throw Problem(
          .error, .file(package.name(of: main)),
          Phrase(
            "names a sheet “\(listed.title.shortened)” that is not in the file: the workbook is damaged. Open it in Excel or WPS and save it.",
            zh: "其中列有工作表“\(listed.title.shortened)”，但文件中没有，工作簿已损坏。请在 Excel 或 WPS 中打开后重新保存。"))
      }
      guard relation.kind == "worksheet" else { continue }
      guard !parts.contains(where: { $0.part == relation.part }) else {
        throw Problem(
          .error, .file(package.name(of: main)),
          Phrase(
            "names a sheet “\(listed.title.shortened)” that is another sheet already: the workbook is damaged. Open it in Excel or WPS and save it.",
            zh: "其中工作表“\(listed.title.shortened)”与另一张表指向同一内容，工作簿已损坏。请在 Excel 或 WPS 中打开后重新保存。"))
      }
      parts.append((listed, relation.part))
    }
    return parts
  }

  private func readCells(
    of sheet: (listed: WorkbookPart.Listed, part: String), within bounds: SheetCells.Bounds,
    _ context: WorksheetPart.Context
  ) throws -> SheetCells {
    let part = WorksheetPart(
      SheetCells(name: Sheet(file: file, title: sheet.listed.title).name, within: bounds), context)
    try package.read(sheet.part, to: part)
    return part.cells
  }

  /// Reads the part of a kind, where there is one.
  private func read(_ relations: [OfficePackage.Relation], _ kind: String, to handler: some XMLHandler) throws {
    guard let relation = relations.first(where: { $0.kind == kind }) else { return }
    try package.read(relation.part, to: handler)
  }
}

/// A container of many files in sectors (MS-CFB), as Office wrote until 2003.
private enum CompoundFile {
  /// Where the names of what it holds begin; nil where the bytes are the start of no such file.
  static func folder(_ start: [UInt8]) -> Int? {
    guard start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), start.count >= 52 else { return nil }
    let sector = start[48..<52].reversed().reduce(0) { $0 << 8 | Int($1) }
    // Sectors have 512 or 4096 bytes; the first comes after the head.
    return (sector + 1) << (start[30] == 12 ? 12 : 9)
  }
}
