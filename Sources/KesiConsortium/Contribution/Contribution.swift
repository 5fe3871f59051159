import KesiCluster
import KesiNetwork

/// What members of a consortium carry, by an appraisal scheme.
public struct Contribution: Sendable {
  /// A member and how it stands.
  public struct Member: Sendable {
    /// An index of the network.
    public let actor: Int
    /// From 0 to 100, by what is stated of it, the weights of that scaled up; nil where nothing is.
    public let index: Double?
    /// The same with what is not stated at its worst, and at its best.
    public let low: Double
    public let high: Double
    /// Among all members and among those of its kind, 1 the best, equals with the best of theirs.
    public let rank: Int?
    public let rankInKind: Int?
    /// Of how many of its kind.
    public let countInKind: Int
    /// Of each indicator its number, nil where it is not stated; and what it adds to the index, nil where indices are no sums.
    public let values: [Double?]
    public let points: [Double?]
    /// How its rank holds where weights are somewhat different.
    public let rankRange: ClosedRange<Int>?
    public let chanceOfFirst: Double?
    public let chanceOfLastThree: Double?
  }

  public let scheme: AppraisalScheme
  /// Of each indicator, summing to 1 over those that tell members apart; 0 for the others.
  public let weights: [Double]
  /// The best first; those without an index last.
  public let members: [Member]
  /// The indicators that tell nobody apart: the same for all, or stated of fewer than two.
  public let silent: [Int]
  /// How many members only observe, and are not appraised.
  public let observers: Int

  /// How many members state nothing of an indicator.
  func missing(_ indicator: Int) -> Int { members.count { $0.values[indicator] == nil } }
}

extension Analysis {
  /// What each member carries.
  ///
  /// - Parameters:
  ///   - seed, draws: of the weights by which ranks are tried.
  /// - Throws: `BadData` where an indicator goes by what the network does not have, or cannot be weighed.
  /// - Complexity: that of the measures; draws · members · indicators.
  package func contribution(
    of players: Players, by scheme: AppraisalScheme, seed: UInt64 = 1, draws: Int = WeightDraws.usual
  ) throws -> Contribution {
    guard players.count > 1 else {
      throw BadData([
        Problem(
          .error, .file(Table.members.file),
          Phrase(
            "there \(players.count == 1 ? "is 1 member" : "are no members") to appraise, observers apart: contributions are held against each other, so it takes two at least. Add the members, or choose another --consortium.",
            zh: "除观察员外可评价的成员\(players.count == 1 ? "只有 1 家" : "一家也没有")：贡献须相互比较，至少要有两家。请补充成员，或用 --consortium 另选联合体。"))
      ])
    }
    let columns = try scheme.indicators.map { try values(of: $0, of: players) }
    let matrix = IndicatorMatrix(
      indicators: scheme.indicators.map { .init(isBenefit: $0.direction == .benefit, scale: $0.scale) },
      rows: players.actors.indices.map { row in columns.map { $0[row] } })
    try refuseNegativeShares(matrix, of: scheme)
    let stated = try weights(of: matrix, by: scheme)
    guard let weights = IndicatorMatrix.summingToOne(stated.enumerated().map { matrix.tells($0) ? $1 : 0 }) else {
      throw BadData([
        Problem(
          .error, scheme.place,
          Phrase(
            "no indicator with a weight tells these members apart: each is the same for all, or is stated of fewer than two. Fill in the tables that they go by, or name others.",
            zh: "没有一项有权重的指标能区分这些成员：要么各方相同，要么只有不到两家填写。请补填所依据的数据，或改用其他指标。"))
      ])
    }
    let scaled = matrix.scaled()
    let isSum = scheme.method == .sum
    let scores = isSum ? IndicatorMatrix.sums(of: scaled, weights) : matrix.nearness(weights)
    let stability = rankStability(around: weights, draws: draws, seed: seed) { drawn in
      (isSum ? IndicatorMatrix.sums(of: scaled, drawn) : matrix.nearness(drawn)).map(\.value)
    }
    let ranks = scores.map { $0.value?.withoutNoise }.ranks
    // Of each member the rank in its kind, and of how many.
    var inKind = [(rank: Int?, count: Int)](repeating: (nil, 0), count: players.count)
    for own in Dictionary(grouping: players.actors.indices, by: { ExactText(kind(of: players.actors[$0])) }).values {
      for (place, rank) in zip(own, own.map { scores[$0].value?.withoutNoise }.ranks) {
        inKind[place] = (rank, own.count)
      }
    }
    let members = players.actors.indices.map { place -> Contribution.Member in
      let known = zip(scaled[place], weights).reduce(0) { $0 + ($1.0 == nil ? 0 : $1.1) }
      return Contribution.Member(
        actor: players.actors[place], index: scores[place].value.map { 100 * $0 }, low: 100 * scores[place].low,
        high: 100 * scores[place].high, rank: ranks[place],
        rankInKind: inKind[place].rank, countInKind: inKind[place].count,
        values: matrix.rows[place],
        points: zip(scaled[place], weights).map { number, weight in
          isSum && known > 0 && weight > 0 ? number.map { 100 * weight * $0 / known } : nil
        }, rankRange: stability[place]?.range, chanceOfFirst: stability[place]?.first,
        chanceOfLastThree: stability[place]?.lastThree)
    }
    let order = members.indices.sorted { a, b in
      (members[a].rank ?? .max, a) < (members[b].rank ?? .max, b)
    }
    return Contribution(
      scheme: scheme, weights: weights, members: order.map { members[$0] },
      silent: scheme.indicators.indices.filter { !matrix.tells($0) }, observers: players.observers)
  }

