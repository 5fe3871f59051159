// Writes a test network as text, a tie a line:
//   generate consortium [SEED]
//   generate projects [SEED]      (the memberships of the same network: project, organization)
//   generate kronecker SCALE [SEED]

import BenchmarkNetworks

@main
struct Generate {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "consortium":
      write(ConsortiumNetwork(seed: arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1).ties)
    case "projects":
      let network = ConsortiumNetwork(seed: arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1)
      write(network.projects.enumerated().flatMap { project, members in members.map { (UInt32(project), $0) } })
    case "kronecker":
      let numbers = arguments.dropFirst().compactMap { Int($0) }
      write(KroneckerNetwork(scale: numbers.first ?? 16, seed: UInt64(numbers.dropFirst().first ?? 1)).ties)
    default:
      print("usage: generate consortium [SEED] | projects [SEED] | kronecker SCALE [SEED]")
    }
  }

  private static func write(_ ties: [(UInt32, UInt32)]) {
    var lines = ""
    for (index, tie) in ties.enumerated() {
      lines += "\(tie.0) \(tie.1)\n"
      if index % 65_536 == 65_535 {
        print(lines, terminator: "")
        lines = ""
      }
    }
    print(lines, terminator: "")
  }
}
