import KesiCluster
import KesiFormats
import KesiNetwork
import KesiResults

/// A plan that was written before, held against today's tables, with what is left of it taken as decided.
struct PastPlan {
  var reviewed: ReviewedPlan
  /// What is left to do, as lines of a scenario, and the tables with it done.
  let lines: [String]
  let network: Network
  /// What is left of it counts among the steps, ties and positions that a plan may have, and of each actor.
  let left: EarlierSteps

  init(_ source: FileSource, in today: Analysis) throws {
    let written = try WrittenPlan(source)
    let reviews = try today.review(
      of: written.steps.map {
        PastStep(
          lines: $0.lines, gaps: $0.gaps, deadline: $0.due, thereBefore: $0.thereBefore)
      })
    guard let index = today.clusterIndex()?.value else {
      throw BadData([
        Problem(
          .error, .file(source.shortName),
          Phrase(
            "cannot be held against these tables, since they have no cluster index.", zh: "无法与现有数据对照：数据没有集群指数。"))
      ])
    }
    reviewed = ReviewedPlan(written, reviews, now: index, asOf: today.now)
    lines = reviews.flatMap(\.left)
    let network = today.graph.network
    var parser = ScenarioParser(network: network)
    try parser.read(lines.joined(separator: "\n"), from: source.shortName)
    self.network = lines.isEmpty ? network : parser.scenario.applied(to: network).network
    var left = EarlierSteps()
    for review in reviews where !review.left.isEmpty {
      var parser = ScenarioParser(network: network)
      try parser.read(review.left.joined(separator: "\n"), from: source.shortName)
      left.add(parser.scenario)
    }
    self.left = left
  }

  func sayWhatIsOdd(_ say: (Phrase) -> Void) {
    for (written, _) in reviewed.steps
    where !written.certainty.isEmpty && Certainty(word: written.certainty) == nil {
      let words = Certainty.allCases.map(\.label)
      say(
        Phrase(
          "The certainty of step \(written.number), “\(written.certainty.shortened)”, is none of \(words.map(\.en).joined(separator: ", ")), so it is not taken over.",
          zh:
            "第 \(written.number) 步的问题把握“\(written.certainty.shortened)”不是\(words.map(\.zh).joined(separator: "、"))之一，未予沿用。"
        ))
    }
    for (written, review) in reviewed.steps where review.state == .notPossible {
      guard let reason = review.reason else { continue }
      say(
        Phrase(
          "Step \(written.number) cannot be done any more: \(reason.en)", zh: "第 \(written.number) 步无法再做：\(reason.zh)"))
    }
  }
}
