import KesiNetwork

extension PlanStep {
  /// Whether little speaks for its new ties so far.
  package var isFarOff: Bool { Analysis.isFarOff(plausibility) }
}

/// What is to be known of a step before it is taken, beside what it brings.
extension Analysis {
  /// Below this little speaks for a new tie so far: those who are to meet look less like actors who work together than like
  /// others. See ``PartnerScore``.
  private static let nearAtHand = 0.5

  static func isFarOff(_ plausibility: Double?) -> Bool { plausibility.map { $0 < nearAtHand } ?? false }

  /// Which steps of a plan have new ties for which little speaks so far, and how far the index comes without them: gains add up as
  /// if every step were taken. Nil where there are none.
  ///
  /// - Parameter number: that of the step before the plan's first, where the plan goes on from another.
  package func farOffNote(of plan: [PlanStep], countedFrom number: Int = 0) throws -> Phrase? {
    let far = plan.indices.filter { plan[$0].isFarOff }
    guard !far.isEmpty, let first = plan.first, let last = plan.last else { return nil }
    let near = plan.filter { !$0.isFarOff }
    let index = near.isEmpty ? first.before : try ClusterTrial(self).index(with: near.flatMap(\.remedies))
    guard let index else { return nil }
    func list(_ language: Language) -> String {
      far.listed(most: .max, in: language) { String(number + $0 + 1) }
    }
    let (left, all) = (Figure.points(index).text, Figure.points(last.after).text)
    let isOne = far.count == 1
    return Phrase(
      "\(isOne ? "Step" : "Steps") \(list(.en)) \(isOne ? "is" : "are") not near at hand (plausibility below 0.5); without \(isOne ? "it" : "them") the index reaches \(left), not \(all) (steps act on each other, so that gains cannot simply be subtracted).",
      zh: "第 \(list(.zh)) 步目前不易促成（可行度低于 0.5）；如未落实，指数只能达到 \(left)，而非 \(all)（各步相互影响，不等于逐项相减）。")
  }

  /// What speaks against some remedies of a plan, or is to be done before them; nil where nothing does.
  ///
  /// - Parameter earlier: the remedies of the steps before.
  func caution(
    on remedies: [Remedy], of plausibility: Double?, by ends: PlausibleEnds, after earlier: [Remedy]
  ) -> Phrase? {
    let far =
      haveNoneInCommon(remedies)
      ? Phrase("Not near at hand: no partner in common so far.", zh: "目前不易促成：双方尚无共同伙伴。")
      : Phrase("Not near at hand.", zh: "目前不易促成。")
    let others = remedies.flatMap { remedy -> [Phrase] in
      switch remedy {
      case .capacity(_, let chain):
        [lack(in: chain), refusal(in: chain, by: ends.score, after: earlier)].compactMap(\.self)
      case .position(let kind, let chain, _, _):
        [otherNewcomer(ofKind: kind, for: chain, among: earlier)].compactMap(\.self)
      default: []
      }
    }
    let first = Phrase(
      "Who has had two projects or more, none of which satisfied, settles the largest first.",
      zh: "已有两项以上合作且均不满意的单位，先解决其中最主要的一项，再启动新项目。")
    let settlesFirst = remedies.contains(where: \.isSettlement) && remedies.contains(where: \.isNewTie)
    let all = (settlesFirst ? [first] : []) + (Self.isFarOff(plausibility) ? [far] : []) + others
    return all.isEmpty ? nil : Phrase(sentences: all)
  }

  /// Whether any two of those who are to meet have no partner in common.
  private func haveNoneInCommon(_ remedies: [Remedy]) -> Bool {
    partners.withRows { rows in
      remedies.filter(\.isNewTie).compactMap(\.pair).contains { pair in
        guard let x = graph.vertex[pair[0]], let y = graph.vertex[pair[1]] else { return false }
        return rows.common(x, y).isEmpty
      }
    }
  }

  /// That somebody of the same kind comes into a related chain by a step before, who may serve both; nil where nobody does. Chains
  /// are related where somebody other than an authority has a place in both.
  private func otherNewcomer(ofKind kind: String, for chain: Int, among earlier: [Remedy]) -> Phrase? {
    let own = Set(chains[chain].actors.filter { !isAuthority($0) })
    let comes = earlier.contains { remedy in
      guard case .position(let other, let place, _, _) = remedy, other.isExactly(kind), place != chain else {
        return false
      }
      return chains[place].actors.contains(where: own.contains)
    }
    guard comes else { return nil }
    let label = self.kind(kind)
    return Phrase(
      "Whoever comes by an earlier step (\(label.en)) may serve this chain as well.",
      zh: "也可由前面步骤引入的\(label.zh)一并承担。".setTight)
  }

  private static let mostNamed = 3

