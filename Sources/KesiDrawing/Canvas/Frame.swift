import KesiNetwork

/// What stands around a picture: the title above it; the legend, sentences and the source below it. Each has a place of
/// its own, so that nothing lies on the picture.
extension Sheet {
  /// An entry of the legend.
  struct Key {
    enum Look {
      case kind(Kind)
      case ring(Canvas.Stroke)
      case line(Canvas.Stroke)
      case size
      case patch(String)
    }

    let look: Look
    let label: Phrase

    init(_ look: Look, _ label: Phrase) {
      self.look = look
      self.label = label
    }

    init(_ kind: Kind) {
      self.init(.kind(kind), kind.id.isEmpty ? Phrase("no kind", zh: "未填类型") : kind.label)
    }
  }

  private static let narrowest = 600.0
  private static let longestSentence = 400

  /// - Parameters:
  ///   - heading: what the picture shows of the network; nil where it is the network as it is.
  ///   - notes: how to read it, in one line below the title.
  ///   - isCentered: whether what is narrower than the frame stands in its middle.
  ///   - sentences: what follows from it, under a line of its own in the color of alarm.
  mutating func frame(
    heading: Phrase?, notes: [String] = [], keys: [Key] = [], sentences: (heading: String, lines: [String])? = nil,
    isCentered: Bool = true
  ) {
    let width = max(Self.narrowest, bounds.width)
    let left = bounds.isEmpty ? 0 : isCentered ? (bounds.left + bounds.right) / 2 - width / 2 : bounds.left
    var y = (bounds.isEmpty ? 0 : bounds.bottom) - 26
    title(heading, notes, left: left, width: width)
    legend(keys, left: left, width: width, &y)
    if let sentences, !sentences.lines.isEmpty {
      if !sentences.heading.isEmpty {
        line(sentences.heading, size: 11, color: theme.alarm, bold: true, left: left, y: y, id: "gaps")
        y -= 17
      }
      for (number, sentence) in sentences.lines.enumerated() {
        let clipped = Self.bullet(before: sentence) + sentence.visible(most: Self.longestSentence)
        for (part, words) in TextSize.wrapped(clipped, size: 10, limit: width).enumerated() {
          line(words, size: 10, left: left, y: y, id: "gap\(number)-\(part)")
          y -= 15
        }
      }
      y -= 6
    }
    let source = network.profile.source(in: language).map {
      Phrase("Source: \($0.visible(most: 600))", zh: "来源：\($0.visible(most: 600))")(language)
    }
    let foot = [source, "Kesi"].compactMap { $0 }.joined(separator: " · ")
    for (number, words) in TextSize.wrapped(foot, size: 8.5, limit: width).enumerated() {
      line(words, size: 8.5, color: theme.faint, left: left, y: y, id: "source\(number)")
      y -= 12
    }
  }

  /// A Chinese quotation mark is as wide as a character and has its blank on the left.
  private static func bullet(before sentence: String) -> String {
    let opening = "“《（".unicodeScalars
    return sentence.unicodeScalars.first.map(opening.contains) == true ? "·" : "· "
  }

  private mutating func title(_ heading: Phrase?, _ notes: [String], left: Double, width: Double) {
    let name = (network.profile.title ?? Phrase("Network", zh: "网络"))(language)
    var title = name
    if let heading = heading?(language), heading != name { title += language == .zh ? "：\(heading)" : ": \(heading)" }
    let mark = [
      network.isIllustrative ? Phrase("illustrative data", zh: "示意数据") : nil,
      network.assessment.isNothing ? Phrase("not assessed", zh: "未评估") : nil,
    ].compactMap { $0?(language) }
    let below = TextSize.wrapped(
      (notes + mark).joined(separator: " · "), size: 10.5, limit: width)
    var y = (bounds.isEmpty ? 0 : bounds.top) + 30
    for (number, words) in below.enumerated().reversed() {
      line(words, size: 10.5, color: theme.faint, left: left, y: y, id: "counts\(number)")
      y += 15
    }
    y += 10
    for (number, words) in TextSize.wrapped(title, size: 20, limit: width, lines: 3).enumerated().reversed() {
      line(words, size: 20, bold: true, left: left, y: y, id: "title\(number)")
      y += 25
    }
  }

  private mutating func legend(_ keys: [Key], left: Double, width: Double, _ y: inout Double) {
    guard !keys.isEmpty else { return }
    var x = left
    for (number, key) in keys.enumerated() {
      let label = key.label(language).visible(most: 60)
      let step = 24 + TextSize.width(label, size: 10) + 16
      if x + step > left + width, x > left { (x, y) = (left, y - 20) }
      draw(key.look, label, at: Point(x: x + 9, y: y))
      line(label, size: 10, left: x + 23, y: y, id: "legend\(number)")
      x += step
    }
    y -= 26
  }

  private mutating func draw(_ look: Key.Look, _ label: String, at middle: Point) {
    switch look {
    case .kind(let kind): symbol(kind, at: middle, tooltip: label, style: SymbolStyle(size: 14))
    case .ring(let stroke):
      canvas(.symbol(.circle, at: middle, size: 13, fill: theme.background, stroke))
    case .line(let stroke): segment(Point(x: middle.x - 9, y: middle.y), Point(x: middle.x + 9, y: middle.y), stroke)
    case .size:
      canvas(
        .symbol(
          .circle, at: middle, size: 15, fill: theme.ghost + "50", Canvas.Stroke(color: theme.ghost, width: 1)))
    case .patch(let color): fill(left: middle.x - 8, bottom: middle.y - 6, width: 16, height: 12, color: color)
    }
  }
}
