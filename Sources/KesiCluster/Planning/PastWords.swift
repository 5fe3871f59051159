import KesiNetwork

/// What is to be said of the steps of a plan that was written before.
extension Network {
  /// Whom lines of a plan name who is in the tables no more; nil where all are there, or the lines are not as plans have them.
  func absence(in lines: [String]) -> Phrase? {
    var gone: [String] = []
    for word in lines.flatMap(strangers(in:)) where !gone.contains(where: { $0.isExactly(word) }) { gone.append(word) }
    guard !gone.isEmpty else { return nil }
    let english = gone.map { "“\($0)”" }.joined(separator: ", ")
    return Phrase(
      "\(english) \(gone.count == 1 ? "is" : "are") no longer in the tables.",
      zh: "\(gone.map { "“\($0)”" }.joined())已不在表中。")
  }

  /// That some have worked together and were not satisfied; nil of nobody.
  func disappointment(of pairs: [[Int]]) -> Phrase? {
    guard !pairs.isEmpty else { return nil }
    func names(_ language: Language, between mark: String) -> [String] {
      pairs.map { $0.map { actors[$0].shortName(in: language) }.joined(separator: mark) }
    }
    return Phrase(
      "\(names(.en, between: " and ").joined(separator: "; ")): they worked together, without satisfaction.",
      zh: "\(names(.zh, between: "与").joined(separator: "、"))合作过，但效果不满意。")
  }

  /// The actors of a line that are not in the tables, as it has them.
  private func strangers(in line: String) -> [String] {
    let words = line.unicodeScalars.trimmed.split(maxSplits: 1, whereSeparator: \.properties.isWhitespace)
    guard words.count == 2 else { return [] }
    let rest = String(words[1].trimmed)
    func before(_ mark: Unicode.Scalar) -> Substring.UnicodeScalarView { rest.unicodeScalars.prefix { $0 != mark } }
    switch String(words[0]) {
    case "add": return strangers(among: rest)
    case "set":
      let pair = before("=").split(separator: " ").dropLast().joined(separator: " ".unicodeScalars)
      return strangers(among: String(scalars: Array(pair)))
    case "place" where rest.unicodeScalars.starts(with: "new:".unicodeScalars):
      var (left, gone): (String, [String]) = (rest, [])
      // Ids may hold dashes themselves: what is known is taken off first.
      while true {
        let splits = ScenarioParser.splits(left)
        guard let split = splits.first(where: { isHere($0.right) }) ?? splits.last else { return gone.reversed() }
        if !isHere(split.right) { gone.append(split.right) }
        left = split.left
      }
    case "place":
      let who = String(before("@"))
      return who.isEmpty || isHere(who) ? [] : [who]
    default: return []
    }
  }

  /// The same of two with dashes between.
  private func strangers(among pair: String) -> [String] {
    let splits = ScenarioParser.splits(pair)
    if splits.contains(where: { isHere($0.left) && isHere($0.right) }) { return [] }
    if let half = splits.first(where: { isHere($0.left) != isHere($0.right) }) {
      return [isHere(half.left) ? half.right : half.left]
    }
    return splits.first.map { [$0.left, $0.right] } ?? []
  }

  private func isHere(_ word: String) -> Bool { (try? actor(called: word)) != nil }
}
