import KesiNetwork

extension NetworkReader {
  /// The tables of a folder, in the order in which they are read.
  static let tables = [
    ActorColumn.table, ChainColumn.table, ConsortiumColumn.table, TieColumn.table, MemberColumn.table,
    PositionColumn.table,
  ]

  /// The files that reading a network looks at, whether they are there or not: what must not be written over, nor made
  /// beside them by mistake.
  package static func files(of path: String) -> [String] {
    guard FileBytes.isFolder(path) else { return [path] }
    return tables.map { "\(path)/\($0).csv" } + ["\(path)/\(ProfileReader.file)"]
  }
}
