import KesiNetwork

/// One line of an appraisal: of whom it is, what it is, the number, and what that says.
public struct AppraisalFact: Sendable {
  public enum Section: String, Term {
    case belongs, carries, gets, unstable, plan

    public var chinese: [String] {
      switch self {
      case .belongs: ["谁与谁匹配"]
      case .carries: ["谁作何贡献"]
      case .gets: ["谁得多少"]
      case .unstable: ["哪里不稳"]
      case .plan: ["下一步"]
      }
    }
    public var label: Phrase {
      switch self {
      case .belongs: Phrase("who belongs where", zh: chinese[0])
      case .carries: Phrase("who carries what", zh: chinese[0])
      case .gets: Phrase("who gets what", zh: chinese[0])
      case .unstable: Phrase("what is unstable", zh: chinese[0])
      case .plan: Phrase("what to do next", zh: chinese[0])
      }
    }
  }

  public enum What: String, Term {
    /// The section in a sentence; what has to be known of it; what the tables do not allow.
    case summary, note
    case notTold = "not_told"
    /// Quantities.
    case matched, unmet, idle
    /// Of 100.
    case contribution = "contribution_index"
    /// Amounts of what is shared out.
    case shapley, today, keeps, objection
    /// Shares of the strength of ties.
    case organization, behavior
    /// What a model of two populations says.
    case evolution
    /// Its severity.
    case gap
    /// Points of the cluster index.
    case step

    public var chinese: [String] {
      switch self {
      case .summary: ["概要"]
      case .note: ["说明"]
      case .notTold: ["未能得出"]
      case .matched: ["已匹配"]
      case .unmet: ["未满足"]
      case .idle: ["闲置"]
      case .contribution: ["贡献指数"]
      case .shapley: ["沙普利值"]
      case .today: ["现行分配"]
      case .keeps: ["稳定方案"]
      case .objection: ["异议组合"]
      case .organization: ["组织模式"]
      case .behavior: ["行为模式"]
      case .evolution: ["共生演化"]
      case .gap: ["薄弱环节"]
      case .step: ["措施"]
      }
    }
    public var label: Phrase {
      switch self {
      case .notTold: Phrase("not told", zh: chinese[0])
      case .contribution: Phrase("contribution index", zh: chinese[0])
      case .shapley: Phrase("Shapley value", zh: chinese[0])
      case .keeps: Phrase("that keeps all", zh: chinese[0])
      case .organization: Phrase("organization mode", zh: chinese[0])
      case .behavior: Phrase("behavior mode", zh: chinese[0])
      default: Phrase(rawValue, zh: chinese[0])
      }
    }
  }

  public let section: Section
  public let what: What
  /// Of whom it is, as indices of the network: nobody where it is of all.
  public let actors: [Int]
  public let value: Double?
  public let words: Phrase

  init(_ section: Section, _ what: What, _ words: Phrase, of actors: [Int] = [], value: Double? = nil) {
    (self.section, self.what, self.actors, self.value, self.words) = (section, what, actors, value, words)
  }
}

extension Appraisal.Part {
  /// What is told of it: its facts with notes after the first, or what is lacking.
  func facts(_ section: AppraisalFact.Section, _ facts: (Finding) -> [AppraisalFact]) -> [AppraisalFact] {
    switch self {
    case .lacking(let words): return [AppraisalFact(section, .notTold, words)]
    case .found(let finding, let notes):
      let facts = facts(finding)
      return facts.prefix(1) + notes.map { AppraisalFact(section, .note, $0) } + facts.dropFirst()
    }
  }
}
