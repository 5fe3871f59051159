import KesiNetwork

/// The organizations that a cell names.
struct NameList {
  struct Item: Equatable {
    let name: String
    /// What the cell says it does there: `牵头` of `苏州大学（牵头）`.
    var role: String?
  }

  /// What was done to the cell that may be worth a look.
  enum Note: Hashable {
    /// `等` at the end: there are more than the cell names.
    case cut(String)
    /// A word that may part two names, but need not: `苏州大学和东南大学`.
    case unsplit(String)
  }

  private(set) var items: [Item] = []
  private(set) var notes: [Note] = []

  /// What is known of names: a sign that may stand in one parts only what are names.
  struct Names {
    /// Whether it stands elsewhere as a name by itself.
    var isKnown: (String) -> Bool

    /// Whether it is known, or has a word of organizations in it.
    func isLikely(_ name: String) -> Bool { KindOfName.told(by: name) != nil || isKnown(name) }

    /// Whether it ends as names of organizations do: 中国科学院苏州纳米技术 does not.
    func endsAsName(_ name: String) -> Bool {
      if isKnown(name) { return true }
      guard let word = KindOfName.told(by: name)?.word else { return false }
      return !name.unicodeScalars.contains(where: \.isIdeograph) || name.hasSuffix(word)
    }
  }

  init(_ cell: String, separators: Set<Separator> = Set(Separator.allCases), names: Names) {
    // No spreadsheet has a longer cell; a part of one is no name.
    guard cell.utf8.count <= 1 << 17, !NoOrganization.isStated(by: cell) else { return }
    for part in Self.strongParts(cell, separators) {
      for piece in Self.weakParts(part, separators, names, &notes) {
        if let item = Self.item(piece, &notes), !items.contains(where: { $0.name == item.name }) { items.append(item) }
      }
    }
  }

  /// What may stand between names.
  enum Separator: String, CaseIterable {
    case enumeration = "、"
    case semicolon = ";"
    case bar = "|"
    case line = "newline"
    case comma = ","
    case slash = "/"
    case blank = "blank"
    case and = "and"

