import KesiMatrix
import KesiNetwork

extension WideSheet {
  /// The network of sheets that a command was given as they are: imported in memory, with the words of an import.
  ///
  /// - Throws: `BadData` where the tables make none, or one in which nobody has to do with anybody.
  func reading(on parallel: Parallel) throws -> NetworkReading {
    let reading = try network(on: parallel)
    if let message = nobodyJoined(in: reading.network) {
      var failure = BadData([Problem(.error, .file(files.joined(separator: ", ")), message)])
      failure.remarks = mapping.layouts.flatMap(\.remarks)
      throw failure
    }
    let file = files.joined(separator: ", ")
    let unsure = doubts.count
    let guess = Problem(
      .warning, .file(file),
      Phrase(
        "is a sheet as offices keep it and was read by its heads and values\(unsure == 0 ? "" : "; \(unsure.counted("thing")) \(unsure == 1 ? "was" : "were") not sure"). How is listed under “What was understood” of kesi check; kesi import sheet makes tables of it that can be corrected.",
        zh:
          "不是标准数据表，已按表头和内容自动识别\(unsure == 0 ? "" : "，有 \(unsure) 处不确定")。识别方式列于 kesi check 的“读取说明”；如需修改，请用 kesi import sheet 生成数据表。"
      ))
    // Rows of tables that were made in memory are none that anyone could look up, and kinds that are missing are a
    // doubt, as are dates that are far from others.
    let isSaid = { (problem: Problem) in problem.isOfKind || problem.isOfDate }
    let noticed = reading.warnings.filter { !isSaid($0) }.map {
      Problem($0.severity, .file(file), $0.message, count: $0.count)
    }
    let unsaid = reading.warnings.count(where: isSaid)
    let leftOut = tally.flatMap { tally in
      tally.leftOut.map { left in
        Remark(
          .file(tally.sheet),
          Phrase(
            "left out: \(left.reason.en), \(left.rows.count.counted("row")), the first is \(left.rows[0]).",
            zh: "略去：\(left.reason.zh)，共 \(left.rows.count) 行，首见于第 \(left.rows[0]) 行。"))
      }
    }
    let skipped = mapping.skipped.map { sheet in
      Remark(.file(sheet.sheet), Phrase("not used, \(sheet.reason.en).", zh: "未使用，\(sheet.reason.zh)。"))
    }
    return NetworkReading(
      network: reading.network, warnings: [guess] + noticed, warningCount: reading.warningCount - unsaid + 1,
      remarks: mapping.layouts.flatMap(\.remarks) + leftOut + skipped + doubts.map(\.remark))
  }
}

extension WideSheet {
  /// That organizations are named and nothing says what joins them: a list of addresses, or a column that was not known. Nil
  /// where something does.
  func nobodyJoined(in network: Network) -> Phrase? {
    guard network.ties.isEmpty, network.members.isEmpty, network.positions.isEmpty else { return nil }
    let unused = mapping.layouts.flatMap { $0.columns(.keep).map(\.label.shortened) }.prefix(12)
    let columns =
      unused.isEmpty
      ? Phrase("", zh: "")
      : Phrase(
        " Columns not used: \(unused.joined(separator: ", ")). If one does, make tables with kesi import sheet, correct mapping.yml there, and import again with --mapping.",
        zh:
          "未使用的列：\(unused.joined(separator: "、"))。如其中有，请用 kesi import sheet 导入一次，改正所生成的 mapping.yml，再用 --mapping 重新导入。")
    return Phrase(
      "names organizations, but no column is known to say with whom they work, in which project or in which chain.\(columns.en)",
      zh: "写有单位名称，但没有识别出合作单位、项目或产业链的列，看不出谁与谁合作。\(columns.zh)")
  }
}

extension Problem {
  /// Whether it is about a date.
  fileprivate var isOfDate: Bool {
    guard case .cell(_, _, let column, _) = place, severity == .warning else { return false }
    return ["from", "to", "founded", "dissolved"].contains(column)
  }

  /// Whether it is about what kind an actor is.
  var isOfKind: Bool {
    if case .cell(_, _, "kind", _) = place { severity == .notice } else { false }
  }
}

extension SheetLayout {
  /// What the columns were taken for, and which were not used.
  fileprivate var remarks: [Remark] {
    let others: Set<ColumnMeaning> = [.keep, .personal, .ignore]
    // Columns of one meaning stand together, where the first of them stands.
    var used: [(meaning: ColumnMeaning, labels: [String])] = []
    for column in columns where !others.contains(column.meaning) {
      if let place = used.firstIndex(where: { $0.meaning == column.meaning }) {
        used[place].labels.append(column.label.shortened)
      } else {
        used.append((column.meaning, [column.label.shortened]))
      }
    }
    let uses = used.map { meaning, labels in
      Phrase(
        "\(labels.joined(separator: ", ")) (\(meaning.label.en))",
        zh: "\(labels.joined(separator: "、"))（\(meaning.label.zh)）")
    }
    let said = Phrase(
      "columns used: \(uses.map(\.en).joined(separator: "; ")).",
      zh: "已使用的列：\(uses.map(\.zh).joined(separator: "；"))。")
    return [Remark(.file(sheetNames), said)]
      + [
        remark(.keep, "columns not used, passed on as they are", zh: "未使用的列（原样保留）"),
        remark(.personal, "columns about persons, not carried on", zh: "涉及个人信息、未输出的列"),
        remark(.ignore, "columns left out", zh: "略去的列"),
      ].compactMap { $0 }
  }

  private func remark(_ meaning: ColumnMeaning, _ en: String, zh: String) -> Remark? {
    let labels = columns(meaning).map(\.label.shortened)
    guard !labels.isEmpty else { return nil }
    return Remark(
      .file(sheetNames),
      Phrase("\(en): \(labels.joined(separator: ", ")).", zh: "\(zh)：\(labels.joined(separator: "、"))。"))
  }

  /// The sheets that were read so: `ledger.xlsx[2022, 2023]`.
  private var sheetNames: String {
    let names = sheets.map { Array($0.unicodeScalars) }
    guard names.count > 1, let bracket = names[0].firstIndex(of: "[") else { return sheets.joined(separator: ", ") }
    let start = names[0][...bracket]
    guard names.allSatisfy({ $0.starts(with: start) && $0.last == "]" }) else { return sheets.joined(separator: ", ") }
    let titles = names.map { String(String.UnicodeScalarView($0.dropFirst(start.count).dropLast())) }
    return String(String.UnicodeScalarView(start)) + titles.joined(separator: ", ") + "]"
  }
}
