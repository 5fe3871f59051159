import KesiMatrix
import KesiNetwork

/// Which sheets of a workbook are read, and how: by what they look like, or by a mapping that is given.
struct LayoutChoice {
  private(set) var mapping = SheetMapping()
  /// The sheets that are read, in their order.
  private(set) var parts: [SheetPart] = []
  private(set) var problems: [Problem] = []
  private(set) var doubts: [ImportDoubt] = []
  /// The sheets that are not read, for who asks why.
  private var unread: [(sheet: Sheet, heads: [String], refusal: Phrase?)] = []

  /// Tells each sheet by itself; sheets that look alike are read by one layout.
  ///
  /// - Parameter decimals: the sign before decimals, where it is said.
  init(_ sheets: [Sheet], decimals: WrittenNumber.DecimalSign? = nil, on parallel: Parallel) throws(Cancelled) {
    for section in sheets.flatMap(SheetSection.all) {
      let sheet = section.sheet
      if FormSheet.isOne(sheet) {
        skip(section, FormSheet.reason, [], FormSheet.refusal)
        continue
      }
      if TurnedSheet.isOne(sheet) {
        skip(section, TurnedSheet.reason, [], TurnedSheet.refusal)
        continue
      }
      guard let header = SheetHeader.find(in: sheet, upTo: section.header) else {
        if let heads = YearTable.heads(of: sheet) {
          skip(section, YearTable.reason, heads, YearTable.refusal(heads))
          continue
        }
        skip(
          section, sheet.rowCount == 0 ? Phrase("is empty", zh: "空表") : Phrase("no header was found", zh: "未找到表头"), [])
        continue
      }
      let rows = SheetBounds.sample(header.rows.upperBound..<max(header.rows.upperBound, sheet.rowCount)).filter {
        header.reasonToLeaveOut($0, of: sheet) == nil
      }
      guard !rows.isEmpty else {
        skip(section, Phrase("has no rows of data", zh: "没有数据行"), header.heads.map(\.label))
        continue
      }
      var layout = SheetLayout()
      layout.sheets = [sheet.name]
      layout.headerLines = header.rows.count
      layout.unit = header.unit
      let guess = try LayoutGuess(header, rows: rows, of: sheet, on: parallel)
      (layout.columns, layout.owner) = (guess.columns, guess.owner)
      layout.set(decimals)
      if let place = mapping.layouts.firstIndex(where: { $0.isAlike(layout) }) {
        if mapping.layouts[place].sheets.last != sheet.name { mapping.layouts[place].sheets.append(sheet.name) }
        mapping.layouts[place].add(layout.columns)
        layout = mapping.layouts[place]
      } else if layout.shape != nil {
        mapping.layouts.append(layout)
      }
      guard let part = try SheetPart(sheet, layout, header, on: parallel) else {
        skip(section, Phrase("no column names organizations", zh: "没有单位名称列"), header.heads.map(\.label))
        continue
      }
      for meaning in part.partnerGroups.ungrouped {
        doubts.append(ImportDoubt(0.2, .file(part.name), Self.ungrouped(meaning, in: part)))
      }
      look(at: part)
      parts.append(part)
    }
  }

  /// By a mapping nothing is guessed: a sheet is read by the layout whose columns it has.
  init(_ sheets: [Sheet], by mapping: SheetMapping, on parallel: Parallel) throws(Cancelled) {
    self.mapping = mapping
    let used = sheets.filter { sheet in !mapping.skipped.contains { $0.sheet.isExactly(sheet.name) } }
    for section in used.flatMap(SheetSection.all)
    where !mapping.skipped.contains(where: { $0.sheet.isExactly(section.name) }) {
      let sheet = section.sheet
      var best: (part: SheetPart, missing: [MappedColumn], share: Double)?
      for layout in mapping.layouts {
        let labels = Set(layout.columns.map { NameKey($0.label).text })
        guard
          let header = SheetHeader.find(labels, lines: layout.headerLines, in: sheet, upTo: section.header),
          let part = try SheetPart(sheet, layout, header, on: parallel)
        else { continue }
        let share = Double(part.columns.count) / Double(max(1, layout.columns.count))
        if share > best?.share ?? 0 { best = (part, part.goneColumns.filter { !$0.isOptional }, share) }
      }
      guard let best, best.share >= 0.4 else {
        skip(section, Phrase("no layout of the mapping has its columns", zh: "映射文件中没有与之相符的版式"), [])
        continue
      }
      for column in best.missing {
        problems.append(
          Problem(
            .error, .file(sheet.name),
            Phrase(
              "the column “\(column.label.shortened)” of the mapping (\(column.meaning.label.en)) is not there; the sheet has: \(best.part.header.heads.prefix(12).map(\.label.shortened).joined(separator: ", ")). Correct the name in mapping.yml, or write optional: true under it.",
              zh:
                "缺少映射文件中的“\(column.label.shortened)”列（\(column.meaning.label.zh)），现有：\(best.part.header.heads.prefix(12).map(\.label.shortened).joined(separator: "、"))。请在 mapping.yml 中改正列名，或在该列下写 optional: true。"
            )))
      }
      for meaning in best.part.partnerGroups.ungrouped {
        problems.append(Problem(.error, .file(sheet.name), Self.ungrouped(meaning, in: best.part)))
      }
      for head in best.part.newHeads {
        doubts.append(
          ImportDoubt(
            0.4, .cell(file: sheet.name, row: nil, column: head, columnZh: nil),
            Phrase(
              "is a new column that the mapping does not have: it is not used. Add it to mapping.yml where it is to be read.",
              zh: "为新增列，映射文件中没有，未使用。如需读取，请写入 mapping.yml。")))
      }
      look(at: best.part)
      parts.append(best.part)
    }
  }

