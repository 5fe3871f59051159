import KesiNetwork

/// One step of the sum that makes a chain's index.
public struct IndexStep: Sendable {
  public let part: IndexPart
  /// Nil where there is no data.
  public let value: Double?
  /// Its share of the weight of the parts that have data; 0 for one that has none.
  public let share: Double
  /// What it rests on.
  public let because: Phrase

  /// What it adds to the index.
  public var adds: Double { share * (value ?? 0) }
}

extension Analysis {
  /// Walks through the index of a chain: each part with what it rests on.
  public func explanation(of number: Int) -> [IndexStep] {
    let chain = chains[number]
    let index = indices()[number]
    let weight = index.parts.reduce(0) { $0 + ($1.value == nil ? 0 : $1.weight) }
    return index.parts.map { part in
      IndexStep(
        part: part.name, value: part.value,
        share: part.value == nil || weight == 0 ? 0 : part.weight / weight,
        because: reason(for: part.name, in: chain))
    }
  }

  private func reason(for part: IndexPart, in chain: ChainNetwork) -> Phrase {
    guard assessesNothing || judges(chain.index) else {
      return hasPartsOfChains
        ? Phrase("Not assessed: only a part of the chain’s actors is looked at.", zh: "未评估：只查看了该产业链的部分主体。")
        : Phrase("Not assessed: other chains were chosen.", zh: "未评估：所选的是其他产业链。")
    }
    if assessesNothing { return Phrase("Not assessed.", zh: "未评估。") }
    let lacking = Aspect.allCases.filter { part.restsOn.contains($0) && !assessment.aspects.contains($0) }
    guard lacking.isEmpty else {
      let list = Assessment.list(lacking)
      return Phrase("Not assessed, for want of \(list.en).", zh: "未评估：缺少\(list.zh)信息。")
    }
    return switch part {
    case .coverage: coverageReason(chain)
    case .depth: depthReason(chain)
    case .redundancy: redundancyReason(chain)
    case .cohesion: cohesionReason(chain)
    case .balance: balanceReason(chain)
    }
  }

  private func coverageReason(_ chain: ChainNetwork) -> Phrase {
    guard let coverage = chain.coverage else {
      return Phrase("The tables do not state which kinds the chain requires.", zh: "未说明产业链需要哪些主体。")
    }
    let required = chain.chain.assessed
    let present = required.filter { !coverage.missing.containsExactly($0) }
    return Phrase(
      (present.isEmpty
        ? "None of the required kinds is present."
        : "\(present.count) of \(required.count.counted("required kind")) \(present.count == 1 ? "is" : "are") present: "
          + "\(list(present.map { kind($0).en })).")
        + (coverage.missing.isEmpty ? "" : " Missing: \(list(coverage.missing.map { kind($0).en }))."),
      zh: (present.isEmpty
        ? "所需主体均缺。"
        : "所需 \(required.count) 类主体中已有 \(present.count) 类：\(listZh(present.map { kind($0).zh }))。")
        + (coverage.missing.isEmpty ? "" : "缺少：\(listZh(coverage.missing.map { kind($0).zh }))。"))
  }

  private func depthReason(_ chain: ChainNetwork) -> Phrase {
    joined(
      chain.depth(by: network.profile.indexWeights).map { kind, value in
        let providers = chain.providers(ofKind: kind).map { (actor: chain.actors[$0.vertex], level: $0.level) }
        let label = self.kind(kind)
        guard !providers.isEmpty else {
          return Phrase("\(label.en): no provider → 0.000", zh: "\(label.zh)：无供给方 → 0.000")
        }
        func shown(_ language: Language) -> String {
          providers.listed(most: 4, in: language) { provider in
            let level = provider.level?.label(language) ?? (language == .zh ? "层级不详" : "level not stated")
            let worth = network.profile.indexWeights.level(provider.level)
            return language == .zh
              ? "\(name(provider.actor, .zh))（\(level)，\(worth.plain)）"
              : "\(name(provider.actor, .en)) (\(level), \(worth.plain))"
          }
        }
        return Phrase(
          "\(label.en): \(shown(.en)) → \(Figure.index(value).text)",
          zh: "\(label.zh)：\(shown(.zh).setTight) → \(Figure.index(value).text)")
      }, orElse: Phrase("No required kind provides.", zh: "所需主体中没有供给方。"))
  }