    init?(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "、": self = .enumeration
      case ";", "；", "︔": self = .semicolon
      case "|", "｜", "¦", "┋", "┃", "│": self = .bar
      case "\n", "\r", "\u{2028}", "\u{85}", "\t": self = .line
      default: return nil
      }
    }
  }

  /// Parts between signs that stand in no name, outside brackets, each without the number before it.
  private static func strongParts(_ cell: String, _ separators: Set<Separator>) -> [[Unicode.Scalar]] {
    let scalars = Array(cell.unicodeScalars)
    let depths = bracketDepths(scalars)
    var parts: [[Unicode.Scalar]] = [[]]
    var place = 0
    while place < scalars.count {
      let isStart = parts[parts.count - 1].allSatisfy(\.properties.isWhitespace)
      let mayStart =
        isStart || scalars[place - 1].properties.isWhitespace || scalars[place - 1] == "。" || isCircled(scalars[place])
      // A number before a name begins a part: `1.苏州大学 2.东南大学`.
      if depths[place] == 0 || scalars[place] == "(" || scalars[place] == "（", mayStart,
        let end = numbering(scalars, at: place)
      {
        parts.append([])
        place = end
      } else if depths[place] == 0, let separator = Separator(scalars[place]), separators.contains(separator) {
        parts.append([])
        place += 1
      } else {
        parts[parts.count - 1].append(scalars[place])
        place += 1
      }
    }
    return parts.filter { !$0.allSatisfy(\.properties.isWhitespace) }
  }

  /// How deep in brackets each scalar stands; none where they do not match.
  private static func bracketDepths(_ scalars: [Unicode.Scalar]) -> [Int] {
    var depth = 0
    var depths: [Int] = []
    for scalar in scalars {
      switch scalar {
      case "(", "（", "[", "【", "《", "〔": depth += 1
      default: break
      }
      depths.append(depth)
      switch scalar {
      case ")", "）", "]", "】", "》", "〕": depth -= 1
      default: break
      }
      if depth < 0 { return Array(repeating: 0, count: scalars.count) }
    }
    return depth == 0 ? depths : Array(repeating: 0, count: scalars.count)
  }

  /// Whether it is a number in a circle, ① to ⑳.
  private static func isCircled(_ scalar: Unicode.Scalar) -> Bool { (0x2460...0x2473).contains(scalar.value) }

  /// The end of a number before an item: `1.`, `2、`, `(3)`, `（4）`, `5)`, `①`.
  private static func numbering(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
    if isCircled(scalars[start]) { return start + 1 }
    var place = start
    let isOpen = scalars[place] == "(" || scalars[place] == "（"
    if isOpen { place += 1 }
    let digits = scalars[place...].prefix { $0.narrow?.isDigit == true }
    guard (1...2).contains(digits.count) else { return nil }
    place += digits.count
    guard place < scalars.count, let mark = scalars[place].narrow else { return nil }
    let marks: [Unicode.Scalar] = isOpen ? [")"] : [".", "、", ")", ",", ":"]
    guard marks.contains(mark), place + 1 < scalars.count else { return nil }
    // `3.5` is a number, `360.cn` a name.
    let next = scalars[place + 1]
    guard next.narrow?.isDigit != true, mark != "." || !next.isASCII || next == " " || next.properties.isUppercase
    else {
      return nil
    }
    return place + 1
  }

  /// A part at commas, slashes, blanks and words for “and”, which may stand in a name, where what they part are names.
  private static func weakParts(
    _ part: [Unicode.Scalar], _ separators: Set<Separator>, _ names: Names, _ notes: inout [Note]
  ) -> [[Unicode.Scalar]] {
    func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return String(text).asName
    }
    func split(_ marks: Set<Unicode.Scalar>) -> [[Unicode.Scalar]]? {
      let depths = bracketDepths(part)
      var pieces: [[Unicode.Scalar]] = [[]]
      for (place, scalar) in part.enumerated() {
        if depths[place] == 0, marks.contains(scalar) {
          pieces.append([])
        } else {
          pieces[pieces.count - 1].append(scalar)
        }
      }
      pieces.removeAll { $0.allSatisfy(\.properties.isWhitespace) }
      return pieces.count > 1 ? pieces : nil
    }
    func recurse(_ pieces: [[Unicode.Scalar]]) -> [[Unicode.Scalar]] {
      pieces.flatMap { weakParts($0, separators, names, &notes) }
    }
    if separators.contains(.comma), let pieces = split([",", "，"]) {
      let joined = withCompanyForms(pieces, text)
      if joined.count > 1, areNames(joined.map { withoutEnding(text($0)) }, names) { return recurse(joined) }
      if joined.count > 1, !names.isLikely(text(part)) { notes.append(.unsplit(text(part))) }
    }
    if separators.contains(.slash), let pieces = split(["/", "／"]) {
      if pieces.allSatisfy({ names.isLikely(withoutEnding(text($0))) }) { return recurse(pieces) }
    }
    if separators.contains(.blank), part.contains(where: \.isIdeograph),
      let pieces = split([" ", "\u{3000}", "\u{A0}"])
    {
      if pieces.allSatisfy({ $0.contains(where: \.isIdeograph) && names.isLikely(withoutEnding(text($0))) }) {
        return recurse(pieces)
      }
    }
    guard separators.contains(.and), !names.isKnown(text(part)) else { return [part] }
    for word in ["以及", "和", "与", "及", "與", "&", " and ", " und ", " et "] {
      let mark = Array(word.unicodeScalars)
      // Of three or more that all end as names none is a part of another: 甲大学和乙学院和丙研究所.
      let pieces = part.split(separator: mark).map(Array.init)
      if pieces.count > 2, pieces.allSatisfy({ names.endsAsName(withoutEnding(text($0))) }) { return recurse(pieces) }
      for place in part.indices.dropFirst() where part[place...].starts(with: mark) {
        let (before, after) = (Array(part[..<place]), Array(part[(place + mark.count)...]))
        let (left, right) = (withoutEnding(text(before)), withoutEnding(text(after)))
        if names.isKnown(left), names.isKnown(right) { return recurse([before, after]) }
        if names.isKnown(left) || names.isKnown(right), names.endsAsName(left), names.endsAsName(right),
          !JointName.isOne(right)
        {
          return recurse([before, after])
        }
        if names.endsAsName(left), names.endsAsName(right) { notes.append(.unsplit(text(part))) }
      }
    }
    return [part]
  }

  /// Whether what commas part are names: all of them likely; of Chinese names, in which no comma stands, most are and the
  /// others are short.
  private static func areNames(_ pieces: [String], _ names: Names) -> Bool {
    let likely = pieces.count(where: names.isLikely)
    if likely == pieces.count { return true }
    return likely * 2 >= pieces.count
      && pieces.allSatisfy { piece in
        names.isLikely(piece)
          || piece.unicodeScalars.count <= 8 && piece.unicodeScalars.allSatisfy(\.isIdeograph)
      }
  }

  /// `Co., Ltd.` is a part of what stands before it.
  private static func withCompanyForms(
    _ pieces: [[Unicode.Scalar]], _ text: ([Unicode.Scalar]) -> String
  ) -> [[Unicode.Scalar]] {
    var joined: [[Unicode.Scalar]] = []
    for piece in pieces {
      let word = text(piece).lowercased().replacing(".", with: "").replacing(" ", with: "")
      if let last = joined.indices.last, forms.contains(word) {
        joined[last] += [","] + piece
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  private static let forms: Set<String> = [
    "ltd", "limited", "inc", "llc", "co", "coltd", "corp", "gmbh", "ag", "sa", "sas", "srl", "spa", "bv", "nv", "ab",
    "as",
    "oy", "plc", "lp", "llp", "kg", "se", "pty", "pteltd", "incorporated",
  ]

  /// An item without its number, the role in brackets behind it or before it, and `等` at its end.
  private static func item(_ scalars: [Unicode.Scalar], _ notes: inout [Note]) -> Item? {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var name = String(text).asName
    while let last = name.unicodeScalars.last, last == "。" || last == "，" || last == "," || last == "：" || last == ":" {
      name.unicodeScalars.removeLast()
    }
    var role: String?
    // 牵头单位：苏州大学
    if let colon = name.unicodeScalars.firstIndex(where: { $0 == "：" || $0 == ":" }) {
      let before = String(name.unicodeScalars[..<colon]).asName
      if before.unicodeScalars.count <= 8 {
        if RoleWords.isRole(before) || SheetHeadWords.matches(of: before).first?.meaning.namesActors == true {
          role = before
          name = String(name.unicodeScalars[name.unicodeScalars.index(after: colon)...]).asName
        }
      }
    }
    let short = withoutEnding(name)
    if short != name {
      notes.append(.cut(name))
      name = short
    }
    if let (before, inside) = lastBracket(name), RoleWords.isRole(inside) {
      role = inside
      name = before
    }
    guard !name.isEmpty, !NoOrganization.isStated(by: name) else { return nil }
    return Item(name: name, role: role)
  }

  private static func lastBracket(_ name: String) -> (before: String, inside: String)? {
    let scalars = Array(name.unicodeScalars)
    guard let last = scalars.last, last == ")" || last == "）" || last == "】" || last == "]",
      let start = scalars.lastIndex(where: { $0 == "(" || $0 == "（" || $0 == "【" || $0 == "[" }), start > 0
    else { return nil }
    return (
      String(String.UnicodeScalarView(scalars[..<start])).asName,
      String(String.UnicodeScalarView(scalars[(start + 1)..<(scalars.count - 1)])).asName
    )
  }

  /// Without `等`, `等单位`, `等3家企业`, `et al.` at the end.
  static func withoutEnding(_ name: String) -> String {
    for ending in [" et al.", " et al", " etc.", " etc", " and others", " among others"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count)).asName
    }
    let scalars = Array(name.unicodeScalars)
    guard let cut = scalars.lastIndex(of: "等"), cut > 1 else { return name }
    let rest = scalars[(cut + 1)...].filter { !$0.isDigit && $0 != " " && $0 != "。" }
    let words: Set<String> = [
      "", "单位", "企业", "高校", "院校", "院所", "机构", "公司", "家", "所", "家单位", "家企业", "所高校", "所院校", "多家单位", "多家企业", "多家", "高校院所",
      "家机构",
      "家公司", "十余家", "余家", "高等院校", "大学", "家高校", "所大学",
    ]
    guard words.contains(String(String.UnicodeScalarView(rest))) else { return name }
    return String(String.UnicodeScalarView(scalars[..<cut])).asName
  }
}
