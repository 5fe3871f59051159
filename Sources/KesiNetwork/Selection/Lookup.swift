/// Something that someone asked for and that the network does not have, or a word that cannot be read.
public struct UnknownWord: Error, Sendable, Equatable {
  public let message: Phrase

  public init(_ message: Phrase) { self.message = message }
}

/// What can be asked for, with the names that mean it.
package struct Named: Sendable {
  package let id: String
  package let names: [String]

  package init(id: String, names: [String] = []) {
    self.id = id
    self.names = names
  }
}

extension Network {
  /// What a word means, for all that has ids and names: that of the id of the same bytes; or else the only one with an id
  /// that looks the same; or else the only one with this name; or else with this id or name, small and capital letters alike.
  ///
  /// - Returns: nil where none has it as its id or a name.
  /// - Throws: where more than one has.
  private static func place<Row>(
    of word: String, among rows: [Row], what: Phrase, for option: String? = nil, by id: KeyPath<Row, String>,
    names: (Row) -> [String?]
  ) throws(UnknownWord) -> Int? {
    var alike = rows.indices.filter { rows[$0][keyPath: id] == word }
    if let exact = alike.first(where: { rows[$0][keyPath: id].isExactly(word) }) { return exact }
    if alike.isEmpty { alike = rows.indices.filter { names(rows[$0]).contains(word) } }
    if alike.isEmpty {
      let lowered = word.lowercased()
      alike = rows.indices.filter { row in
        ([rows[row][keyPath: id]] + names(rows[row])).contains { $0?.lowercased() == lowered }
      }
    }
    if alike.count < 2 { return alike.first }
    let ids = alike.prefix(5).map { rows[$0][keyPath: id] }.joined(separator: ", ")
    throw UnknownWord(
      Phrase(
        (option.map { "\($0): " } ?? "") + "\(alike.count) \(what.en) have the name “\(word)”. Use an id: \(ids).",
        zh: (option.map { "\($0)：" } ?? "") + "有 \(alike.count) \(what.zh)名为“\(word)”，请改用编号：\(ids)。"))
  }

  package var chainNames: [Named] {
    chains.map { Named(id: $0.id, names: [$0.name, $0.nameZh].compactMap { $0 }) }
  }

  package var zoneNames: [Named] {
    zones.map { zone in
      let label = profile.zone(zone)
      return Named(id: zone, names: [label.en, label.zh])
    }
  }

  package var kindNames: [Named] {
    let declared = profile.kinds.map { Named(id: $0.id, names: [$0.label.en, $0.label.zh] + $0.synonyms) }
    var seen = Set(profile.kinds.map { ExactText($0.id) })
    return declared + actors.map(\.kind).filter { seen.insert(ExactText($0)).inserted }.map { Named(id: $0) }
  }

  /// The kinds of ties, and the two sorts of ties that are made of groups.
  package var layerNames: [Named] {
    ties.kinds.map { kind in
      let label = profile.tieKind(kind).label
      return Named(id: kind, names: [label.en, label.zh])
    } + [
      Named(id: Selection.consortiaLayer, names: ["联合体", "创新联合体"]), Named(id: Selection.chainsLayer, names: ["产业链"]),
    ]
  }

  /// The same among what has a name.
  package static func place(
    of word: String, among known: [Named], what: Phrase = Phrase("entries", zh: "项"), for option: String? = nil
  ) throws(UnknownWord) -> Int? {
    try place(of: word, among: known, what: what, for: option, by: \.id) { $0.names }
  }

  /// What any of several networks has, each id once, under all of its names.
  package static func union(of lists: [[Named]]) -> [Named] {
    var places: [ExactText: Int] = [:]
    var all: [Named] = []
    for item in lists.joined() {
      if let place = places[ExactText(item.id)] {
        all[place] = Named(id: item.id, names: all[place].names + item.names)
      } else {
        places[ExactText(item.id)] = all.count
        all.append(item)
      }
    }
    return all
  }

