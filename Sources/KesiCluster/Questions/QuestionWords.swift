import KesiNetwork

// How questions are put, to whom, and what they may be answered with.
extension Analysis {
  func sentence(for cell: OpenCell) -> Phrase {
    switch cell.table {
    case .actors: sentence(ofActor: cell)
    case .ties: sentence(ofTie: cell)
    case .chains: sentence(ofChain: cell)
    default: cell.isSeat ? seatSentence(cell.row) : sentence(ofPosition: cell)
    }
  }

  private func sentence(ofActor cell: OpenCell) -> Phrase {
    let (en, zh) = (name(cell.row, .en), name(cell.row, .zh))
    return cell.column == "kind"
      ? Phrase("What kind of organization is \(en)?", zh: "\(zh)属于哪一类单位？")
      : Phrase("In which zone is \(en)?", zh: "\(zh)位于哪个片区？")
  }

  private func seatSentence(_ actor: Int) -> Phrase {
    Phrase(
      "Of which chain is \(name(actor, .en)) a part? The tables state neither a tie nor a position of it.",
      zh: "\(name(actor, .zh))属于哪条产业链？表中没有其任何联系与链位。")
  }

  private func sentence(ofPosition cell: OpenCell) -> Phrase {
    let position = network.positions[cell.row]
    let (en, zh) = (name(position.actor, .en), name(position.actor, .zh))
    let chain = network.chains[position.chain].titled
    switch cell.column {
    case "level":
      return Phrase(
        "Which level of recognition does \(en) have in \(chain.en)?", zh: "\(zh)在\(chain.zh)中获得哪一级认定？")
    case "stage": return Phrase("At which stage of \(chain.en) is \(en)?", zh: "\(zh)处于\(chain.zh)的哪个环节？")
    default:
      return Phrase(
        "How much does \(en) supply to \(chain.en), in the unit of its demand?",
        zh: "\(zh)对\(chain.zh)的供给能力是多少（单位与需求一致）？")
    }
  }

  private func sentence(ofChain cell: OpenCell) -> Phrase {
    let chain = network.chains[cell.row].titled
    switch cell.column {
    case "demand":
      return Phrase(
        "How much does \(chain.en) need from its providers, in the unit of capacity?",
        zh: "\(chain.zh)对供给方的需求是多少（单位与供给能力一致）？")
    case "capacity":
      return Phrase(
        "How much do the providers of \(chain.en) supply in all, in the unit of demand?",
        zh: "\(chain.zh)的供给方共能供给多少（单位与需求一致）？")
    default:
      let kind = self.kind(cell.kind ?? "")
      return Phrase(
        "Which organization of the kind “\(kind.en)” does \(chain.en) have, if any?",
        zh: "\(chain.zh)有没有\(kind.zh)？如有，是哪一家？")
    }
  }

  private func sentence(ofTie cell: OpenCell) -> Phrase {
    let tie = network.ties[cell.row]
    let (a, b) = (tie.source, tie.target)
    let pair = Phrase("\(name(a, .en)) and \(name(b, .en))", zh: "\(name(a, .zh))与\(name(b, .zh))")
    let which = distinction(of: cell.row)
    switch cell.column {
    case "stage":
      return Phrase(
        "How far has the cooperation of \(pair.en)\(which.en) come?", zh: "\(pair.zh)的合作\(which.zh)处于哪个阶段？")
    case "outcome":
      return Phrase(
        "What has become of the cooperation of \(pair.en)\(which.en)?", zh: "\(pair.zh)的合作\(which.zh)成效如何？")
    case "from":
      return Phrase(
        "When did the cooperation of \(pair.en)\(which.en) begin?", zh: "\(pair.zh)的合作\(which.zh)何时开始？")
    default:
      let own = cell.column == "benefit_source" ? a : b
      return Phrase(
        "What does \(name(own, .en)) gain from the cooperation of \(pair.en)\(which.en), in one unit for both?",
        zh: "\(pair.zh)的合作\(which.zh)中，\(name(own, .zh))收益多少（双方用同一单位）？")
    }
  }

  /// By what a tie is known among several of the same two actors: its kind and when it began.
  private func distinction(of row: Int) -> Phrase {
    let tie = network.ties[row]
    let kind = tie.kind.isEmpty ? nil : network.profile.tieKind(tie.kind).label
    let since = tie.period.from.map { Phrase("since \($0.text)", zh: "\($0.text) 起") }
    let parts = [kind, since].compactMap { $0 }
    return parts.isEmpty
      ? Phrase("", zh: "")
      : Phrase(" (\(parts.map(\.en).joined(separator: ", ")))", zh: "（\(parts.map(\.zh).joined(separator: "，"))）")
  }

  /// Who can tell: the actor itself; of a tie the leader of its consortium, else its first end; of a chain its leader, else
  /// the leader of a consortium that is of the chain. Nil where the tables do not say.
  func informant(of cell: OpenCell) -> Int? {
    switch cell.table {
    case .actors: cell.row
    case .ties:
      network.ties.consortium(cell.row).flatMap { network.consortia[$0].leader } ?? network.ties.source(cell.row)
    case .chains:
      chains[cell.row].actors.indices.first(where: chains[cell.row].leads).map { chains[cell.row].actors[$0] }
        ?? network.consortia.first { $0.chain == cell.row && $0.leader != nil }?.leader
    default: cell.isSeat ? cell.row : network.positions[cell.row].actor
    }
  }

  /// So many actors are offered to choose from; any other may be named.
  private static let mostOffered = 200

  /// Out of what an answer is chosen; nothing for numbers and dates.
  func choices(for cell: OpenCell) -> [CellAnswer] {
    if let kind = cell.kind {
      let inside = Set(chains[cell.row].actors)
      let outside = graph.actors.filter { network.actors[$0].kind.isExactly(kind) && !inside.contains($0) }
      return [.nobody] + outside.prefix(Self.mostOffered).map { .row($0) }
    }
    if cell.isSeat { return network.chains.indices.map { .row($0) } + [.nobody] }
    switch (cell.table, cell.column) {
    case (.positions, "stage"): return network.chains[network.positions[cell.row].chain].stages.map { .word($0) }
    case (.actors, "kind"): return network.profile.kinds.map { .word($0.id) }
    case (.actors, "zone"): return network.zones.map { .word($0) }
    default:
      guard case .term(let words)? = cell.head?.kind else { return [] }
      return words.labels.compactMap { words.code($0.en).map { .word($0) } }
    }
  }
}

extension Question {
  private static let sides = ["benefit_source", "benefit_target"]

  /// Whether the two ask what each side of one tie gains.
  package func isOtherSide(of other: Question) -> Bool {
    cell.table == other.cell.table && cell.row == other.cell.row
      && Set([cell.column, other.cell.column]) == Set(Self.sides)
  }
}