  /// That columns are each about a partner, and where they stand does not tell about which.
  private static func ungrouped(_ meaning: ColumnMeaning, in part: SheetPart) -> Phrase {
    let labels = part.columns(meaning).map { "“\($0.mapped.label.shortened)”" }
    return Phrase(
      "\(labels.joined(separator: ", ")) (\(meaning.label.en)) stand neither each behind nor each before a column of partners of its own, so nothing is read of them. Move each right behind its partner in the sheet, or write keep for them in mapping.yml.",
      zh:
        "\(labels.joined(separator: "、"))（\(meaning.label.zh)）与各合作单位列的对应关系不明（应一律在所属合作单位列之后，或一律在其之前），无法读取。请在原表中移到所属合作单位列之后，或在 mapping.yml 中将这些列改为 keep。"
    )
  }

  private mutating func skip(
    _ section: SheetSection, _ reason: Phrase, _ heads: [String], _ refusal: Phrase? = nil
  ) {
    mapping.skipped.append(SheetMapping.SkippedSheet(sheet: section.name, reason: reason))
    unread.append((section.sheet, heads, refusal))
    let sheet = section.sheet
    guard !section.isWhole, sheet.rowCount > 0, sheet.hasRowOfSeveral else { return }
    let (first, last) = (sheet.number(ofRow: 0), sheet.number(ofRow: sheet.rowCount - 1))
    doubts.append(
      ImportDoubt(
        0.2, .file(sheet.name),
        Phrase(
          "rows \(first) to \(last) are a table of their own, which was left out: \(reason.en). If it is needed, put it on a sheet of its own, under heads such as 企业名称, 合作单位.",
          zh:
            "第 \(first) 至 \(last) 行是另一张表，未读取：\(reason.zh)。如需读取，请移到单独的工作表，列名如“企业名称”“合作单位”。")))
  }

