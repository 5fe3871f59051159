import KesiCluster

/// The coverage of chains as a table: chains from the weakest down, who provides for each and at what level, and the
/// index of each as a bar.
public enum CoverageDrawing {
  private static let mostColumns = 14
  private static let barLength = 150.0

  public static func picture(of survey: GapSurvey, language: Language, theme: ThemeName = .standard) -> Picture {
    let theme = Theme(theme)
    let network = survey.graph.network
    let columns = columns(of: survey, language)
    var rows = [headerRow(columns, theme, language)]
    rows += survey.weakestFirst().map { row($0.chain, $0.index, columns, network, theme, language) }
    rows.append(legendRow(columns.count + 2, survey, theme, language))
    let table =
      "<TABLE BORDER=\"0\" CELLBORDER=\"1\" COLOR=\"#E4E4E4\" CELLSPACING=\"0\" CELLPADDING=\"6\">"
      + rows.joined() + "</TABLE>"

    var graph = DOTGraph(directed: true)
    graph.set([
      "layout": "dot", "bgcolor": theme.background, "pad": "0.35", "fontname": Fonts.family, "labelloc": "t",
      "labeljust": "l", "label": DOTMarkup(title(network, theme, language)),
    ])
    graph.setDefault("node", ["fontname": Fonts.family, "shape": "plaintext", "margin": "0"])
    graph.node("coverage", ["label": DOTMarkup(table), "tooltip": " "])
    return Picture(graph, engine: "dot", dotsPerInch: 120)
  }

  /// A provider, or all providers of a kind where single ones would be too many.
  private struct Column {
    let label: String
    let holds: (_ chain: ChainNetwork) -> [(vertex: Int, level: Level?)]
    /// The kind whose absence a dot in this column means; nil for a single actor.
    let kind: String?
  }

  /// One column for each actor that provides for several chains, then one for each kind of the others.
  private static func columns(of survey: GapSurvey, _ language: Language) -> [Column] {
    let network = survey.graph.network
    var kinds: [String] = []
    for kind in network.chains.flatMap(\.requires) where !kinds.contains(kind) { kinds.append(kind) }
    var chainsOf: [Int: Int] = [:]
    for chain in survey.chains {
      for kind in kinds {
        for provider in chain.providers(ofKind: kind) { chainsOf[chain.actors[provider.vertex], default: 0] += 1 }
      }
    }
    let shared = chainsOf.keys.filter { chainsOf[$0]! > 1 }.sorted().filter {
      network.actors[$0].kind == "college" || network.actors[$0].kind == "university"
    }
    let single = shared.count <= mostColumns - kinds.count ? shared : []
    let actorColumns = single.map { actor in
      Column(
        label: network.actors[actor].shortName(in: language),
        holds: { chain in
          chain.providers(ofKind: network.actors[actor].kind).filter { chain.actors[$0.vertex] == actor }
        }, kind: nil)
    }
    let kindColumns = kinds.compactMap { kind -> Column? in
      let isCovered = survey.chains.allSatisfy { chain in
        chain.providers(ofKind: kind).allSatisfy { single.contains(chain.actors[$0.vertex]) }
      }
      let isPresent = survey.chains.contains { !$0.vertices(ofKind: kind).isEmpty }
      guard !(isCovered && isPresent && single.contains { network.actors[$0].kind == kind }) else { return nil }
      return Column(
        label: network.profile.kind(kind).label(language),
        holds: { chain in
          let providers = chain.providers(ofKind: kind).filter { !single.contains(chain.actors[$0.vertex]) }
          return providers.isEmpty && chain.providers(ofKind: kind).isEmpty
            ? chain.vertices(ofKind: kind).map { ($0, nil) } : providers
        }, kind: kind)
    }
    return actorColumns + kindColumns
  }

  private static func title(_ network: Network, _ theme: Theme, _ language: Language) -> String {
    let title = network.profile.title ?? Phrase("Chains", zh: "产业链")
    let heading = Phrase("\(title.en): who covers which chain", zh: "\(title.zh)：产业链覆盖")
    let note = Phrase("weakest first · shade: level of the providers", zh: "最弱者在前 · 颜色深浅：供给方层级")
    let mark = network.isIllustrative ? Phrase(" · illustrative data", zh: " · 示意数据")(language) : ""
    return DOT.font(heading(language), size: 21, color: theme.text, bold: true) + "<BR ALIGN=\"LEFT\"/>"
      + DOT.font(" ", size: 4) + "<BR ALIGN=\"LEFT\"/>" + DOT.font(note(language) + mark, size: 11, color: theme.faint)
      + "<BR ALIGN=\"LEFT\"/>"
      + DOT.font(" ", size: 5) + "<BR ALIGN=\"LEFT\"/>"
  }

