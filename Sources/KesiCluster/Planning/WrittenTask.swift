import KesiNetwork

extension Analysis {
  /// What the lines of a written plan do, in today's words and both languages; nil where a line is none that plans have, or names
  /// somebody who is not in the tables.
  ///
  /// - Parameter gaps: the ids of those that they are for, as the plan has them.
  package func task(written lines: [String], for gaps: String) -> Phrase? {
    let renews = PastStep(lines: lines, gaps: gaps).renews
    var remedies: [Remedy] = []
    for line in lines {
      var parser = ScenarioParser(network: network)
      guard (try? parser.read(line: line[...])) != nil, let remedy = remedy(of: parser.scenario, renews: renews) else {
        return nil
      }
      remedies.append(remedy)
    }
    return remedies.isEmpty ? nil : task(of: remedies)
  }

  /// The one remedy that a line stands for.
  private func remedy(of line: Scenario, renews: Bool) -> Remedy? {
    if let newcomer = line.newcomers.first {
      return .position(
        kind: newcomer.kind, chain: newcomer.chain, stage: newcomer.stage, partners: newcomer.partners)
    }
    if let tie = line.added.first { return renews ? .renewal(tie.source, tie.target) : .tie(tie.source, tie.target) }
    if let seat = line.seats.first { return .seat(seat.actor, chain: seat.chain) }
    switch line.revisions.first {
    case .ties(let a, let b, let terms):
      if terms.isOfStalled { return .settlement(a, b, chain: terms.ofChain ?? nil) }
      guard let first = terms.benefits.first, let second = terms.benefits.second else { return nil }
      return .division(a, b, first, second)
    case .chain(let chain, nil, let capacity?):
      let amount = capacity - network.statedCapacity(of: chain)
      return amount > 0 ? .capacity(amount, chain: chain) : nil
    default: return nil
    }
  }
}
