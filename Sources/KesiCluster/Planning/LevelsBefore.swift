import KesiNetwork

/// How grave gaps are before a step, by their ids; a group that stands outside also by whom of the tables it holds.
struct LevelsBefore {
  private let analysis: Analysis
  private let known: [ExactText: GapLevel]
  private var outside: [Int: GapLevel] = [:]

  init(of gaps: [Gap], in analysis: Analysis) {
    self.analysis = analysis
    known = Dictionary(gaps.map { (ExactText($0.id), $0.level) }) { first, _ in first }
    for gap in gaps {
      for actor in analysis.cutOff(by: gap) ?? [] { outside[actor] = max(outside[actor] ?? gap.level, gap.level) }
    }
  }

  /// Nil where a gap is none of them.
  func level(of gap: Gap) -> GapLevel? {
    if let level = known[ExactText(gap.id)] { return level }
    guard let actors = analysis.cutOff(by: gap) else { return nil }
    let levels = actors.compactMap { outside[$0] }
    // One of newcomers alone is theirs, who were told with it.
    return levels.count < actors.count ? nil : levels.max() ?? gap.level
  }
}

extension Analysis {
  /// Who of the tables stands outside by a gap: newcomers who join them change nothing in that. Nil where it is another gap.
  func cutOff(by gap: Gap) -> Set<Int>? {
    guard gap.kind == .detachedGroup || gap.kind == .isolatedActor else { return nil }
    return Set(gap.subjects.filter { $0 < network.actors.count })
  }
}
