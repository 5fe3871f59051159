// A network made by hand, and the part of it that lies in one zone.
import KesiNetwork

var network = Network(
  actors: [
    Actor(id: "UNI-A", name: "Example University A", nameZh: "示例大学甲", kind: "university", zone: "North"),
    Actor(id: "OPT-A", name: "Optical example A", nameZh: "光学示例甲", kind: "enterprise", zone: "North"),
    Actor(id: "OPT-B", name: "Optical example B", nameZh: "光学示例乙", kind: "enterprise", zone: "South"),
  ],
  ties: [Tie(0, 1, kind: "joint_project", weight: 2), Tie(1, 2, kind: "supply")])
network.profile.title = Phrase("An example", zh: "示例")

var selection = Selection()
selection.zones = ["North"]
let graph = try NetworkGraph(of: network, selection)

print("\(graph.actors.count) of \(network.actors.count) actors, \(graph.matrix.tieCount) of \(network.ties.count) ties")
for vertex in 0..<graph.matrix.order {
  let actor = graph.actor(vertex)
  let partners = graph.matrix.neighbors(of: vertex).map { graph.actor($0).name(in: .en) }
  print("\(actor.name(in: .en)), \(actor.name(in: .zh)): \(partners)")
}
