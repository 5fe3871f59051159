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
    if let format = Format.written(as: word)?.format { return "\(format.names) are written by `kesi convert`" }
    return word == "paj" ? "projects of Pajek are not written: use .net, by `kesi convert`" : nil
  }

  private var adviceOfOthers: String? {
    switch word {
    case "xlsx": "workbooks are written of every table, by `kesi report` and by `kesi convert`"
    case "xls", "xlsm", "ods", "et": "use .xlsx, which such programs open"
    case "docx": "a document is written by `kesi report`"
    case "doc", "odt", "rtf", "wps", "pptx", "ppt":
      "use .docx or .html for a report, .md or .xlsx for tables, .svg or .png for pictures"
    case "parquet", "feather", "arrow", "orc", "avro", "sqlite", "db": "use .csv or .ndjson, which such tools read"
    case "gz", "zip", "bz2", "xz", "zst", "7z", "rar", "tgz":
      "Kesi writes no archives: leave out -o and pipe into the program that packs (`| gzip > FILE`)"
    case "html", "htm": "a page is written by `kesi report`"
    case "svg", "png", "pdf", "dot", "gv": "pictures are drawn by `kesi render`"
    case "jpg", "jpeg", "gif", "webp", "eps", "tif", "tiff", "bmp": "use .png, .svg or .pdf, by `kesi render`"
    case "yml", "yaml", "xml", "tex": "use .json, .csv or .md"
    case "csv", "tsv", "tab", "json", "ndjson", "jsonl", "md", "markdown": "tables are written by the other commands"
    default: nil
    }
  }
}
