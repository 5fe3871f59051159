import KesiNetwork

/// One number of an evolution, with the interval that holds it and what it says.
public struct EvolutionFinding: Sendable {
  public enum Quantity: String, Term {
    case growth, capacity, symbiosis, behavior
    case settlesAt = "settles_at"
    case neededSymbiosis = "needed_symbiosis"
    case noise

    public var chinese: [String] {
      switch self {
      case .growth: ["增长率 r"]
      case .capacity: ["独立规模上限 N"]
      case .symbiosis: ["共生系数 δ"]
      case .behavior: ["行为模式"]
      case .settlesAt: ["趋于"]
      case .neededSymbiosis: ["所需共生系数"]
      case .noise: ["误差"]
      }
    }
    public var label: Phrase {
      switch self {
      case .growth: Phrase("growth r", zh: chinese[0])
      case .capacity: Phrase("capacity alone N", zh: chinese[0])
      case .symbiosis: Phrase("symbiosis coefficient δ", zh: chinese[0])
      case .behavior: Phrase("behavior mode", zh: chinese[0])
      case .settlesAt: Phrase("settles at", zh: chinese[0])
      case .neededSymbiosis: Phrase("coefficient needed", zh: chinese[0])
      case .noise: Phrase("error", zh: chinese[0])
      }
    }
  }

  public let quantity: Quantity
  /// 0 or 1; nil for both together.
  public let population: Int?
  public let value: Double?
  public let interval: ClosedRange<Double>?
  public let says: Phrase
}

extension Evolution {
  /// Every number of the model in order, the verdict, where its course goes, and what would make it symmetric.
  ///
  /// - Parameter names: of the two populations.
  public func findings(_ names: [Phrase]) -> [EvolutionFinding] {
    let both = [0, 1]
    return both.map { finding(.growth, $0, fit.growth($0), growth(of: names[$0], fit.growth($0))) }
      + both.map { finding(.capacity, $0, fit.capacity($0), capacity(of: names[$0])) }
      + both.map { finding(.symbiosis, $0, fit.symbiosis($0), symbiosis(of: names[$0], by: names[1 - $0], at: $0)) }
      + [EvolutionFinding(quantity: .behavior, population: nil, value: certainty, interval: nil, says: verdict)]
      + (isTold ? outcome(names) + [neededFinding(names)].compactMap(\.self) : [])
      + [
        EvolutionFinding(
          quantity: .noise, population: nil, value: fit.noise, interval: nil,
          says: Phrase(
            "Yearly values are off the course by \(fit.noise < 0.01 ? "less than 1%" : "about \(Figure.share(fit.noise).text)").",
            zh: "历年数值与模型曲线相差\(fit.noise < 0.01 ? "不到 1%" : "约 \(Figure.share(fit.noise).text)")。"))
      ]
  }

  private func finding(
    _ quantity: EvolutionFinding.Quantity, _ population: Int, _ estimate: Estimate, _ says: Phrase
  ) -> EvolutionFinding {
    EvolutionFinding(
      quantity: quantity, population: population, value: estimate.value, interval: estimate.low...estimate.high,
      says: says)
  }

  private func growth(of name: Phrase, _ estimate: Estimate) -> Phrase {
    Phrase(
      "\(name.en), while small and alone, grows at a rate of \(Figure.index(estimate.value).text) a year.",
      zh: "\(name.zh)规模尚小且独立时，年增长率为 \(Figure.index(estimate.value).text)。")
  }

  private func capacity(of name: Phrase) -> Phrase {
    Phrase(
      "How large \(name.en) would get alone, in the unit of the yearly values.", zh: "\(name.zh)独立发展所能达到的规模，单位同历年数据。")
  }

  private func symbiosis(of name: Phrase, by other: Phrase, at population: Int) -> Phrase {
    let estimate = fit.symbiosis(population)
    guard estimate.low > 0 || estimate.high < 0 else {
      return Phrase(
        "Whether \(other.en) helps or holds back \(name.en) cannot be told: the interval holds 0.",
        zh: "\(other.zh)对\(name.zh)是促进还是抑制，尚难判断：区间包含 0。")
    }
    let share = Figure.share(estimate.value.magnitude).text
    return estimate.value > 0
      ? Phrase(
        "“\(other.en)”, at the size it would have alone, adds \(share) to what “\(name.en)” reaches alone.",
        zh: "\(other.zh)达到其独立规模时，使\(name.zh)的规模上限提高 \(share)。")
      : Phrase(
        "“\(other.en)”, at the size it would have alone, takes \(share) from what “\(name.en)” reaches alone.",
        zh: "\(other.zh)达到其独立规模时，使\(name.zh)的规模上限降低 \(share)。")
  }

