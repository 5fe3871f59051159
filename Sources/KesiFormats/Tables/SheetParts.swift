import KesiNetwork

/// A table whose rows come part by part, so that no more than a part need be in memory beside the network.
struct SheetParts {
  /// So many rows are a part, or fewer where their texts are long.
  static let rows = 1 << 16
  static let bytes = 1 << 22

  /// What messages call the table.
  let name: String
  /// What its columns are called: they stand in no row.
  let titles: [String]
  /// Hands over its parts in turn.
  let each: (_ body: (Sheet) throws -> Void) throws -> Void
}

extension Sheet {
  /// Whether there is enough of it for a part of a table.
  var isPart: Bool { rowCount >= SheetParts.rows || byteCount >= SheetParts.bytes }
}
