/// The ending of a file's name, which says what is to be in it.
package struct FileEnding: Sendable, Equatable {
  /// In lower case, without the dot.
  package let word: String

  /// Nil where a name has none: `out`, `.hidden`, `-`.
  package init?(of path: String) {
    let name = Array(path.pathSteps.name.utf8)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex, dot + 1 < name.endIndex else {
      return nil
    }
    word = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// Where a file of this ending comes from, or what to write in its stead; nil where it is not known for anything that
  /// Kesi does not write here.
  package var advice: String? { adviceOfOthers ?? adviceOfFormats }

  /// What is said of the formats of networks, but for those that findings have, too.
  private var adviceOfFormats: String? {
    Format.written(as: word).map { "\($0.format.names) are written by `kesi convert`" }
  }

  private var adviceOfOthers: String? {
    switch word {
    case "xlsx": "workbooks are written of every table, by `kesi report` and by `kesi convert`"
    case "xls", "xlsm", "ods", "et": "use .xlsx, which such programs open"
    case "docx": "a document is written by `kesi report`"
    case "doc", "odt", "rtf", "wps", "pptx", "ppt":
      "use .docx or .html for a report, .md or .xlsx for tables, .svg or .png for pictures"
    case "parquet", "feather", "arrow", "orc", "avro": "use .csv or .ndjson, which such tools read"
    case "gz", "zip", "bz2", "xz", "zst", "7z", "rar", "tgz":
      "Kesi writes no archives: leave out -o and pipe into the program that packs (`| gzip > FILE`)"
    case "html", "htm": "a page is written by `kesi report`"
    case "svg", "png", "pdf": "pictures are drawn by `kesi render`"
    case "dot", "gv": "pictures are drawn by `kesi render`, and networks written by `kesi convert`"
    case "jpg", "jpeg", "gif", "webp", "eps", "tif", "tiff", "bmp": "use .png, .svg or .pdf, by `kesi render`"
    case "yml", "yaml", "xml", "tex": "use .json, .csv or .md"
    case "csv", "tsv", "tab", "json", "ndjson", "jsonl", "md", "markdown": "tables are written by the other commands"
    default: nil
    }
  }
}

extension String {
  /// What a path may be called by: its name without folder and endings, `台账` of `data/台账.csv.gz`; nil where it is of a
  /// stream or has no name.
  package var fileTitle: String? {
    var name = pathSteps.name.utf8[...]
    if utf8.starts(with: "/dev/".utf8) || name.allSatisfy({ $0 == UInt8(ascii: ".") }) { return nil }
    for isPacked in [true, false] {
      guard let ending = FileEnding(of: String(name) ?? ""), !isPacked || ending.word == "gz",
        let dot = name.lastIndex(of: UInt8(ascii: "."))
      else { continue }
      name = name[..<dot]
    }
    return String(name)
  }
}