  private var verdict: Phrase {
    let share = Figure.share(certainty).text
    guard isTold else {
      return Phrase(
        "Not enough data: \(behavior.label.en) comes nearest, but in only \(share) of the models that the years leave open.",
        zh: "资料不足：最接近\(behavior.label.zh)，但与历年数据相符的模型中只有 \(share) 如此。")
    }
    return Phrase(
      "\(behavior.label.heading.en), in \(share) of the models that the years leave open.",
      zh: "\(behavior.label.zh)：与历年数据相符的模型中有 \(share) 如此。")
  }

  private func outcome(_ names: [Phrase]) -> [EvolutionFinding] {
    switch outlook {
    case .settles(let equilibrium):
      return [0, 1].map { population in
        let size = Figure.size(equilibrium.state[population]).text
        return EvolutionFinding(
          quantity: .settlesAt, population: population, value: equilibrium.state[population], interval: nil,
          says: equilibrium.state[population] > 0
            ? Phrase(
              "As things go, \(names[population].en) comes to \(size), in the unit of the yearly values.",
              zh: "照此发展，\(names[population].zh)将趋于 \(size)（单位同历年数据）。")
            : Phrase("As things go, \(names[population].en) dies out.", zh: "照此发展，\(names[population].zh)将逐渐消失。"))
      }
    case .growsBeyondBounds(let time):
      return [
        EvolutionFinding(
          quantity: .settlesAt, population: nil, value: nil, interval: nil, says: Self.divergence(from: time))
      ]
    case .open:
      return [
        EvolutionFinding(
          quantity: .settlesAt, population: nil, value: nil, interval: nil,
          says: Phrase("Where the course goes cannot be told.", zh: "走向尚难判断。"))
      ]
    }
  }

  /// That the model diverges, which readers of tables without words would not see; nil where it does not.
  package var divergenceNote: Phrase? {
    guard case .growsBeyondBounds(let time) = outlook else { return nil }
    return Self.divergence(from: time)
  }

  private static func divergence(from time: Double) -> Phrase {
    let year = time.magnitude < 1e6 ? Phrase(" about \(Int(time))", zh: "约在 \(Int(time)) 年") : Phrase("", zh: "")
    return Phrase(
      "The model diverges: each feeds the other more than their surroundings hold back (δ₁₂ δ₂₁ ≥ 1), and it leaves all bounds\(year.en). It holds for the years observed at best.",
      zh: "模型发散：双方相互促进超过环境的约束（δ₁₂δ₂₁≥1），\(year.zh)超出一切界限，至多适用于已有数据的年份。")
  }

  private func neededFinding(_ names: [Phrase]) -> EvolutionFinding? {
    guard let remedy else {
      guard behavior != .symmetric else { return nil }
      return EvolutionFinding(
        quantity: .neededSymbiosis, population: nil, value: nil, interval: nil,
        says: Phrase(
          "No single coefficient would make it symmetric mutual: both have to rise above 0.",
          zh: "改变任何一个系数都不能成为对称互惠：两个系数都须大于 0。"))
    }
    let (name, other) = (names[remedy.population], names[1 - remedy.population])
    let (from, to) = (
      Figure.index(model.symbiosis[remedy.population]).text, Figure.index(remedy.coefficient).text
    )
    let end: Phrase
    if let state = remedy.state {
      let sizes = [0, 1].map { Figure.size(state[$0]).text }
      end = Phrase(
        " Then \(names[0].en) would come to \(sizes[0]) and \(names[1].en) to \(sizes[1]), in the units of the yearly values.",
        zh: "届时\(names[0].zh)将趋于 \(sizes[0])，\(names[1].zh)将趋于 \(sizes[1])（单位同历年数据）。")
    } else {
      end = Phrase(
        " But then they would feed each other beyond all bounds.", zh: "但届时双方相互促进将超出一切界限。")
    }
    return EvolutionFinding(
      quantity: .neededSymbiosis, population: remedy.population, value: remedy.coefficient, interval: nil,
      says: Phrase(
        "Symmetric mutual, if what \(name.en) gains from \(other.en) rises from \(from) to \(to).\(end.en)",
        zh: "若\(name.zh)从\(other.zh)得到的促进由 \(from) 提高到 \(to)，即为对称互惠。\(end.zh)"))
  }
}