  /// Of what the capacity of a chain is short, by what its members offer and ask for, and what of it lies idle: more of that would,
  /// too. Nil where the tables do not tell.
  private func lack(in chain: Int) -> Phrase? {
    let own = itemBalances.filter { $0.chain == chain }
    func list(_ some: [ItemBalance], _ amount: (ItemBalance) -> Double) -> Phrase {
      func list(_ language: Language) -> String {
        some.sorted { amount($0) > amount($1) }.listed(most: Self.mostNamed, in: language, by: "项") {
          let (name, count) = (label(ofItem: $0.item)(language), Figure.amount(amount($0)).text)
          return language == .zh ? "“\(name)”\(count)" : "\(name) (\(count))"
        }
      }
      return Phrase(list(.en), zh: list(.zh))
    }
    let (lacking, idle) = (own.filter { $0.unmet > 0 }, own.filter { $0.idle > 0 })
    let (short, left) = (list(lacking) { $0.unmet }, list(idle) { $0.idle })
    switch (lacking.isEmpty, idle.isEmpty) {
    case (false, true): return Phrase("What is lacking there: \(short.en).", zh: "所缺内容：\(short.zh)。")
    case (false, false):
      return Phrase(
        "What is lacking there: \(short.en); idle already: \(left.en): see first whether that can be turned to what is lacking.",
        zh: "所缺内容：\(short.zh)；已有闲置：\(left.zh)，宜先核实可否转用于所缺内容。")
    case (true, false):
      return Phrase(
        "By items nothing is lacking there, and idle already: \(left.en).", zh: "按内容看并无缺口，且已有闲置：\(left.zh)。")
    case (true, true): return nil
    }
  }

  /// That nobody takes what some of a chain offer, as all who ask for it were not satisfied with them; nil where there is nobody of
  /// that sort, or steps before settle it.
  private func refusal(in chain: Int, by score: PartnerScore, after earlier: [Remedy]) -> Phrase? {
    let settled = Set(
      earlier.compactMap { remedy -> [Int]? in
        if case .settlement = remedy { remedy.pair } else { nil }
      })
    let refused = refusedSupplies(in: chain, by: score) { settled.contains([min($0, $1), max($0, $1)]) }
    guard !refused.isEmpty else { return nil }
    func list(_ language: Language) -> String {
      refused.listed(most: Self.mostNamed, in: language, by: "组") { pair in
        let others = names(pair.demanders, language, most: Self.mostNamed)
        return language == .zh
          ? "\(name(pair.supplier, .zh))与\(others)" : "\(name(pair.supplier, .en)) with \(others)"
      }
    }
    return Phrase(
      "The last work of \(list(.en)) did not satisfy: settle that first, or what is added lies idle as well."
        .withSingleStops,
      zh: "\(list(.zh))上次合作结果不满意，须先解决，否则新增供给也会闲置。".setTight)
  }

  /// Who offers what nobody takes: all in the chain who ask for it were not satisfied the last time.
  private func refusedSupplies(
    in chain: Int, by score: PartnerScore, unless isSettled: (Int, Int) -> Bool
  ) -> [(supplier: Int, demanders: [Int])] {
    var refused: [(supplier: Int, demanders: [Int])] = []
    for balance in itemBalances where balance.chain == chain && !balance.demands.isEmpty {
      let demanders = balance.demands.map(\.actor)
      for supplier in balance.supplies.map(\.actor) where !refused.contains(where: { $0.supplier == supplier }) {
        if demanders.allSatisfy({ score.objection(to: supplier, $0) == .renegotiate && !isSettled(supplier, $0) }) {
          refused.append((supplier, demanders))
        }
      }
    }
    return refused
  }

  /// What is to be settled before more capacity of a chain is of use, as far as it is projects that did not satisfy and so few that
  /// they are part of the same step: of those who refuse what is offered, and of those who ask for what is lacking.
  ///
  /// - Parameter now: the cluster at the moment of the step.
  func settlements(before remedies: [Remedy], by score: PartnerScore, at now: Analysis) -> [Remedy] {
    let chains = remedies.compactMap { if case .capacity(_, let chain) = $0 { chain } else { nil } }
    func isOpen(_ a: Int, _ b: Int, _ chain: Int) -> Bool {
      score.objection(to: a, b) == .renegotiate && now.hasUnsatisfactoryTie(a, b, in: chain)
    }
    var (refused, asking): ([Remedy], [Remedy]) = ([], [])
    for chain in chains {
      refused += refusedSupplies(in: chain, by: score) { !isOpen($0, $1, chain) }.flatMap { refused in
        refused.demanders.map { .settlement(refused.supplier, $0, chain: chain) }
      }
      let lacking = itemBalances.filter { $0.chain == chain && $0.unmet > 0 }.flatMap(\.demands).map(\.actor)
      let providers = self.chains[chain].capacityProviders
      // Who offers something else is asked only where nobody offers what is lacking.
      func isFit(_ provider: Int) -> Bool { lacking.contains { !score.areAtOdds(provider, $0) } }
      for provider in providers where isFit(provider) || !providers.contains(where: isFit) {
        asking += lacking.filter { isOpen(provider, $0, chain) }.map { .settlement(provider, $0, chain: chain) }
      }
    }
    var all: [Remedy] = []
    for one in refused + asking where !all.contains(where: { $0.subject == one.subject }) { all.append(one) }
    return [all, refused].first { $0.count <= Self.mostNamed } ?? []
  }

  private func hasUnsatisfactoryTie(_ a: Int, _ b: Int, in chain: Int) -> Bool {
    graph.ties.contains { index in
      let tie = network.ties[index]
      return tie.chain == chain && tie.outcome == .unsatisfactory
        && (tie.source == a && tie.target == b || tie.source == b && tie.target == a)
    }
  }
}
