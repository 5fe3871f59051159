import KesiNetwork

extension LayoutGuess {
  /// Under a head that stands over a column of partners as well, 方式 and the like say how the two work together: `合作高校`
  /// over `名称` and `方式`. 类型 may be what the partner is where the head above says who it is.
  mutating func settleGroupedKinds() {
    guard isOfTies, places(.tieKind).isEmpty else { return }
    let partners = places(.partners)
    let candidates = places(.keep).filter { place in
      let (head, profile) = (guesses[place].head, guesses[place].profile)
      let saysWho = SheetHeadWords.matches(of: head.group).first?.meaning == .partners
      let words = saysWho ? Self.wordsForForms : Self.wordsForForms + ["类型", "类别"]
      return !head.group.isEmpty && words.contains(HeadText(head.own).text) && profile.filled > 0
        && profile.length <= 12 && profile.organizations < 0.3 && profile.numbers < 0.5
    }
    let owners = candidates.map { place in
      partners.filter { guesses[$0].head.group.isExactly(guesses[place].head.group) }
    }
    // One for several partners would be said of all.
    guard owners.allSatisfy({ $0.count == 1 }), Set(owners.joined()).count == candidates.count,
      candidates.count > 1 || partners.count == 1
    else { return }
    for place in candidates {
      guesses[place].become(
        .tieKind, 0.7, Phrase("the head above it is that of a partner as well", zh: "与合作单位列同属一个上级表头"))
    }
  }

  private static let wordsForForms = ["方式", "形式", "模式"]
}
