import KesiNetwork

extension WideSheet {
  /// The network of sheets that a command was given as they are: imported in memory, with the words of an import.
  ///
  /// - Throws: `BadData` where the tables make none.
  func reading() throws -> NetworkReading {
    let reading = try network()
    let file = files.joined(separator: ", ")
    let unsure = doubts.count
    let guess = Problem(
      .warning, .file(file),
      Phrase(
        "is a sheet as offices keep it and was read by its heads and values\(unsure == 0 ? "" : "; \(unsure.counted("thing")) \(unsure == 1 ? "was" : "were") not sure"). kesi check shows how; kesi import sheet makes tables of it that can be corrected.",
        zh:
          "不是标准数据表，已按表头和内容自动识别\(unsure == 0 ? "" : "，有 \(unsure) 处不确定")。用 kesi check 查看识别结果；用 kesi import sheet 可生成能修改的数据表。"
      ))
    let columns = mapping.layouts.flatMap { layout in
      layout.columns.map { column in
        Remark(
          .file(layout.sheets.joined(separator: ", ")),
          Phrase(
            "“\(column.label.shortened)” is taken as: \(column.meaning.label.en) (\(column.reason.en)).",
            zh: "“\(column.label.shortened)”列作为“\(column.meaning.label.zh)”（\(column.reason.zh)）。"))
      }
    }
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
      network: reading.network, warnings: [guess] + reading.warnings, warningCount: reading.warningCount + 1,
      remarks: columns + leftOut + skipped + doubts.map(\.remark))
  }
}
