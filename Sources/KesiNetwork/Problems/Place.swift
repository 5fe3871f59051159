/// Where in what a person brought something is.
public enum Place: Sendable, Equatable {
  /// The whole of a file.
  case file(String)
  /// A cell of a table. The row is as a spreadsheet counts: the header is row 1; nil for a whole column.
  case cell(file: String, row: Int?, column: String, columnZh: String?)
  /// A line of a text, from 1.
  case line(file: String, Int)
  /// An element of XML, from the root on: `/graphml/graph/edge[3]`.
  case xml(file: String, path: String, line: Int)
  /// A value of JSON, by its pointer (RFC 6901): `/nodes/3/id`.
  case json(file: String, pointer: String)

  /// `ties.csv:17: target`; in Chinese `ties.csv 第 17 行，乙方（target）`.
  public func text(in language: Language) -> String {
    switch self {
    case .file(let file): file
    case .line(let file, let line): Self.text(file, line, nil, language)
    case .cell(let file, let row, let column, let columnZh):
      Self.text(
        file, row, language == .zh ? columnZh.map { "\($0)（\(column)）" } ?? column : column, language)
    case .xml(let file, let path, let line): Self.text(file, line, path, language)
    case .json(let file, let pointer): Self.text(file, nil, pointer.isEmpty ? nil : pointer, language)
    }
  }

  private static func text(_ file: String, _ line: Int?, _ part: String?, _ language: Language) -> String {
    let start = line.map { language == .zh ? "\(file) 第 \($0) 行" : "\(file):\($0)" } ?? file
    return part.map { start + (language == .zh ? "，" : ": ") + $0 } ?? start
  }
}
