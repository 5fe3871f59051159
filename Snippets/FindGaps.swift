// The weakest chains and the worst gaps of a network.
import KesiCluster
import KesiFormats
import KesiNetwork

let network = try NetworkReader.read("graphs/wenzhou").network
let analysis = Analysis(of: try NetworkGraph(of: network))

for (chain, index) in analysis.weakestFirst().prefix(3) {
  print("\(chain.chain.name): \(index.verdict.map { $0.label(.en) } ?? "no index")")
}
for gap in try analysis.gaps().prefix(3) { print("\(gap.level.label(.en)): \(gap.explanation(.en))") }
