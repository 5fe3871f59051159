import KesiNetwork

extension LayoutGuess {
  /// In the answers to a survey the columns beside the questions tell of the answering: when, how long, from where.
  mutating func settleSurvey() {
    let questions = guesses.indices.filter { QuestionHead.isQuestion(guesses[$0].head.own) }
    guard questions.count > 1 else { return }
    for place in guesses.indices where !questions.contains(place) {
      let head = guesses[place].head.own
      guard HeadText.withoutNumber(head).isExactly(head) else { continue }
      switch guesses[place].meaning {
      case .ignore, .personal, .keep: break
      default:
        guesses[place].become(
          .keep, 0.7, Phrase("the heads are questions, and this is none", zh: "本表为问卷，此列不是题目"))
      }
    }
  }
}
