import KesiCluster
import KesiDrawing
import KesiMatrix
import KesiMeasures
import KesiNetwork

/// The report in words and tables.
extension Report {
  var title: Phrase { network.profile.title ?? Phrase("Network", zh: "网络") }

  var counts: Phrase {
    let graph = analysis.graph
    func item(_ count: Int, _ one: String, _ many: String, zh: String) -> (Int, Phrase) {
      (count, Phrase(count == 1 ? one : many, zh: zh))
    }
    let items = [
      item(graph.actors.count, "actor", "actors", zh: "家单位"),
      item(analysis.partners.tieCount, "tie", "ties", zh: "条联系"),
      item(network.consortia.count, "consortium", "consortia", zh: "个联合体"),
      item(network.chains.count, "chain", "chains", zh: "条产业链"),
    ].filter { $0.0 > 0 }
    func text(_ language: Language) -> String {
      items.map { "\(Figure.count($0.0).text) \($0.1(language))" }.joined(separator: " · ")
    }
    return Phrase(text(.en), zh: text(.zh))
  }

  var source: Phrase? {
    network.profile.source(in: .en).map { Phrase($0, zh: network.profile.source(in: .zh) ?? $0) }
  }

  /// How the report came about; empty where it is not to say so.
  var provenanceFacts: [ReportPage.Fact] {
    (provenance?.facts ?? []).map { ReportPage.Fact(label: HTML($0.label), text: HTML($0.text)) }
  }

  var chainsName: Phrase {
    analysis.assessesNothing
      ? Phrase("Chains", zh: "产业链") : Phrase("Chains, the weakest first", zh: "产业链（由弱到强）")
  }

  /// What was not looked for; nil where nothing is judged, as the counts say so.
  var unsought: Phrase? {
    get throws { analysis.assessesNothing ? nil : try analysis.judged().unsoughtNote }
  }

  /// The consortium that the chapter on partnership is about.
  var partnershipOf: Phrase? {
    partnership?.finding?.consortium.map {
      Phrase(network.consortia[$0].name(in: .en), zh: network.consortia[$0].name(in: .zh))
    }
  }

  // MARK: - In short

  var sentences: [Phrase] {
    let worst = worst
    // What one loss would do is one of the gaps, told in the same words; it is not told twice.
    let loss = lossGap.flatMap { gap in worst.contains { $0.id.isExactly(gap.id) } ? nil : gap }
    // Where ties are not assessed, it is no finding who is not part of the network.
    let isWhole = analysis.notAssessed.contains(.ties) ? [] : [wholeness]
    return leadingSentences + isWhole + [gapCounts]
      + (worst + [loss].compactMap { $0 }).map(\.explanation)
  }

  /// How the cluster stands, where it is weakest, and what to do first.
  var leadingSentences: [Phrase] { [clusterSentence, chainSentence, planSentence].compactMap { $0 } }

  private var wholeness: Phrase {
    let graph = analysis.graph
    guard graph.matrix.tieCount > 0 else { return Phrase("No ties are known.", zh: "尚无联系数据。") }
    let component = components(of: graph.matrix)
    let outside = component.indices.filter { component[$0] != 1 }
    guard !outside.isEmpty else { return Phrase("All actors are connected in one network.", zh: "所有单位连成一个网络。") }
    func names(_ language: Language) -> String {
      outside.listed(most: Self.mostNames, in: language) {
        let name = graph.actor($0).shortName(in: language)
        return language == .zh ? name.setInChinese : name
      }
    }
    let main = Figure.count(component.count - outside.count).text
    return Phrase(
      "\(main) actors are connected in one network; \(names(.en)) \(outside.count == 1 ? "is" : "are") not part of it.",
      zh: "\(main) 家单位连成一个网络；\(names(.zh))不在其中。".setTight)
  }

  /// How many of each class and level; what is zero is left out.
  var gapCounts: Phrase {
    if analysis.assessesNothing, let note = analysis.notAssessedNote { return note }
    guard !gaps.isEmpty else {
      return analysis.unsoughtNote == nil
        ? Phrase("No gaps were found.", zh: "未发现薄弱环节。")
        : Phrase(
          "No gaps of the kinds that were looked for were found; others were not looked for (see below).",
          zh: "在查找过的类别中未发现薄弱环节；其余类别未作查找（见下文）。")
    }
    let levels = [GapLevel.critical, .high].map { level in (level.label, gaps.count { $0.level == level }) }
      .filter { $0.1 > 0 }
    let classes = gapList.classes.map { ($0.gapClass.label, $0.count) }
    let n = Figure.count(gaps.count).text
    let english =
      gaps.count.counted("gap") + ": "
      + classes.map { "\($0.en.lowercased()) \(Figure.count($1).text)" }.joined(separator: ", ")
    let chinese =
      "共 \(n) 处薄弱环节：" + classes.map { "\($0.zh) \(Figure.count($1).text) 处" }.joined(separator: "、")
    guard !levels.isEmpty else { return Phrase(english + ".", zh: chinese + "。") }
    return Phrase(
      english + "; of all these, " + levels.map { "\(Figure.count($1).text) \($0.en)" }.joined(separator: " and ")
        + ".",
      zh: chinese + "；其中" + levels.map { "\($0.zh) \(Figure.count($1).text) 处" }.joined(separator: "、") + "。")
  }

