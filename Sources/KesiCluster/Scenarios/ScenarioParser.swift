import KesiNetwork

/// Reads changes to a network as people write them: `A`, `A:B:kind:weight`, `A@chain/stage`, one by one or as lines of a
/// file.
public struct ScenarioParser {
  let network: Network
  public internal(set) var scenario = Scenario()

  public init(network: Network, cascades: Bool = false) {
    self.network = network
    scenario.cascades = cascades
  }

  mutating func add(_ revision: Revision) { scenario.revisions.append(revision) }

  /// `ACTOR`: one that leaves.
  public mutating func remove(_ word: String) throws(UnknownWord) {
    let actor = try network.actor(called: word)
    scenario.removed.insert(actor)
    let partners = scenario.newcomers.flatMap(\.partners)
    if scenario.added.contains(where: { $0.source == actor || $0.target == actor })
      || scenario.seats.contains(where: { $0.actor == actor }) || partners.contains(actor)
    {
      throw contradiction(of: actor)
    }
  }

  /// Whoever leaves takes part in nothing that is added: what else could be meant is for the user to say.
  private func refuseLeaving(_ actors: Int...) throws(UnknownWord) {
    for actor in actors where scenario.removed.contains(actor) { throw contradiction(of: actor) }
  }

  private func contradiction(of actor: Int) -> UnknownWord {
    let id = network.actors[actor].id
    return UnknownWord(
      Phrase(
        "“\(id)” cannot leave and take a tie or a place as well. Give one of the two.",
        zh: "“\(id)”不能既退出，又新增联系或加入产业链。请只保留其中一项。"))
  }

  /// `A:B[:kind[:weight]]`, or `A--B` as a remedy has it: a tie that forms. Ids may hold colons themselves, so the longest
  /// that are known are taken.
  public mutating func add(_ text: String) throws(UnknownWord) {
    var parts = text.unicodeScalars.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    let dashed = Self.splits(text).first { isActor($0.left) && isActor($0.right) }
    if let dashed { parts = [dashed.left, dashed.right] }
    guard parts.count >= 2 else {
      throw UnknownWord(
        Phrase("“\(text)” should be A:B, A:B:kind or A:B:kind:weight.", zh: "“\(text)”应写成 A:B、A:B:类型 或 A:B:类型:强度。"))
    }
    let (source, target, rest) = try ends(of: parts)
    guard source != target else {
      throw UnknownWord(
        Phrase(
          "“\(text)” ties an actor to itself. Name two actors.", zh: "“\(text)”的两端是同一主体。请写两个不同的主体。"))
    }
    try refuseLeaving(source, target)
    if rest.count == 2, let weight = Double(decimal: rest[1]), !weight.isWorkable {
      throw UnknownWord(.unworkable(rest[1], weight))
    }
    guard rest.count <= 2, let weight = rest.count > 1 ? Double(decimal: rest[1]) : 1, weight > 0
    else {
      throw UnknownWord(
        Phrase(
          "“\(text)” should be A:B, A:B:kind or A:B:kind:weight, the weight above 0.",
          zh: "“\(text)”应写成 A:B、A:B:类型 或 A:B:类型:强度，强度须大于 0。"))
    }
    // Without a kind the tie is of the first layer that the network has, so that no filter drops it.
    let kind = try rest.first.map(tieKind) ?? network.kindOfNewTies
    scenario.added.append(Tie(source, target, kind: kind, weight: weight))
  }

