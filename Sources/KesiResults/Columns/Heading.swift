import KesiNetwork

/// What stands above a table for people: the title of the network, the mark of illustrative data, what of it is shown.
/// Programs, which see no heading, are told of the mark beside the table.
public struct Heading: Sendable {
  public let title: Phrase?
  public let isIllustrative: Bool
  public let note: Phrase?

  public init(title: Phrase? = nil, isIllustrative: Bool = false, note: Phrase? = nil) {
    self.title = title
    self.isIllustrative = isIllustrative
    self.note = note
  }

  /// The heading of every table made from a network.
  init(of network: Network, note: Phrase? = nil) {
    self.init(title: network.profile.title, isIllustrative: network.isIllustrative, note: note)
  }

  public func callAsFunction(_ language: Language) -> String {
    let mark = isIllustrative ? Phrase("illustrative data", zh: "示意数据") : nil
    return [title, mark, note].compactMap { $0?(language) }.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
