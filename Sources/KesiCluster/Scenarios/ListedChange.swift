import KesiNetwork

/// One thing that is another after than before, as a list of changes has it.
public struct ListedChange: Sendable {
  public let sort: Sort
  public let subject: Subject
  /// What it was and is; nil where it was not there, is undefined, or has no number.
  public let before: Double?
  public let after: Double?

  /// What has changed: indices of actors are those of the network, or of the union of both.
  public enum Subject: Sendable {
    /// A number of the network as a whole.
    case number(NetworkNumber)
    /// How many gaps there are, of those that were looked for.
    case gapCount(Analysis.Extent)
    /// The index of the cluster.
    case clusterIndex
    /// The index of a chain, by its id.
    case chain(String)
    case gap(Gap)
    case actor(Int)
    case tie(NetworkChange.TieChange)
    /// The community of an actor.
    case community(around: Int)
  }

  public enum Sort: String, Term {
    case measure
    case chainIndex = "chain_index"
    case gapClosed = "gap_closed"
    case gapOpened = "gap_opened"
    case gapWorse = "gap_worse"
    case gapBetter = "gap_better"
    case joined, left
    case tieFormed = "tie_formed"
    case tieDissolved = "tie_dissolved"
    case tieStrengthened = "tie_strengthened"
    case tieWeakened = "tie_weakened"
    case degreeRank = "rank_degree"
    case betweennessRank = "rank_betweenness"
    case community

    public var chinese: [String] { [label.zh] }

    public var label: Phrase {
      switch self {
      case .measure: Phrase("measure", zh: "指标")
      case .chainIndex: Phrase("chain index", zh: "产业链指数")
      case .gapClosed: Phrase("gap closed", zh: "薄弱环节消除")
      case .gapOpened: Phrase("new gap", zh: "新增薄弱环节")
      case .gapWorse: Phrase("gap worse", zh: "薄弱环节加重")
      case .gapBetter: Phrase("gap better", zh: "薄弱环节减轻")
      case .joined: Phrase("joins", zh: "加入")
      case .left: Phrase("leaves", zh: "退出")
      case .tieFormed: .of(.formed)
      case .tieDissolved: .of(.dissolved)
      case .tieStrengthened: .of(.strengthened)
      case .tieWeakened: .of(.weakened)
      case .degreeRank: Phrase("rank by number of ties", zh: "联系数位次")
      case .betweennessRank: Phrase("rank by betweenness", zh: "中介中心度位次")
      case .community: Phrase("members of a community", zh: "社群成员数")
      }
    }

    fileprivate init(_ sort: NetworkChange.Sort) {
      self =
        switch sort {
        case .formed: .tieFormed
        case .dissolved: .tieDissolved
        case .strengthened: .tieStrengthened
        case .weakened: .tieWeakened
        }
    }
  }
}

extension Phrase {
  fileprivate static func of(_ sort: NetworkChange.Sort) -> Phrase {
    Phrase("tie \(sort.rawValue)", zh: sort.label.zh)
  }
}

extension Comparison {
  /// Measures and chain indices, then gaps that closed, opened, or are worse or better.
  ///
  /// - Parameter showsAll: whether measures and indices that stayed the same are listed, too.
  public func listed(showsAll: Bool) -> [ListedChange] {
    let numbers = rows.filter { showsAll || isSeen($0.before, $0.after) }.map { row in
      ListedChange(
        sort: row.isOfChain ? .chainIndex : .measure, subject: row.subject, before: row.before, after: row.after)
    }
    return numbers
      + closed.map { ListedChange(sort: .gapClosed, subject: .gap($0), before: $0.severity, after: nil) }
      + opened.map { ListedChange(sort: .gapOpened, subject: .gap($0), before: nil, after: $0.severity) }
      + changed.map { before, after in
        ListedChange(
          sort: after.severity > before.severity ? .gapWorse : .gapBetter, subject: .gap(after),
          before: before.severity, after: after.severity)
      }
  }

  /// Whether two numbers differ as people see them: “0.312 → 0.312” tells nothing.
  private func isSeen(_ before: Double?, _ after: Double?) -> Bool {
    before.map { Figure.index($0).text } != after.map { Figure.index($0).text }
  }
}

extension ListedChange {
  /// Actors that leave, as indices of the network.
  public static func left(_ actors: [Int]) -> [ListedChange] {
    actors.map { ListedChange(sort: .left, subject: .actor($0), before: nil, after: nil) }
  }
}

extension NetworkChange {
  /// Actors that joined or left, then ties by what became of them; indices are those of the union.
  public func listed() -> [ListedChange] {
    joined.map { ListedChange(sort: .joined, subject: .actor($0), before: nil, after: nil) }
      + ListedChange.left(left)
      + Sort.allCases.flatMap { sort in
        ties.filter { $0.sort == sort }.map { tie in
          ListedChange(
            sort: ListedChange.Sort(sort), subject: .tie(tie), before: tie.before == 0 ? nil : tie.before,
            after: tie.after == 0 ? nil : tie.after)
        }
      }
  }

  /// How many actors are in both.
  public var stayed: Int { union.actors.count - joined.count - left.count }
}

extension Drift {
  /// Ranks and communities that moved; indices are those of the union of both networks.
  public func listed(in union: Network) -> [ListedChange] {
    var place: [ExactText: Int] = [:]
    for (index, actor) in union.actors.enumerated() where place[ExactText(actor.id)] == nil {
      place[ExactText(actor.id)] = index
    }
    // Whoever drifts is in both networks, and so in their union.
    func index(of id: String) -> Int { place[ExactText(id)]! }
    return moves.map {
      ListedChange(
        sort: $0.measure.sort, subject: .actor(index(of: $0.actor)), before: Double($0.before), after: Double($0.after))
    }
      + communities.map {
        ListedChange(
          sort: .community, subject: .community(around: index(of: $0.actor)), before: Double($0.before),
          after: Double($0.after))
      }
  }
}

extension Drift.Measure {
  fileprivate var sort: ListedChange.Sort {
    switch self {
    case .degree: .degreeRank
    case .betweenness: .betweennessRank
    }
  }
}
