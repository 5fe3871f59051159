import KesiCluster
import KesiConsortium
import KesiNetwork

/// Who supplies whom: supplies on the left, demands on the right, each a bar as long as its quantity; a band for what goes
/// from one to the other, the stronger in color the better the two fit; what is left in a color of its own.
enum MatchDrawing {
  private static let barWidth = 13.0
  private static let reach = 330.0
  private static let labelLimit = 230.0

  /// - Throws: `Cancelled`.
  static func picture(of analysis: Analysis, style: PictureStyle) throws -> Picture {
    guard !analysis.graph.actors.isEmpty else { return try Sheet.nothing(in: analysis, style) }
    let network = analysis.graph.network
    let matching = try Matching(of: analysis)
    let market = matching.market
    var sheet = try Sheet(of: analysis, style)
    guard !market.isEmpty else { return nothing(matching, &sheet) }
    let layout = MatchLayout(of: matching, network)
    heads(&sheet)
    for (number, block) in layout.blocks.enumerated() {
      sheet.text(
        style.words(block.label), size: 11, color: sheet.theme.visible(sheet.theme.group(number)), bold: true,
        at: Point(x: barWidth + reach / 2, y: block.top - 6))
      for band in block.bands { draw(band, sheet.theme.group(number), matching, &sheet) }
      for bar in block.left { draw(bar, market.supplies[bar.place], number, isSupply: true, market, &sheet) }
      for bar in block.right { draw(bar, market.demands[bar.place], number, isSupply: false, market, &sheet) }
    }
    let theme = sheet.theme
    // The key shows a color that is there.
    let shown = layout.blocks.firstIndex { !$0.bands.isEmpty } ?? 0
    let actors = layout.blocks.flatMap { block in
      block.left.map { market.supplies[$0.place].actor } + block.right.map { market.demands[$0.place].actor }
    }
    return sheet.framed(
      heading: heading, notes: notes(matching, layout),
      keys: [
        Sheet.Key(
          .patch(theme.group(shown) + "90"), Phrase("matched; the stronger the better the fit", zh: "已匹配，颜色越深越契合")),
        Sheet.Key(.patch(theme.alarm + "B0"), Phrase("unmet demand", zh: "未满足的需求")),
        Sheet.Key(.patch(theme.ghost + "80"), Phrase("idle supply", zh: "闲置的供给")),
      ] + sheet.keys(of: actors))
  }

  /// A picture that says why nothing is matched.
  private static func nothing(_ matching: Matching, _ sheet: inout Sheet) -> Picture {
    for (number, note) in sheet.style.each({ matching.note(in: sheet.network)?($0) ?? "" }).enumerated() {
      sheet.line(note, size: 12, left: 0, y: -24 * Double(number))
    }
    return sheet.framed(heading: heading, isCentered: false)
  }

  private static let heading = Phrase("supply and demand", zh: "供需匹配")

  /// What stands on either side.
  private static func heads(_ sheet: inout Sheet) {
    let (color, y) = (sheet.theme.faint, 16.0)
    let supply = sheet.words(sheet.style.words(Phrase("supply", zh: "供给")), size: 11, color: color)
    let demand = sheet.words(sheet.style.words(Phrase("demand", zh: "需求")), size: 11, color: color)
    sheet.canvas(.text([supply], at: Point(x: barWidth, y: y), isBold: true, .right, veil: nil))
    sheet.canvas(.text([demand], at: Point(x: barWidth + reach, y: y), isBold: true, .left, veil: nil))
  }

  private static func notes(_ matching: Matching, _ layout: MatchLayout) -> [Phrase] {
    let (demands, unmet) = (matching.market.demands.count, matching.unmet.count)
    var notes = [
      Phrase("\(demands - unmet) of \(demands) demands met in full", zh: "\(demands) 项需求中 \(demands - unmet) 项全部满足"),
      Phrase("length of bars: quantity, in the unit of each group of items", zh: "长度表示数量，各组内容自有单位"),
    ]
    if matching.market.origin == .positions { notes.append(Phrase("from positions in chains", zh: "根据链位推得")) }
    let hidden = layout.leftOut
    if hidden.supplies + hidden.demands > 0 {
      notes.append(
        Phrase(
          "not drawn: the \(Figure.count(hidden.supplies).text) smallest supplies and \(Figure.count(hidden.demands).text) smallest demands",
          zh: "未绘出数量最小的 \(Figure.count(hidden.supplies).text) 项供给和 \(Figure.count(hidden.demands).text) 项需求"))
    }
    return notes
  }