  /// What may have been meant: the nearest ids and names that differ in a third of their letters at most.
  package static func near(_ word: String, among known: [Named]) -> String? {
    let near = known.flatMap { item in ([item.id] + item.names).map { (id: item.id, text: $0) } }
      .map { item in
        let length = max(item.text.unicodeScalars.count, word.unicodeScalars.count)
        return (id: item.id, steps: item.text.editDistance(to: word), length: length)
      }
      .filter { 3 * $0.steps <= $0.length }
    return near.min { $0.steps < $1.steps }?.id
  }

  /// The ids that words mean; all of one option.
  package static func ids(
    of words: [String], among known: [Named], what: Phrase = Phrase("entries", zh: "项"), for option: String
  ) throws(UnknownWord) -> [String] {
    var ids: [String] = []
    for word in words {
      guard let index = try place(of: word, among: known, what: what, for: option) else {
        let list = known.map(\.id).filter { !$0.isEmpty }.prefix(30).joined(separator: ", ")
        let near = near(word, among: known)
        throw UnknownWord(
          Phrase(
            "\(option): “\(word)” is not in the network." + (near.map { " Did you mean \($0)?" } ?? "")
              + (list.isEmpty ? "" : " It has: \(list)."),
            zh: "\(option)：网络中没有“\(word)”。" + (near.map { "是否指 \($0)？" } ?? "")
              + (list.isEmpty ? "" : "现有：\(list)。")))
      }
      ids.append(known[index].id)
    }
    return ids
  }

  /// The actor of an id, or of a name that only one has.
  public func actor(called word: String) throws(UnknownWord) -> Int {
    let found = try Self.place(of: word, among: actors, what: Phrase("actors", zh: "家单位"), by: \.id) {
      [$0.name, $0.nameZh, $0.short, $0.shortZh]
    }
    if let found { return found }
    throw UnknownWord(
      Phrase(
        "No actor has the id or name “\(word)”. See the ids with `kesi metrics NETWORK --measure degree`.",
        zh: "没有编号或名称为“\(word)”的主体。可用 kesi metrics 网络 --measure degree 查看各主体编号。"))
  }

  /// The chain of an id, or of a name that only one has.
  public func chain(called word: String) throws(UnknownWord) -> Int {
    let found = try Self.place(of: word, among: chains, what: Phrase("chains", zh: "条产业链"), by: \.id) {
      [$0.name, $0.nameZh]
    }
    if let found { return found }
    let known = chains.prefix(30).map(\.id).joined(separator: ", ")
    throw UnknownWord(
      chains.isEmpty
        ? Phrase(
          "“\(word)” is not a chain: the network has none. Chains are listed in chains.csv.",
          zh: "找不到产业链“\(word)”：该网络没有产业链。产业链填写在 chains.csv 中。")
        : Phrase(
          "“\(word)” is not a chain of this network, which has: \(known).", zh: "该网络没有产业链“\(word)”。现有：\(known)。"))
  }

  /// The consortium of an id, or of a name that only one has; nil for the one with most members.
  public func consortium(called word: String?) throws(UnknownWord) -> Int {
    guard !consortia.isEmpty else {
      throw UnknownWord(
        Phrase(
          "The network has no consortia. They are listed in consortia.csv.",
          zh: "该网络没有创新联合体。联合体填写在 consortia.csv 中。"))
    }
    guard let word else {
      var sizes = [Int](repeating: 0, count: consortia.count)
      for member in members { sizes[member.consortium] += 1 }
      return sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) } ?? 0
    }
    let found = try Self.place(of: word, among: consortia, what: Phrase("consortia", zh: "个联合体"), by: \.id) {
      [$0.name, $0.nameZh]
    }
    if let found { return found }
    let known = consortia.prefix(30).map(\.id).joined(separator: ", ")
    throw UnknownWord(
      Phrase(
        "“\(word)” is not a consortium of this network, which has: \(known).", zh: "该网络没有联合体“\(word)”。现有：\(known)。"))
  }
}
