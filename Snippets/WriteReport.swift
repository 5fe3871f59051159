// The page of a network, and what a server would give in its stead.
import Foundation
import KesiCluster
import KesiFormats
import KesiNetwork
import KesiReport

let network = try NetworkReader.read("graphs/wenzhou").network
let report = try Report(of: Analysis(of: NetworkGraph(of: network)), language: .en, version: "1.0")
try Data(report.html()).write(to: URL(filePath: "out/wenzhou.html"))

let model = try report.model()
try Data(model.json()).write(to: URL(filePath: "out/wenzhou.json"))
print("\(model.title.en): \(model.actors.count) actors, \(model.chains.count) chains, \(model.gaps.count) gaps")
if let gap = model.gaps.first { print("\(gap.level): \(gap.explanation.en)") }