  /// The worst gap of each of the three worst kinds.
  private var worst: [Gap] {
    var seen = Set<GapKind>()
    return Array(gaps.filter { seen.insert($0.kind).inserted }.prefix(3))
  }

  /// The actor whose loss would hurt the network most, as the gaps have it.
  private var lossGap: Gap? { gaps.first { $0.kind == .cutActor && $0.chain == nil } }

  private var chainSentence: Phrase? {
    let ranked = analysis.weakestFirst().filter { $0.index.value != nil }
    guard ranked.count > 1, let weakest = ranked.first, let strongest = ranked.last else { return nil }
    func text(_ item: (chain: ChainNetwork, index: ChainIndex), _ language: Language) -> String {
      let chain = item.chain.chain.name(in: language)
      let verdict = item.index.verdict?.label(language)
      let facts = [item.index.value.map { Figure.index($0).text }, verdict].compactMap { $0 }
      return language == .zh
        ? "“\(chain)”（\(facts.joined(separator: "，"))）" : "\(chain) (\(facts.joined(separator: ", ")))"
    }
    let both = Phrase(
      "The weakest chain is \(text(weakest, .en)), the strongest \(text(strongest, .en)).",
      zh: "最弱的产业链是\(text(weakest, .zh))，最强的是\(text(strongest, .zh))。")
    // A word that the number does not bear out is explained where it stands.
    let reason = analysis.reasonForVerdict(of: strongest.chain.index, called: Phrase("the latter", zh: "后者"))
    return Phrase(sentences: [both, reason].compactMap(\.self))
  }

  func mapNote(shown: Int, of all: Int) throws -> Phrase {
    let hasCuts = gaps.contains { $0.chain == nil && [.cutActor, .bridgeTie].contains($0.kind) }
    let size = Phrase(
      "Symbols grow with the number of ties; color and shape tell the kind."
        + (hasCuts ? " A thick ring or a red tie: its loss would cut others off." : ""),
      zh: "符号越大，联系越多；颜色与形状表示类型。" + (hasCuts ? "粗圈或红线：失去它后将有单位与网络断开。" : ""))
    let large = Phrase("Dots grow with the number of ties; color tells the kind.", zh: "圆点越大，联系越多；颜色表示类型。")
    // The map of a page has no legend.
    let meaning =
      isLarge ? nil : try MapScene.groupSets(of: analysis, PictureStyle(language)).meaning(in: analysis.graph)
    let small = meaning.map { Phrase("\(size.en) \($0.heading.en).", zh: "\(size.zh)\($0.zh)。") } ?? size
    let base = isLarge ? large : small
    guard shown < all else { return base }
    return Phrase(
      "\(base.en) The \(Figure.count(shown).text) strongest of \(Figure.count(all).text) ties are drawn.",
      zh: "\(base.zh)联系共 \(Figure.count(all).text) 条，图中只画最强的 \(Figure.count(shown).text) 条。")
  }

  // MARK: - Chains, gaps, remedies

  var chainCards: [ReportPage.ChainCard] {
    let sensitivity = analysis.rankSensitivity()
    return analysis.weakestFirst().map { chain, index in
      let ranks = sensitivity.ranks(of: chain.index)
      let steps = analysis.explanation(of: chain.index)
      // Where nothing is assessed, no gaps is no finding.
      let own = analysis.assessesNothing ? nil : gaps.count { $0.chain == chain.index }
      return ReportPage.ChainCard(
        number: HTML(chain.index), chain: HTML(Phrase(chain.chain.name(in: .en), zh: chain.chain.name(in: .zh))),
        index: HTML(index.range?.text ?? Figure.none),
        percent: HTML(Figure.whole((index.value ?? 0) * 100) ?? 0), verdict: HTML(index.verdict?.rawValue ?? "none"),
        verdictName: index.verdict.map { HTML($0.label) },
        reason: analysis.reasonForVerdict(of: chain.index).map { HTML($0) },
        ranks: ranks.map {
          let range = $0.count > 1 ? "\($0.lowerBound)–\($0.upperBound)" : "\($0.lowerBound)"
          return HTML(
            Phrase(
              "rank \(range) from the weakest under other weights",
              zh: $0.count > 1
                ? "换用其他权重时，列倒数第 \($0.lowerBound) 至第 \($0.upperBound) 位" : "换用其他权重，位次不变（倒数第 \($0.lowerBound)）"))
        },
        hasParts: !analysis.assessesNothing,
        parts: steps.map {
          ReportPage.Part(
            part: HTML($0.part.label), value: HTML($0.range.map(\.text) ?? Figure.none),
            share: HTML(Figure.index($0.share).text), because: HTML($0.because))
        },
        facts: HTML(
          Phrase(
            [
              chain.actors.count.counted("actor"), chain.matrix.tieCount.counted("tie"), own?.counted("gap"),
            ].compactMap { $0 }.joined(separator: ", "),
            zh: "\(chain.actors.count) 家单位、\(chain.matrix.tieCount) 条联系"
              + (own.map { "、\($0) 处薄弱环节" } ?? ""))))
    }
  }

