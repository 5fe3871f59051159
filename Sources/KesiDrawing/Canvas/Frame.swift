import KesiNetwork

/// What stands around a picture: the title above it; the legend, sentences and the source below it. Each has a place of
/// its own, so that nothing lies on the picture. A plain picture has the legend alone, and what must be said of its data.
extension Sheet {
  /// An entry of the legend.
  struct Key {
    enum Look {
      case kind(Kind)
      case ring(Canvas.Stroke)
      case line(Canvas.Stroke)
      case size
      case dot(String)
      case patch(String)
    }

    let look: Look
    let label: Phrase

    init(_ look: Look, _ label: Phrase) {
      self.look = look
      self.label = label
    }

    init(_ kind: Kind) {
      self.init(.kind(kind), kind.id.isEmpty ? Kind.unstated : kind.label)
    }
  }

  /// What follows from a picture, in sentences.
  struct Findings {
    var heading: Phrase?
    let sentences: [Phrase]
  }

  private static let narrowest = 600.0
  private static let longestSentence = 400

  /// The picture with its frame.
  ///
  /// - Parameters:
  ///   - heading: what the picture shows of the network; nil where it is the network as it is.
  ///   - notes: how to read it, in one line below the title.
  ///   - isCentered: whether what is narrower than the frame stands in its middle.
  ///   - findings: what follows from it, under a line of its own in the color of alarm.
  func framed(
    heading: Phrase?, notes: [Phrase] = [], keys: [Key] = [], findings: Findings? = nil, isCentered: Bool = true
  ) -> Picture {
    var sheet = self
    let notes = notes + [lightTiesNote].compactMap { $0 }
    let width = max(Self.narrowest, bounds.width)
    let left = bounds.isEmpty ? 0 : isCentered ? (bounds.left + bounds.right) / 2 - width / 2 : bounds.left
    var y = (bounds.isEmpty ? 0 : bounds.bottom) - 26
    guard !style.isPlain else {
      sheet.legend(keys, left: left, width: width, &y)
      for (number, mark) in style.each({ Self.joined(marks, in: $0) }).enumerated() where !mark.isEmpty {
        sheet.line(mark, size: 8.5, color: theme.faint, left: left, y: y, id: "data\(number)")
        y -= 12
      }
      let caption = style.languages.flatMap { language in
        [title(heading, language), Self.joined(notes, in: language), source(language)]
      }
      return sheet.picture(caption: caption.filter { !$0.isEmpty })
    }
    sheet.titles(heading, notes, left: left, width: width)
    sheet.legend(keys, left: left, width: width, &y)
    if let findings, !findings.sentences.isEmpty { sheet.add(findings, left: left, width: width, &y) }
    var number = 0
    for foot in style.each({ [source($0), "Kesi"].filter { !$0.isEmpty }.joined(separator: " · ") }) {
      for words in style.letters.wrapped(foot, size: 8.5, limit: width) {
        sheet.line(words, size: 8.5, color: theme.faint, left: left, y: y, id: "source\(number)")
        number += 1
        y -= 12
      }
    }
    return sheet.picture()
  }

  private static func joined(_ phrases: [Phrase], in language: Language) -> String {
    phrases.map { $0(language) }.joined(separator: " · ")
  }

  /// What has to be said of the data.
  private var marks: [Phrase] {
    [
      network.isIllustrative ? Phrase("illustrative data", zh: "示意数据") : nil,
      network.assessment.isNothing ? Phrase("not assessed", zh: "未评估") : nil,
    ].compactMap { $0 }
  }

  private func title(_ heading: Phrase?, _ language: Language) -> String {
    let name = (network.profile.title ?? Phrase("Network", zh: "网络"))(language)
    guard let heading = heading?(language), heading != name else { return name }
    return name + (language == .zh ? "：\(heading)" : ": \(heading)")
  }

  private func source(_ language: Language) -> String {
    network.profile.source(in: language).map {
      Phrase("Source: \($0.visible(most: 600))", zh: "来源：\($0.visible(most: 600))")(language)
    } ?? ""
  }

  private mutating func titles(_ heading: Phrase?, _ notes: [Phrase], left: Double, width: Double) {
    let letters = style.letters
    let below = style.each { Self.joined(notes + marks, in: $0) }.flatMap {
      letters.wrapped($0, size: 10.5, limit: width)
    }
    var y = (bounds.isEmpty ? 0 : bounds.top) + 30
    for (number, words) in below.enumerated().reversed() {
      line(words, size: 10.5, color: theme.faint, left: left, y: y, id: "counts\(number)")
      y += 15
    }
    y += 10
    let titles = style.each { title(heading, $0) }.flatMap {
      letters.wrapped($0, size: 20, limit: width, lines: 3)
    }
    for (number, words) in titles.enumerated().reversed() {
      line(words, size: 20, bold: true, left: left, y: y, id: "title\(number)")
      y += 25
    }
  }

  private mutating func add(_ findings: Findings, left: Double, width: Double, _ y: inout Double) {
    if let heading = findings.heading {
      for (number, words) in style.each({ heading($0) }).enumerated() {
        line(
          words, size: 11, color: theme.alarm, bold: true, left: left, y: y, id: number == 0 ? "gaps" : "gaps\(number)")
        y -= 17
      }
    }
    for (number, sentence) in findings.sentences.enumerated() {
      let lines = style.each { sentence($0) }.flatMap { sentence in
        style.letters.wrapped(
          Self.bullet(before: sentence) + sentence.visible(most: Self.longestSentence), size: 10, limit: width)
      }
      for (part, words) in lines.enumerated() {
        line(words, size: 10, left: left, y: y, id: "gap\(number)-\(part)")
        y -= 15
      }
    }
    y -= 6
  }

  /// A Chinese quotation mark is as wide as a character and has its blank on the left.
  private static func bullet(before sentence: String) -> String {
    let opening = "“《（".unicodeScalars
    return sentence.unicodeScalars.first.map(opening.contains) == true ? "·" : "· "
  }

  private mutating func legend(_ keys: [Key], left: Double, width: Double, _ y: inout Double) {
    guard !keys.isEmpty else { return }
    var x = left
    for (number, key) in keys.enumerated() {
      let label = style.words(key.label).visible(most: 60)
      let step = 24 + style.letters.width(label, size: 10) + 16
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
    case .dot(let color):
      canvas(
        .symbol(.circle, at: middle, size: 9, fill: color, Canvas.Stroke(color: theme.background, width: 1)))
    case .line(let stroke): segment(Point(x: middle.x - 9, y: middle.y), Point(x: middle.x + 9, y: middle.y), stroke)
    case .size:
      canvas(
        .symbol(
          .circle, at: middle, size: 15, fill: theme.ghost + "50", Canvas.Stroke(color: theme.ghost, width: 1)))
    case .patch(let color): fill(left: middle.x - 8, bottom: middle.y - 6, width: 16, height: 12, color: color)
    }
  }
}
