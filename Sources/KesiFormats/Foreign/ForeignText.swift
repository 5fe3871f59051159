import KesiNetwork

extension ForeignFormat {
  /// Files of other programs that begin with words of their own, and files that are no text.
  static let others: [ForeignFormat] = graphFiles + binaries

  /// What says of itself which kind of graph it is, or is of a grammar that no list has.
  private static let graphFiles: [ForeignFormat] = [
    ForeignFormat(
      id: "dot",
      refusal: Phrase(
        "is a DOT file of Graphviz, not a table. All commands read it as a network: name it where a network is named.",
        zh: "是 Graphviz 的 DOT 文件，不是表格。各命令可直接将其作为网络读取，请在指定网络处使用。"),
      isMeant: \.beginsAsDOT),
    named("gdf", "GDF file", "GDF 文件") { $0.begins("nodedef>") },
    named("vna", "VNA file", "VNA 文件") { $0.begins("*node data") || $0.begins("*tie data") },
    named("json", "JSON file", "JSON 文件") {
      $0.begins("{") && $0.holdsLetters(":") || $0.begins("[{") || $0.begins("[[") || $0.begins("[\n")
        || $0.begins("[ {")
    },
    named("bibtex", "BibTeX or RIS file", "BibTeX 或 RIS 文献文件") {
      ["@article", "@book", "@inproceedings", "ty  - "].contains(where: $0.begins)
    },
    named("sql", "script of SQL", "SQL 脚本") {
      ["create table", "insert into", "begin transaction"].contains(where: $0.begins)
    },
    named("markdown", "table in Markdown", "Markdown 表格") {
      $0.begins("|") && $0.holdsLetters("|--") || $0.begins("|") && $0.holdsLetters("| --")
    },
    named("markup", "file of XML or HTML", "XML 或 HTML 文件") { $0.isMarkup },
  ]

  /// What is no text at all.
  private static let binaries: [ForeignFormat] = [
    binary("pdf", "PDF document", "PDF 文档", [0x25, 0x50, 0x44, 0x46, 0x2D]),
    binary("parquet", "Parquet file", "Parquet 文件", Array("PAR1".utf8)),
    binary("arrow", "Arrow or Feather file", "Arrow（Feather）文件", Array("ARROW1".utf8)),
    binary("hdf", "HDF5 file", "HDF5 文件", [0x89, 0x48, 0x44, 0x46]),
    binary("png", "picture", "图片", [0x89, 0x50, 0x4E, 0x47]),
    binary("jpeg", "picture", "图片", [0xFF, 0xD8, 0xFF]),
    binary("7z", "packed file (.7z)", "7z 压缩文件", [0x37, 0x7A, 0xBC, 0xAF]),
    binary("rar", "packed file (.rar)", "RAR 压缩文件", Array("Rar!".utf8)),
    binary("xz", "packed file (.xz)", "xz 压缩文件", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    binary("bzip2", "packed file (.bz2)", "bzip2 压缩文件", Array("BZh".utf8)),
    binary("zstd", "packed file (.zst)", "zstd 压缩文件", [0x28, 0xB5, 0x2F, 0xFD]),
    binary("rdata", "file of R (.rds, .RData)", "R 数据文件", Array("RDX".utf8)),
    binary("stata", "file of SPSS", "SPSS 数据文件", Array("$FL2".utf8)),
    binary("rtf", "document (.rtf)", "RTF 文档", Array("{\\rtf".utf8)),
  ]

  private static func named(
    _ id: String, _ name: String, _ zh: String, _ isMeant: @escaping @Sendable (Specimen) -> Bool
  ) -> ForeignFormat {
    ForeignFormat(
      id: id,
      refusal: Phrase(
        "is a \(name), which Kesi does not read. Write it from the program that made it as a list of ties (CSV: source,target,weight).",
        zh: "是 \(zh)，Kesi 尚不能读取。请在原来的软件中导出为联系列表（CSV：甲方,乙方,强度）。"), isMeant: isMeant)
  }

  private static func binary(_ id: String, _ name: String, _ zh: String, _ start: [UInt8]) -> ForeignFormat {
    ForeignFormat(
      id: id,
      refusal: Phrase(
        "is a \(name), not a table. Save the table as CSV or as a workbook (.xlsx) from the program that made it.",
        zh: "是 \(zh)，不是表格。请在原来的软件中另存为 CSV 或 Excel 工作簿（.xlsx）。"),
      isMeant: { $0.start.starts(with: start) })
  }
}

extension ForeignFormat.Specimen {
  /// Whether it begins as a graph of Graphviz does.
  var beginsAsDOT: Bool {
    (begins("digraph") || begins("strict ") || begins("graph ")) && holds("{") || begins("graph{") || begins("graph \"")
  }

  /// Whether the text begins with some words, in capitals or not, behind blanks and a byte order mark.
  func begins(_ words: String) -> Bool {
    var text = start[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 <= 0x20 }
    let words = Array(words.utf8)
    return text.count >= words.count
      && zip(text, words).allSatisfy { byte, letter in
        byte == letter || (0x41...0x5A).contains(byte) && byte | 0x20 == letter
      }
  }
}
