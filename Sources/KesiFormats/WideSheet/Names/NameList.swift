import KesiNetwork

/// The organizations that a cell names, each once.
struct NameList {
  /// What was done to the cell that may be worth a look.
  enum Note: Hashable {
    /// `等` at the end: there are more than the cell names.
    case cut(String)
    /// A word that may part two names, but need not: `苏州大学和东南大学`.
    case unsplit(String)
    /// Longer than any list of names: nothing of it was read.
    case tooLong(String)
    /// A name that stood before in the cell, with something else in brackets.
    case namedAgain(String)
  }

  private(set) var items: [Item] = []
  private(set) var notes: [Note] = []

  /// What is known of names: a sign that may stand in one parts only what are names.
  final class Names {
    /// Whether it stands elsewhere as a name by itself.
    let isKnown: (String) -> Bool
    /// What parts of cells come to, by the separators that part them.
    private var memos: [(separators: Set<ListSeparator>, memo: Memo<NameList>)] = []

    init(isKnown: @escaping (String) -> Bool) { self.isKnown = isKnown }

    /// What the parts of cells come to in which some separators count.
    fileprivate func memo(for separators: Set<ListSeparator>) -> Memo<NameList> {
      if let known = memos.first(where: { $0.separators == separators }) { return known.memo }
      let memo = Memo<NameList>()
      memos.append((separators, memo))
      return memo
    }

    /// Whether it is known, or has a word of organizations in it.
    func isLikely(_ name: String) -> Bool { KindOfName.told(by: name) != nil || isKnown(name) }

    /// Whether it ends as names of organizations do: 中国科学院苏州纳米技术 does not.
    func endsAsName(_ name: String) -> Bool {
      if isKnown(name) { return true }
      guard let word = KindOfName.told(by: name)?.word else { return false }
      return !name.unicodeScalars.contains(where: \.isIdeograph) || name.ends(with: word)
    }
  }

  init(_ cell: String, separators: Set<ListSeparator> = Self.all, names: Names) {
    if cell.utf8.count > Self.longest { notes.append(.tooLong(cell)) }
    let memo = names.memo(for: separators)
    let lists = Self.parts(of: cell, separators).map { part in
      memo.value(of: part) { NameList(part: $0, separators, names) }
    }
    if lists.count == 1, notes.isEmpty { self = lists[0] } else { join(lists) }
  }

  /// The texts between separators that stand in no name; none where the cell names nobody.
  static func parts(of cell: String, _ separators: Set<ListSeparator>) -> [String] {
    guard cell.utf8.count <= longest, !NoOrganization.isStated(by: cell) else { return [] }
    return CellParts.between(separators, in: cell)
  }

  /// No spreadsheet has a longer cell, and no name is so long.
  private static let longest = 1 << 17

  private mutating func join(_ lists: [NameList]) {
    var places: [NameKey: Int] = [:]
    for list in lists {
      notes += list.notes
      for item in list.items { add(item, &places) }
    }
  }

  /// Adds an item, or what it says to the one of the same name.
  private mutating func add(_ item: Item, _ places: inout [NameKey: Int]) {
    guard let place = places[item.key] else {
      places[item.key] = items.count
      items.append(item)
      return
    }
    if !items[place].take(from: item) { notes.append(.namedAgain(item.name)) }
  }

  /// What one of these texts names.
  init(part: String, _ separators: Set<ListSeparator>, _ names: Names) {
    var places: [NameKey: Int] = [:]
    let parts = OtherOption.named(in: part).map { CellParts.between(separators, in: $0) } ?? [part]
    for part in parts {
      for piece in Self.weakParts(Array(part.unicodeScalars), separators, names, &notes) {
        if let item = Self.item(piece, &notes) { add(item, &places) }
      }
    }
  }

  static let all = Set(ListSeparator.allCases)
  /// Those that stand in no name.
  static let strong: Set<ListSeparator> = [.enumeration, .semicolon, .bar, .line]

