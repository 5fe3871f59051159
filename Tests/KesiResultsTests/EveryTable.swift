import KesiCluster
import KesiConsortium
import KesiFormats
import KesiMatrix
import KesiNetwork

@testable import KesiResults

/// A table of each sort, of one network.
func everyTable(of network: Network, in language: Language) throws -> [ResultTable] {
  let pairs = try Analysis(of: try NetworkGraph(of: network), draws: 100).mixing(by: .kind)
  let analysis = Analysis(of: try NetworkGraph(of: network))
  let scheme = AppraisalScheme(indicators: [
    .init(id: "partners", label: Phrase("partners", zh: "合作单位数"), source: .partners(kind: nil)),
    .init(id: "chains", label: Phrase("chains", zh: "产业链数"), source: .chains),
    .init(id: "brokerage", label: Phrase("brokerage", zh: "居间作用"), source: .measure("betweenness")),
  ])
  let contribution = try analysis.contribution(of: Players(Array(network.actors.indices)), by: scheme, draws: 20)
  return try fixedTables(of: network, in: language) + [
    .mixingSquare(pairs, of: network, in: language), .contributions(contribution, of: network, in: language),
  ]
}

/// All but the one whose columns the network makes.
func fixedTables(of network: Network, in language: Language) throws -> [ResultTable] {
  let graph = try NetworkGraph(of: network)
  let analysis = Analysis(of: graph, draws: 100)
  let numbers = analysis.numbers
  let gaps = try analysis.gaps(.quick)
  // Who has most ties leaves, so that something changes.
  let degree = graph.actors.indices.map { vertex in graph.matrix.withRows { $0.degree(vertex) } }
  let leaving = degree.indices.max { degree[$0] < degree[$1] } ?? 0
  let without = network.without([graph.actors[leaving]])
  let after = Analysis(of: try NetworkGraph(of: without), draws: 100)
  let comparison = try Comparison(analysis, after, .quick)
  let change = NetworkChange(from: graph, to: after.graph)
  let drift = try Drift(from: analysis, to: after)
  let pairs = try analysis.mixing(by: .kind)
  let studies = try analysis.removalStudies(runs: 2)
  let suggestions = try analysis.suggestions(for: .index(), within: SuggestionLimits(ties: 2, positions: 2))
  let errors = TableErrors()
  let tried = try analysis.trials(of: errors, .quick, count: 2)
  var observed = network
  observed.history = [(0.5, 0.2), (0.9, 0.5), (1.5, 1.1), (2.2, 2.0), (2.8, 3.1), (3.3, 4.1), (3.6, 4.7), (3.7, 5.1)]
    .enumerated()
    .flatMap { [Observation("network", in: 2015 + $0, $1.0), Observation("others", in: 2015 + $0, $1.1)] }
  let evolution = try Evolution(of: observed)
  let ranked = try analysis.measureTrials(ActorMeasure.all, of: errors, count: 2) { _ in MeasureOptions() }
  // What the first actors are worth together: what two of them are worth, one of three gets today.
  var players = Players(Array(network.actors.indices.prefix(3)))
  players.shares = players.actors.indices.map { $0 == 0 ? 1 : 0 }
  players.contributions = players.actors.indices.map(Double.init)
  let game = Game(playerCount: players.count) { Double($0.count * $0.count) }
  let sharing = try Sharing(game, among: players, partners: analysis.partners(of: players), on: Parallel())
  let matching = try Matching(of: analysis)
  let partners = AppraisalScheme(indicators: [
    .init(id: "partners", label: Phrase("partners", zh: "合作单位数"), source: .partners(kind: nil))
  ])
  let appraisal = try Appraisal(
    of: network.consortia.isEmpty ? nil : 0, by: partners, gaps: gaps,
    plan: analysis.plan(within: PlanLimits(steps: 2)),
    in: analysis)
  return try [
    .appraisal(appraisal, analysis, in: language),
    .matches(matching, of: network, in: language),
    .candidates(matching.candidates(of: [0, 1]), matching, of: network, in: language),
    .check(CheckedReading(of: network), in: language),
    .summary(of: analysis, by: numbers, in: language),
    .metrics(ActorMeasure.all, of: graph, by: numbers, in: language),
    .tieMetrics(TieMeasure.all, of: graph, by: numbers, in: language), .gaps(gaps, of: graph, in: language),
    .chains(analysis, gaps: gaps, in: language),
    .gaps(gaps, gaining: analysis.gains(of: gaps), tried: tried, of: graph, in: language),
    .chains(analysis, gaps: gaps, tried: analysis.chainTrials(of: errors, count: 2), in: language),
    .metrics(ActorMeasure.all, of: graph, by: numbers, tried: ranked, in: language),
    .dependences(analysis.dependences(), of: network, in: language),
    .dependences(analysis.dependences(), of: network, isJudged: false, in: language),
    .mixing(pairs, of: network, in: language), .mixing(pairs, of: network, isJudged: false, in: language),
    .brokerRoles(analysis.brokerRoles(by: .kind), of: network, in: language),
    .externalInternal(analysis.externalInternalTests(), of: network, in: language),
    .tripleHelices(analysis.tripleHelices(), of: network, in: language),
    .tripleHelices(analysis.tripleHelices(), of: network, isJudged: false, in: language),
    .comparison(comparison, of: network, left: [graph.actors[leaving]], showsAll: true, in: language),
    .comparison(comparison, change, drift, showsAll: true, in: language), .agreement(drift, change, in: language),
    .suggestions(suggestions, of: network, in: language), .glossary(Glossary.entries, in: language),
    .resilience(studies, of: network, in: language),
    .resilience(studies, of: network, isJudged: false, in: language),
    .removalCurves(studies, of: network, in: language), .sharing(sharing, of: network, in: language),
    .objections(sharing, of: network, in: language), .statement(of: 0, in: sharing, of: network, in: language),
    .symbiosis(analysis.symbiosisModes(), of: network, in: language),
    .symbioticPairs(analysis.symbioticPairs(), of: network, in: language),
    .evolution(evolution, of: observed, in: language), .equilibria(evolution, of: observed, in: language),
    .years(evolution, of: observed, in: language),
  ] + network.chains.indices.prefix(3).map { .explanation(of: $0, analysis, in: language) }
}
