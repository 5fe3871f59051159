// Two tables, one with a cell that is wrong; then the network as a file that opens at once.
import KesiFormats
import KesiNetwork

let actors = """
  编号,名称,类型
  UNI-A,Example University A,高校
  OPT-A,Optical example A,企业
  """
let ties = """
  source,target,weight
  UNI-A,OPT-B,2
  """

func network(_ ties: String) throws -> Network {
  try NetworkReader.read(tables: [.actors: Array(actors.utf8), .ties: Array(ties.utf8)]).network
}

do {
  _ = try network(ties)
} catch let bad as BadData {
  for problem in bad.problems { print(problem.line(in: .en)) }
}

try Snapshot.write(network(ties.replacing("OPT-B", with: "OPT-A")), to: "out/example.kesi")
let read = try NetworkReader.read("out/example.kesi").network
for tie in read.ties {
  print("\(read.actors[tie.source].name) and \(read.actors[tie.target].name): \(tie.weight)")
}
