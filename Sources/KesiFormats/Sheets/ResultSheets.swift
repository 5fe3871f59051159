import KesiNetwork

/// Workbooks of results that Kesi wrote: what they list are numbers of a network, and no network can be read from them.
package enum ResultSheets {
  /// The line that stands above what the page about the results says of the columns of a sheet.
  package static func columns(of sheet: Phrase) -> Phrase {
    Phrase("\(start.en)\(sheet.en)\(end.en)", zh: "\(start.zh)\(sheet.zh)\(end.zh)")
  }

  private static let start = Phrase("Columns of “", zh: "“")
  private static let end = Phrase("”", zh: "”各列")

  /// Whether a workbook has a page about results, by its name and by what it says of the columns of a sheet.
  static func areIn(_ workbook: Workbook) -> Bool {
    workbook.sheets.contains { sheet in
      guard sheet.title.isExactly(NetworkSheets.about.en) || sheet.title.isExactly(NetworkSheets.about.zh) else {
        return false
      }
      return (0..<sheet.rowCount).contains { row in
        let text = sheet.text(row, 0)
        return text.hasPrefix(start.en) && text.hasSuffix(end.en) || text.hasPrefix(start.zh) && text.hasSuffix(end.zh)
      }
    }
  }

  static func refusal(of file: String) -> BadData {
    BadData([
      Problem(
        .error, .file(file),
        Phrase(
          "is a table of results that kesi wrote. Name the network that it was made from: its folder, list or workbook.",
          zh: "是 kesi 输出的结果表，不能作为网络读取。请指定生成该结果的原始数据（表格文件夹、清单或工作簿）。"))
    ])
  }
}
