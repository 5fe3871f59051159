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
    for sheet in sheets {
      if FormSheet.isOne(sheet) {
        skip(sheet, FormSheet.reason, [], FormSheet.refusal)
        continue
      }
      guard let header = SheetHeader.find(in: sheet) else {
        skip(sheet, sheet.rowCount == 0 ? Phrase("is empty", zh: "空表") : Phrase("no header was found", zh: "未找到表头"), [])
        continue
      }
      let rows = SheetBounds.sample(header.rows.upperBound..<max(header.rows.upperBound, sheet.rowCount)).filter {
        header.reasonToLeaveOut($0, of: sheet) == nil
      }
      guard !rows.isEmpty else {
        skip(sheet, Phrase("has no rows of data", zh: "没有数据行"), header.heads.map(\.label))
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
        mapping.layouts[place].sheets.append(sheet.name)
        mapping.layouts[place].add(layout.columns)
        layout = mapping.layouts[place]
      } else if layout.shape != nil {
        mapping.layouts.append(layout)
      }
      guard let part = try SheetPart(sheet, layout, header, on: parallel) else {
        skip(sheet, Phrase("no column names organizations", zh: "没有单位名称列"), header.heads.map(\.label))
        continue
      }
      parts.append(part)
    }
  }

  /// By a mapping nothing is guessed: a sheet is read by the layout whose columns it has.
  init(_ sheets: [Sheet], by mapping: SheetMapping, on parallel: Parallel) throws(Cancelled) {
    self.mapping = mapping
    for sheet in sheets where !mapping.skipped.contains(where: { $0.sheet.isExactly(sheet.name) }) {
      var best: (part: SheetPart, missing: [MappedColumn], share: Double)?
      for layout in mapping.layouts {
        let labels = Set(layout.columns.map { NameKey($0.label).text })
        guard let header = SheetHeader.find(labels, lines: layout.headerLines, in: sheet),
          let part = try SheetPart(sheet, layout, header, on: parallel)
        else { continue }
        let share = Double(part.columns.count) / Double(max(1, layout.columns.count))
        if share > best?.share ?? 0 { best = (part, part.goneColumns.filter { !$0.isOptional }, share) }
      }
      guard let best, best.share >= 0.4 else {
        skip(sheet, Phrase("no layout of the mapping has its columns", zh: "映射文件中没有与之相符的版式"), [])
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
      for head in best.part.newHeads {
        doubts.append(
          ImportDoubt(
            0.4, .cell(file: sheet.name, row: nil, column: head, columnZh: nil),
            Phrase(
              "is a new column that the mapping does not have: it is not used. Add it to mapping.yml where it is to be read.",
              zh: "为新增列，映射文件中没有，未使用。如需读取，请写入 mapping.yml。")))
      }
      parts.append(best.part)
    }
  }

  private mutating func skip(_ sheet: Sheet, _ reason: Phrase, _ heads: [String], _ refusal: Phrase? = nil) {
    mapping.skipped.append(SheetMapping.SkippedSheet(sheet: sheet.name, reason: reason))
    unread.append((sheet, heads, refusal))
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
