import KesiCluster
import KesiMatrix
import KesiMeasures

/// The report in words and tables.
extension Report {
  var title: Phrase { network.profile.title ?? Phrase("Network", zh: "网络") }

  var counts: Phrase {
    let graph = survey.graph
    let items: [(Int, Phrase)] = [
      (graph.actors.count, Phrase("actors", zh: "个主体")), (graph.matrix.tieCount, Phrase("ties", zh: "条联系")),
      (network.consortia.count, Phrase("consortia", zh: "个联合体")), (network.chains.count, Phrase("chains", zh: "条产业链")),
    ].filter { $0.0 > 0 }
    func text(_ language: Language) -> String {
      items.map { "\(Self.grouped($0.0)) \($0.1(language))" }.joined(separator: " · ")
    }
    return Phrase(text(.en), zh: text(.zh))
  }

  // MARK: - In short

  var sentences: [Phrase] {
    [wholeness, gapCounts] + worst + [chainSentence, lossSentence, remedySentence].compactMap { $0 }
  }

  private var wholeness: Phrase {
    let component = components(of: survey.graph.matrix)
    let main = component.count { $0 == 1 }
    let outside = component.count - main
    guard survey.graph.matrix.tieCount > 0 else { return Phrase("No ties are known.", zh: "尚无联系数据。") }
    return outside == 0
      ? Phrase("All actors hang together in one network.", zh: "所有主体连成一个网络。")
      : Phrase(
        "\(Self.grouped(main)) actors hang together in one network; \(Self.grouped(outside)) stand\(outside == 1 ? "s" : "") apart.",
        zh: "\(Self.grouped(main)) 个主体连成一个网络，\(Self.grouped(outside)) 个在网络之外。")
  }

  var gapCounts: Phrase {
    let critical = gaps.count { $0.level == .critical }
    let high = gaps.count { $0.level == .high }
    return gaps.isEmpty
      ? Phrase("No gaps were found.", zh: "未发现断点。")
      : Phrase(
        "\(gaps.count) gap\(gaps.count == 1 ? " was" : "s were") found: \(critical) critical, \(high) high.",
        zh: "共发现 \(gaps.count) 处断点，其中严重 \(critical) 处、高 \(high) 处。")
  }

  /// The worst gap of each of the three worst kinds.
  private var worst: [Phrase] {
    var seen = Set<GapKind>()
    return gaps.filter { seen.insert($0.kind).inserted }.prefix(3).map(\.explanation)
  }

  private var chainSentence: Phrase? {
    let ranked = survey.weakestFirst().filter { $0.index.value != nil }
    guard ranked.count > 1, let weakest = ranked.first, let strongest = ranked.last else { return nil }
    func text(_ item: (chain: ChainNetwork, index: ChainIndex), _ language: Language) -> String {
      let chain = item.chain.chain.name(in: language)
      let verdict = item.index.verdict!.label(language)
      return language == .zh
        ? "“\(chain)”（\(Self.rounded(item.index.value!))，\(verdict)）"
        : "\(chain) (\(Self.rounded(item.index.value!)), \(verdict))"
    }
    return Phrase(
      "The weakest chain is \(text(weakest, .en)), the strongest \(text(strongest, .en)).",
      zh: "最弱的产业链是\(text(weakest, .zh))，最强的是\(text(strongest, .zh))。")
  }

  private var lossSentence: Phrase? {
    guard let worst = dependences.first, worst.cutOff > 0 else { return nil }
    let actor = network.actors[worst.actor]
    return Phrase(
      "The loss that would hurt most is that of \(actor.shortName(in: .en)): \(worst.cutOff) other actor\(worst.cutOff == 1 ? "" : "s") would be cut off"
        + (worst.stranded > 0 ? ", \(worst.stranded) of them left without a partner." : "."),
      zh: "失去\(actor.shortName(in: .zh))影响最大：\(worst.cutOff) 个主体将失联"
        + (worst.stranded > 0 ? "，其中 \(worst.stranded) 个失去唯一伙伴。" : "。"))
  }