  private func redundancyReason(_ chain: ChainNetwork) -> Phrase {
    joined(
      chain.redundancy(by: network.profile.indexWeights).map { kind, value in
        let label = self.kind(kind)
        let count = chain.providers(ofKind: kind).count
        let en =
          count == 0 ? "no provider" : count == 1 ? "only one provider" : "\(count) providers share the load"
        let zh = count == 0 ? "无供给方" : count == 1 ? "只有一家供给方" : "由 \(count) 家分担"
        return Phrase(
          "\(label.en): \(en) → \(Figure.index(value).text)", zh: "\(label.zh)：\(zh) → \(Figure.index(value).text)")
      }, orElse: Phrase("No required kind provides.", zh: "所需主体中没有供给方。"))
  }

  private func cohesionReason(_ chain: ChainNetwork) -> Phrase {
    guard let cohesion = chain.cohesion else {
      return Phrase("No ties are known, or the chain has only one actor.", zh: "联系未知，或链上只有一家单位。")
    }
    let broker = chain.actors[cohesion.broker]
    return Phrase(
      "\(Figure.share(cohesion.whole).text) of the pairs among its \(chain.actors.count) actors are connected; without "
        + "\(name(broker, .en)), \(Figure.share(cohesion.without).text) of the pairs among the others.",
      zh: "\(chain.actors.count) 家单位中，两两相通的占 \(Figure.share(cohesion.whole).text)；若\(name(broker, .zh))退出，其余单位为 "
        + "\(Figure.share(cohesion.without).text)。")
  }

  private func balanceReason(_ chain: ChainNetwork) -> Phrase {
    guard let balance = chain.balance else {
      return Phrase(
        "Neither ties across kinds nor demand and capacity are known.", zh: "跨类型联系以及需求与供给能力均未知。")
    }
    let isMissing = { (kind: String) in chain.vertices(ofKind: kind).isEmpty }
    let broken = balance.pairs.count { isMissing($0.kinds.0) || isMissing($0.kinds.1) }
    var lines = balance.pairs.filter { !isMissing($0.kinds.0) && !isMissing($0.kinds.1) }.map { pair in
      let (a, b) = (kind(pair.kinds.0), kind(pair.kinds.1))
      return Phrase(
        "\(a.en)–\(b.en): \(pair.observed.counted("tie")), \(Figure.expected(pair.expected).text) expected → \(Figure.index(pair.value).text)",
        zh:
          "\(a.zh)与\(b.zh)：\(pair.observed) 条联系，期望 \(Figure.expected(pair.expected).text) 条 → \(Figure.index(pair.value).text)"
      )
    }
    if broken > 0 {
      lines.append(
        Phrase(
          "\(broken.counted("pair")) of kinds of which one is missing → 0.000", zh: "有 \(broken) 对主体类型缺少一方 → 0.000"))
    }
    if let met = balance.met, let demand = chain.chain.demand, let capacity = chain.capacity {
      lines.append(
        Phrase(
          "capacity \(capacity.plain) for a demand of \(demand.plain) → \(Figure.index(met).text)",
          zh: "供给能力 \(capacity.plain)，需求 \(demand.plain) → \(Figure.index(met).text)"))
    }
    return joined(lines, orElse: Phrase("", zh: ""))
  }

  private func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }
  private func listZh(_ words: [String]) -> String { words.isEmpty ? "无" : words.joined(separator: "、") }

  private func joined(_ lines: [Phrase], orElse empty: Phrase) -> Phrase {
    lines.isEmpty
      ? empty
      : Phrase(
        lines.map(\.en).joined(separator: "; ") + ".", zh: lines.map(\.zh).joined(separator: "；") + "。")
  }
}
