import KesiCluster
import KesiNetwork

/// A consortium as a whole: who belongs where, who carries what, who gets what, what is unstable, and what the plan has for its
/// members. Each part is what the function of its own finds; where tables do not allow it, it says what to fill in.
public struct Appraisal: Sendable {
  /// A part of an appraisal.
  public enum Part<Finding: Sendable>: Sendable {
    /// What was found, and what has to be known of it.
    case found(Finding, notes: [Phrase] = [])
    /// Why nothing was, and what to fill in.
    case lacking(Phrase)

    public var finding: Finding? { if case .found(let finding, _) = self { finding } else { nil } }
  }

  /// How the ties among the members live: of all together, and pair by pair.
  public struct Symbiosis: Sendable {
    public let modes: SymbiosisModes
    public let pairs: [SymbioticPair]
  }

  /// A step of the plan of the network, with its number there.
  public struct Step: Sendable {
    public let number: Int
    public let step: PlanStep
  }

  /// An index of the network; nil where it has no consortium, so that the network itself stands for one.
  public let consortium: Int?
  /// Its members, but for observers: indices of the network.
  public let members: [Int]
  /// Who is matched with whom in the whole network; see ``concerns(_:)``.
  public let matching: Part<Matching>
  public let contribution: Part<Contribution>
  public let sharing: Part<Sharing>
  public let symbiosis: Part<Symbiosis>
  /// Which way two populations of the network develop.
  public let evolution: Part<Evolution>
  /// The gaps that members are in, and those of the chain that the consortium is for; the worst first.
  public let gaps: Part<[Gap]>
  /// The steps of the plan of the network that members have a part in.
  public let steps: Part<[Step]>
  /// How many steps the plan has.
  public let stepCount: Int
  private let concerned: Set<Int>

  /// Whether an actor is a member, or a part of one.
  public func concerns(_ actor: Int) -> Bool { concerned.contains(actor) }

  /// - Parameters:
  ///   - consortium: an index of the network; nil for the network itself.
  ///   - scheme: by what contributions are appraised.
  ///   - gaps, plan: those of the whole network.
  /// - Throws: `BadData` where the shares of its members are more than the whole; `Cancelled`.
  /// - Complexity: that of its parts.
  public init(
    of consortium: Int?, by scheme: AppraisalScheme, gaps: [Gap], plan: [PlanStep], in analysis: Analysis
  ) throws {
    let network = analysis.graph.network
    let period = analysis.period
    let players = try consortium.map { try Players(of: $0, in: network, during: period) }
    let members = players?.actors ?? analysis.graph.actors
    self.consortium = consortium
    self.members = members
    let own = Set(members)
    let concerned = players == nil ? own : network.withParts(of: own)
    self.concerned = concerned

    matching = try Self.part { try Self.matching(of: concerned, analysis) }
    contribution = try Self.part {
      guard let players else { return .lacking(Self.noConsortium) }
      let contribution = try analysis.contribution(of: players, by: scheme)
      return .found(contribution, notes: contribution.notes)
    }
    sharing = try Self.part { try Self.sharing(of: consortium, during: period, analysis) }
    symbiosis = Self.symbiosis(of: own, analysis)
    // Whoever reads an appraisal has no files before them.
    evolution =
      try network.history.isEmpty
      ? .lacking(Self.noHistory) : Self.part { .found(try Evolution(of: network, during: period)) }
    let chain = consortium.flatMap { network.consortia[$0].chain }
    let found =
      players == nil
      ? gaps
      : gaps.filter { gap in
        gap.subjects.contains(where: concerned.contains) || chain != nil && gap.chain == chain
      }
    self.gaps = analysis.assessesNothing ? .lacking(Self.notAssessed(analysis)) : .found(found)
    let steps = plan.enumerated().map { Step(number: $0 + 1, step: $1) }
    stepCount = steps.count
    self.steps =
      analysis.clusterIndex() == nil
      ? .lacking(analysis.assessesNothing ? Self.notAssessed(analysis) : Self.noPlan)
      : .found(players == nil ? steps : steps.filter { $0.step.involves(concerned) })
  }