  /// Says what of a sheet is not as people see it, or not read.
  private mutating func look(at part: SheetPart) {
    for meaning in part.partnerGroups.unsure {
      let labels = part.columns(meaning).map { "“\($0.mapped.label.shortened)”" }
      doubts.append(
        ImportDoubt(
          0.4, .file(part.name),
          Phrase(
            "\(labels.joined(separator: ", ")) (\(meaning.label.en)) were each taken for the partner before; they may as well be about the partner behind. If so, move each right behind its partner in the sheet.",
            zh:
              "\(labels.joined(separator: "、"))（\(meaning.label.zh)）均按其前一列的合作单位读取，也可能属于后一列的合作单位。如是后者，请在原表中移到所属合作单位列之后。"
          )))
    }
    if part.hasYears {
      doubts.append(
        ImportDoubt(
          0.6, .file(part.name),
          Phrase(
            "all numbers under the names of partners are years, and were taken for since when they work together, with a weight of 1. If they are amounts, write their unit behind them.",
            zh: "合作单位名下的数字均为年份，已作为合作起始时间，强度按 1 计。如是金额，请在数字后写明单位。")))
    }
    let lost = part.header.rowsLost(in: part.sheet).map(part.sheet.number)
    if let first = lost.first, let last = lost.last {
      doubts.append(
        ImportDoubt(
          0.2, .file(part.name),
          Phrase(
            "\(lost.count.counted("row")) above the header in row \(part.sheet.number(ofRow: part.header.rows.lowerBound)) read like data and \(lost.count == 1 ? "was" : "were") left out (\(first) to \(last)). If they are a table, put it on a sheet of its own, with its heads in the first row.",
            zh:
              "表头（第 \(part.sheet.number(ofRow: part.header.rows.lowerBound)) 行）之上有 \(lost.count) 行像是数据（第 \(first) 至 \(last) 行），未读取。如是另一张表，请移到单独的工作表，首行写列名。"
          )))
    }
    let foot = part.leftOut.filter { $0.reason == .foot }.map(\.row)
    if !foot.isEmpty {
      doubts.append(
        ImportDoubt(
          0.55, .file(part.name),
          Phrase(
            "\(foot.count.counted("row")) below the total \(foot.count == 1 ? "was" : "were") left out, as \(foot.count == 1 ? "it has" : "they have") no number of a row or name\(foot.count == 1 ? "s" : "") nobody: \(foot.listed(most: 5, in: .en) { String($0) }). If they are data, put them above the total.",
            zh:
              "合计行以下有 \(foot.count) 行没有序号或未写单位，未读取：\(foot.rowsListedInChinese)。如是数据，请移到合计行以上。"
          )))
    }
    let hidden = Set(part.sheet.hiddenRows)
    let rows = part.rows.map(part.sheet.number).filter(hidden.contains)
    if !rows.isEmpty {
      doubts.append(
        ImportDoubt(
          0.6, .file(part.name),
          Phrase(
            "\(rows.count.counted("row")) hidden in the workbook, as by a filter, \(rows.count == 1 ? "was" : "were") read like the others: \(rows.listed(most: 5, in: .en) { String($0) }). If they should not count, delete them.",
            zh:
              "有 \(rows.count) 行在工作簿中是隐藏的（如被筛选），已照常读取：\(rows.rowsListedInChinese)。如不应计入，请删除这些行。"
          )))
    }
    let columns = part.columns.filter { $0.meaning.isRead && part.sheet.hiddenColumns.contains($0.place) }
    if !columns.isEmpty {
      doubts.append(
        ImportDoubt(
          0.5, .file(part.name),
          Phrase(
            "\(columns.count.counted("column")) hidden in the workbook \(columns.count == 1 ? "was" : "were") read like the others: \(columns.listed(most: 5, in: .en) { "“\($0.mapped.label.shortened)”" }). If they should not count, write ignore for them in mapping.yml, or delete them.",
            zh:
              "有 \(columns.count) 列在工作簿中是隐藏的，已照常读取：\(columns.listed(most: 5, in: .zh, by: "列") { "“\($0.mapped.label.shortened)”" })。如不应计入，请在 mapping.yml 中写 ignore，或删除这些列。"
          )))
    }
  }

  /// That nothing could be read: what stands there, what was looked for, what to do.
  var nothingFound: BadData {
    // What is to be done to many sheets alike is said once.
    var refused = Set<String>()
    return BadData(
      unread.filter { $0.refusal.map { refused.insert($0.en).inserted } ?? true }.map { sheet, heads, refusal in
        if let refusal { return Problem(.error, .file(sheet.name), refusal) }
        let shown = heads.prefix(12).map(\.shortened)
        return Problem(
          .error, .file(sheet.name),
          Phrase(
            heads.isEmpty
              ? "no header was found. The first rows should name the columns, such as 企业名称 and 合作单位, or organisation and partners."
              : "no column was found that names organizations. The header has: \(shown.joined(separator: ", ")). Looked for heads such as 企业名称, 单位名称, 合作单位, 牵头单位, organisation, partners. Rename a column, or write in a file mapping.yml “\(SheetMapping.example(shown.first ?? "…", .actor))” and give it to kesi import sheet --mapping.",
            zh: heads.isEmpty
              ? "未找到表头。前几行应写明列名，如“企业名称”“合作单位”。"
              : "未找到单位名称列。现有表头：\(shown.joined(separator: "、"))。可识别的列名如：企业名称、单位名称、合作单位、牵头单位。请修改列名，或在 mapping.yml 文件中写明“\(SheetMapping.example(shown.first ?? "…", .actor))”，用 kesi import sheet --mapping 导入。"
          ))
      })
  }
}

extension SheetLayout {
  /// Whether another was made for sheets of the same columns, as years of one register are.
  fileprivate func isAlike(_ other: SheetLayout) -> Bool {
    let (mine, others) = (Set(columns.map { NameKey($0.label) }), Set(other.columns.map { NameKey($0.label) }))
    let common = mine.intersection(others).count
    guard headerLines == other.headerLines, shape == other.shape || other.shape == nil, common > 1 else { return false }
    return Double(common) >= 0.7 * Double(max(mine.count, others.count))
  }

  /// Columns that only a later sheet has.
  fileprivate mutating func add(_ others: [MappedColumn]) {
    let labels = Set(columns.map { NameKey($0.label) })
    for place in columns.indices where !others.contains(where: { NameKey($0.label) == NameKey(columns[place].label) }) {
      columns[place].isOptional = true
    }
    for var column in others where !labels.contains(NameKey(column.label)) {
      if !column.meaning.mayRepeat, has(column.meaning) { column.meaning = .keep }
      column.isOptional = true
      columns.append(column)
    }
  }
}

extension Sheet {
  /// Whether any row has several values.
  fileprivate var hasRowOfSeveral: Bool { (0..<rowCount).contains { valueCount(ofRow: $0) > 1 } }
}
