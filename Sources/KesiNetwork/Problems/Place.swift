/// Where in what a person brought something is.
public enum Place: Sendable, Hashable {
  /// The whole of a file.
  case file(String)
  /// A cell of a table. The row is as a spreadsheet counts: the header is row 1; nil for a whole column.
  case cell(file: String, row: Int?, column: String, columnZh: String?)
  /// A line of a text, from 1.
  case line(file: String, Int)
  /// An element of XML, from the root on: `/graphml/graph/edge[3]`.
  case xml(file: String, path: String, line: Int)
  /// A character of a text, by its line and its place in that, both from 1: a file may be one long line.
  case character(file: String, line: Int, column: Int)

  /// `ties.csv:17: target`; in Chinese `ties.csv 第 17 行，乙方（target）`.
  public func text(in language: Language) -> String {
    switch self {
    case .file(let file): file
    case .line(let file, let line): Self.text(file, line, nil, language)
    case .cell(let file, let row, let column, let columnZh):
      Self.text(
        file, row, language == .zh ? columnZh.map { "\($0)（\(column)）" } ?? column : column, language)
    case .xml(let file, let path, let line): Self.text(file, line, path.isEmpty ? nil : path, language)
    case .character(let file, let line, let column):
      language == .zh ? "\(file) 第 \(line) 行第 \(column) 个字符" : "\(file):\(line):\(column)"
    }
  }

  package var fileName: String {
    switch self {
    case .file(let file), .line(let file, _), .cell(let file, _, _, _), .xml(let file, _, _),
      .character(let file, _, _):
      file
    }
  }

  /// The line of the file, from 1; of a table the row as a spreadsheet counts.
  package var row: Int? {
    switch self {
    case .line(_, let line), .xml(_, _, let line), .character(_, let line, _): line
    case .cell(_, let row, _, _): row
    case .file: nil
    }
  }

  /// The same without the row: the column of a table, the file of a line.
  var withoutRow: Place {
    switch self {
    case .cell(let file, _, let column, let columnZh): .cell(file: file, row: nil, column: column, columnZh: columnZh)
    case .line(let file, _): .file(file)
    case .file, .xml, .character: self
    }
  }

  private static func text(_ file: String, _ line: Int?, _ part: String?, _ language: Language) -> String {
    let start = line.map { language == .zh ? "\(file) 第 \($0) 行" : "\(file):\($0)" } ?? file
    return part.map { start + (language == .zh ? "，" : ": ") + $0 } ?? start
  }
}
