import KesiMatrix
import KesiNetwork

/// Two names that may mean one organization though they differ in letters.
package struct LikeNames: Sendable, Equatable {
  /// The one that more cells have, or the fuller one.
  package let name: String
  package let other: String
  package let reason: Phrase
  /// How likely it is, from 0 to 1.
  package let likelihood: Double
  /// How many cells have each.
  package let mentions: Int
  package let otherMentions: Int

  /// A name under comparison.
  struct Candidate: Sendable {
    let name: String
    let mentions: Int
    let kind: String?
  }

  /// What a search has found.
  struct Found {
    let pairs: [LikeNames]
    /// How many pairs more there are, less likely than these.
    let unlisted: Int
    /// Of how many names no longer forms were sought, as very many are alike.
    let unsought: Int
  }

  /// More pairs than these are of no use to who reads them.
  private static let most = 2000

  /// The pairs among some names, the likeliest first, but for those that were decided before.
  ///
  /// - Parameter mostComparisons: of names with names that they may be short forms of; as many take less than a second.
  /// - Complexity: O(names · letters) but for short forms, which are compared with the names that begin alike and have the
  ///   rarest of their letters, and with no more than `mostComparisons` in all.
  static func search(
    among names: [Candidate], after merges: NameMerges = NameMerges(), mostComparisons: Int = 20_000_000,
    on parallel: Parallel = Parallel()
  ) throws(Cancelled) -> Found {
    var finder = try LikeNameFinder(names, on: parallel)
    try finder.findSameButForm()
    finder.findShortInBrackets()
    finder.findShortForms(mostComparisons)
    try finder.findSlips()
    let sorted = finder.found.filter { !merges.isDecided($0.name, $0.other) }.sorted {
      ($1.likelihood, $0.name, $0.other) < ($0.likelihood, $1.name, $1.other)
    }
    return Found(
      pairs: Array(sorted.prefix(most)), unlisted: max(0, sorted.count - most), unsought: finder.unsought)
  }
}

/// Finds pairs of like names, each once, by the strongest reason.
private struct LikeNameFinder {
  /// So many names are looked at by a worker at a time.
  private static let grain = 1024

  private let parallel: Parallel
  private let names: [LikeNames.Candidate]
  /// Each name as it is compared.
  private let keys: [[Unicode.Scalar]]
  /// And without the legal form.
  private let cores: [[Unicode.Scalar]]
  private(set) var found: [LikeNames] = []
  private var seen = Set<Pair>()
  /// Of how many names no longer forms were sought.
  private(set) var unsought = 0

  private struct Pair: Hashable, Comparable {
    let first: Int
    let last: Int