  private func kind(of actor: Int) -> String { graph.network.actors[actor].kind }

  /// Shares of a sum are for numbers of which none is below 0: else parts would be more than the whole.
  private func refuseNegativeShares(_ matrix: IndicatorMatrix, of scheme: AppraisalScheme) throws {
    guard
      let negative = scheme.indicators.indices.first(where: { place in
        scheme.indicators[place].normalization == .share && matrix.stated(place).contains { $0 < 0 }
      })
    else { return }
    throw scheme.indicators[negative].problem(
      Phrase(
        "has numbers below 0, for which normalization: share is not made. Write min-max or z.",
        zh: "有负值，而 normalization: share 只用于非负的数字。请改用 min-max 或 z。"))
  }

  private func weights(of matrix: IndicatorMatrix, by scheme: AppraisalScheme) throws -> [Double] {
    switch scheme.weighting {
    case .given: return scheme.indicators.map(\.weight)
    case .critic: return matrix.criticWeights() ?? scheme.indicators.map { _ in 0 }
    case .entropy:
      if let negative = scheme.indicators.indices.first(where: { matrix.stated($0).contains { $0 < 0 } }) {
        throw scheme.indicators[negative].problem(
          Phrase(
            "has numbers below 0, for which weighting: entropy is not made. Write critic, or given with weights.",
            zh: "有负值，而 weighting: entropy 只用于非负的数字。请改用 critic，或 given 并给出权重。"))
      }
      return matrix.entropyWeights() ?? scheme.indicators.map { _ in 0 }
    }
  }
}

extension AppraisalScheme.Indicator {
  fileprivate var scale: IndicatorMatrix.Scale {
    switch normalization {
    case .minMax: .minMax
    case .z: .z
    case .share: .share
    case .target: .target(target ?? 1)
    }
  }
}

extension Contribution {
  /// What has to be known of the numbers: whose cells are missing, which indicators say nothing, who is left out, and what
  /// weighs how much.
  package var notes: [Phrase] {
    let incomplete = scheme.indicators.indices.filter { !silent.contains($0) && missing($0) > 0 && weights[$0] > 0 }
    var notes: [Phrase] = []
    if !incomplete.isEmpty {
      let counts = incomplete.map { (label: scheme.indicators[$0].label, count: missing($0)) }
      notes.append(
        Phrase(
          "Not stated of some members: \(counts.map { "\($0.label.en) (\($0.count))" }.joined(separator: ", ")). Their index goes by the rest, with weights scaled up; index_low and index_high take what is not stated at its worst and at its best.",
          zh:
            "部分成员未填：\(counts.map { "\($0.label.zh)（\($0.count) 家）" }.joined(separator: "、"))。其指数按已有各项计算，权重按比例放大；下限与上限分别按未填项最差、最好计。"
        ))
    }
    if !silent.isEmpty {
      let labels = silent.map { scheme.indicators[$0].label }
      notes.append(
        Phrase(
          "Left out, since the same for all or stated of fewer than two: \(labels.map(\.en).joined(separator: ", ")).",
          zh: "未计入（各方相同，或只有不到两家填写）：\(labels.map(\.zh).joined(separator: "、"))。"))
    }
    if observers > 0 { notes.append(Players.observersNote(observers)) }
    let shown = scheme.indicators.indices.filter { !silent.contains($0) }
      .map { (scheme.indicators[$0].label, Figure.share(weights[$0]).text) }
    notes.append(
      Phrase(
        "Weights, \(scheme.weighting.rawValue): \(shown.map { "\($0.0.en) \($0.1)" }.joined(separator: ", ")).",
        zh: "权重（\(scheme.weighting.chinese[0])）：\(shown.map { "\($0.0.zh) \($0.1)" }.joined(separator: "、"))。"))
    return notes
  }
}
