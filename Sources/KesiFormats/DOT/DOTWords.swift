import KesiNetwork

/// A DOT file word by word: ids, signs and what joins the ends of an edge. Comments are passed over.
///
/// - Source: the grammar of Graphviz, `lib/cgraph/scan.l`; graphviz.org/doc/info/lang.html.
struct DOTWords {
  enum Word: Equatable {
    /// `{`, `}`, `[`, `]`, `;`, `,`, `=`, `:` and `+`.
    case sign(UInt8)
    /// `->` or `--`.
    case edge(isDirected: Bool)
    case text(DOTText)
    case end
  }

  private(set) var scanner: GraphScanner
  /// The word that comes next.
  private(set) var next = Word.end
  /// The line in which it begins.
  private(set) var line = 1

  init(_ scanner: GraphScanner) { self.scanner = scanner }

  /// Whether the next word is a keyword, which is one in capitals, too, but not in quotes.
  func isKeyword(_ word: StaticString) -> Bool {
    guard case .text(let text) = next, text.form == .plain else { return false }
    return text.bytes.count == word.utf8CodeUnitCount
      && zip(text.bytes, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        .allSatisfy { $0 | 0x20 == $1 }
  }

  func isSign(_ sign: Unicode.Scalar) -> Bool { next == .sign(UInt8(ascii: sign)) }

  /// Passes a sign that must stand here.
  mutating func pass(_ sign: Unicode.Scalar) throws {
    guard isSign(sign) else { throw unexpected(Phrase("\(sign)", zh: "“\(sign)”")) }
    try advance()
  }

  /// Takes an id that must stand here; parts in quotes that `+` joins are one.
  mutating func id(_ what: Phrase) throws -> DOTText {
    guard case .text(var text) = next, !isReserved else { throw unexpected(what) }
    try advance()
    while text.form == .quoted, isSign("+") {
      try advance()
      guard case .text(let more) = next, more.form == .quoted else {
        throw unexpected(Phrase("a text in quotes", zh: "引号内的文字"))
      }
      text.bytes += more.bytes
      try advance()
    }
    return text
  }

  private var isReserved: Bool {
    isKeyword("node") || isKeyword("edge") || isKeyword("graph") || isKeyword("digraph") || isKeyword("subgraph")
      || isKeyword("strict")
  }

  func unexpected(_ what: Phrase) -> BadShape {
    let found =
      switch next {
      case .end: ""
      case .sign(let sign): String(decoding: [sign], as: UTF8.self)
      case .edge(let isDirected): isDirected ? "->" : "--"
      case .text(let text): String(decoding: text.bytes, as: UTF8.self)
      }
    return .expected(what, found)
  }

  // MARK: Letters

  mutating func advance() throws {
    try skipBlanks()
    line = scanner.line
    guard let first = scanner.next else {
      next = .end
      return
    }
    switch first {
    case UInt8(ascii: "\""):
      scanner.skip()
      next = .text(DOTText(bytes: try quoted(), form: .quoted))
    case UInt8(ascii: "<"): next = .text(DOTText(bytes: try markup(), form: .markup))
    case UInt8(ascii: "-") where second == UInt8(ascii: "-") || second == UInt8(ascii: ">"):
      next = .edge(isDirected: second == UInt8(ascii: ">"))
      scanner.skip()
      scanner.skip()
    case _ where Self.isLetter(first):
      next = .text(DOTText(bytes: Array(scanner.take { Self.isLetter($0) || Self.isDigit($0) }), form: .plain))
    case UInt8(ascii: "-"), UInt8(ascii: "."),
      _ where Self.isDigit(first):
      next = .text(try number())
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"),
      UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "+"):
      scanner.skip()
      next = .sign(first)
    default:
      throw BadShape.expected(
        Phrase("an id (in quotes, if it has other signs than letters)", zh: "标识（含字母以外的符号时须加引号）"),
        String(decoding: [first], as: UTF8.self))
    }
  }

  private var second: UInt8? {
    scanner.place + 1 < scanner.text.count ? scanner.text[scanner.place + 1] : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5F || (0x41...0x5A).contains(byte & 0xDF)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func skipBlanks() throws {
    while true {
      scanner.skipBlanks()
      switch (scanner.next, second) {
      // What the preprocessor of C writes stands at the beginning of a line, and only there is no part of the graph.
      case (UInt8(ascii: "#"), _) where scanner.isAtLineStart: scanner.skipLine()
      case (UInt8(ascii: "#"), _):
        throw BadShape(
          message: Phrase(
            "# begins a comment only as the first sign of a line. Write // before a comment, and put values such as \"#ff0000\" in quotes.",
            zh: "“#”只有在行首第一个字符处才表示注释。注释请用“//”开头；\"#ff0000\" 一类的值须加引号。"))
      case (UInt8(ascii: "/"), UInt8(ascii: "/")): scanner.skipLine()
      case (UInt8(ascii: "/"), UInt8(ascii: "*")):
        scanner.skip()
        scanner.skip()
        while !(scanner.next == UInt8(ascii: "*") && second == UInt8(ascii: "/")) {
          guard !scanner.isAtEnd else { throw BadShape.expected(Phrase("*/", zh: "“*/”"), "") }
          scanner.skip()
        }
        scanner.skip()
        scanner.skip()
      default: return
      }
    }
  }

  /// A numeral. What goes on in letters Graphviz splits into two nodes with a warning; that is hardly ever meant.
  private mutating func number() throws -> DOTText {
    let word = Array(
      scanner.take { Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    let digits = word.drop { $0 == UInt8(ascii: "-") }
    // `1->2` and `1--2` are edges of numbers.
    let end = digits.firstIndex { $0 == UInt8(ascii: "-") } ?? digits.endIndex
    let numeral = digits[..<end]
    guard digits.startIndex <= 1, numeral.contains(where: Self.isDigit),
      numeral.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: ".") }),
      numeral.count(where: { $0 == UInt8(ascii: ".") }) <= 1
    else {
      let text = String(decoding: word[..<end], as: UTF8.self).shortened
      throw BadShape(
        message: Phrase(
          "“\(text)” is no number, and ids that begin with a digit or a sign must stand in quotes: \"\(text)\".",
          zh: "“\(text)”不是数字；以数字或符号开头的标识须加引号，写作 \"\(text)\"。"))
    }
    scanner.back(word.count - end)
    return DOTText(bytes: Array(word[..<end]), form: .plain)
  }

  /// What stands in quotes: `\"` is a quote, `\` before the end of a line joins it to the next.
  private mutating func quoted() throws -> [UInt8] {
    var text: [UInt8] = []
    while true {
      text.append(contentsOf: scanner.take { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
      guard let sign = scanner.next else { throw BadShape.openQuotes }
      scanner.skip()
      if sign == UInt8(ascii: "\"") { return text }
      switch scanner.next {
      case UInt8(ascii: "\""):
        text.append(UInt8(ascii: "\""))
        scanner.skip()
      case UInt8(ascii: "\\"):
        text += [sign, sign]
        scanner.skip()
      case 0x0A, 0x0D: scanner.skipLine()
      default: text.append(sign)
      }
    }
  }

  /// What stands between `<` and its `>`.
  private mutating func markup() throws -> [UInt8] {
    let start = scanner.place + 1
    var depth = 0
    repeat {
      scanner.skip { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
      guard let sign = scanner.next else { throw BadShape.expected(Phrase(">", zh: "“>”"), "") }
      depth += sign == UInt8(ascii: "<") ? 1 : -1
      scanner.skip()
    } while depth > 0
    return Array(scanner.text[start..<scanner.place - 1])
  }
}