  private var remedySentence: Phrase? {
    guard let first = remedyItems.first else { return nil }
    return Phrase(
      "What would help the chains most: \(first.step.en) (+\(first.gain)).",
      zh: "最能提升产业链的措施：\(first.step.zh)（+\(first.gain)）。")
  }

  func mapNote(shown: Int, of all: Int) -> Phrase {
    let size = Phrase(
      "Symbols grow with the number of ties; color and shape tell the kind. A ring or a red tie: its loss splits the network.",
      zh: "符号大小表示联系数，颜色与形状表示类型；红圈或红线表示失去即分裂。")
    let large = Phrase("Dots grow with the number of ties; color tells the kind.", zh: "圆点大小表示联系数，颜色表示类型。")
    let base = isLarge ? large : size
    guard shown < all else { return base }
    return Phrase(
      "\(base.en) The \(Self.grouped(shown)) strongest of \(Self.grouped(all)) ties are drawn.",
      zh: "\(base.zh)图中绘出 \(Self.grouped(all)) 条联系中最强的 \(Self.grouped(shown)) 条。")
  }

  // MARK: - Chains, gaps, remedies

  var chainCards: [ReportPage.ChainCard] {
    let sensitivity = survey.rankSensitivity()
    return survey.weakestFirst().map { chain, index in
      let ranks = sensitivity.ranks(of: chain.index)
      let steps = survey.explanation(of: chain.index)
      let own = gaps.count { $0.chain == chain.index }
      return ReportPage.ChainCard(
        number: chain.index, name: Phrase(chain.chain.name(in: .en), zh: chain.chain.name(in: .zh)),
        index: index.value.map(Self.rounded) ?? "–", percent: Int(((index.value ?? 0) * 100).rounded()),
        verdict: index.verdict?.rawValue ?? "none", verdictName: index.verdict?.label,
        ranks: ranks.map {
          let range = $0.count > 1 ? "\($0.lowerBound)–\($0.upperBound)" : "\($0.lowerBound)"
          return Phrase("rank \(range), weights ±20 %", zh: "权重±20%时第 \(range) 位")
        },
        parts: steps.map {
          ReportPage.Part(
            name: $0.part.label, value: $0.value.map(Self.rounded) ?? "–", share: Self.rounded($0.share),
            because: $0.because)
        },
        facts: Phrase(
          "\(chain.actors.count) actors, \(chain.matrix.tieCount) ties, \(own) gap\(own == 1 ? "" : "s")",
          zh: "\(chain.actors.count) 个主体、\(chain.matrix.tieCount) 条联系、\(own) 处断点"))
    }
  }

  var gapRows: [ReportPage.GapRow] {
    gaps.prefix(ReportData.mostGaps).enumerated().map { number, gap in
      let remedies = gap.remedies.map { $0.phrase(in: network) }
      return ReportPage.GapRow(
        number: number, level: gap.level.rawValue, levelName: gap.level.label, severity: gap.severity,
        shown: Self.rounded(gap.severity), kind: gap.kind.label,
        chain: gap.chain.map { Phrase(network.chains[$0].name(in: .en), zh: network.chains[$0].name(in: .zh)) },
        meaning: gap.explanation,
        evidence: gap.evidence.map { item in
          switch item.value {
          case .number(let value): "\(item.name) = \(Self.rounded(value))"
          case .text(let text): "\(item.name) = \(text)"
          }
        }.joined(separator: ", "),
        remedy: remedies.isEmpty
          ? nil
          : Phrase(
            remedies.map(\.en).joined(separator: "; "), zh: remedies.map(\.zh).joined(separator: "；")),
        hasPlace: gap.subjects.contains { survey.graph.vertex[$0] != nil })
    }
  }

