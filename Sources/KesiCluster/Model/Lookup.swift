/// Something that someone asked for and that the network does not have, or a word that cannot be read.
public struct UnknownWord: Error, Sendable, Equatable {
  public let message: Phrase

  public init(_ message: Phrase) { self.message = message }
}

extension Network {
  /// The row of an id: that of the same bytes, or else the only one that looks the same.
  private static func place<Row>(of word: String, among rows: [Row], by id: KeyPath<Row, String>) -> Int? {
    let alike = rows.indices.filter { rows[$0][keyPath: id] == word }
    return alike.first { rows[$0][keyPath: id].isExactly(word) } ?? (alike.count == 1 ? alike[0] : nil)
  }

  /// The actor of an id, or of a name that only one has.
  public func actor(called word: String) throws(UnknownWord) -> Int {
    if let index = Self.place(of: word, among: actors, by: \.id) { return index }
    let named = actors.indices.filter { index in
      let actor = actors[index]
      return [actor.name, actor.nameZh, actor.short, actor.shortZh].contains(word)
    }
    if named.count == 1 { return named[0] }
    let ids = named.prefix(5).map { actors[$0].id }.joined(separator: ", ")
    throw UnknownWord(
      named.isEmpty
        ? Phrase(
          "No actor has the id or name “\(word)”. See the ids with `kesi metrics NETWORK --measure degree`.",
          zh: "没有编号或名称为“\(word)”的主体。可用 kesi metrics 网络 --measure degree 查看各主体编号。")
        : Phrase(
          "\(named.count) actors have the name “\(word)”. Use an id: \(ids).",
          zh: "有 \(named.count) 家单位名为“\(word)”，请改用编号：\(ids)。"))
  }

  /// The chain of an id, or of a name.
  public func chain(called word: String) throws(UnknownWord) -> Int {
    if let index = Self.place(of: word, among: chains, by: \.id) { return index }
    if let index = chains.firstIndex(where: { $0.name == word || $0.nameZh == word }) { return index }
    let known = chains.prefix(30).map(\.id).joined(separator: ", ")
    throw UnknownWord(
      chains.isEmpty
        ? Phrase(
          "“\(word)” is not a chain: the network has none. Chains are listed in chains.csv.",
          zh: "找不到产业链“\(word)”：该网络没有产业链。产业链填写在 chains.csv 中。")
        : Phrase(
          "“\(word)” is not a chain of this network, which has: \(known).", zh: "该网络没有产业链“\(word)”。现有：\(known)。"))
  }

  /// The consortium of an id, or of a name; nil for the one with most members.
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
    if let index = Self.place(of: word, among: consortia, by: \.id) { return index }
    if let index = consortia.firstIndex(where: { $0.name == word || $0.nameZh == word }) { return index }
    let known = consortia.prefix(30).map(\.id).joined(separator: ", ")
    throw UnknownWord(
      Phrase(
        "“\(word)” is not a consortium of this network, which has: \(known).", zh: "该网络没有联合体“\(word)”。现有：\(known)。"))
  }
}
