/// Where a table comes from: a text, or a sheet that is in memory.
enum TableSource {
  /// - Parameter file: what messages call it.
  case text(FileSource, file: String)
  case sheet(Sheet)

  /// What messages call it.
  var name: String {
    switch self {
    case .text(_, let file): file
    case .sheet(let sheet): sheet.name
    }
  }
}