  private static func headerRow(_ columns: [Column], _ theme: Theme, _ language: Language) -> String {
    let index = Phrase("chain index", zh: "产业链指数")(language)
    let cells = columns.map { column in
      let lines = TextSize.wrapped(column.label, size: 10, limit: 70).map { DOT.font($0, size: 10, color: theme.faint) }
      return "<TD WIDTH=\"76\">\(lines.joined(separator: "<BR/>"))</TD>"
    }
    return "<TR><TD></TD>" + cells.joined()
      + "<TD ALIGN=\"LEFT\">\(DOT.font(index, size: 10, color: theme.faint))</TD></TR>"
  }

  private static func row(
    _ chain: ChainNetwork, _ index: ChainIndex, _ columns: [Column], _ network: Network, _ theme: Theme,
    _ language: Language
  ) -> String {
    let name = chain.chain.name(in: language)
    let other = chain.chain.name(in: language == .zh ? .en : .zh)
    var cell = DOT.font(name, size: 13, color: theme.text)
    if other != name {
      let gap = "<BR ALIGN=\"RIGHT\"/>" + DOT.font(" ", size: 2)
      let second = DOT.font(other, size: 8.5, color: theme.faint)
      cell += gap + "<BR ALIGN=\"RIGHT\"/>" + second + "<BR ALIGN=\"RIGHT\"/>"
    }
    return "<TR><TD ALIGN=\"RIGHT\">\(cell)</TD>"
      + columns.map { self.cell($0, chain, theme, language) }.joined() + bar(index, theme, language) + "</TR>"
  }

  private static func cell(_ column: Column, _ chain: ChainNetwork, _ theme: Theme, _ language: Language) -> String {
    if let kind = column.kind, chain.chain.unassessed.contains(kind) {
      let text = Phrase("not assessed", zh: "未评估")(language)
      return "<TD BGCOLOR=\"#F3F3F3\">\(DOT.font(text, size: 9, color: "#8A8A8A"))</TD>"
    }
    let held = column.holds(chain)
    guard !held.isEmpty else {
      let isMissing =
        column.kind.map { chain.chain.assessed.contains($0) && chain.vertices(ofKind: $0).isEmpty } ?? false
      guard isMissing else { return "<TD>\(DOT.font("·", size: 12, color: "#C4C4C4"))</TD>" }
      return
        "<TD BGCOLOR=\"#FBE3E4\">\(DOT.font(Phrase("missing", zh: "缺失")(language), size: 10, color: theme.alarm, bold: true))</TD>"
    }
    let best = Level.allCases.first { level in held.contains { $0.level == level } }
    let look = theme.level(best)
    let label = best?.label(language) ?? Phrase("present", zh: "有")(language)
    let count = held.count > 1 ? " ×\(held.count)" : ""
    return "<TD BGCOLOR=\"\(look.fill)\">\(DOT.font(label + count, size: 10, color: look.text))</TD>"
  }

  /// Bars start at one line: a filled cell, then an empty one up to full length, then the number.
  private static func bar(_ index: ChainIndex, _ theme: Theme, _ language: Language) -> String {
    guard let value = index.value else {
      return "<TD ALIGN=\"LEFT\">\(DOT.font(Phrase("no data", zh: "无数据")(language), size: 10, color: theme.faint))</TD>"
    }
    let length = max(2, Int((value * barLength).rounded()))
    let rest = Int(barLength) + 6 - length
    let hundredths = Int((value * 100).rounded())
    let number = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    let verdict = index.verdict.map { $0.label(language) } ?? ""
    return "<TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
      + "<TD BGCOLOR=\"\(theme.verdict(index.verdict))\" WIDTH=\"\(length)\" HEIGHT=\"13\" FIXEDSIZE=\"TRUE\"></TD>"
      + "<TD WIDTH=\"\(rest)\" HEIGHT=\"13\" FIXEDSIZE=\"TRUE\"></TD>"
      + "<TD WIDTH=\"34\" ALIGN=\"LEFT\">\(DOT.font(number, size: 11, color: theme.text))</TD>"
      + "<TD WIDTH=\"68\" ALIGN=\"LEFT\">\(DOT.font(verdict, size: 10, color: theme.faint))</TD></TR></TABLE></TD>"
  }

  private static func legendRow(_ span: Int, _ survey: GapSurvey, _ theme: Theme, _ language: Language) -> String {
    let network = survey.graph.network
    let note = Phrase(
      "“·” not in this chain; missing: required and absent; present: level not stated; ×2: two providers, highest level",
      zh: "“·”未参与该链；缺失：应有而无；有：层级未说明；×2：两家，取最高层级")(language)
    let source = network.profile.source(in: language).map { Phrase("Source: \($0)", zh: "来源：\($0)")(language) } ?? ""
    let lines = [note] + TextSize.wrapped(source, size: 8.5, limit: Double(span) * 84)
    let text = lines.map { DOT.font($0, size: 8.5, color: theme.faint) + "<BR ALIGN=\"LEFT\"/>" }.joined()
    return "<TR><TD COLSPAN=\"\(span)\" ALIGN=\"LEFT\" BORDER=\"0\">\(text)</TD></TR>"
  }
}