  /// What tables do not allow is a part that lacks something, not an end of the whole.
  private static func part<Finding>(_ find: () throws -> Part<Finding>) throws -> Part<Finding> {
    do { return try find() } catch let error as UnknownWord {
      return .lacking(error.message)
    } catch let error as TooManyPlayers {
      return .lacking(error.message)
    } catch let error as BadData {
      guard let problem = error.problems.first else { throw error }
      return .lacking(Phrase(problem.line(in: .en), zh: problem.line(in: .zh)))
    }
  }

  private static func matching(of concerned: Set<Int>, _ analysis: Analysis) throws -> Part<Matching> {
    let matching = try Matching(of: analysis)
    let note = matching.note(in: analysis.graph.network)
    if matching.market.isEmpty, let note { return .lacking(note) }
    let market = matching.market
    guard (market.supplies + market.demands).contains(where: { concerned.contains($0.actor) }) else {
      return .lacking(
        Phrase(
          "No member offers or needs anything: add rows of theirs to the tables of supplies and demands.",
          zh: "成员均未填写供给或需求：请在“供给”表与“需求”表中补充其记录。"))
    }
    return .found(matching, notes: [note].compactMap(\.self))
  }

  /// By the table of coalitions: what it does not say of them is taken to be the best that their members can do in those that it
  /// states, which is said.
  private static func sharing(
    of consortium: Int?, during period: Period, _ analysis: Analysis
  ) throws -> Part<Sharing> {
    let network = analysis.graph.network
    guard !network.coalitions.isEmpty else { return .lacking(noCoalitions) }
    let table = CoalitionTable(network.coalitions, of: network)
    let players = try table.players(of: consortium, during: period)
    let (game, notes) = try table.game(among: players, completing: .superadditive)
    let sharing = try Sharing(
      game, among: players, partners: analysis.partners(of: players), on: analysis.parallel)
    return .found(sharing, notes: notes + sharing.notes)
  }

  private static func symbiosis(of members: Set<Int>, _ analysis: Analysis) -> Part<Symbiosis> {
    if analysis.assessesNothing { return .lacking(notAssessed(analysis)) }
    let pairs = analysis.symbioticPairs().filter { members.contains($0.actors.0) && members.contains($0.actors.1) }
    guard !pairs.isEmpty else { return .lacking(noPairs) }
    let modes = SymbiosisModes(nil, pairs, by: analysis.graph.network.profile.thresholds)
    let stated = analysis.graph.network.profile.symbiosis
    let quoted = stated.map { Phrase("The source says: “\($0.en)”.", zh: "资料本身的判断：“\($0.zh)”。") }
    return .found(Symbiosis(modes: modes, pairs: pairs), notes: [quoted].compactMap(\.self))
  }
}

extension PlanStep {
  /// Whether any of some actors leads it, takes part in it, or is in its gap.
  fileprivate func involves(_ actors: Set<Int>) -> Bool {
    ([lead].compactMap(\.self) + partners + gap.subjects + remedies.flatMap { $0.pair ?? [] }).contains(
      where: actors.contains)
  }
}

extension Appraisal {
  fileprivate static func notAssessed(_ analysis: Analysis) -> Phrase { analysis.notAssessedNote ?? noPlan }
  fileprivate static let noConsortium = Phrase(
    "The network has no consortium whose members could be appraised: list it in the table of consortia, and its members in that of memberships with what each puts in.",
    zh: "该网络没有可供评价成员贡献的联合体：请在“创新联合体”表中登记联合体，在“成员”表中填写成员及其投入。")
  fileprivate static let noCoalitions = Phrase(
    "What members are worth together is not stated: fill in the table of values of coalitions, or have it told by the strength of ties.",
    zh: "未填写成员合作的收益：请填写“联盟收益”表，或按联系强度测算。")
  fileprivate static let noHistory = Phrase(
    "Yearly values are not stated, from which the course of two populations follows: fill in the table of yearly values.",
    zh: "未填写历年数据，无从推算双方演化：请填写“历年数据”表。")
  fileprivate static let noPairs = Phrase(
    "No two members have a tie with a row of its own: add theirs to the table of ties, with start and benefits of both sides.",
    zh: "成员之间没有单独记录的联系：请在“联系”表中补充，并填写开始时间与双方收益。")
  fileprivate static let noPlan = Phrase(
    "The cluster has no index here, so there is no plan: only a part of the network was chosen, or nothing is judged.",
    zh: "此处没有集群指数，因此没有行动方案：只选择了网络的一部分，或不作评估。")
}
