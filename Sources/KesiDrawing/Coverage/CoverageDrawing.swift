import KesiCluster
import KesiNetwork

/// The coverage of chains as a table: chains from the weakest down, who provides for each and at what level, and the
/// index of each as a bar.
package enum CoverageDrawing {
  private static let mostColumns = 14
  private static let barLength = 140.0
  private static let cell = (width: 84.0, height: 31.0)

  /// - Throws: `UnknownWord` where there are no chains.
  package static func picture(
    of analysis: Analysis, style: PictureStyle
  ) throws -> Picture {
    guard !analysis.chains.isEmpty else { throw UnknownWord.noChains }
    guard !analysis.graph.actors.isEmpty else { return try Sheet.nothing(in: analysis, style) }
    var sheet = try Sheet(of: analysis, style)
    let columns = columns(of: analysis)
    let rows = analysis.weakestFirst()
    let names = rows.map { row in
      style.letters.wrapped(
        style.each { row.chain.chain.name(in: $0) }.joined(separator: " "), size: 12.5,
        limit: 190 * Double(style.languages.count), lines: 1)
    }
    let nameWidth = names.joined().reduce(80) { max($0, style.letters.width($1, size: 12.5)) } + 20
    let right = nameWidth + cell.width * Double(columns.count)
    let width = right + barLength + (style.languages.count > 1 ? 224 : 174)
    head(columns, from: nameWidth, right: right, &sheet)
    for (number, row) in rows.enumerated() {
      let middle = -cell.height * (Double(number) + 0.5)
      if let name = names[number].first {
        sheet.line(name, size: 12.5, right: nameWidth - 10, y: middle)
      }
      for (place, column) in columns.enumerated() {
        draw(
          column, row.chain, isAssessed: analysis.judges(row.chain.index) && !style.isPlain,
          left: nameWidth + cell.width * Double(place),
          y: middle, &sheet)
      }
      bar(row.index, left: right + 10, y: middle, &sheet)
    }
    let bottom = -cell.height * Double(rows.count)
    let line = Canvas.Stroke(color: sheet.theme.grid, width: 1)
    for number in 0...rows.count {
      let y = -cell.height * Double(number)
      sheet.segment(Point(x: 0, y: y), Point(x: width, y: y), line)
    }
    for x in [0, nameWidth] + columns.indices.map({ nameWidth + cell.width * Double($0 + 1) }) + [width] {
      sheet.segment(Point(x: x, y: 0), Point(x: x, y: bottom), line)
    }
    let order = Phrase("the weakest chain first", zh: "由弱到强排列")
    let note = Phrase(
      "a dot: takes no part in the chain; present: level not stated; ×2: two providers, the higher level",
      zh: "圆点：未参与该链；有：层级未注明；×2：两家，取较高层级")
    return sheet.framed(
      heading: Phrase("who covers which chain", zh: "产业链覆盖"),
      notes: (analysis.assessesNothing ? [] : [order]) + [
        Phrase("shade: level of the providers", zh: "颜色深浅：供给方层级"), note,
      ])
  }

  /// A provider, or all providers of a kind where single ones would be too many.
  private struct Column {
    let label: Phrase
    let holds: (_ chain: ChainNetwork) -> [(vertex: Int, level: Level?)]
    /// The kind whose absence a dot in this column means; nil for a single actor.
    let kind: String?
  }

  /// One column for each actor that provides for several chains, then one for each kind of the others.
  private static func columns(of analysis: Analysis) -> [Column] {
    let network = analysis.graph.network
    var kinds: [String] = []
    for kind in network.chains.flatMap(\.requires) where !kinds.containsExactly(kind) { kinds.append(kind) }
    var chainsOf: [Int: Int] = [:]
    for chain in analysis.chosenChains {
      for kind in kinds {
        for provider in chain.providers(ofKind: kind) { chainsOf[chain.actors[provider.vertex], default: 0] += 1 }
      }
    }
    let shared = chainsOf.filter { $0.value > 1 }.keys.sorted().filter {
      network.actors[$0].kind == "college" || network.actors[$0].kind == "university"
    }
    let single = shared.count <= mostColumns - kinds.count ? shared : []
    let actorColumns = single.map { actor in
      Column(
        label: Phrase(network.actors[actor].shortName(in: .en), zh: network.actors[actor].shortName(in: .zh)),
        holds: { chain in
          chain.providers(ofKind: network.actors[actor].kind).filter { chain.actors[$0.vertex] == actor }
        }, kind: nil)
    }
    let kindColumns = kinds.compactMap { kind -> Column? in
      let hasOwnColumns = single.contains { network.actors[$0].kind.isExactly(kind) }
      let isCovered = analysis.chosenChains.allSatisfy { chain in
        chain.providers(ofKind: kind).allSatisfy { single.contains(chain.actors[$0.vertex]) }
      }
      guard !(isCovered && hasOwnColumns) else { return nil }
      let label = network.profile.kind(kind).label
      return Column(
        label: hasOwnColumns ? Phrase("other \(plural(label.en))", zh: "其他\(label.zh)") : label,
        holds: { chain in
          let providers = chain.providers(ofKind: kind).filter { !single.contains(chain.actors[$0.vertex]) }
          return providers.isEmpty && chain.providers(ofKind: kind).isEmpty
            ? chain.vertices(ofKind: kind).map { ($0, nil) } : providers
        }, kind: kind)
    }
    return actorColumns + kindColumns
  }

  private static func plural(_ word: String) -> String {
    word.hasSuffix("y") ? word.dropLast() + "ies" : word.hasSuffix("s") ? word : word + "s"
  }

  private static func head(_ columns: [Column], from left: Double, right: Double, _ sheet: inout Sheet) {
    func words(_ label: Phrase, at x: Double) {
      let lines = sheet.style.lines({ label($0) }, size: 10, limit: cell.width - 6, lines: 3)
      let top = 8 + Double(lines.count) * TextSize.height(10)
      sheet.label(
        lines, size: 10, under: Point(x: x, y: top), color: sheet.theme.faint, tooltip: sheet.style.words(label))
    }
    for (place, column) in columns.enumerated() { words(column.label, at: left + cell.width * (Double(place) + 0.5)) }
    let index = sheet.style.words(Phrase("chain index", zh: "产业链指数"))
    sheet.line(index, size: 10, color: sheet.theme.faint, left: right + 10, y: 8 + TextSize.height(10) / 2)
  }

  private static func draw(
    _ column: Column, _ chain: ChainNetwork, isAssessed: Bool, left: Double, y: Double, _ sheet: inout Sheet
  ) {
    let (theme, style) = (sheet.theme, sheet.style)
    func fill(_ words: String, _ size: Double, color: String, on shade: String? = nil, bold: Bool = false) {
      if let shade {
        sheet.fill(left: left, bottom: y - cell.height / 2, width: cell.width, height: cell.height, color: shade)
      }
      // Two languages, or a font of one's own, may be wide: the size gives way.
      let isWide = style.languages.count > 1 || style.font != nil
      let share = isWide ? min(1, (cell.width - 4) / max(1, style.letters.width(words, size: size))) : 1
      let line = sheet.words(words, size: size * share, color: color)
      sheet.canvas(.text([line], at: Point(x: left + cell.width / 2, y: y), isBold: bold, .middle, veil: nil))
    }
    if let kind = column.kind, chain.chain.unassessed.containsExactly(kind) {
      return fill(style.words(Phrase("not assessed", zh: "未评估")), 9.5, color: theme.faint, on: theme.unknown)
    }
    let held = column.holds(chain)
    guard !held.isEmpty else {
      let isMissing =
        isAssessed
        && (column.kind.map { chain.chain.assessed.containsExactly($0) && chain.vertices(ofKind: $0).isEmpty } ?? false)
      return isMissing
        ? fill(style.words(Phrase("missing", zh: "缺失")), 10, color: theme.alarm, on: theme.missing, bold: true)
        : fill("·", 12, color: theme.ghost)
    }
    let best = Level.allCases.first { level in held.contains { $0.level == level } }
    let look = theme.level(best)
    let label = style.each { best?.label($0) ?? Phrase("present", zh: "有")($0) }.joined(separator: " ")
    fill(held.count > 1 ? "\(label) ×\(held.count)" : label, 10, color: look.text, on: look.fill)
  }

  /// Bars start at one line.
  private static func bar(_ index: ChainIndex, left: Double, y: Double, _ sheet: inout Sheet) {
    let (theme, style) = (sheet.theme, sheet.style)
    guard let range = index.range else {
      let none =
        sheet.network.assessment.isNothing ? Phrase("not assessed", zh: "未评估") : Phrase("no data", zh: "无数据")
      return sheet.line(style.words(none), size: 10, color: theme.faint, left: left, y: y)
    }
    sheet.fill(left: left, bottom: y - 6.5, width: barLength, height: 13, color: theme.ghost + "20")
    let color = theme.verdict(index.verdict)
    // What is not known of it, paler.
    sheet.fill(left: left, bottom: y - 6.5, width: max(1, range.high * barLength), height: 13, color: color + "50")
    sheet.fill(left: left, bottom: y - 6.5, width: max(1, range.low * barLength), height: 13, color: color + "FF")
    sheet.line(range.text, size: 11, left: left + barLength + 8, y: y)
    guard let verdict = index.verdict else { return }
    sheet.line(
      style.each { verdict.label($0) }.joined(separator: " "), size: 10, color: theme.faint,
      left: left + barLength + (range.isKnown ? 44 : 88), y: y)
  }
}

extension View {
  public static let coverage = View(
    "coverage", "a table of chains by kinds of providers, with the index of each chain", takes: [.plain]
  ) { try CoverageDrawing.picture(of: $0, style: $1.style) }
}
