import KesiCluster
import KesiFormats
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiConsortium

@Suite("A consortium appraised as a whole")
struct AppraisalTests {
  private static let partners = AppraisalScheme(indicators: [
    .init(id: "partners", label: Phrase("partners", zh: "合作单位数"), source: .partners(kind: nil))
  ])

  private func appraisal(_ network: Network, of consortium: Int?) throws -> (Appraisal, Analysis) {
    let analysis = Analysis(of: try NetworkGraph(of: network), draws: 100)
    let appraisal = try Appraisal(
      of: consortium, by: Self.partners, gaps: analysis.gaps(.quick), plan: analysis.plan(within: PlanLimits()),
      in: analysis)
    return (appraisal, analysis)
  }

  /// Three partners in a row, the first two of them in a consortium; who else there is has a gap of its own.
  private func small() -> Network {
    var network = Network(
      actors: ["a", "b", "c", "alone"].map { Actor(id: $0, name: $0, kind: "enterprise") },
      ties: [Tie(0, 1), Tie(1, 2)])
    network.consortia = [Consortium(id: "K", name: "K"), Consortium(id: "L", name: "L")]
    network.members = [
      Membership(consortium: 0, actor: 0), Membership(consortium: 0, actor: 1), Membership(consortium: 1, actor: 2),
    ]
    return network
  }

  @Test("Its parts are what the functions of their own find, of the members alone")
  func parts() throws {
    var network = small()
    network.members[0].share = 0.9
    network.members[1].share = 0.1
    network.coalitions = [CoalitionWorth(members: [0, 1], value: 10), CoalitionWorth(members: [1], value: 4)]
    let (appraisal, analysis) = try appraisal(network, of: 0)
    #expect(appraisal.members == [0, 1])
    let contribution = try #require(appraisal.contribution.finding)
    #expect(contribution.members.map(\.actor) == [1, 0])
    let sharing = try #require(appraisal.sharing.finding)
    // The second adds 10 or 4 to nothing, the first 6 or 0: 3 and 7. It gets 1 and would have 4 by itself.
    #expect(sharing.shapley.map(\.value) == [3, 7])
    let facts = appraisal.facts(in: analysis)
    let leaving = try #require(facts.first { $0.section == .unstable && $0.what == .objection })
    #expect(leaving.actors == [1] && leaving.value == 3)
    #expect(facts.filter { $0.what == .keeps }.map(\.value) == [6, 4])
    #expect(appraisal.symbiosis.finding?.pairs.map(\.actors.0) == [0])
    // The one that stands alone is no member.
    #expect(try analysis.gaps(.quick).contains { $0.subjects == [3] })
    #expect(try #require(appraisal.gaps.finding).allSatisfy { $0.subjects != [3] })
  }

  @Test("Steps that are about newcomers of the steps before them name only whom the network has")
  func newcomers() throws {
    var network = try shipped("consortium")
    func actor(_ id: String) throws -> Int { try #require(network.actors.firstIndex { $0.id == id }) }
    network.ties = [Tie(try actor("ASS1"), try actor("ROB1"))]
    let (appraisal, analysis) = try appraisal(network, of: 0)
    let steps = try #require(appraisal.steps.finding)
    #expect(steps.contains { $0.step.closed.contains { $0.subjects.contains { $0 >= network.actors.count } } })
    let facts = appraisal.facts(in: analysis)
    #expect(facts.filter { $0.what == .step }.count == steps.count)
    #expect(facts.allSatisfy { $0.actors.allSatisfy(network.actors.indices.contains) })
  }

  @Test("What tables do not allow is named in every part, with what to fill in", arguments: Language.allCases)
  func lacking(language: Language) throws {
    var network = small()
    (network.consortia, network.members) = ([], [])
    let (appraisal, analysis) = try appraisal(network, of: nil)
    #expect(appraisal.members == [0, 1, 2, 3] && appraisal.consortium == nil)
    let told = appraisal.facts(in: analysis).filter { $0.what == .notTold }.map { $0.words(language) }
    // By what the table is called: whoever reads an appraisal has no files before them.
    for table in [Table.supplies, .consortia, .coalitions, .history] {
      #expect(told.contains { $0.contains(table.name(language)) }, "\(table)")
    }
    #expect(appraisal.contribution.finding == nil && appraisal.sharing.finding == nil)
    let sections = Set(appraisal.facts(in: analysis).map(\.section))
    #expect(sections == Set(AppraisalFact.Section.allCases))
  }

  @Test("Nothing is said of gaps, modes and steps where nothing is to be judged")
  func notAssessed() throws {
    var network = small()
    network.profile.assess = []
    let (appraisal, analysis) = try appraisal(network, of: nil)
    let facts = appraisal.facts(in: analysis)
    #expect(appraisal.gaps.finding == nil && appraisal.symbiosis.finding == nil && appraisal.steps.finding == nil)
    #expect(!facts.contains { [.gap, .step, .organization, .behavior].contains($0.what) })
  }

  @Test("A table of coalitions that is about others is said with its place, and does not end the whole")
  func strangers() throws {
    var network = small()
    network.coalitions = [CoalitionWorth(members: [1, 2], value: 10)]
    let (appraisal, _) = try appraisal(network, of: 0)
    guard case .lacking(let words) = appraisal.sharing else {
      Issue.record("shared out among strangers")
      return
    }
    #expect(words.en.contains("coalitions.csv") && words.en.contains("has c, who is no member of “K”"))
    #expect(words.zh.contains("不是“K”的成员"))
  }

  @Test("Shares of more than the whole are no appraisal")
  func tooMuch() throws {
    var network = small()
    network.members[0].share = 0.9
    network.members[1].share = 0.9
    #expect(throws: BadData.self) { try appraisal(network, of: 0) }
  }

  @Test("Every fact of the networks that ship has words in both languages, and every member its place")
  func words() throws {
    for name in ["consortium", "majors", "park"] {
      let network = try shipped(name)
      let consortium = network.consortia.isEmpty ? nil : 0
      let (appraisal, analysis) = try appraisal(network, of: consortium)
      let facts = appraisal.facts(in: analysis)
      #expect(facts.allSatisfy { !$0.words.en.isEmpty && !$0.words.zh.isEmpty && $0.words.en != $0.words.zh })
      #expect(Set(facts.map(\.section)) == Set(AppraisalFact.Section.allCases))
      guard let contribution = appraisal.contribution.finding else { continue }
      #expect(Set(contribution.members.map(\.actor)) == Set(appraisal.members))
      #expect(facts.count { $0.what == .contribution } == appraisal.members.count)
    }
  }

  @Test("Parts of a member are its own: what they are matched with is told")
  func ofParts() throws {
    var network = small()
    network.actors[2].parent = "a"
    network.members.removeLast()
    network.supplies = [Supply(actor: 2, item: "welding", quantity: 3)]
    network.demands = [Demand(actor: 3, item: "welding", quantity: 5)]
    let (appraisal, analysis) = try appraisal(network, of: 0)
    #expect(appraisal.matching.finding != nil && appraisal.concerns(2) && !appraisal.concerns(3))
    #expect(appraisal.facts(in: analysis).contains { $0.section == .belongs && $0.actors.contains(2) })
  }
}
