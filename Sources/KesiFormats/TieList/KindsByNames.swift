import KesiMatrix
import KesiNetwork

extension NetworkReading {
  /// Tells the kinds of actors of which a list has but the names by these, as an import of sheets does, and says so.
  ///
  /// - Parameter file: what the remark calls the list.
  mutating func tellKindsByNames(in file: String, on parallel: Parallel) throws(Cancelled) {
    let actors = network.actors
    let kinds = try parallel.map(count: actors.count, grain: 1 << 12) { place in
      actors[place].kind.isEmpty && actors[place].name.mayTellKind ? KindOfName.told(by: actors[place].name) : nil
    }
    let count = kinds.count { $0 != nil }
    guard count > 0, count * Self.mostNamesToOneTold >= actors.count(where: { $0.kind.isEmpty && $0.name.mayTellKind })
    else { return }
    for (place, kind) in kinds.enumerated() {
      guard let kind else { continue }
      network.actors[place].kind = kind.kind
      network.actors[place].basis = network.actors[place].basis ?? .inferred
      if network.actors[place].evidence == nil {
        let isChinese = actors[place].name.unicodeScalars.contains(where: \.isIdeograph)
        network.actors[place].evidence = isChinese ? "类型据“\(kind.word)”推断" : "kind told by “\(kind.word)”"
      }
    }
    setNotice(of: network.actors.count { $0.kind.isEmpty })
    remarks.append(
      Remark(
        .file(file),
        Phrase(
          "the kinds of \(count) of \(actors.count) actors were told by words of their names, such as 大学 or Ltd (basis inferred). To state them, make tables with kesi import sheet or kesi convert and fill in kind in actors.csv.",
          zh:
            "\(actors.count) 个主体中有 \(count) 个的类型据名称用词推断（如“大学”“有限公司”，数据性质为推断）。如需注明，请用 kesi import sheet 或 kesi convert 生成数据表，在 actors.csv 中填写类型。"
        )))
  }
}

extension NetworkReading {
  /// Names of organizations mostly tell. Where fewer do, they are those of persons or places, as in Jane Park and Miguel de Sa.
  private static let mostNamesToOneTold = 4

  /// Says of how many actors no kind is told, where that was said before the names had told any.
  private mutating func setNotice(of count: Int) {
    guard let place = warnings.firstIndex(where: \.isOfKind) else { return }
    let notice = warnings[place]
    if count > 0 {
      warnings[place] = Problem(notice.severity, notice.place, notice.message, count: count)
    } else {
      warnings.remove(at: place)
      warningCount -= 1
    }
  }
}

extension String {
  /// Whether a name may have a word for what it is: a code such as `n17` has none, and of these a list may have millions.
  fileprivate var mayTellKind: Bool { utf8.contains { $0 >= 0x80 || $0 == UInt8(ascii: " ") } }
}
