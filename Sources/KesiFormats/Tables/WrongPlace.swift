import KesiNetwork

/// What to name in place of a folder that holds no tables, or of one table of a folder.
enum WrongPlace {
  /// What is wrong with a folder in which no table of a network is found.
  static func folder(_ path: String) -> BadData {
    let known = Phrase("actors.csv, ties.csv …", zh: "actors.csv、ties.csv 等")
    let names = (FolderNames.list(path) ?? []).filter { !$0.utf8.starts(with: ".".utf8) }.sorted { $0.precedes($1) }
    let readable = names.filter { ["xlsx", "kesi", "csv", "tsv", "txt"].contains(FileEnding(of: $0)?.word) }
    let base = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
    let message =
      if let name = readable.first {
        Phrase(
          "has no tables of a network (\(known.en)), but \(readable.count.counted("other file")). Name the file itself, as: \(base)\(name).",
          zh: "其中没有网络的数据表（\(known.zh)），但有其他文件 \(readable.count) 个。请直接指定文件，如：\(base)\(name)。")
      } else if let inner = names.first(where: { FileBytes.exists("\(base)\($0)/\(Table.actors.file)") }) {
        Phrase(
          "has no tables of a network (\(known.en)) itself. Name the folder in it that has: \(base)\(inner).",
          zh: "其中没有网络的数据表（\(known.zh)），数据表在下一级文件夹中。请指定：\(base)\(inner)。")
      } else {
        Phrase(
          "\(names.isEmpty ? "is an empty folder" : "has no tables of a network (\(known.en))"). \(Format.suggestion.en)",
          zh: "\(names.isEmpty ? "是空文件夹" : "其中没有网络的数据表（\(known.zh)）")。\(Format.suggestion.zh)")
      }
    return BadData([Problem(.error, .file(path), message)])
  }

  /// What is wrong with naming one table of a folder that holds others, where that table alone joins nobody; nil where
  /// nothing is.
  static func table(_ path: String) -> BadData? {
    let (parent, name) = path.pathSteps
    let folder = parent ?? "."
    func isThere(_ table: Table) -> Bool {
      [table.file, table.file + Gzip.ending].contains { FileBytes.exists("\(folder)/\($0)") }
    }
    let alone: [Table] = [.actors, .chains, .positions, .consortia, .supplies, .demands, .coalitions, .history]
    guard alone.contains(where: { [$0.file, $0.file + Gzip.ending].containsExactly(name) }),
      [Table.ties, .members, .positions].contains(where: { !name.hasPrefix($0.file) && isThere($0) })
    else { return nil }
    return BadData([
      Problem(
        .error, .file(path),
        Phrase(
          "is one table of a network, which others stand beside. Name the folder: \(folder)\(folder == "/" ? "" : "/").",
          zh: "只是一个网络中的一张表，其他表在同一文件夹中。请指定该文件夹：\(folder)。"))
    ])
  }
}
