// A chain that lacks an institute, the steps that would raise its index most, and what they would change.
import KesiCluster
import KesiNetwork

let network = Network(
  actors: [
    Actor(id: "UNI-A", name: "Example University A", kind: "university"),
    Actor(id: "OPT-A", name: "Optical example A", kind: "enterprise"),
    Actor(id: "OPT-B", name: "Optical example B", kind: "enterprise"),
  ],
  ties: [Tie(0, 1), Tie(1, 2)],
  chains: [Chain(id: "optics", name: "Optics", requires: ["enterprise", "university", "institute"])],
  positions: [0, 1, 2].map { Position(actor: $0, chain: 0) })
let today = Analysis(of: try NetworkGraph(of: network))
for gap in try today.gaps() { print("\(gap.kind.label(.en)): \(gap.explanation(.en))") }

let steps = try today.suggestions(for: .index(), within: SuggestionLimits(ties: 1, positions: 1))
for step in steps { print("+ \((step.gain * 1000).rounded() / 1000): \(step.reason(.en))") }

let scenario = Scenario(taking: steps.map(\.step), tiesOf: "", in: network)
let then = Analysis(of: try NetworkGraph(of: scenario.applied(to: network).network))
print("closed: \(try Comparison(today, then).closed.map(\.kind))")