  var remedyItems: [ReportPage.RemedyItem] {
    suggestions.map { item in
      let step = item.step.phrase(in: network)
      let chain = item.chain.map { network.chains[$0] }
      return ReportPage.RemedyItem(
        step: chain.map {
          Phrase("\(step.en) · \($0.name(in: .en))", zh: "\(step.zh) · \($0.name(in: .zh))")
        } ?? step, gain: Self.rounded(item.gain), before: Self.rounded(item.before), after: Self.rounded(item.after),
        reason: item.reason)
    }
  }

  // MARK: - Who works with whom

  private static let mostGroups = 14

  func mixingTables() throws -> [ReportPage.MixingTable] {
    try [
      (Grouping.kind, Phrase("By kind", zh: "按类型")), (.zone, Phrase("By zone", zh: "按片区")),
      (.chain, Phrase("By chain", zh: "按产业链")),
    ].compactMap { grouping, name in
      let groups = survey.groups(by: grouping)
      guard (2...Self.mostGroups).contains(groups.count) else { return nil }
      let pairs = try survey.mixing(by: grouping)
      let (names, square) = pairs.square
      let most = Double(max(1, pairs.map(\.count.observed).max() ?? 1))
      return ReportPage.MixingTable(
        name: name, label: "\(name.en) · \(name.zh)", groups: names.map(\.label),
        rows: zip(names, square).map { row, pairs in
          ReportPage.MixingRow(
            name: row.label,
            cells: pairs.map { pair in
              ReportPage.MixingCell(
                ties: pair.count.observed, expected: ((pair.count.expected * 10).rounded() / 10).plain,
                shade: Self.rounded((Double(pair.count.observed) / most).squareRoot()), verdict: pair.verdict.rawValue)
            })
        })
    }
  }

  // MARK: - Methods

  var methods: [Phrase] {
    let layers = survey.graph.layers.filter { !$0.isEmpty }
    let weights = network.profile.indexWeights
    var items = [
      Phrase(
        "Ties of these kinds are taken: \(layers.isEmpty ? "all" : layers.joined(separator: ", ")); direction and repetition do not count unless said.",
        zh:
          "采用的联系类型：\(layers.isEmpty ? "全部" : layers.map { network.profile.tieKind($0).label.zh }.joined(separator: "、"))；除非注明，不计方向与重复。"
      ),
      Phrase(
        "Chain index: coverage \(weights.coverage.plain), depth \(weights.depth.plain), redundancy \(weights.redundancy.plain), cohesion \(weights.cohesion.plain), balance \(weights.balance.plain); parts without data are left out and named.",
        zh:
          "产业链指数权重：主体齐全 \(weights.coverage.plain)、供给深度 \(weights.depth.plain)、供给冗余 \(weights.redundancy.plain)、链内连通 \(weights.cohesion.plain)、供需均衡 \(weights.balance.plain)；无数据的部分不计并注明。"
      ),
      Phrase(
        "“Fewer than expected” is held against networks drawn with the same degrees, p corrected for the number of tests (Holm).",
        zh: "“少于期望”以同度数随机网络为参照，p 值按检验数校正（Holm）。"),
      Phrase(
        "Levels: critical from 0.75 on, high from 0.5, medium from 0.25.", zh: "级别：0.75 起为严重，0.5 起为高，0.25 起为中。"),
    ]
    if let sample = context.options.sample {
      items.append(
        Phrase(
          "Betweenness is estimated from \(sample) actors drawn at random.", zh: "中介中心度由随机抽取的 \(sample) 个主体估算。"))
    }
    return items
  }

  private static func rounded(_ value: Double) -> String {
    let thousandths = (value * 1000).rounded() / 1000
    return thousandths.magnitude >= 1000 ? value.rounded().plain : thousandths.plain
  }

  /// `25,754`
  static func grouped(_ count: Int) -> String {
    var digits = String(count)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
