import KesiNetwork

extension LayoutGuess {
  /// In the answers to a survey the columns beside the questions tell of the answering: when, how long, from where.
  mutating func settleSurvey() {
    guard guesses.count(where: { QuestionHead.isOfSurvey($0.head.own) }) > 1 else { return }
    let questions = guesses.indices.filter { QuestionHead.isQuestion(guesses[$0].head.own) }
    for place in guesses.indices where !questions.contains(place) {
      let head = guesses[place].head.own
      guard HeadText.withoutNumber(head).isExactly(head) else { continue }
      switch guesses[place].meaning {
      case .ignore, .personal, .keep: break
      // Who answers may be told by a head that is a word for it: 企业名称.
      case .actor,
        .partners where isNamed(place):
        break
      default:
        guesses[place].become(
          .keep, 0.7, Phrase("the heads are questions, and this is none", zh: "本表为问卷，此列不是题目"))
      }
    }
  }

  /// Whether a head is as a whole a word for what its column was told to be, over names of organizations.
  private func isNamed(_ place: Int) -> Bool {
    let guess = guesses[place]
    return SheetHeadWords.meaning(ofWord: HeadText(guess.head.own).text) == guess.meaning
      && guess.profile.organizations >= 0.5
  }
}
