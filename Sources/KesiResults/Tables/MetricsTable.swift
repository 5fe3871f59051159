import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row an actor, in the order of the table of actors: id, name, kind, then the measures.
  public static func metrics(
    _ measures: [ActorMeasure], of graph: NetworkGraph, by engine: any Engine, in language: Language
  ) throws -> ResultTable {
    let values = try measures.map { try engine.values(of: $0) }
    let rows = graph.verticesByRow.map { vertex -> [Cell] in
      let actor = graph.actor(vertex)
      return [
        .text(actor.id), .word(.text(actor.name), as: actor.name(in: language)),
        .word(.text(actor.kind), as: graph.network.profile.kind(actor.kind).label(language)),
      ] + values.map { $0.cell(vertex) }
    }
    let columns = [
      Column("id", Phrase("id", zh: "编号")), Column("name", Phrase("name", zh: "名称")),
      Column("kind", Phrase("kind", zh: "主体类型")),
    ]
    return ResultTable(
      heading: Heading(of: graph.network),
      columns: columns + measures.map { Column($0.id, $0.title) }, rows: rows)
  }

  /// One row a tie of the matrix: source, target, the kinds of ties that it stands for, weight, then the measures.
  public static func tieMetrics(
    _ measures: [TieMeasure], of graph: NetworkGraph, by engine: any Engine, in language: Language
  ) throws -> ResultTable {
    let values = try measures.map { try engine.values(of: $0) }
    let kinds = graph.tieKinds()
    var rows: [[Cell]] = []
    graph.matrix.withRows { matrix in
      for source in 0..<matrix.order {
        for entry in matrix.ties(of: source, isSymmetric: graph.matrix.isSymmetric) {
          let target = matrix.column(entry)
          let found = kinds[NetworkGraph.Pair(source, target, isSymmetric: graph.matrix.isSymmetric)] ?? []
          let labels = found.map { graph.network.profile.tieKind($0).label(language) }
          rows.append(
            [
              .shown(.text(graph.actor(source).id), as: graph.actor(source).shortName(in: language)),
              .shown(.text(graph.actor(target).id), as: graph.actor(target).shortName(in: language)),
              .word(.text(found.joined(separator: ";")), as: labels.joined(separator: language == .zh ? "、" : ", ")),
              .real(matrix.weight(entry)),
            ] + values.map { $0.cell(entry) })
        }
      }
    }
    let columns = [
      Column("source", Phrase("source", zh: "甲方")), Column("target", Phrase("target", zh: "乙方")),
      Column("kind", Phrase("kind", zh: "联系类型")), Column("weight", Phrase("weight", zh: "强度")),
    ]
    return ResultTable(
      heading: Heading(of: graph.network),
      columns: columns + measures.map { Column($0.id, $0.title) }, rows: rows)
  }
}

extension MeasureValues {
  fileprivate func cell(_ index: Int) -> ResultTable.Cell {
    switch self {
    case .whole(let values): .whole(values[index])
    case .real(let values): .real(optional: values[index])
    }
  }
}
