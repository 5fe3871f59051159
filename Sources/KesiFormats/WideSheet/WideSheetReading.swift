import KesiNetwork

extension WideSheet {
  /// Reads sheets directly, by the mapping that an import would propose, and says so in the same words as remarks.
  ///
  /// - Throws: `BadData` where no sheet names organizations.
  package static func read(_ workbook: Workbook) throws -> NetworkReading {
    try WideSheet(workbook).reading()
  }

  /// The network, with how the sheets were read and what is not sure of it.
  package func reading() throws -> NetworkReading {
    var reading = try network()
    reading.remarks = remarks
    return reading
  }

  /// What was understood: for each sheet its header, columns and left out rows; then what was not sure.
  private var remarks: [Remark] {
    var remarks: [Remark] = []
    for layout in mapping.layouts {
      let used = layout.columns.filter { $0.meaning != .keep && $0.meaning != .personal && $0.meaning != .ignore }
      let en = used.map { "\($0.label.shortened) (\($0.meaning.label.en))" }.joined(separator: ", ")
      let zh = used.map { "\($0.label.shortened)（\($0.meaning.label.zh)）" }.joined(separator: "、")
      for sheet in layout.sheets {
        remarks.append(
          Remark(
            .file(sheet),
            Phrase(
              "read as a sheet of your own making: \(en). What was guessed can be corrected: kesi import sheet FILE -o FOLDER writes how, as mapping.yml.",
              zh: "按自制表格读取：\(zh)。猜测之处可以更正：运行 kesi import sheet 文件 -o 文件夹，在 mapping.yml 中修改。")))
      }
    }
    for tally in tally where !tally.leftOut.isEmpty {
      let en = tally.leftOut.map { "\($0.reason.en) (\($0.rows.count.counted("row")))" }.joined(separator: ", ")
      let zh = tally.leftOut.map { "\($0.reason.zh) \($0.rows.count) 行" }.joined(separator: "、")
      remarks.append(Remark(.file(tally.sheet), Phrase("left out: \(en).", zh: "略去：\(zh)。")))
    }
    for skipped in mapping.skipped {
      remarks.append(
        Remark(.file(skipped.sheet), Phrase("not used: \(skipped.reason.en).", zh: "未使用：\(skipped.reason.zh)。")))
    }
    return remarks + doubts.map(\.remark)
  }
}
