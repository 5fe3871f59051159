import KesiMatrix
import KesiNetwork

extension CoalitionWorth: NetworkRow {
  /// Of each combination of actors one row is kept.
  static func join(_ part: consuming TablePart<CoalitionWorth>, _ reader: NetworkReader, _ file: String) -> [Int] {
    var known = Dictionary(
      reader.network.coalitions.map { ($0.members, $0.value) }, uniquingKeysWith: { first, _ in first })
    var refused: [Int] = []
    for (place, row) in part.rows.enumerated() {
      guard let other = known.updateValue(row.value, forKey: row.members) else {
        reader.network.coalitions.append(row)
        continue
      }
      refused.append(place)
      let isSame = other == row.value
      reader.log.add(
        Problem(
          isSame ? .warning : .error, CoalitionColumns.members.head.place(in: file, row: part.numbers[place]),
          isSame
            ? Phrase(
              "these actors stand in an earlier row with the same value, so the row is left out. Delete it.",
              zh: "这几家单位在前面的行中已有相同的收益，此行已略去。请删除。")
            : Phrase(
              "these actors stand in an earlier row with another value (\(other?.plain ?? "empty"); here \(row.value?.plain ?? "empty")). Keep one of the two.",
              zh: "这几家单位在前面的行中填的是另一个收益（\(other?.plain ?? "空")，此处为 \(row.value?.plain ?? "空")）。请只保留一行。")))
    }
    return refused
  }
}

extension NetworkReader {
  /// The values of coalitions of a network from a file of their own.
  ///
  /// - Parameter path: a table as `coalitions.csv` is one.
  /// - Throws: `BadData` where it cannot be used, ``NoInput`` where it cannot be read.
  package static func coalitions(
    in path: String, of network: Network, _ options: ReadingOptions = ReadingOptions(),
    on parallel: Parallel = Parallel()
  ) throws -> (coalitions: [CoalitionWorth], warnings: [Problem]) {
    let reader = NetworkReader(options, parallel)
    reader.references.profile = network.profile
    for (row, actor) in network.actors.enumerated() {
      _ = reader.references.actors.insert(actor.id, row: row)
      reader.references.actors.insert(name: actor.name, row: row)
      reader.references.actors.insert(name: actor.nameZh, row: row)
    }
    try reader.reader(of: CoalitionWorth.self, named: path.pathSteps.name).read(.text(.path(path), file: path))
    if let failure = reader.log.failure(reader.remarks) { throw failure }
    return (reader.network.coalitions.sorted(by: CoalitionWorth.precedesByColumns), reader.log.warnings)
  }
}