  /// A part at commas, slashes, blanks and words for “and”, which may stand in a name, where what they part are names.
  private static func weakParts(
    _ part: [Unicode.Scalar], _ separators: Set<ListSeparator>, _ names: Names, _ notes: inout [Note]
  ) -> [[Unicode.Scalar]] {
    func text(_ scalars: [Unicode.Scalar]) -> String { String(scalars: scalars).asName }
    func split(_ marks: Set<Unicode.Scalar>) -> [[Unicode.Scalar]]? {
      guard part.contains(where: marks.contains) else { return nil }
      let depths = CellParts.bracketDepths(part)
      var pieces: [[Unicode.Scalar]] = [[]]
      for (place, scalar) in part.enumerated() {
        if depths[place] == 0, marks.contains(scalar) {
          pieces.append([])
        } else {
          pieces[pieces.count - 1].append(scalar)
        }
      }
      pieces.removeAll { $0.allSatisfy(\.isWhite) }
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
    guard separators.contains(.and) else { return [part] }
    let joints = Self.joints.map { mark in (mark: mark, places: part.places(of: mark)) }.filter { !$0.places.isEmpty }
    guard !joints.isEmpty, !names.isKnown(text(part)) else { return [part] }
    for (mark, places) in joints {
      // Of three or more that all end as names none is a part of another: 甲大学和乙学院和丙研究所.
      let pieces = part.pieces(without: mark, at: places)
      if pieces.count > 2, pieces.allSatisfy({ names.endsAsName(withoutEnding(text($0))) }) { return recurse(pieces) }
      if places.count > mostJoints { notes.append(.unsplit(text(part))) }
      for place in places.prefix(mostJoints) where place > 0 {
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

  private static let joints = ["以及", "和", "与", "及", "與", "&", " and ", " und ", " et "].map { Array($0.unicodeScalars) }
  /// A text that has more words for “and” than these is no two names; whoever means it so is told that it was not parted.
  private static let mostJoints = 20

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
    var name = String(scalars: scalars).asName
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
    var amount: Double?
    var (note, way): (String?, String?)
    // `苏州大学（牵头）（100万）`: what is said of it stands behind what belongs to the name, `（苏州）`.
    while let (before, inside) = BracketWords.last(of: name), !before.isEmpty {
      if let word = BracketWords.role(inside) {
        role = role ?? word
      } else if BracketWords.isNote(inside) {
        note = note ?? PersonalData.removed(from: inside) ?? inside
        amount = amount ?? BracketWords.amount(inside)
      } else if BracketWords.isWay(inside) {
        way = way ?? inside
      } else {
        break
      }
      name = before
    }
    guard !name.isEmpty, !NoOrganization.isStated(by: name) else { return nil }
    return Item(name, role: role, amount: amount, note: note, way: way)
  }

  /// Without `等`, `等单位`, `等3家企业`, `et al.` at the end.
  static func withoutEnding(_ name: String) -> String {
    for ending in [" et al.", " et al", " etc.", " etc", " and others", " among others"] where name.ends(with: ending) {
      return String(name.unicodeScalars.dropLast(ending.unicodeScalars.count)).asName
    }
    let scalars = Array(name.unicodeScalars)
    guard let cut = scalars.lastIndex(of: "等"), cut > 1 else { return name }
    let rest = scalars[(cut + 1)...].filter { !$0.isDigit && $0 != " " && $0 != "。" }
    guard restsOfEndings.contains(String(scalars: rest)) else { return name }
    return String(scalars: scalars[..<cut]).asName
  }

  /// What may follow 等, but for numbers.
  private static let restsOfEndings: Set<String> = [
    "", "单位", "企业", "高校", "院校", "院所", "机构", "公司", "家", "所", "家单位", "家企业", "所高校", "所院校", "多家单位", "多家企业", "多家", "高校院所",
    "家机构", "家公司", "十余家", "余家", "高等院校", "大学", "家高校", "所大学",
  ]
}

extension [Unicode.Scalar] {
  /// Where a mark begins.
  fileprivate func places(of mark: [Unicode.Scalar]) -> [Int] {
    indices.filter { self[$0] == mark[0] && self[$0...].starts(with: mark) }
  }

  /// What is left between marks at some places, as far as anything is.
  fileprivate func pieces(without mark: [Unicode.Scalar], at places: [Int]) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = []
    var start = 0
    // Marks overlap where one ends with the blank with which the next begins.
    for place in places where place >= start {
      if place > start { pieces.append(Array(self[start..<place])) }
      start = place + mark.count
    }
    if start < count { pieces.append(Array(self[start...])) }
    return pieces
  }
}