  /// A kind of tie by its id or label; what is neither declared nor in the tables is a slip, where any kind is.
  private func tieKind(called word: String) throws(UnknownWord) -> String {
    let declared = network.profile.tieKinds
    let known =
      declared.map { Named(id: $0.id, names: [$0.label.en, $0.label.zh]) }
      + network.ties.kinds.filter { kind in
        !kind.isEmpty && !declared.contains { $0.id.isExactly(kind) }
      }.map { Named(id: $0) }
    if known.isEmpty { return word }
    if let index = try Network.place(of: word, among: known, what: Phrase("kinds of ties", zh: "种联系")) {
      return known[index].id
    }
    let list = known.prefix(30).map(\.id).joined(separator: ", ")
    guard !word.isEmpty else {
      throw UnknownWord(
        Phrase(
          "No kind of tie stands after the second colon. Write A:B, or A:B:kind with one of: \(list).",
          zh: "第二个冒号后没有联系类型。请写成 A:B，或 A:B:类型，可用类型：\(list)。"))
    }
    throw UnknownWord(
      Phrase("“\(word)” is not a kind of tie here. Known: \(list).", zh: "没有“\(word)”这一联系类型。已知类型：\(list)。"))
  }

  private func ends(of parts: [String]) throws(UnknownWord) -> (Int, Int, rest: [String]) {
    for first in (1..<parts.count).reversed() {
      guard let source = try? network.actor(called: parts[..<first].joined(separator: ":")) else { continue }
      for second in (first + 1...parts.count).reversed() {
        if let target = try? network.actor(called: parts[first..<second].joined(separator: ":")) {
          return (source, target, Array(parts[second...]))
        }
      }
    }
    return (try network.actor(called: parts[0]), try network.actor(called: parts[1]), Array(parts[2...]))
  }

  private func isActor(_ word: String) -> Bool { (try? network.actor(called: word)) != nil }

