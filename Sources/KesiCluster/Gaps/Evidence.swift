import KesiNetwork

/// What a number or word is called that gaps follow from. Declared beside the finder that states it.
public final class EvidenceTerm: CatalogueEntry {
  /// As tables have it: `cut_off`.
  public let id: String
  public let label: Phrase
  /// In what a number is counted.
  public let unit: Unit
  /// Whether the explanation of a gap says it in any case, so that a page need not say it again.
  package let isInExplanation: Bool

  public enum Unit: Sendable {
    case amount, share, index, expected, year
  }

  init(_ id: String, _ label: Phrase, in unit: Unit = .amount, isInExplanation: Bool = false) {
    self.id = id
    self.label = label
    self.unit = unit
    self.isInExplanation = isInExplanation
  }
}

/// A number or word that a gap follows from.
public enum Evidence: Sendable, Equatable {
  case number(Double)
  /// A kind of actors, by its id.
  case kind(String)
  case kinds([String])
  case stage(String)
  /// An index of `Network.consortia`.
  case consortium(Int)
  /// A zone, kind or chain, by its id.
  case group(String, Grouping)
  case sphere(Helix)
  /// What is supplied and demanded, by its id.
  case item(String)
  /// Whether something is known.
  case known(Bool)

  static func count(_ value: Int) -> Evidence { .number(Double(value)) }

  /// As programs read it; nil for a number.
  public func code(in network: Network) -> String? {
    switch self {
    case .number: nil
    case .kind(let id), .stage(let id), .item(let id): id
    case .kinds(let ids): ids.joined(separator: "+")
    case .consortium(let index): network.consortia[index].id
    case .group: word(in: network)?.en
    case .sphere(let sphere): sphere.rawValue
    case .known(let isKnown): isKnown ? "yes" : "no"
    }
  }

  /// As people read it; nil for a number.
  public func word(in network: Network) -> Phrase? {
    switch self {
    case .number: return nil
    case .kind(let id): return network.profile.kind(id).label
    case .kinds(let ids):
      let labels = ids.map { network.profile.kind($0).label }
      return Phrase(labels.map(\.en).joined(separator: ", "), zh: labels.map(\.zh).joined(separator: "、"))
    case .stage(let stage): return Phrase(stage, zh: stageName(stage))
    case .consortium(let index):
      let consortium = network.consortia[index]
      return Phrase(consortium.name(in: .en), zh: consortium.name(in: .zh))
    case .group(let id, let grouping): return network.label(of: id, in: grouping)
    case .sphere(let sphere): return sphere.label
    case .item(let id): return network.profile.item(id).label
    case .known(let isKnown): return Phrase(isKnown ? "yes" : "no", zh: isKnown ? "已知" : "未知")
    }
  }

  /// As a page has it: a number in the unit of its term, a word as it is.
  package func shown(in unit: EvidenceTerm.Unit, of network: Network) -> Phrase {
    guard case .number(let number) = self else { return word(in: network) ?? Phrase("", zh: "") }
    let text =
      switch unit {
      case .share: Figure.share(number).text
      case .year: Figure.whole(number).map(String.init) ?? Figure.none
      case .index: Figure.index(number).text
      case .expected: Figure.expected(number).text
      case .amount: Figure.amount(number).text
      }
    return Phrase(text, zh: text)
  }
}
