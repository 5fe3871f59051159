import KesiMatrix
import KesiNetwork

/// Sheets as offices keep them, read as a network: a row an enterprise, a project, a pair or a membership, partners in a
/// cell. What each column is, is told from its head and its values, or said by a mapping.
///
/// Whatever was guessed is in ``doubts``, the least sure first, and in ``mapping``, which can be corrected and given back.
package struct WideSheet: Sendable {
  /// How the sheets were read.
  package let mapping: SheetMapping
  /// The tables that were made of them.
  private let tables: DraftTables
  /// What they are called in a row above the header.
  package let title: String?
  /// The files that they are from.
  package let files: [String]
  package let doubts: [ImportDoubt]
  /// Pairs of names that may be one organization.
  package let likeNames: [LikeNames]
  /// What was said of names before.
  private let merges: NameMerges
  package let tally: [SheetTally]
  /// How sure it is that these are such sheets, from 0 to 1.
  package let confidence: Double

  /// What an import can be told.
  package struct Settings: Sendable {
    package var mapping: SheetMapping?
    package var merges = NameMerges()
    /// What those are whom the rows are about.
    package var actorKind: String?
    /// The sheets to read, by their names; all but hidden ones where none are named.
    package var sheets: [String] = []
    /// The sign before decimals, where it is said.
    package var decimals: WrittenNumber.DecimalSign?

    package init() {}
  }

  /// - Throws: `BadData` where no sheet names organizations, or a mapping does not fit.
  package init(
    _ workbook: Workbook, _ settings: Settings = Settings(), on parallel: Parallel = Parallel()
  ) throws {
    if settings.mapping == nil, ResultSheets.areIn(workbook) {
      throw ResultSheets.refusal(of: workbook.sheets.first?.file ?? "")
    }
    let chosen = try Self.chosen(workbook, settings.sheets)
    guard !chosen.sheets.isEmpty else { throw Self.nothingShown(chosen.unread) }
    try SheetBounds.check(chosen.sheets)
    let choice =
      try settings.mapping.map { try LayoutChoice(chosen.sheets, by: $0.with(settings.decimals), on: parallel) }
      ?? LayoutChoice(chosen.sheets, decimals: settings.decimals, on: parallel)
    guard choice.problems.isEmpty else { throw BadData(choice.problems) }
    guard !choice.parts.isEmpty else { throw choice.nothingFound }
    let rows = try RowImport(
      choice.parts, merges: settings.merges, subjectKind: settings.actorKind, on: parallel)
    var mapping = choice.mapping
    if settings.mapping == nil { mapping.skipped += chosen.unread }
    if let kind = settings.actorKind {
      for place in mapping.layouts.indices { mapping.layouts[place].actorKind = kind }
    }
    self.mapping = mapping
    merges = settings.merges
    tables = DraftTables(rows.draft, choice.parts)
    title = choice.parts.lazy.compactMap(\.header.title).first
    var files: [String] = []
    for part in choice.parts where !files.contains(part.sheet.file) { files.append(part.sheet.file) }
    self.files = files
    let like = try LikeNames.search(
      among: rows.draft.actors.map { LikeNames.Candidate(name: $0.name, mentions: $0.mentions, kind: $0.kind?.kind) },
      after: settings.merges, on: parallel)
    likeNames = like.pairs
    tally = choice.parts.enumerated().map { SheetTally($1, unnamed: rows.unnamed[$0] ?? []) }
    confidence = choice.parts.map(\.confidence).max() ?? 0
    doubts =
      (choice.doubts + DoubtList(choice.parts, rows, mapping, like, isGuessed: settings.mapping == nil).doubts)
      .enumerated().sorted { ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset) }.map(\.element)
  }

  /// That all sheets are hidden or are pages for people.
  private static func nothingShown(_ unread: [SheetMapping.SkippedSheet]) -> BadData {
    BadData(
      unread.map { skipped in
        Problem(
          .error, .file(skipped.sheet),
          Phrase(
            "\(skipped.reason.en), and no other sheet is there to read. If it is meant, show it, or call it otherwise.",
            zh: "\(skipped.reason.zh)，又没有其他可读的工作表。如需读取，请取消隐藏或改名。"))
      })
  }

  /// That a workbook is a network in tables of Kesi's own, as `kesi new` makes it to fill in: `check` and `convert` read
  /// it, and an import, which tells columns by their values, would take it for something else. Nil where it is none.
  package static func refusal(of workbook: Workbook) throws -> BadData? {
    let sheets = try TableSheets(workbook)
    let isTemplate = workbook.sheets.contains { NetworkSheets.isPage($0.title) } || sheets.profile != nil
    let hasRelations = [Table.ties, .members, .positions].contains { sheets.tables[$0] != nil }
    guard !sheets.hasDoubledHeads, !sheets.tables.isEmpty,
      isTemplate || sheets.tables[.actors] != nil && hasRelations
    else { return nil }
    let file = workbook.sheets.first?.file ?? ""
    let names = sheets.tables.values.map(\.title).sorted()
    return BadData([
      Problem(
        .error, .file(file),
        Phrase(
          "holds a network in tables of Kesi's own already (\(names.joined(separator: ", "))), so nothing is to be guessed. Use it as it is, as in kesi check \(file), or make tables of it with kesi convert \(file) -o FOLDER/. To read one of its sheets all the same, name it with --sheet.",
          zh:
            "已是 kesi 的标准数据表（\(names.joined(separator: "、"))），无需识别。可直接使用，如 kesi check \(file)；或用 kesi convert \(file) -o 文件夹/ 转为数据表。如仍要按台账读取其中某张表，请用 --sheet 指定。"
        ))
    ])
  }

  /// So sure it is that these are such sheets at all, more likely than not.
  static let plausible = 0.5
  /// So sure it is that heads and values agree on who is meant: no column of theirs is a doubt.
  static let sure = 0.85

  /// Whether the first rows of a text of separated values are of such a sheet, more likely than not.
  static func isPlausible(_ sample: Sheet) -> Bool {
    // A run that nobody can stop is not cancelled.
    (try? LayoutChoice([sample], on: Parallel()))?.parts.contains { $0.confidence >= plausible } ?? false
  }

  private static func chosen(
    _ workbook: Workbook, _ names: [String]
  ) throws -> (sheets: [Sheet], unread: [SheetMapping.SkippedSheet]) {
    guard names.isEmpty else {
      for name in names where !workbook.sheets.contains(where: { $0.title.isExactly(name) }) {
        let known = workbook.sheets.map(\.title.shortened)
        throw BadData([
          Problem(
            .error, .file(workbook.sheets.first?.file ?? ""),
            known.allSatisfy(\.isEmpty)
              ? Phrase("is one table and has no sheets. Leave out --sheet.", zh: "只有一张表，没有工作表之分。请去掉 --sheet。")
              : Phrase(
                "has no sheet “\(name.shortened)”. It has: \(known.joined(separator: ", ")).",
                zh: "没有名为“\(name.shortened)”的工作表。现有：\(known.joined(separator: "、"))。"))
        ])
      }
      return (workbook.sheets.filter { names.containsExactly($0.title) }, [])
    }
    let unread = workbook.sheets.compactMap { sheet -> SheetMapping.SkippedSheet? in
      if sheet.isHidden {
        return SheetMapping.SkippedSheet(sheet: sheet.name, reason: Phrase("is hidden", zh: "隐藏的工作表"))
      }
      guard NetworkSheets.isPage(sheet.title) else { return nil }
      return SheetMapping.SkippedSheet(
        sheet: sheet.name, reason: Phrase("is a page of words and examples", zh: "为说明或示例页"))
    }
    return (workbook.sheets.filter { !$0.isHidden && !NetworkSheets.isPage($0.title) }, unread)
  }
}

