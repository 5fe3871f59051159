import ArgumentParser
import KesiCluster
import KesiNetwork

struct RiskCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Says whose loss would cost the cluster most: expected loss a year of each actor and tie.",
    discussion: """
      The loss is what the cluster index (0 to 100) would lose without the ties and positions of an actor, or without the
      ties of two actors; the expected loss is that times the chance of losing it within a year, by the kind of actor and
      by how often ties of this network lapse. These chances are judgments and can be set under losses: in network.yml.

      Examples:
        kesi risk graphs/suzhou --top 10
        kesi risk graphs/suzhou --lang zh --format markdown
        kesi risk graphs/suzhou --sort loss --format csv
      """)

  @OptionGroup var input: NetworkInput
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try selection.refuseWeightsAndDirection()
    try GivenOptions.refuse("--chain", "--zone", "--kind", because: "is of no use here: a cluster is judged as a whole")
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    input.say(analysis.notAssessedNote, in: language)
    let (risks, untried) = try analysis.risks()
    if risks.isEmpty { input.say(noIndex, in: language) }
    if untried > 0 {
      let count = Figure.count(untried).text
      input.say(
        Phrase(
          "\(count) losses of actors and ties with fewer ties were not tried, for want of time.",
          zh: "联系较少的 \(count) 家主体和联系因耗时过长未作计算。"), in: language)
    }
    try output.write(.risks(risks, of: network, in: language))
  }
}

/// Why nothing is said of a cluster.
let noIndex = Phrase(
  "The cluster has no index here: nothing is judged, or only a part of the network was chosen.",
  zh: "此处没有集群指数：未作评估，或只选择了网络的一部分。")