    init(_ a: Int, _ b: Int) { (first, last) = (min(a, b), max(a, b)) }

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.last) < (b.first, b.last) }
  }

  init(_ names: [LikeNames.Candidate], on parallel: Parallel) throws(Cancelled) {
    (self.names, self.parallel) = (names, parallel)
    let keys = try parallel.map(count: names.count, grain: Self.grain) { place in
      Array(NameKey(names[place].name).text.lowercased().unicodeScalars)
    }
    self.keys = keys
    cores = try parallel.map(count: names.count, grain: Self.grain) { NameCore.withoutForm(keys[$0]) }
  }

  private mutating func add(_ a: Int, _ b: Int, _ likelihood: Double, _ reason: Phrase) {
    guard a != b, seen.insert(Pair(a, b)).inserted else { return }
    let isFirst = (names[a].mentions, keys[a].count, b) > (names[b].mentions, keys[b].count, a)
    let (name, other) = isFirst ? (names[a], names[b]) : (names[b], names[a])
    found.append(
      LikeNames(
        name: name.name, other: other.name, reason: reason, likelihood: likelihood, mentions: name.mentions,
        otherMentions: other.mentions))
  }

  /// The same but for capitals, traditional characters, the legal form at the end, or a place before or in brackets.
  mutating func findSameButForm() throws(Cancelled) {
    let forms: [(Double, Phrase, @Sendable ([Unicode.Scalar]) -> [Unicode.Scalar])] = [
      (
        0.95, Phrase("the same but for capitals or signs", zh: "仅大小写或符号不同"),
        { $0.filter { $0.properties.isAlphabetic || $0.isDigit } }
      ),
      (
        0.95, Phrase("the same but for traditional characters", zh: "仅繁简字不同"), { $0.map(\.simplified) }
      ),
      (0.85, Phrase("the same but for the legal form", zh: "仅公司形式不同"), NameCore.withoutForm),
      (
        0.7, Phrase("the same but for a place and the legal form", zh: "仅地名前缀或公司形式不同"),
        { NameCore.withoutPlaces(NameCore.withoutForm($0)) }
      ),
    ]
    for (likelihood, reason, core) in forms {
      var groups: [[Unicode.Scalar]: [Int]] = [:]
      let keys = keys
      let cores = try parallel.map(count: keys.count, grain: Self.grain) { core(keys[$0]) }
      for (place, core) in cores.enumerated() {
        // Of two letters or less is left what many have.
        if core.count > 2 { groups[core, default: []].append(place) }
      }
      for group in groups.values.sorted(by: { $0[0] < $1[0] }) where group.count > 1 && group.count < 20 {
        for (number, a) in group.enumerated() {
          for b in group[(number + 1)...] where isSameKind(a, b) { add(a, b, likelihood, reason) }
        }
      }
    }
  }

  /// `中国科学院苏州纳米所（纳米所）` and `纳米所`.
  mutating func findShortInBrackets() {
    let places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { old, _ in old })
    for (place, key) in keys.enumerated() where key.last == ")" {
      guard let start = key.lastIndex(of: "("), start > 0 else { continue }
      var inside = key[(start + 1)..<(key.count - 1)]
      for word in ["简称:", "简称", "原名", "原", "曾用名"] where inside.starts(with: word.unicodeScalars) {
        inside = inside.dropFirst(word.unicodeScalars.count)
      }
      for part in [Array(inside), Array(key[..<start])] {
        guard let other = places[part], isSameKind(place, other) else { continue }
        add(place, other, 0.8, Phrase("the other stands in its brackets, or is without them", zh: "另一名称见于其括号，或仅少括号部分"))
      }
    }
  }

  /// All letters of the shorter stand in the longer in their order, and both begin and end alike: `中科院苏州纳米所`,
  /// `中国科学院苏州纳米技术与纳米仿生研究所`.
  mutating func findShortForms(_ mostComparisons: Int) {
    var byStart: [[Unicode.Scalar]: [Int]] = [:]
    for (place, key) in keys.enumerated() where key.count >= 2 && key[0].isIdeograph {
      byStart[[key[0]], default: []].append(place)
    }
    var comparisons = 0
    for group in byStart.values.sorted(by: { $0[0] < $1[0] }) {
      var having: [Unicode.Scalar: [Int]] = [:]
      for name in group { for letter in Set(cores[name]) { having[letter, default: []].append(name) } }
      for short in group where keys[short].count <= 12 {
        // Every letter of a name is in a name of the group, as it is in itself.
        let rarest = cores[short].lazy.map { having[$0] ?? [] }.min { $0.count < $1.count } ?? []
        guard comparisons + rarest.count <= mostComparisons else {
          unsought += 1
          continue
        }
        comparisons += rarest.count
        for long in rarest where keys[long].count >= keys[short].count + 2 && isShort(short, of: long) {
          add(long, short, 0.6, Phrase("the shorter may be a short form of the longer", zh: "较短者可能是较长者的简称"))
        }
      }
    }
  }

  private func isShort(_ short: Int, of long: Int) -> Bool {
    let (a, b) = (cores[short], cores[long])
    guard a.count >= 2, b.count >= a.count + 2 else { return false }
    // 苏大 is 苏州大学: the ending may be cut after the noun has begun.
    let ends = a.last == b.last || a.count <= 3 && b.suffix(2).first == a.last
    guard ends else { return false }
    // 苏州大学文正学院 is a part of 苏州大学, and 苏州科技大学 is another university.
    guard !b.starts(with: a), a.count > 6 || a.suffix(2) != b.suffix(2),
      a.count <= 4 || Double(a.count) / Double(b.count) <= 0.75
    else { return false }
    var rest = b[...]
    for scalar in a {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[(place + 1)...]
    }
    return isSameKind(short, long)
  }

  /// One letter more, less or another, in long names; not where it is a number or a direction, which tell names apart.
  ///
  /// - Source: deletion neighborhoods: Mor & Fraenkel, *A Hash Code Method for Detecting and Correcting Spelling Errors*, 1982.
  mutating func findSlips() throws(Cancelled) {
    // A hash of each name with any one letter left out, and the name: what is alike stands together once sorted.
    let keys = keys
    let marks = try parallel.map(count: keys.count, grain: Self.grain) { place -> [UInt64] in
      let key = keys[place]
      guard (6...60).contains(key.count) else { return [] }
      return (-1..<key.count).map { UInt64(Self.hash(key, without: $0)) << 32 | UInt64(place) }
    }.flatMap { $0 }
    // Those of one hash begin with the same bits, so that each share of them is sorted by itself.
    let shares = try parallel.parts(1 << Self.bitsOfShares) { share in
      Self.pairs(in: marks.filter { $0 >> (64 - Self.bitsOfShares) == UInt64(share) }.sorted())
    }
    let pairs = Set(shares.joined())
    for pair in pairs.sorted() {
      let (a, b) = (pair.first, pair.last)
      // Names of two letters before 集团有限公司 are told apart by each of them.
      let isLong = [a, b].allSatisfy { NameCore.withoutPlaces(cores[$0]).count >= 4 }
      guard isLong, isSameKind(a, b), let (x, y) = NameCore.onlyDifference(keys[a], keys[b]) else { continue }
      if NameCore.tellsApart(x) || NameCore.tellsApart(y) { continue }
      let shown = { (scalar: Unicode.Scalar?) in scalar.map { String(Character($0)) } ?? "–" }
      add(
        a, b, 0.4,
        Phrase("one letter differs: \(shown(x)) / \(shown(y))", zh: "只差一个字：\(shown(x)) / \(shown(y))"))
    }
  }

  /// As many shares keep some workers busy, and each costs a look at all marks.
  private static let bitsOfShares = 3

  /// The names that have a hash in common.
  private static func pairs(in marks: [UInt64]) -> [Pair] {
    var pairs: [Pair] = []
    var start = 0
    while start < marks.count {
      var end = start + 1
      while end < marks.count, marks[end] >> 32 == marks[start] >> 32 { end += 1 }
      // What very many have in common tells nothing.
      if end - start > 1, end - start < 20 {
        for (number, a) in marks[start..<end].enumerated() {
          for b in marks[(start + number + 1)..<end] {
            let (a, b) = (Int(a & 0xFFFF_FFFF), Int(b & 0xFFFF_FFFF))
            if a != b { pairs.append(Pair(a, b)) }
          }
        }
      }
      start = end
    }
    return pairs
  }

  /// Of all scalars but one, by FNV: the same whenever it runs.
  private static func hash(_ key: [Unicode.Scalar], without cut: Int) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in key.indices where place != cut { hash = (hash ^ UInt64(key[place].value)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private func isSameKind(_ a: Int, _ b: Int) -> Bool {
    names[a].kind == nil || names[b].kind == nil || names[a].kind == names[b].kind
  }
}
