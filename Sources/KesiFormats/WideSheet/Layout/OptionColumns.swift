import KesiNetwork

extension LayoutGuess {
  /// A question of which several answers may be chosen has a column for each in what some surveys export, with 1 or 0 below.
  /// Where partners or chains are asked for the options are these; others are kept, since no cell of theirs says anything by
  /// itself.
  ///
  /// - Returns: the places of such columns.
  mutating func settleOptions(_ rows: [Int], _ sheet: Sheet) -> Set<Int> {
    let options = OptionHead.all(among: guesses.map(\.head.own))
    var questions: [NameKey: [Int]] = [:]
    for (place, option) in options.enumerated() {
      if let option { questions[NameKey(option.question), default: []].append(place) }
    }
    var settled = Set<Int>()
    for places in questions.values {
      func all(_ isAnswered: (OptionHead, String) -> Bool) -> Bool {
        places.allSatisfy { place in
          guard let option = options[place] else { return true }
          return rows.allSatisfy { isAnswered(option, sheet.text($0, guesses[place].head.column)) }
        }
      }
      let named = places.filter { options[$0]?.isRest == false }
      let areOrganizations = !named.isEmpty && named.allSatisfy { options[$0]?.isOrganization == true }
      let isOfWork = areOrganizations && options[places[0]]?.asksOfWork == true
      let isAnswered = all { $0.isAnswered(by: $1) }
      // What is asked of organizations has none of them in its cells: its head is nobody's name either.
      let isWords = areOrganizations && all { $0.isAnsweredByWord($1) }
      guard isAnswered || isWords || areOrganizations && all({ KindOfName.told(by: $1) == nil }),
        places.contains(where: { guesses[$0].profile.filled > 0 })
      else { continue }
      settled.formUnion(places)
      let meaning: ColumnMeaning? =
        switch options[places[0]]?.asked {
        case .partners where areOrganizations && (isAnswered || isWords),
          .actor where areOrganizations && (isAnswered || isWords):
          .partnerMark
        case _ where isOfWork && (isAnswered || isWords): .partnerMark
        case _ where !isAnswered: nil
        case .chain: .chainMark
        default: nil
        }
      for place in places {
        if let meaning, named.contains(place) {
          guesses[place].become(
            meaning, 0.75, Phrase("it is an option of a question, and marks stand below", zh: "为题目的一个选项，其下为打勾"))
        } else {
          guesses[place].become(
            .keep, 0.5, Phrase("it is an option of a question", zh: "为题目的一个选项"))
        }
      }
    }
    return settled
  }
}
