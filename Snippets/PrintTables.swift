// Measures of a network as a table for people and as JSON, and a table of one's own.
import KesiCluster
import KesiNetwork
import KesiResults

let names = ["UNI-A", "OPT-A", "OPT-B"]
let network = Network(
  actors: names.map { Actor(id: $0, name: "Example \($0)", kind: $0 == "UNI-A" ? "university" : "enterprise") },
  ties: [Tie(0, 1), Tie(1, 2)])
let graph = try NetworkGraph(of: network)
let engine: any Engine = Analysis(of: graph).numbers

let measures = ["degree", "betweenness"].compactMap(ActorMeasure.called)
let table = try ResultTable.metrics(measures, of: graph, by: engine, in: .en)
print(TableFormat.table.text(of: table, in: .en, width: 80))
print(TableFormat.ndjson.text(of: table, in: .en, width: 80))

let columns: [Column<Actor>] = [
  Column("actor", Phrase("actor", zh: "主体"), .id) { actor, _ in .text(actor.id) },
  Column("kind", Phrase("kind", zh: "类型"), .text) { actor, context in
    .text(context.network.profile.kind(actor.kind).label(context.language))
  },
]
let own = ResultTable(heading: Heading(), network.actors, columns: columns, in: TableContext(network, .zh))
print(TableFormat.markdown.text(of: own, in: .zh, width: 80))
