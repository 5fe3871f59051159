import KesiNetwork

/// A map of chains: a row a chain or a part of one, a column a stage, those who are there in the cells.
enum ChainMap {
  /// What a head calls a stage: `上游` of `上游（材料与零部件）`.
  static func stage(of head: String) -> String {
    var plain = head.asName
    if let bracket = plain.unicodeScalars.firstIndex(where: { $0 == "（" || $0 == "(" }),
      bracket > plain.unicodeScalars.startIndex
    {
      plain = String(plain.unicodeScalars[..<bracket]).asName
    }
    for ending in ["企业名单", "单位名单", "企业", "单位", "名单", "环节"]
    where plain.hasSuffix(ending) && plain.unicodeScalars.count > ending.unicodeScalars.count {
      return String(plain.dropLast(ending.count)).asName
    }
    return plain
  }

  /// Whether a head begins with a word for a stage.
  static func isStage(_ head: String) -> Bool {
    let text = HeadText(head).text
    return ["上游", "中游", "下游", "产业链上游", "产业链中游", "产业链下游", "upstream", "midstream", "downstream"].contains {
      text.hasPrefix($0)
    }
  }
}

extension LayoutGuess {
  /// Where no column names whom the rows are about, the heads are stages, or a column names the chain, lists of
  /// organizations stand for who is in a stage.
  mutating func settleChainMap(_ header: SheetHeader) {
    let isAboutOthers = guesses.contains {
      [.project, .projectID, .leader, .members].contains($0.meaning) || $0.meaning == .actor && $0.confidence >= 0.75
    }
    guard !isAboutOthers else { return }
    let named = guesses.indices.filter { guesses[$0].profile.organizations >= 0.6 }
    let stages = named.filter { ChainMap.isStage(guesses[$0].head.own) }
    let hasChain = !places(.chain).isEmpty
    let unknown = named.filter {
      SheetHeadWords.matches(of: guesses[$0].head.own).isEmpty && guesses[$0].meaning != .keep
    }
    let lists = unknown.filter { guesses[$0].profile.lists >= 0.15 }
    let found = stages.count > 1 ? stages : hasChain && lists.count > 1 ? unknown : []
    guard !found.isEmpty else { return }
    for place in found {
      guesses[place].become(
        .stageMembers, stages.count > 1 ? 0.8 : 0.55,
        Phrase("no column says whom the rows are about, and lists stand under stages", zh: "没有主体列，环节之下为单位名单"))
    }
    for place in guesses.indices where !found.contains(place) {
      switch guesses[place].meaning {
      case .partners:
        guesses[place].become(.chainMembers, 0.6, Phrase("the rows are chains", zh: "本表每行为产业链"))
      case .actor, .stage, .chainAndStage:
        guesses[place].become(.keep, 0.6, Phrase("the rows are chains", zh: "本表每行为产业链"))
      default: break
      }
    }
  }
}
