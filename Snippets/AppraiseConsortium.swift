// What partners of unlike worth would get, and how those of a network stand as one consortium.
import KesiCluster
import KesiConsortium
import KesiFormats
import KesiNetwork

// One has a left glove, two have a right one each; a pair is worth 6.
let gloves = Game(playerCount: 3) { $0.contains(0) && $0.count > 1 ? 6 : 0 }
print("what each adds: \(try gloves.shapleyValue().map { Int($0.rounded()) })")
print("what keeps all: \(try gloves.nucleolus().split.map { Int($0.rounded()) })")

let network = try NetworkReader.read("graphs/majors").network
let analysis = Analysis(of: try NetworkGraph(of: network))
let matching = try Matching(of: analysis)
if let best = matching.matches.first { print("\(best.quantity): \(matching.reason(of: best, in: network).en)") }

let scheme = AppraisalScheme(indicators: [
  .init(id: "partners", label: Phrase("partners", zh: "合作单位数"), source: .partners(kind: nil))
])
let appraisal = try Appraisal(
  of: nil, by: scheme, gaps: analysis.gaps(), plan: analysis.plan(within: PlanLimits()), in: analysis)
for fact in appraisal.facts(in: analysis) where fact.what == .summary {
  print("\(fact.section.label.en): \(fact.words.en)")
}