  /// A text before and after each `--` in it.
  static func splits(_ text: String) -> [(left: String, right: String)] {
    let scalars = Array(text.unicodeScalars)
    func string(_ part: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(part)) }
    return scalars.indices.dropLast().filter { scalars[$0] == "-" && scalars[$0 + 1] == "-" }.map {
      (string(scalars[..<$0]), string(scalars[($0 + 2)...]))
    }
  }

  /// `ACTOR@chain[/stage]` or `new:KIND@chain[/stage][--PARTNER…]`: a place in a chain, for a newcomer with ties if asked.
  public mutating func place(_ text: String) throws(UnknownWord) {
    // Ids may hold dashes themselves: what is a place as it stands is one.
    let splits = text.hasPrefix("new:") && !isPlace(text) ? Self.splits(text) : []
    if let split = splits.first(where: { isActor($0.right) }) ?? splits.last {
      let partner = try network.actor(called: split.right)
      try refuseLeaving(partner)
      // What stands before may name others.
      try place(split.left)
      guard !scenario.newcomers[scenario.newcomers.count - 1].partners.contains(partner) else {
        throw UnknownWord(
          Phrase("“\(text)” names the same partner twice. Name it once.", zh: "“\(text)”两次写了同一对接单位，请只写一次。"))
      }
      scenario.newcomers[scenario.newcomers.count - 1].partners.append(partner)
    } else {
      try take(place: text)
    }
  }

  /// Whether a text is a place in a chain without a partner, at no stage or at one that the chain names.
  private func isPlace(_ text: String) -> Bool {
    var trial = self
    guard (try? trial.take(place: text)) != nil, let newcomer = trial.scenario.newcomers.last else { return false }
    return newcomer.stage.map(network.chains[newcomer.chain].stages.contains) ?? true
  }

  private mutating func take(place text: String) throws(UnknownWord) {
    let scalars = text.unicodeScalars
    // Ids of chains may hold these marks themselves, so that the first that leaves a known chain is taken.
    let marks = scalars.indices.filter { scalars[$0] == "@" }
    let known = marks.first { (try? chainAndStage(String(scalars[scalars.index(after: $0)...]))) != nil }
    guard let at = known ?? marks.last, at != scalars.startIndex else {
      throw UnknownWord(
        Phrase("“\(text)” should be ACTOR@chain or new:KIND@chain.", zh: "“\(text)”应写成 主体@产业链 或 new:类型@产业链。"))
    }
    let who = String(scalars[..<at])
    let (chain, word) = try chainAndStage(String(scalars[scalars.index(after: at)...]))
    // A chain that names its stages has no others, in whatever bytes they are written.
    let stages = network.chains[chain].stages
    let stage = word.map { word in stages.first { $0.isExactly(word) } ?? stages.first { $0 == word } ?? word }
    if text.utf8.last == UInt8(ascii: "/") || stage.map({ !stages.isEmpty && !stages.contains($0) }) == true {
      let known = stages.joined(separator: ", ")
      throw UnknownWord(
        Phrase(
          "“\(stage ?? "")” is not a stage of \(network.chains[chain].id). Known: \(known).",
          zh: "产业链 \(network.chains[chain].id) 没有“\(stage ?? "")”这一环节。已知环节：\(known)。"))
    }
    guard who.hasPrefix("new:") else {
      var position = Position(actor: try network.actor(called: who), chain: chain)
      try refuseLeaving(position.actor)
      position.stage = stage
      scenario.seats.append(position)
      return
    }
    let kind = String(who.unicodeScalars.dropFirst(4))
    let present = network.kindNames
    let required = network.chains.flatMap(\.requires).filter { kind in !present.contains { $0.id.isExactly(kind) } }
    let kinds = present + required.map { Named(id: $0) }
    guard let index = try Network.place(of: kind, among: kinds, what: Phrase("kinds", zh: "种类型")) else {
      let known = network.profile.kinds.map(\.id).joined(separator: ", ")
      throw UnknownWord(
        Phrase("“\(kind)” is not a kind of actor. Known kinds: \(known).", zh: "没有“\(kind)”这一主体类型。可用：\(known)。"))
    }
    scenario.newcomers.append(Scenario.Newcomer(kind: kinds[index].id, chain: chain, stage: stage))
  }

  /// `chain[/stage]`: the chain whose id or name is all of it, or else what stands before its first slash.
  private func chainAndStage(_ text: String) throws(UnknownWord) -> (chain: Int, stage: String?) {
    if let whole = try? network.chain(called: text) { return (whole, nil) }
    let slashes = text.unicodeScalars.indices.filter { text.unicodeScalars[$0] == "/" }
    for slash in slashes {
      guard let chain = try? network.chain(called: String(text.unicodeScalars[..<slash])) else { continue }
      return (chain, String(text.unicodeScalars[text.unicodeScalars.index(after: slash)...]))
    }
    return (try network.chain(called: slashes.first.map { String(text.unicodeScalars[..<$0]) } ?? text), nil)
  }

  /// Lines of a text: `remove ACTOR`, `add A:B…`, `place ACTOR@chain`, `cascade`; empty lines and those that begin with #
  /// are passed over.
  ///
  /// - Parameter file: what messages call the text.
  /// - Throws: `BadData` with every line that cannot be read.
  public mutating func read(_ text: String, from file: String) throws(BadData) {
    var problems: [Problem] = []
    // No mark combines with the end of a line, so that no `Character` hides one.
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      do {
        try read(line: line)
      } catch {
        problems.append(Problem(.error, .line(file: file, number + 1), error.message))
      }
    }
    if !problems.isEmpty { throw BadData(problems) }
  }

  /// One line of such a text.
  mutating func read(line: Substring) throws(UnknownWord) {
    let words = line.unicodeScalars.trimmed.split(maxSplits: 1, whereSeparator: \.properties.isWhitespace)
    guard let first = words.first, first.first != "#" else { return }
    let verb = String(first)
    let rest = words.count > 1 ? String(words[1].trimmed) : ""
    switch verb.lowercased() {
    case "remove", "移除", "退出": try remove(rest)
    case "add", "新增", "联系": try add(rest)
    case "place", "加入": try place(rest)
    case "set", "设为": try set(rest)
    case "cascade", "连锁": scenario.cascades = true
    default:
      throw UnknownWord(
        Phrase(
          "“\(verb)” should be remove, add, place, set or cascade.",
          zh: "“\(verb)”应为 remove（移除）、add（新增）、place（加入）、set（设为）或 cascade（连锁）。"))
    }
  }
}
