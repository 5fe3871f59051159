import KesiNetwork

/// The texts of cells in a language: in Chinese a word for a code, as far as that is read as the code again.
struct CellWords {
  private let network: Network
  private let language: Language
  private let meanings: ProfileWords

  init(of network: Network, in language: Language) {
    (self.network, self.language, meanings) = (network, language, network.profile.words)
  }

  func text<Row: TableRow>(of row: Row, _ content: CellContent<Row>) -> String {
    let text = content.text(of: row, in: network)
    guard language == .zh, !text.isEmpty else { return text }
    return switch content {
    case .kind(let access): access.get(row).flatMap(kind) ?? text
    case .kinds(let access):
      access.get(row).filter { !$0.isEmpty }.map { (kind($0) ?? $0).asListItem }.joined(separator: ";")
    case .tieKind(let access, _):
      access.get(row).flatMap { word(network.profile.tieKind($0).label, for: $0, meanings.tieKind) } ?? text
    case .zone(let access):
      access.get(row).flatMap { word(network.profile.zone($0), for: $0, meanings.zone) } ?? text
    case .term(let words, _):
      words.labels.first { words.code($0.zh).map { $0.isExactly(text) } ?? false }?.zh ?? text
    case .flag, .direction: Answer(word: text)?.label.zh ?? openDirection.zh
    case .text, .list, .number, .start, .end, .reference, .references: text
    }
  }

  private func kind(_ id: String) -> String? { word(network.profile.kind(id).label, for: id, meanings.kind) }

  /// A label, where it is read as what it is for.
  private func word(_ label: Phrase, for id: String, _ meaning: (String) -> String) -> String? {
    meaning(label.zh).isExactly(id) && label.zh.wrapped.isExactly(label.zh) ? label.zh : nil
  }
}