/// How the rows of a sheet were taken.
package struct SheetTally: Sendable {
  package let sheet: String
  package let headerRow: Int
  package let rows: Int
  /// The rows that were left out, by why.
  package let leftOut: [(reason: Phrase, rows: [Int])]

  init(_ part: SheetPart, unnamed: [Int]) {
    sheet = part.sheet.name
    headerRow = part.sheet.number(ofRow: part.header.rows.upperBound - 1)
    rows = part.rows.count - unnamed.count
    var leftOut = LeftOutReason.allCases.map { reason in
      (reason.label, part.leftOut.filter { $0.reason == reason }.map(\.row))
    }
    leftOut.append((LeftOutReason.unnamed.label, unnamed))
    self.leftOut = leftOut.filter { !$0.1.isEmpty }.map { (reason: $0.0, rows: $0.1) }
  }
}

extension SheetPart {
  /// How sure it is that this is a sheet of organizations and what joins them.
  var confidence: Double {
    func best(_ meanings: ColumnMeaning...) -> Double {
      columns.filter { meanings.contains($0.meaning) }.map(\.mapped.confidence).max() ?? 0
    }
    switch shape {
    case .project: return min(best(.project), best(.leader, .members, .actor))
    case .chains: return min(best(.chain) > 0 ? 1 : 0.8, best(.stageMembers))
    case .ties: return min(best(.actor), layout.owner == nil ? best(.partners, .partnerMark, .projectMark) : 1)
    // What kind each is, or where, joins nobody.
    case .actors: return min(best(.actor), max(best(.chain, .chainAndStage, .chainMark), best(.kind, .zone) * 0.5))
    }
  }
}

extension WideSheet {
  /// What `network.yml` says of it: its title and where it is from.
  package var profile: Profile {
    var profile = Profile()
    let name = title ?? files.first.map(Self.stem) ?? ""
    if !name.isEmpty { profile.title = Phrase(name, zh: name) }
    profile.source = files.joined(separator: "; ")
    return profile
  }

  /// The name of a file without its ending.
  private static func stem(_ file: String) -> String {
    guard let ending = FileEnding(of: file) else { return file }
    return String(file.unicodeScalars.dropLast(ending.word.unicodeScalars.count + 1))
  }

  /// The network that the tables make.
  ///
  /// - Throws: `BadData` where they make none.
  package func network(on parallel: Parallel = Parallel()) throws -> NetworkReading {
    try NetworkReader.read(
      tables: tables.sources(on: parallel), profile: ProfileWriter.text(of: profile).map { .bytes($0) },
      ReadingOptions(), on: parallel)
  }
}

extension WideSheet {
  /// Makes a folder of the tables, with how they were read: as a whole or not at all.
  package func write(
    _ network: Network, to folder: String, in language: Language, on parallel: Parallel = Parallel()
  ) throws {
    try TablesWriter(network).write(
      to: folder,
      with: [
        (MappingWriter.file, MappingWriter.text(of: mapping, in: language)),
        (MergesFile.name, MergesFile.text(of: likeNames, after: merges, in: language)),
      ], on: parallel)
  }
}
