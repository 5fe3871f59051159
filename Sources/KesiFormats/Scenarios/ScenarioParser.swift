import KesiCluster

/// Reads changes to a network as people write them: `A`, `A:B:kind:weight`, `A@chain/stage`, one by one or as lines of a
/// file.
public struct ScenarioParser {
  private let network: Network
  public private(set) var scenario = Scenario()

  public init(network: Network, cascades: Bool = false) {
    self.network = network
    scenario.cascades = cascades
  }

  /// `ACTOR`: one that leaves.
  public mutating func remove(_ word: String) throws(UnknownWord) {
    scenario.removed.insert(try network.actor(called: word))
  }

  /// `A:B[:kind[:weight]]`: a tie that forms. Ids may hold colons themselves, so the longest that are known are taken.
  public mutating func add(_ text: String) throws(UnknownWord) {
    let parts = text.unicodeScalars.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
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
    guard rest.count <= 2, let weight = rest.count > 1 ? Double(decimal: rest[1]) : 1, weight > 0, weight.isWorkable
    else {
      throw UnknownWord(
        Phrase(
          "“\(text)” should be A:B, A:B:kind or A:B:kind:weight, the weight above 0.",
          zh: "“\(text)”应写成 A:B、A:B:类型 或 A:B:类型:强度，强度须大于 0。"))
    }
    // Without a kind the tie is of the first layer that the network has, so that no filter drops it.
    let kind = try rest.first.map(tieKind) ?? NetworkGraph.tieLayers(of: network).first ?? ""
    scenario.added.append(Tie(source, target, kind: kind, weight: weight))
  }

  /// A kind of tie by its id or label; what is neither declared nor in the tables is a slip, where any kind is.
  private func tieKind(called word: String) throws(UnknownWord) -> String {
    let declared = network.profile.tieKinds
    let known =
      declared.map(\.id)
      + NetworkGraph.tieLayers(of: network).filter { kind in
        !kind.isEmpty && !declared.contains { $0.id == kind }
      }
    if known.isEmpty || known.contains(word) { return word }
    if let kind = declared.first(where: { $0.label.en == word || $0.label.zh == word }) { return kind.id }
    let list = known.prefix(30).joined(separator: ", ")
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

  /// `ACTOR@chain[/stage]` or `new:KIND@chain[/stage]`: a place in a chain.
  public mutating func place(_ text: String) throws(UnknownWord) {
    let scalars = text.unicodeScalars
    guard let at = scalars.lastIndex(of: "@"), at != scalars.startIndex else {
      throw UnknownWord(
        Phrase("“\(text)” should be ACTOR@chain or new:KIND@chain.", zh: "“\(text)”应写成 主体@产业链 或 new:类型@产业链。"))
    }
    let who = String(scalars[..<at])
    let parts = scalars[scalars.index(after: at)...].split(separator: "/", maxSplits: 1).map { String($0) }
    let chain = try network.chain(called: parts.first ?? "")
    let stage = parts.count > 1 ? parts[1] : nil
    // A chain that names its stages has no others.
    let stages = network.chains[chain].stages
    if text.utf8.last == UInt8(ascii: "/") || stage.map({ !stages.isEmpty && !stages.contains($0) }) == true {
      let known = stages.joined(separator: ", ")
      throw UnknownWord(
        Phrase(
          "“\(stage ?? "")” is not a stage of \(network.chains[chain].id). Known: \(known).",
          zh: "产业链 \(network.chains[chain].id) 没有“\(stage ?? "")”这一环节。已知环节：\(known)。"))
    }
    guard who.hasPrefix("new:") else {
      var position = Position(actor: try network.actor(called: who), chain: chain)
      position.stage = stage
      scenario.seats.append(position)
      return
    }
    let kind = network.profile.kindID(of: String(who.dropFirst(4)))
    guard
      network.profile.kinds.contains(where: { $0.id == kind }) || network.actors.contains(where: { $0.kind == kind })
    else {
      let known = network.profile.kinds.map(\.id).joined(separator: ", ")
      throw UnknownWord(
        Phrase("“\(kind)” is not a kind of actor. Known kinds: \(known).", zh: "没有“\(kind)”这一主体类型。可用：\(known)。"))
    }
    scenario.newcomers.append(Scenario.Newcomer(kind: kind, chain: chain, stage: stage))
  }

  /// Lines of a file: `remove ACTOR`, `add A:B…`, `place ACTOR@chain`, `cascade`; empty lines and those that begin with #
  /// are passed over.
  ///
  /// - Throws: ``NoInput``; ``BadData`` with every line that cannot be read.
  public mutating func read(_ path: String) throws {
    let text = try FileBytes.read(path).withUnsafeBytes { bytes in
      do {
        return try TextDecoding.withUTF8(bytes) { String(decoding: $0, as: UTF8.self) }
      } catch let failure as TextDecoding.Failure {
        throw BadData([Problem(.error, file: path, failure.message)])
      }
    }
    var problems: [Problem] = []
    // No mark combines with the end of a line, so that no `Character` hides one.
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      do {
        try read(line: line)
      } catch {
        problems.append(Problem(.error, file: path, row: number + 1, error.message))
      }
    }
    if !problems.isEmpty { throw BadData(problems) }
  }

  private mutating func read(line: Substring) throws(UnknownWord) {
    let words = line.unicodeScalars.trimmed.split(maxSplits: 1, whereSeparator: \.properties.isWhitespace)
    guard let first = words.first, first.first != "#" else { return }
    let verb = String(first)
    let rest = words.count > 1 ? String(words[1].trimmed) : ""
    switch verb.lowercased() {
    case "remove", "移除", "退出": try remove(rest)
    case "add", "新增", "联系": try add(rest)
    case "place", "加入": try place(rest)
    case "cascade", "连锁": scenario.cascades = true
    default:
      throw UnknownWord(
        Phrase(
          "“\(verb)” should be remove, add, place or cascade.",
          zh: "“\(verb)”应为 remove（移除）、add（新增）、place（加入）或 cascade（连锁）。"))
    }
  }
}
