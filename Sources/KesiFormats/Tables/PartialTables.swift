import KesiMatrix
import KesiNetwork

extension NetworkReader {
  /// Reads tables among which is none of actors: they are made from the names in the others.
  ///
  /// - Parameter file: where the tables are from.
  ///
  /// - Throws: `BadData` with every problem where any is an error.
  static func readWithoutActors(
    _ tables: [Table: TableSource], of file: String, profile: FileSource? = nil, log: ProblemLog? = nil,
    _ options: ReadingOptions,
    on parallel: Parallel
  ) throws -> NetworkReading {
    let reader = NetworkReader(options, parallel, log: log)
    try reader.read(profile)
    try reader.readWithoutActors(tables)
    var reading = try reader.reading()
    reading.remarks.insert(
      Remark(
        .file(file),
        Phrase(
          "has no table of actors: \(reading.network.actors.count.counted("actor")) made from the names in its other tables. Add one called 主体 (编号, 名称, 类型) to say what kind each is.",
          zh: "没有“主体”表：已按其他表中的名称生成 \(reading.network.actors.count) 个主体。如需注明类型，请增加“主体”表（编号、名称、类型）。")), at: 0)
    return reading
  }

  private func readWithoutActors(_ tables: [Table: TableSource]) throws {
    references.open = tables[.consortia] == nil ? [.actors, .consortia] : [.actors]
    for (table, source) in tables { references.setName(of: table, to: source.name) }
    func read<Row: NetworkRow>(_: Row.Type) throws {
      guard let table = tables[Row.table] else { return }
      let errors = log.errorCount
      try reader(of: Row.self, named: table.name).read(table)
      if log.errorCount > errors { references.uncertain.insert(Row.table) }
    }
    try read(Chain.self)
    references.stages = network.chains.map { ($0.id, $0.stages) }
    try read(Consortium.self)
    try read(Tie.self)
    try read(Membership.self)
    try read(Position.self)
    // What actors offer, need or would gain is no reason to take a name for one.
    for table in [Table.coalitions, .supplies, .demands] {
      guard let source = tables[table] else { continue }
      log.add(
        Problem(
          .error, .file(source.name),
          Phrase(
            "is read beside a table of actors, and there is none here. Add one called 主体 (actors: id, name, kind).",
            zh: "须与“主体”表一同读取，而此处没有“主体”表。请增加“主体”表（编号、名称、类型）。")))
    }
    try read(Observation.self)
    network.actors = (0..<newActors.count).map { Actor(id: newActors[$0], name: newActors[$0]) }
    if tables[.consortia] == nil {
      network.consortia = (0..<newConsortia.count).map { Consortium(id: newConsortia[$0], name: newConsortia[$0]) }
    }
    if log.errorCount == 0 { checkWhole() }
  }

  /// That tables say who there is and not what joins them.
  static func onlyActors(_ actors: TableSource) -> BadData {
    BadData([
      Problem(
        .error, .file(actors.name),
        Phrase(
          "is the only table that is known here. A network needs what joins its actors as well: add a table 联系 (ties: source, target), 成员 (members: consortium, actor) or \(Table.positions.name.zh) (positions: actor, chain).",
          zh: "是此处唯一可识别的数据表。网络还须有主体之间的关系：请增加“联系”表（起点、终点）、“成员”表（联合体、主体）或“\(Table.positions.name.zh)”表（主体、产业链）。"
        ))
    ])
  }
}
