import KesiMatrix
import KesiMeasures
import KesiNetwork

extension IndexPart {
  public static let balance = IndexPart(
    // Of ties or of capacity: whichever is known. See `ChainNetwork.balance`.
    "balance", zh: "供需均衡", weight: \.balance, restsOn: [],
    definition: Phrase(
      "Ties between each two required kinds, against what the numbers of their ties lead one to expect (at most 1 a pair); and capacity against demand.",
      zh: "必备类型两两之间的联系数与期望之比（每对至多计 1），以及供给能力与需求之比，取平均。"),
    advice: Phrase(
      "Low where kinds stand side by side without working together.", zh: "各类主体虽然都有、彼此却不合作时较低。"),
    value: { chain, _ in chain.balance?.value },
    reason: { chain, analysis in analysis.balanceReason(chain) })
}

extension ChainNetwork {
  /// How ties run across kinds, and how demand is met: the mean of what is known of the two.
  var balance: (value: Double, pairs: [KindPair], met: Double?)? {
    let pairs = kindPairs
    let met = chain.demand.flatMap { demand in
      capacity.flatMap { demand > 0 ? min(1, $0 / demand) : nil }
    }
    return mean([mean(pairs.map(\.value)), met].compactMap { $0 }).map { ($0, pairs, met) }
  }

  struct KindPair {
    let kinds: (String, String)
    let observed: Int
    let expected: Double
    /// min(1, observed/expected); 0 where a kind is absent.
    var value: Double { expected > 0 ? min(1, Double(observed) / expected) : 0 }
  }

  /// The ties between each two required kinds, and what the configuration model expects: D(a) D(b) / 2m for degree sums D.
  private var kindPairs: [KindPair] {
    let required = chain.assessed
    guard hasTieData, required.count > 1, actors.count > 1 else { return [] }
    let groups = required.map(vertices(ofKind:))
    let degree = degrees(of: matrix)
    let sums = groups.map { group in Double(group.reduce(0) { $0 + degree[$1] }) }
    let total = Double(matrix.entryCount)
    var group = [Int](repeating: -1, count: actors.count)
    for (number, members) in groups.enumerated() { for vertex in members { group[vertex] = number } }
    var observed = [Int](repeating: 0, count: groups.count * groups.count)
    matrix.withRows { rows in
      for row in 0..<rows.order where group[row] >= 0 {
        for column in rows[row] where group[Int(column)] > group[row] {
          observed[group[row] * groups.count + group[Int(column)]] += 1
        }
      }
    }
    return groups.indices.flatMap { a in
      groups.indices.dropFirst(a + 1).map { b in
        KindPair(
          kinds: (required[a], required[b]), observed: observed[a * groups.count + b],
          expected: total > 0 ? sums[a] * sums[b] / total : 0)
      }
    }
  }
}

extension Analysis {
  fileprivate func balanceReason(_ chain: ChainNetwork) -> Phrase {
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
    return lines.sentence(orElse: Phrase("", zh: ""))
  }
}