  private static func draw(_ band: MatchLayout.Band, _ color: String, _ matching: Matching, _ sheet: inout Sheet) {
    let (left, right) = (barWidth, barWidth + reach)
    func edge(_ from: Double, _ to: Double) -> [Point] {
      (0...24).map { step in
        let t = Double(step) / 24
        // Level at both ends.
        let share = t * t * (3 - 2 * t)
        return Point(x: left + (right - left) * t, y: from + (to - from) * share)
      }
    }
    let outline =
      edge(band.left.upperBound, band.right.upperBound)
      + edge(band.left.lowerBound, band.right.lowerBound).reversed()
    let strength = Theme.hex(56 + 150 * band.match.compatibility.score.low)
    sheet.area(outline, fill: color + strength)
  }

  private static func draw(
    _ bar: MatchLayout.Bar, _ entry: Market.Entry, _ number: Int, isSupply: Bool, _ market: Market,
    _ sheet: inout Sheet
  ) {
    let (theme, style, network) = (sheet.theme, sheet.style, sheet.network)
    let left = isSupply ? 0 : barWidth + reach
    let share = bar.quantity.map { $0 > 0 ? min(1, bar.matched / $0) : 1 } ?? 0
    let used = bar.height * share
    let rest = bar.height - used
    if used > 0 {
      sheet.fill(left: left, bottom: bar.top - used, width: barWidth, height: used, color: theme.group(number))
    }
    if rest > 0.01 {
      let color = isSupply ? theme.ghost + "80" : theme.alarm + "B0"
      sheet.fill(left: left, bottom: bar.top - bar.height, width: barWidth, height: rest, color: color)
    }
    let middle = bar.top - bar.height / 2
    let actor = network.actors[entry.actor]
    let name = Phrase(actor.shortName(in: .en), zh: actor.shortName(in: .zh))
    let x = isSupply ? left - 16 : left + barWidth + 16
    sheet.symbol(
      network.profile.kind(actor.kind), of: entry.actor, at: Point(x: x, y: middle), tooltip: style.words(name),
      style: Sheet.SymbolStyle(size: 14))
    let isLeft = (bar.quantity ?? 0) - bar.matched > 1e-9
    let below = words(of: bar, entry, isSupply: isSupply, isLeft: isLeft, market, network)
    func line(_ words: String, _ size: Double, _ color: String, _ y: Double) {
      let shown = style.letters.wrapped(words, size: size, limit: labelLimit, lines: 1).first ?? ""
      let line = sheet.words(shown, size: size, color: color)
      sheet.canvas(
        .text(
          [line], at: Point(x: isSupply ? x - 13 : x + 13, y: y), isBold: false, isSupply ? .right : .left, veil: nil))
    }
    line(style.words(name), 11.5, theme.text, middle + 6.5)
    line(style.words(below), 9, isLeft && !isSupply ? theme.alarm : theme.faint, middle - 7.5)
  }

  /// The item with its quantity, and what is left of it.
  private static func words(
    of bar: MatchLayout.Bar, _ entry: Market.Entry, isSupply: Bool, isLeft: Bool, _ market: Market, _ network: Network
  ) -> Phrase {
    let item = market.label(of: entry.item, in: network)
    guard let quantity = entry.quantity else {
      return bar.quantity == nil
        ? Phrase("\(item.en) · quantity not stated", zh: "\(item.zh) · 数量未注明")
        : isLeft
          ? Phrase("\(item.en) · \(isSupply ? "idle" : "unmet")", zh: "\(item.zh) · \(isSupply ? "闲置" : "未满足")")
          : item
    }
    let all = Figure.amount(quantity).text
    guard isLeft else { return Phrase("\(item.en) · \(all)", zh: "\(item.zh) · \(all)") }
    let rest = Figure.amount((quantity - bar.matched).withoutNoise).text
    return Phrase(
      "\(item.en) · \(all), \(isSupply ? "idle" : "unmet") \(rest)",
      zh: "\(item.zh) · \(all)，\(isSupply ? "闲置" : "缺") \(rest)")
  }
}

extension View {
  public static let matches = View(
    "matches", "who supplies whom: supplies, demands and what is left", takes: [.color, .plain]
  ) { try MatchDrawing.picture(of: $0, style: $1.style) }
}
