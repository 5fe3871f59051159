import KesiNetwork

/// What an import was not sure of: columns, kinds, cells, names.
struct DoubtList {
  private(set) var doubts: [ImportDoubt] = []

  init(
    _ parts: [SheetPart], _ rows: RowImport, _ mapping: SheetMapping, _ like: LikeNames.Found,
    isGuessed: Bool
  ) {
    if isGuessed { addColumns(mapping) }
    addCells(parts, rows.doubts)
    addKinds(rows.draft, parts, mapping)
    addYears(rows, parts)
    addNames(rows.draft, like, parts)
    addUnsought(like.unsought, parts)
  }

  /// Columns that are used but were not told surely, and those that could not be told at all.
  private mutating func addColumns(_ mapping: SheetMapping) {
    for layout in mapping.layouts {
      addKept(layout)
      addMarks(layout, .chainMark)
      addMarks(layout, .partnerMark)
      addMarks(layout, .projectMark)
      if let owner = layout.owner {
        doubts.append(
          ImportDoubt(
            0.5, .file(layout.sheets.first ?? ""),
            Phrase(
              "all rows were tied to “\(owner.shortened)”, as the title begins with it (basis inferred). If that is wrong, delete tied_to in mapping.yml.",
              zh: "标题以“\(owner.shortened)”开头，各行单位均与其建立联系（数据性质为推断）。如不对，请删去 mapping.yml 中的 tied_to。")))
      }
      for column in layout.columns where column.confidence < 0.85 && column.meaning != .ignore {
        if column.meaning.isMark { continue }
        if column.meaning == .keep || column.meaning == .personal && column.confidence > 0.7 { continue }
        doubts.append(
          ImportDoubt(
            column.confidence, .cell(file: layout.sheets.first ?? "", row: nil, column: column.label, columnZh: nil),
            Phrase(
              "was taken for “\(column.meaning.label.en)” (\(column.reason.en)). If that is wrong, change it under columns in mapping.yml.",
              zh: "按“\(column.meaning.label.zh)”读取（\(column.reason.zh)）。如不对，请在 mapping.yml 的 columns 下修改。")))
      }
    }
  }

  /// Columns that nothing tells, all in one line: they are kept, so nothing is lost.
  private mutating func addKept(_ layout: SheetLayout) {
    let labels = layout.columns.filter { $0.meaning == .keep && $0.confidence < 0.65 }.map { "“\($0.label.shortened)”" }
    guard !labels.isEmpty else { return }
    doubts.append(
      ImportDoubt(
        0.5, .file(layout.sheets.first ?? ""),
        Phrase(
          "\(labels.count.counted("column")) kept as \(labels.count == 1 ? "it is" : "they are"), unread: \(labels.listed(most: 12, in: .en) { $0 }). If one says what Kesi can use, give it a meaning under columns in mapping.yml.",
          zh:
            "有 \(labels.count) 列原样保留、未作解读：\(labels.listed(most: 12, in: .zh, by: "列") { $0 })。如其中有可用的内容，请在 mapping.yml 的 columns 下指定。"
        )))
  }

