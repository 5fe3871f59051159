import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("What to find out first")
struct QuestionTests {
  /// The cluster index of tables that somebody edits by hand: nothing of what questions are made by.
  private struct Editing {
    let network: Network
    let assessment: Assessment
    let now: PartialDate?

    init(_ network: Network) throws {
      self.network = network
      let analysis = Analysis(of: try NetworkGraph(of: network))
      (assessment, now) = (analysis.assessment, analysis.now)
    }

    /// The greatest index less the least, over all answers.
    func width(_ answers: [(inout Network) -> Void]) throws -> Double {
      let values = try answers.map { edit -> Double in
        var edited = network
        edit(&edited)
        edited.settled = assessment
        return try #require(Analysis(of: try NetworkGraph(of: edited), asOf: now).clusterIndex()).value
      }
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
  }

  /// What hangs on each cell, found by trying everything that could be written there.
  private func widths(_ network: Network) throws -> [OpenCell: Double] {
    let editing = try Editing(network)
    let amounts = [0, 1, 5, 10, 60, 100, 1000.0]
    var found: [OpenCell: Double] = [:]
    for row in network.positions.indices {
      let position = network.positions[row]
      func cell(_ column: String) -> OpenCell { OpenCell(.positions, row: row, column: column) }
      if position.level == nil {
        found[cell("level")] = try editing.width(Level.allCases.map { level in { $0.positions[row].level = level } })
      }
      if position.stage == nil {
        let stages = network.chains[position.chain].stages
        found[cell("stage")] = try editing.width(stages.map { stage in { $0.positions[row].stage = stage } })
      }
      // Where nobody states any, the chain is asked for the whole.
      if position.capacity == nil, position.chain == 0 {
        found[cell("capacity")] = try editing.width(amounts.map { amount in { $0.positions[row].capacity = amount } })
      }
    }
    for row in network.chains.indices {
      let chain = network.chains[row]
      if chain.demand == nil {
        let width = try editing.width(
          amounts.dropFirst().flatMap { demand in
            amounts.map { amount in
              {
                $0.chains[row].demand = demand
                $0.chains[row].capacity = amount
              }
            }
          })
        found[OpenCell(.chains, row: row, column: "demand")] = width
        found[OpenCell(.chains, row: row, column: "capacity")] = width
      }
      for kind in chain.unassessed {
        func seat(_ actor: Int, _ network: inout Network) {
          network.chains[row].unassessed = []
          if actor >= 0 { network.positions.append(Position(actor: actor, chain: row)) }
        }
        let known = network.actors.indices.filter { network.actors[$0].kind == kind }
        found[.unassessed(kind, in: row)] = try editing.width(
          ([-1] + known).map { actor in { seat(actor, &$0) } } + [
            {
              $0.actors.append(Actor(id: "N", name: "N", kind: kind))
              seat($0.actors.count - 1, &$0)
            }
          ])
      }
    }
    for row in network.actors.indices {
      if network.actors[row].kind.isEmpty {
        found[OpenCell(.actors, row: row, column: "kind")] = try editing.width(
          Kind.builtIn.map { kind in { $0.actors[row].kind = kind.id } })
      }
      if network.actors[row].zone == nil {
        found[OpenCell(.actors, row: row, column: "zone")] = try editing.width(
          network.zones.map { zone in { $0.actors[row].zone = zone } })
      }
      let isTied = network.ties.contains { $0.source == row || $0.target == row }
      if !isTied, !network.positions.contains(where: { $0.actor == row }) {
        found[.seat(of: row)] = try editing.width(
          [{ _ in }]
            + network.chains.indices.map { chain in { $0.positions.append(Position(actor: row, chain: chain)) } })
      }
    }
    for row in network.ties.indices {
      let tie = network.ties[row]
      func cell(_ column: String) -> OpenCell { OpenCell(.ties, row: row, column: column) }
      var own: [(String, Double)] = []
      if tie.stage == nil {
        own.append(("stage", try editing.width(TieStage.allCases.map { stage in { $0.ties[row].stage = stage } })))
      }
      if tie.outcome == nil {
        own.append(
          ("outcome", try editing.width(Outcome.allCases.map { outcome in { $0.ties[row].outcome = outcome } })))
      }
      if tie.period.from == nil {
        let years = ["1990", "2000", "2015", "2020", "2023"].compactMap { PartialDate($0) }
        own.append(("from", try editing.width(years.map { year in { $0.ties[row].period.from = year } })))
      }
      let (first, second) = (tie.benefitToSource, tie.benefitToTarget)
      if first == nil || second == nil {
        let width = try editing.width(
          (first.map { [$0] } ?? amounts).flatMap { a in
            (second.map { [$0] } ?? amounts).map { b in
              {
                $0.ties[row].benefitToSource = a
                $0.ties[row].benefitToTarget = b
              }
            }
          })
        if first == nil { own.append(("benefit_source", width)) }
        if second == nil { own.append(("benefit_target", width)) }
      }
      let isSilent = tie.stage == nil && tie.outcome == nil && tie.period.to == nil && first == nil
      if isSilent {
        // Any cell tells how it goes: the first of those that tell most.
        own = own.filter { $0.1 > own.map(\.1).max()! - 1e-9 }.prefix(1).map { $0 }
      }
      for (column, width) in own { found[cell(column)] = width }
    }
    return found
  }