  // MARK: - Who works with whom

  private static let mostGroups = 14

  /// How to read a table of who works with whom.
  private var mixingNote: Phrase {
    let threshold = network.profile.thresholds.significance
    return Phrase(
      "Large: ties; small: ties expected in random networks in which every actor has as many ties. + more, − fewer than that (p < \(threshold)).",
      zh: "大字为联系数；小字为各单位联系数不变时的随机期望。+ 偏多，− 偏少（p < \(threshold)）。")
  }

  static let groupings = [
    (Grouping.kind, Phrase("By kind", zh: "按类型")), (.zone, Phrase("By zone", zh: "按片区")),
    (.chain, Phrase("By chain", zh: "按产业链")),
  ]

  /// Whether a table of these groups can be read.
  func shows(_ grouping: Grouping) -> Bool {
    (2...Self.mostGroups).contains(analysis.groups(by: grouping).count)
  }

  func mixingTables() throws -> [ReportPage.MixingTable] {
    try Self.groupings.filter { shows($0.0) }.map { grouping, name in
      let pairs = try analysis.mixing(by: grouping)
      let (names, square) = pairs.square
      let most = Double(max(1, pairs.map(\.count.observed).max() ?? 1))
      return ReportPage.MixingTable(
        grouping: HTML(name), label: HTML("\(name.en) · \(name.zh)"), groups: names.map { HTML($0.label) },
        rows: zip(names, square).map { row, pairs in
          ReportPage.MixingRow(
            group: HTML(row.label),
            cells: pairs.map { pair in
              ReportPage.MixingCell(
                ties: HTML(pair.count.observed), expected: HTML(Figure.expected(pair.count.expected).text),
                shade: HTML(Figure.whole((Double(pair.count.observed) / most).squareRoot() * 10) ?? 0),
                verdict: HTML(pair.verdict.rawValue))
            })
        }, mixingNote: HTML(mixingNote))
    }
  }

  // MARK: - Methods

  func methods() throws -> [Phrase] {
    let layers = analysis.graph.layers.filter { !$0.isEmpty }
    let weights = IndexPart.all.map { part in
      let weight = Figure.index(network.profile.indexWeights[keyPath: part.weight]).text
      return Phrase("\(part.label.en) \(weight)", zh: "\(part.label.zh) \(weight)")
    }
    var items = [
      Phrase(
        "Ties of these kinds are taken: \(layers.isEmpty ? "all" : layers.map { network.profile.tieKind($0).label.en }.joined(separator: ", ")). Direction and repetition do not count unless said.",
        zh:
          "采用的联系类型：\(layers.isEmpty ? "全部" : layers.map { network.profile.tieKind($0).label.zh }.joined(separator: "、"))。除非注明，不区分方向，重复的联系只计一次。"
      ),
      Phrase(
        "“Fewer than expected” compares with random networks in which every actor has as many ties as here; p is corrected for the number of tests (Holm).",
        zh: "“少于期望”以各单位联系数不变的随机网络为参照；p 值已按检验次数校正（Holm 法）。"),
    ]
    // What is said of gaps and indices is for those that are.
    if !analysis.assessesNothing {
      items.insert(
        Phrase(
          "Severities and indices run from 0 to 1. Levels of gaps: critical from 0.750 on, high from 0.500, medium from 0.250, low below.",
          zh: "严重度与指数均在 0 到 1 之间。薄弱环节的严重程度：0.750 及以上为严重，0.500 及以上为高，0.250 及以上为中，其余为低。"), at: 1)
    }
    if !analysis.chains.isEmpty, !analysis.assessesNothing {
      items.insert(
        Phrase(
          "Weights of the chain index: \(weights.map(\.en).joined(separator: ", ")). Parts without data are left out and named.",
          zh: "产业链指数的权重：\(weights.map(\.zh).joined(separator: "、"))；没有数据的部分不计入，并逐项注明。"
        ), at: 1)
    }
    items += [lossNote, analysis.notAssessedNote, analysis.partNote, analysis.partGapsNote].compactMap { $0 }
    return items + (try analysis.unjudgedNotes())
  }
}

extension Remedy {
  /// Whether its words say which chain it is in, so that this is not said twice.
  fileprivate var namesItsChain: Bool { if case .seat = self { true } else { false } }
}