  /// Columns of marks, all in one line.
  private mutating func addMarks(_ layout: SheetLayout, _ meaning: ColumnMeaning) {
    // Not all are shown: the least sure are.
    let columns = layout.columns(meaning).enumerated().sorted {
      ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset)
    }.map(\.element)
    guard let first = columns.first, first.confidence < 0.85 else { return }
    doubts.append(
      ImportDoubt(
        first.confidence, .file(layout.sheets.first ?? ""),
        Phrase(
          "\(columns.count.counted("column")) of marks: \(columns.listed(most: 5, in: .en) { $0.label.shortened }) (\(meaning.label.en)). If that is wrong, change it under columns in mapping.yml.",
          zh:
            "有 \(columns.count) 列为打勾：\(columns.listed(most: 5, in: .zh, by: "列") { $0.label.shortened })（\(meaning.label.zh)）。如不对，请在 mapping.yml 的 columns 下修改。"
        )))
  }

  private mutating func addCells(_ parts: [SheetPart], _ cells: CellDoubts) {
    for (key, found) in cells.found.sorted(by: {
      ($0.key.sheet, $0.key.column, $0.value.rows[0]) < ($1.key.sheet, $1.key.column, $1.value.rows[0])
    }) {
      let samples = found.samples.map { "“\($0)”" }
      let message = key.sort.message(key.column)
      let rows = found.rows.map(String.init)
      let more = found.count > found.rows.count
      doubts.append(
        ImportDoubt(
          key.sort.confidence, .cell(file: parts[key.sheet].sheet.name, row: nil, column: key.column, columnZh: nil),
          Phrase(
            "\(found.count.counted("cell")) (\(samples.joined(separator: ", ")); \(found.count == 1 ? "row" : "rows") \(rows.joined(separator: ", "))\(more ? ", …" : "")): \(message.en)",
            zh:
              "\(found.count) 个单元格（如\(samples.joined(separator: "、"))，第 \(rows.joined(separator: "、")) 行\(more ? "等" : "")）：\(message.zh)"
          )))
    }
  }

  /// Kinds that no cell states: those that nothing tells, and those that a weak word tells.
  private mutating func addKinds(_ draft: NetworkDraft, _ parts: [SheetPart], _ mapping: SheetMapping) {
    let file = parts.first?.sheet.file ?? ""
    var unknown = draft.actors.filter { $0.kind == nil }.map(\.name)
    if mapping.namesApplicants { addPersons(among: &unknown, file) }
    if !unknown.isEmpty {
      doubts.append(
        ImportDoubt(
          0.2, .file(file),
          Phrase(
            "\(unknown.count.counted("organization")) of no kind, as neither a cell nor the name tells it: \(unknown.listed(most: 5, in: .en) { $0.shortened }). Fill in the kind in actors.csv.",
            zh: "有 \(unknown.count) 家单位看不出类型：\(unknown.listed(most: 5, in: .zh) { $0.shortened })。请在 actors.csv 中补填类型。")
        ))
    }
    var weak: [String: [String]] = [:]
    var words: [String] = []
    for actor in draft.actors {
      guard !actor.isKindStated, let kind = actor.kind, kind.confidence < 0.72 else { continue }
      if weak[kind.word] == nil { words.append(kind.word) }
      weak[kind.word, default: []].append(actor.name)
    }
    for word in words {
      guard let names = weak[word], let told = draft.actors.first(where: { $0.kind?.word == word })?.kind else {
        continue
      }
      let kind = Kind.builtIn.first { $0.id == told.kind }?.label ?? Phrase(told.kind, zh: told.kind)
      doubts.append(
        ImportDoubt(
          told.confidence * 0.8, .file(file),
          Phrase(
            "\(names.count.counted("organization")) taken for \(withArticle(kind.en)) by “\(word)”: \(names.listed(most: 5, in: .en) { $0.shortened }). If that is wrong, correct the kind in actors.csv, or add a column of kinds.",
            zh:
              "\(names.count) 家单位据“\(word)”归为\(kind.zh)：\(names.listed(most: 5, in: .zh) { $0.shortened })。如不对，请在 actors.csv 中改正，或在原表中增加类型列。"
          )))
    }
  }

  /// Persons apply for patents as well. Short names of companies may look like theirs, so they are told, not left out.
  private mutating func addPersons(among names: inout [String], _ file: String) {
    let persons = names.filter(ColumnProfile.isPerson)
    guard !persons.isEmpty else { return }
    names.removeAll(where: ColumnProfile.isPerson)
    doubts.append(
      ImportDoubt(
        0.3, .file(file),
        Phrase(
          "\(persons.count.counted("applicant")) \(persons.count == 1 ? "looks like a person" : "look like persons"), not organizations, and \(persons.count == 1 ? "counts as an actor" : "count as actors") of no kind: \(persons.listed(most: 5, in: .en) { $0.shortened }). Delete in the sheet, or in actors.csv and members.csv, those that are none of your cluster.",
          zh:
            "申请人中有 \(persons.count) 个名称像自然人而非单位，现按主体计入（类型为空）：\(persons.listed(most: 5, in: .zh, by: "个") { $0.shortened })。如不应计入，请在原表中删去，或导入后在 actors.csv 与 members.csv 中删除。"
        )))
  }

  /// Sheets whose year dates their rows.
  private mutating func addYears(_ rows: RowImport, _ parts: [SheetPart]) {
    for (sheet, count) in rows.datedBySheet.sorted(by: { $0.key < $1.key }) {
      guard let year = rows.years[sheet]?.year else { continue }
      doubts.append(
        ImportDoubt(
          0.65, .file(parts[sheet].sheet.name),
          Phrase(
            "\(count.counted("row")) without a date \(count == 1 ? "was" : "were") dated \(year), as the sheet is called so. If the work went on, write from when to when in a column of its own.",
            zh: "有 \(count) 行未写时间，已按工作表名记为 \(year) 年。如合作跨年，请增加起止时间列。")))
    }
  }

  private mutating func addNames(_ draft: NetworkDraft, _ like: LikeNames.Found, _ parts: [SheetPart]) {
    let file = parts.first?.sheet.file ?? ""
    let likeNames = like.pairs
    if like.unlisted > 0 {
      doubts.append(
        ImportDoubt(
          0.55, .file(file),
          Phrase(
            "\(like.unlisted.counted("further pair")) of like names \(like.unlisted == 1 ? "is" : "are") not listed in merges.csv, which has the \(Figure.count(likeNames.count).text) likeliest. Decide on these, and import again with --merges to see the others.",
            zh:
              "另有 \(like.unlisted) 对相近名称未列入 merges.csv（只列最可能的 \(likeNames.count) 对）。请先核定已列出的，再用 --merges 重新导入，即可看到其余。"
          )))
    }
    if !likeNames.isEmpty {
      doubts.append(
        ImportDoubt(
          0.4, .file(file),
          Phrase(
            "\(likeNames.count.counted("pair")) of names may each be one organization: \(likeNames.listed(most: 3, in: .en) { "\($0.name.shortened) = \($0.other.shortened)" }). Nothing was merged. Write yes under accept in merges.csv where they are, and import again with --merges.",
            zh:
              "有 \(likeNames.count) 对名称可能是同一单位：\(likeNames.listed(most: 3, in: .zh, by: "对") { "\($0.name.shortened) = \($0.other.shortened)" })。均未合并。如是同一单位，请在 merges.csv 的 accept 列填“是”，再用 --merges 重新导入。"
          )))
    }
    if !draft.forms.isEmpty {
      let shown = draft.forms.sorted { $0.key < $1.key }.map { (draft.actors[$0.key].name, $0.value.sorted()[0]) }
      doubts.append(
        ImportDoubt(
          0.9, .file(file),
          Phrase(
            "\(shown.count.counted("name")) written in several ways that differ in width, brackets, or blanks only, each taken as one: \(shown.listed(most: 3, in: .en) { "\($0.0.shortened) = \($0.1.shortened)" }).",
            zh:
              "有 \(shown.count) 个名称仅全半角、括号或空格写法不同，已视为同一单位：\(shown.listed(most: 3, in: .zh, by: "个") { "\($0.0.shortened) = \($0.1.shortened)" })。"
          )))
    }
    if draft.repeatedTies > 0 {
      let lost = draft.contradictedTies
      doubts.append(
        ImportDoubt(
          lost > 0 ? 0.5 : 0.75, .file(file),
          Phrase(
            "\(draft.repeatedTies.counted("tie")) repeated another in ends, kind, and time, as where either side names the other, and were taken once.\(lost > 0 ? " Of \(lost) of them, columns that are kept as they are were left out where the other row has something else." : "")",
            zh:
              "有 \(draft.repeatedTies) 条联系与另一条双方、方式、时间都相同（如双方各填一次），只计一次。\(lost > 0 ? "其中 \(lost) 条原样保留的列与另一条内容不同，未保留。" : "")"
          )))
    }
  }
  /// That some names were not held against others.
  private mutating func addUnsought(_ count: Int, _ parts: [SheetPart]) {
    guard count > 0 else { return }
    doubts.append(
      ImportDoubt(
        0.6, .file(parts.first?.sheet.file ?? ""),
        Phrase(
          "\(count.counted("name")) \(count == 1 ? "was" : "were") not held against longer ones, of which \(count == 1 ? "it" : "they") may be short forms: very many names are alike.",
          zh: "相近的名称过多，有 \(count) 个名称未与更长的名称比对，其中可能有简称。")))
  }
}

extension SheetMapping {
  /// Whether a column names who applied for patents, or holds them.
  fileprivate var namesApplicants: Bool {
    layouts.contains { layout in
      layout.columns.contains { column in
        [.members, .partners, .actor, .leader].contains(column.meaning)
          && (PatentHeads.areApplicants(column.label) || PatentHeads.areHolders(column.label))
      }
    }
  }
}