  @Test("What hangs on a cell is what all that could be written there makes of the index")
  func effects() throws {
    let network = try OpenTables.network()
    let (questions, untried) = try Analysis(of: try NetworkGraph(of: network)).questions()
    #expect(untried == 0)
    let asked = Dictionary(uniqueKeysWithValues: questions.map { ($0.cell, $0.effect) })
    let expected = try widths(network)
    #expect(expected.values.count { $0 > 1e-9 } > 15)
    for (cell, width) in expected {
      #expect(abs((asked[cell] ?? 0) - width) < 1e-8, "\(cell): \(asked[cell] ?? 0), not \(width)")
    }
    for cell in asked.keys { #expect(expected[cell] != nil, "\(cell)") }
    // Each sort of cell is asked for.
    let columns = Set(questions.map { "\($0.cell.table).\($0.cell.column)" })
    let wanted: Set = [
      "positions.level", "positions.stage", "positions.capacity", "positions.chain", "chains.demand", "chains.capacity",
      "chains.unassessed", "actors.kind", "actors.zone", "ties.stage", "ties.outcome", "ties.from",
      "ties.benefit_source", "ties.benefit_target",
    ]
    #expect(columns == wanted)
  }

  @Test("Questions stand by what hangs on them, and verdicts by what they would become")
  func order() throws {
    let network = try shipped("wenzhou")
    let questions = try Analysis(of: try NetworkGraph(of: network)).questions().questions
    #expect(zip(questions, questions.dropFirst()).allSatisfy { $0.effect >= $1.effect })
    #expect(questions.contains { !$0.verdicts.isEmpty })
    for question in questions {
      for (chain, verdicts) in question.verdicts {
        #expect(network.chains.indices.contains(chain) && Set(verdicts).count == verdicts.count && verdicts.count > 1)
      }
      #expect(!question.sentence.en.isEmpty && question.sentence.zh.hasSuffix("？") || question.cell.isSeat)
    }
  }

  @Test("Who is alone and has no seat is asked for, who is tied or seated is not")
  func seats() throws {
    let network = try OpenTables.network()
    let questions = try Analysis(of: try NetworkGraph(of: network)).questions().questions
    let seats = questions.filter(\.cell.isSeat).map { network.actors[$0.cell.row].id }
    #expect(Set(seats) == ["L1", "L2"])
    #expect(questions.filter(\.cell.isSeat).allSatisfy { $0.whom == $0.cell.row && $0.choices.count == 3 })
  }

  @Test("The same questions for any number of threads, on every network that ships", arguments: PlanTests.networks)
  func threads(name: String) throws {
    let graph = try NetworkGraph(of: shipped(name))
    func cells(_ threads: Int) throws -> [String] {
      try Analysis(of: graph, on: Parallel(threads: threads)).questions().questions.map { "\($0.cell) \($0.effect)" }
    }
    #expect(try cells(1) == cells(3))
  }

  @Test("A network without an index, or of which a part is looked at, has no questions")
  func nothing() throws {
    let karate = try NetworkGraph(of: shipped("classics/karate"))
    #expect(try Analysis(of: karate).questions().questions.isEmpty)
    var selection = Selection()
    selection.zones = ["Z1"]
    let part = try NetworkGraph(of: OpenTables.network(), selection)
    #expect(try Analysis(of: part).questions().questions.isEmpty)
  }

  @Test(
    "Where an answer puts another step first, a plan of the answered tables begins with it",
    arguments: ["suzhou", "park"])
  func firstSteps(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let questions = Array(try analysis.questions().questions.prefix(6))
    let steps = try analysis.firstSteps(after: questions)
    #expect(steps.changes.count == questions.count && !steps.changes.contains(.notTried))
    let first = try #require(try analysis.plan(within: PlanLimits(steps: 1)).first)
    #expect(steps.today == analysis.work(of: first.remedies, namesChain: true))
    for (question, change) in zip(questions, steps.changes) {
      // Tables that are answered, and a plan of these, with all of their gaps.
      let others = try question.extremes.compactMap { answer -> Phrase? in
        var answered = answer.applied(to: network).network
        answered.settled = network.assessment
        let after = Analysis(of: try NetworkGraph(of: answered), asOf: analysis.now, draws: 100)
        let then = try after.plan(within: PlanLimits(steps: 1)).first
        return then.map { after.work(of: $0.remedies, namesChain: true) }
      }
      switch change {
      case .none: #expect(others.allSatisfy { $0 == steps.today }, "\(question.sentence.en)")
      case .other(let other): #expect(others.contains(other) && other != steps.today, "\(question.sentence.en)")
      case .notTried: break
      }
    }
  }
}
