/// Something that someone asked for and that the network does not have, or a word that cannot be read.
public struct UnknownWord: Error, Sendable, Equatable {
  public let message: Phrase

  public init(_ message: Phrase) { self.message = message }
}

extension Network {
  /// The row that a word means, for actors, chains and consortia alike: that of the id of the same bytes; or else the only
  /// one with an id that looks the same; or else the only one with this name.
  ///
  /// - Returns: nil where no row has it as its id or a name.
  /// - Throws: where more than one has.
  private static func place<Row>(
    of word: String, among rows: [Row], what: Phrase, by id: KeyPath<Row, String>, names: (Row) -> [String?]
  ) throws(UnknownWord) -> Int? {
    var alike = rows.indices.filter { rows[$0][keyPath: id] == word }
    if let exact = alike.first(where: { rows[$0][keyPath: id].isExactly(word) }) { return exact }
    if alike.isEmpty { alike = rows.indices.filter { names(rows[$0]).contains(word) } }
    if alike.count < 2 { return alike.first }
    let ids = alike.prefix(5).map { rows[$0][keyPath: id] }.joined(separator: ", ")
    throw UnknownWord(
      Phrase(
        "\(alike.count) \(what.en) have the name “\(word)”. Use an id: \(ids).",
        zh: "有 \(alike.count) \(what.zh)名为“\(word)”，请改用编号：\(ids)。"))
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
