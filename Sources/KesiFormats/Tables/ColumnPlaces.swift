import KesiNetwork

/// In which field of a row each column stands. Asked for every cell: a scan of some ten places beats hashing. It stands
/// beside its users since what is generic is specialized within a module only.
struct ColumnPlaces<Column: TableColumn> {
  private var places: [(column: Column, place: Int)] = []

  subscript(column: Column) -> Int? { places.first { $0.column == column }?.place }

  mutating func add(_ column: Column, at place: Int) { places.append((column, place)) }
}
