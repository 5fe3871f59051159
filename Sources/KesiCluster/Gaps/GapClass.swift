import KesiNetwork

/// The three classes of gaps: what is not there, what does not move, what all hangs on.
public enum GapClass: String, Term {
  case missing, stalled, dependence

  public var chinese: [String] {
    switch self {
    case .missing: ["断点"]
    case .stalled: ["堵点"]
    case .dependence: ["风险点"]
    }
  }

  public var label: Phrase {
    let english =
      switch self {
      case .missing: "Missing links"
      case .stalled: "Stalled cooperation"
      case .dependence: "Dependence"
      }
    return Phrase(english, zh: chinese[0])
  }

  /// What makes a gap one of the class.
  public var definition: Phrase {
    switch self {
    case .missing:
      Phrase(
        "A gap where something that should be there is not: an actor, a tie, a capacity.",
        zh: "该有而没有：缺主体、缺联系或缺供给能力，链条在此断开。")
    case .stalled:
      Phrase(
        "A gap where something is there and does not get on: projects that halt, benefits that go one way.",
        zh: "有合作却不通畅：项目停滞、时断时续，或收益只归一方。")
    case .dependence:
      Phrase(
        "A gap where all works as long as one actor or one tie holds.", zh: "目前运转正常，但系于一家单位或一条联系，一旦失去便会断开。")
    }
  }

  /// What to do about such gaps.
  public var advice: Phrase {
    switch self {
    case .missing: Phrase("Bring it in, or fill in the table if it is there.", zh: "引入或补上所缺；若实际已有，则补全数据。")
    case .stalled:
      Phrase("Ask both sides what holds them up, before new ties are added.", zh: "先问清双方卡在哪里，再谈新增合作。")
    case .dependence: Phrase("Build a second way before the first is lost.", zh: "在失去之前，先建好第二条通道。")
    }
  }

  /// What they are about, as it stands below their heading on a page.
  public var meaning: Phrase {
    switch self {
    case .missing:
      Phrase("What is not there: actors, ties, links between stages, capacity.", zh: "该有而没有：缺单位、缺联系、环节未衔接、供给不足。")
    case .stalled:
      Phrase(
        "Partners work together, but the work stands still, lapses or serves one side.", zh: "合作已有，但停滞、时断时续或只利于一方。")
    case .dependence:
      Phrase("Much depends on one actor or one tie.", zh: "过于依赖某一家单位或某一条联系。")
    }
  }
}
