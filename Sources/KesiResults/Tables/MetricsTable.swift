import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row an actor, in the order of the table of actors: id, name, kind, what else is asked for, then the measures.
  ///
  /// - Parameters:
  ///   - choice: columns of the table of actors.
  ///   - trials: behind each measure that orders actors, between which ranks an actor lies in them.
  /// - Throws: `UnknownWord` where there is no such column; ``WrongAnswer``; what the engine throws.
  public static func metrics(
    _ measures: [ActorMeasure], beside choice: AttributeChoice = .none, of graph: NetworkGraph, by engine: any Engine,
    tried trials: MeasureTrials? = nil, in language: Language
  ) throws -> ResultTable {
    let attributes = try Attribute.chosen(
      choice, of: graph.network, { $0.actors[$1] }, beside: Set(actorColumns.map(\.head.id))
    ).map { $0.column(of: \MeasuredActor.actor) }
    let measured = try measures.flatMap { measure in
      let column = Column<MeasuredActor>(
        measure.id, measure.title, of: try engine.values(of: measure, for: graph.actors.count), at: \.vertex)
      guard let trials, measure.ranksActors else { return [column] }
      return [column] + rankColumns(measure.id, measure.title) { trials.ranks(by: measure, of: $0.vertex) }
    }
    return ResultTable(
      inTurn: graph.verticesByRow.map { MeasuredActor(vertex: $0, actor: graph.actors[$0]) },
      actorColumns + attributes + measured,
      in: TableContext(graph.network, language), called: Chapter.measures.name)
  }

  /// One row a tie of the matrix: source, target, the kinds of ties that it stands for, weight, what else is asked for, then
  /// the measures.
  ///
  /// - Parameter choice: columns of the table of ties, each a list with an item for each tie between the two.
  /// - Throws: `UnknownWord` where there is no such column; ``WrongAnswer``; what the engine throws.
  public static func tieMetrics(
    _ measures: [TieMeasure], beside choice: AttributeChoice = .none, of graph: NetworkGraph, by engine: any Engine,
    in language: Language
  ) throws -> ResultTable {
    let attributes = try Attribute.chosen(
      choice, of: graph.network, { $0.ties[$1] }, beside: Set(tieColumns.map(\.head.id))
    ).map { $0.column(ofEach: \MeasuredTie.rows) }
    let rows = attributes.isEmpty ? [:] : graph.tiesByPair()
    let measured = try measures.map { measure in
      Column<MeasuredTie>(
        measure.id, measure.title, of: try engine.values(of: measure, for: graph.matrix.entryCount), at: \.entry)
    }
    let kinds = graph.tieKinds()
    let isSymmetric = graph.matrix.isSymmetric
    let ties = graph.matrix.withRows { matrix in
      (0..<matrix.order).flatMap { source in
        matrix.ties(of: source, isSymmetric: isSymmetric).map { entry in
          let target = matrix.column(entry)
          let pair = NetworkGraph.Pair(source, target, isSymmetric: isSymmetric)
          return MeasuredTie(
            source: graph.actors[source], target: graph.actors[target], entry: entry, weight: matrix.weight(entry),
            kinds: kinds[pair] ?? [], rows: rows[pair] ?? [])
        }
      }
    }
    return ResultTable(
      ties, tieColumns + attributes + measured, in: TableContext(graph.network, language),
      called: Phrase("tie measures", zh: "联系指标"))
  }

  /// Between which ranks an actor lies in trials.
  static func rankColumns(
    _ id: String, _ title: Phrase, _ ranks: @escaping @Sendable (MeasuredActor) -> ClosedRange<Int>?
  ) -> [Column<MeasuredActor>] {
    [
      Column(
        id + "_rank_from", Phrase("\(title.en), rank from", zh: "\(title.zh)位次（起）"), .optional(.whole),
        means: [measureRanks]
      ) { row, _ in .whole(optional: ranks(row)?.lowerBound) },
      Column(
        id + "_rank_to", Phrase("\(title.en), rank to", zh: "\(title.zh)位次（止）"), .optional(.whole),
        means: [measureRanks]
      ) { row, _ in .whole(optional: ranks(row)?.upperBound) },
    ]
  }

  /// What columns of ranks are called, of each measure that orders actors.
  private static let rankNames: [String] = ActorMeasure.all.filter(\.ranksActors).flatMap { measure -> [String] in
    let (id, title) = (measure.id, measure.title)
    let ids = [id + "_rank_from", id + "_rank_to"]
    return ids + ["\(title.en), rank from", "\(title.en), rank to", "\(title.zh)位次（起）", "\(title.zh)位次（止）"]
  }

  private static let measureRanks = ColumnMeaning(
    "measure_rank_from", Phrase("rank in trials", zh: "试验位次"), or: ["measure_rank_to"] + rankNames,
    Phrase(
      "Behind each measure, between which ranks an actor lies in nine of ten trials, 1 the largest value: in each the tables are taken to err (see found_again). The column bears the name of the measure: betweenness_rank_from.",
      zh: "假定数据有误（见“再现情况”），九成试验中主体按该指标由大到小的位次区间。列名以指标名开头，如 betweenness_rank_from。"),
    advice: Phrase(
      "Where two ranges overlap, who comes first is not known.", zh: "两个区间重叠，则孰先孰后尚不能断定。"))

  static let actorColumns: [Column<MeasuredActor>] = [
    Column("id", Phrase("id", zh: "编号"), .id) { row, table in .text(table.network.actors[row.actor].id) },
    Column("name", Phrase("name", zh: "名称"), .word) { row, table in
      let actor = table.network.actors[row.actor]
      return .word(.text(actor.name), as: actor.name(in: table.language))
    },
    Column("kind", Phrase("kind", zh: "主体类型"), .word) { row, table in
      let kind = table.network.actors[row.actor].kind
      return .word(.text(kind), as: table.network.profile.kind(kind).label(table.language))
    },
  ]

  static let tieColumns: [Column<MeasuredTie>] = [
    Column("source", Phrase("source", zh: "甲方"), .id) { row, table in .actor(row.source, table) },
    Column("target", Phrase("target", zh: "乙方"), .id) { row, table in .actor(row.target, table) },
    Column(
      "kind", Phrase("kind", zh: "联系类型"), .word,
      told: Phrase("The kinds of ties that it stands for, with semicolons between.", zh: "所合并的联系类型，用分号隔开。")
    ) { row, table in
      .word(
        .text(row.kinds.joined(separator: ";")),
        as: table.list(row.kinds.map { table.network.profile.tieKind($0).label(table.language) }))
    },
    Column("weight", Phrase("weight", zh: "强度"), .real) { row, _ in .real(row.weight) },
  ]
}

/// A vertex of the graph, and the actor of the network that it is.
struct MeasuredActor {
  let vertex: Int
  let actor: Int
}

/// An entry of the matrix; its ends are actors of the network.
struct MeasuredTie {
  let source: Int
  let target: Int
  let entry: Int
  let weight: Double
  let kinds: [String]
  /// The ties that it stands for, where their columns are shown.
  let rows: [Int]
}

extension Column {
  /// The numbers of a measure: what they are, the measure says.
  ///
  /// - Parameters:
  ///   - values: as many as there are places.
  ///   - place: which of them is that of a row.
  init(_ id: String, _ title: Phrase, of values: MeasureValues, at place: @escaping @Sendable (Row) -> Int) {
    switch values {
    case .whole(let numbers): self.init(id, title, .whole) { row, _ in .whole(numbers[place(row)]) }
    case .real(let numbers): self.init(id, title, .optional(.real)) { row, _ in .real(optional: numbers[place(row)]) }
    }
  }
}
