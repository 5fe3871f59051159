import KesiNetwork

/// What people are told of a step beside what it does.
extension Analysis {
  /// What a step does, all of it, and into which chain whoever comes; of more capacity and of projects that have stalled that it is
  /// not all, which takes more than a year; then what speaks against it.
  package func task(of step: PlanStep) -> Phrase {
    let task = task(of: step.remedies)
    let isPartOfNeed = step.remedies.contains { remedy in
      guard case .capacity(let amount, let chain) = remedy, let demand = network.chains[chain].demand else {
        return false
      }
      return network.statedCapacity(of: chain) + amount < demand - 1e-9
    }
    let half = Phrase(
      "Half of what is missing; the rest is for a later plan.", zh: "本步先补一半，其余列入后续方案。")
    let stalled = [EvidenceTerm.unsatisfactory, .beforeIndustrialization].compactMap { step.gap.number($0) }.reduce(
      0, +)
    let isPartOfStalled = step.gap.kind == .stalled && stalled > Double(stuckTies(settledBy: step.remedies))
    let others = Phrase("What else has stalled is for later.", zh: "其余停滞项目随后处理。")
    return Phrase(
      sentences: [task] + (isPartOfNeed ? [half] : []) + (isPartOfStalled ? [others] : [])
        + [step.caution].compactMap(\.self))
  }

  /// How many ties that have stalled some remedies settle: all of each pair in its chain.
  private func stuckTies(settledBy remedies: [Remedy]) -> Int {
    let settled = Set(remedies.filter(\.isSettlement).map(\.subject))
    guard !settled.isEmpty else { return 0 }
    return graph.ties.count { index in
      let tie = network.ties[index]
      guard settled.contains(Remedy.settlement(tie.source, tie.target, chain: tie.chain).subject) else { return false }
      return tie.outcome == .unsatisfactory || tie.isStuck(within: network.years(of: tie.chain), at: now)
    }
  }

  /// What some remedies do, as sentences.
  func task(of remedies: [Remedy]) -> Phrase {
    let work = work(of: remedies, namesChain: true)
    return Phrase("\(work.en.sentenceCased).".withSingleStops, zh: "\(work.zh)。")
  }

  /// The same as a part of a sentence.
  ///
  /// - Parameter namesChain: whether it says into which chain somebody new comes.
  func work(of remedies: [Remedy], namesChain: Bool = false) -> Phrase {
    // Several projects that are stuck are one task.
    let stuck = remedies.compactMap { remedy -> (Int, Int)? in
      if case .settlement(let a, let b, _) = remedy { (a, b) } else { nil }
    }
    let others = remedies.filter { if case .settlement = $0 { stuck.count < 2 } else { true } }
    let pairs = stuck.count < 2 ? [] : [revival(of: stuck)]
    var parts = pairs + others.map { $0.phrase(in: network, namesChain: namesChain) }
    // What is to be settled comes before what it is settled for.
    if parts.count > 1, stuck.count > 0, remedies[0].isSettlement {
      parts[0] = Phrase("first \(parts[0].en)", zh: "先\(parts[0].zh)")
      parts[1] = Phrase("then \(parts[1].en)", zh: "再\(parts[1].zh)")
    }
    return Phrase(parts.map(\.en).joined(separator: "; "), zh: parts.map(\.zh).joined(separator: "；"))
  }

  private func revival(of pairs: [(Int, Int)]) -> Phrase {
    let english = pairs.map { "\(name($0.0, .en)) – \(name($0.1, .en))" }.joined(separator: ", ")
    let chinese = pairs.map { "\(name($0.0, .zh))与\(name($0.1, .zh))" }.joined(separator: "、")
    return Phrase(
      "agree anew on what has stalled between \(pairs.count) pairs: \(english)",
      zh: "重新商定并推进以下 \(pairs.count) 对单位的停滞项目：\(chinese)")
  }

  /// What to do on the first day.
  package func firstAction(of step: PlanStep) -> Phrase {
    guard let first = step.remedies.first else { return Phrase("", zh: "") }
    switch first {
    case .tie(let a, let b), .renewal(let a, let b):
      let others = step.remedies.count(where: \.isNewTie) - 1
      let next =
        others > 0 ? Phrase("Then the other \(others.counted("pair")).", zh: "随后组织其余 \(others) 对对接。") : nil
      return Phrase(sentences: [introduction(of: a, to: b, avoiding: step.gap.subjects), next].compactMap(\.self))
    case .seat(let actor, _):
      if let tie = step.remedies.first(where: \.isNewTie), case .tie(let a, let b) = tie {
        return introduction(of: a, to: b, avoiding: step.gap.subjects)
      }
      return Phrase(
        "Talk to \(name(actor, .en)) about what it could do in the chain.", zh: "与\(name(actor, .zh))面谈其可在链上承担的工作。")
    case .position(let kind, let chain, _, let partners):
      let candidates = candidates(ofKind: kind, in: chain)
      guard !partners.isEmpty else {
        return Phrase(
          "\(candidates.en) and ask the enterprises of the chain what they need.",
          zh: "\(candidates.zh)，并征求链上企业的具体需求。")
      }
      let (needs, each) = partners.count > 1 ? ("they need", "分别") : ("it needs", "")
      return Phrase(
        "\(candidates.en) and let \(names(partners, .en)) say what \(needs).",
        zh: "\(candidates.zh)，请\(names(partners, .zh))\(each)提出具体需求。".setTight)
    case .settlement:
      let stuck = step.remedies.flatMap { remedy -> [Int] in
        if case .settlement(let a, let b, _) = remedy { [a, b] } else { [] }
      }
      var asked: [Int] = []
      for actor in stuck where !asked.contains(actor) { asked.append(actor) }
      return Phrase(
        "Ask \(names(asked, .en, most: .max)) one by one why their projects did not go well, and what they need to go on.",
        zh: "分别听取\(names(asked, .zh, most: .max))的意见，查明项目受阻原因和继续推进所需的条件。")
    case .division(let a, let b, _, _):
      return Phrase(
        "Set out what \(name(a, .en)) and \(name(b, .en)) each put in and gain.",
        zh: "请\(name(a, .zh))与\(name(b, .zh))对账，列清各自的投入与收益。")
    case .capacity:
      let others = step.providers.filter { $0 != step.lead }
      let own = step.providers.first { $0 == step.lead }
      guard !others.isEmpty else {
        return own.map {
          Phrase("Let \(name($0, .en)) say what more capacity would take.", zh: "请\(name($0, .zh))提出扩大供给能力所需的条件。")
        } ?? Phrase("Ask each provider what it would take.", zh: "逐家了解供给方扩大能力需要什么条件。")
      }
      let (english, chinese) = (
        names(others, .en, most: Self.mostProviders), names(others, .zh, most: Self.mostProviders)
      )
      return own.map {
        Phrase(
          "Let \(name($0, .en)) say what more capacity would take, and ask the same of \(english).".withSingleStops,
          zh: "请\(name($0, .zh))提出扩大供给能力所需的条件，并逐家了解\(chinese)的条件。".setTight)
      }
        ?? Phrase(
          "Ask \(english) one by one what more capacity would take.", zh: "逐家了解\(chinese)扩大供给能力需要什么条件。")
    }
  }

  /// Where to look for somebody of a kind: at those of whom all of the kind are parts, else first at those who are of it and not yet
  /// in the chain; nobody of whom is a newcomer himself.
  private func candidates(ofKind kind: String, in chain: Int) -> Phrase {
    let label = self.kind(kind)
    let hosts = parents(ofKind: kind)
    guard hosts.isEmpty else {
      return hosts.count == 1
        ? Phrase(
          "Ask \(names(hosts, .en)) to set it up (\(label.en))", zh: "与\(names(hosts, .zh))商定承办\(label.zh)")
        : Phrase(
          "Settle with \(names(hosts, .en)) which of them is to set it up (\(label.en))",
          zh: "与\(names(hosts, .zh))商定由哪家承办\(label.zh)")
    }
    // Who is made for one chain and works with nobody of this one is no candidate.
    let least = Self.isMadeForOneChain(kind) ? 1 : 0
    let own = outsiders(ofKind: kind, of: chains[chain]).filter { $0.ties >= least && !isNewcomer($0.actor) }
      .sorted { ($1.ties, $0.actor) < ($0.ties, $1.actor) }.map(\.actor)
    guard !own.isEmpty else { return Phrase("List candidates (\(label.en))", zh: "列出候选\(label.zh)") }
    return Phrase(
      "List candidates (\(label.en)), asking \(names(own, .en)) of this network first,",
      zh: "列出候选\(label.zh)（先征询本网络中的\(names(own, .zh))）")
  }

  /// Whose parts all of a kind are, of other kinds; nobody where one of them is nobody's.
  private func parents(ofKind kind: String) -> [Int] {
    let own = network.actors.indices.filter { network.actors[$0].kind.isExactly(kind) && !isNewcomer($0) }
    let parents = Set(own.compactMap { network.actors[$0].parent.map(ExactText.init) })
    guard !own.isEmpty, own.allSatisfy({ network.actors[$0].parent != nil }) else { return [] }
    let hosts = network.actors.indices.filter { parents.contains(ExactText(network.actors[$0].id)) }
    return hosts.count == parents.count && hosts.allSatisfy { !network.actors[$0].kind.isExactly(kind) } ? hosts : []
  }

  /// Whether an actor is one whom a step brings in, whose id is like `new:platform:1`.
  private func isNewcomer(_ actor: Int) -> Bool { network.actors[actor].id.utf8.starts(with: "new:".utf8) }

  /// Who brings two together: one who works with both, the one with fewest ties, who knows them best.
  ///
  /// - Parameter avoided: who is to be relieved does not make the match.
  private func introduction(of a: Int, to b: Int, avoiding avoided: [Int]) -> Phrase {
    let broker = broker(between: a, b, avoiding: avoided)
    return Phrase(
      broker.map {
        "Let \(name($0, .en)), who works with both, bring \(name(a, .en)) and \(name(b, .en)) to one table."
      }
        ?? "Invite \(name(a, .en)) and \(name(b, .en)) to a first meeting on one concrete project.",
      zh: broker.map { "请与双方都有合作的\(name($0, .zh))牵线，组织\(name(a, .zh))与\(name(b, .zh))对接。" }
        ?? "组织\(name(a, .zh))与\(name(b, .zh))围绕一个具体项目对接。")
  }

  private func broker(between a: Int, _ b: Int, avoiding avoided: [Int]) -> Int? {
    guard let x = graph.vertex[a], let y = graph.vertex[b] else { return nil }
    return partners.withRows { rows in
      rows.common(x, y).filter { !avoided.contains(graph.actors[$0]) }.min {
        (rows.degree($0), $0) < (rows.degree($1), $1)
      }.map { graph.actors[$0] }
    }
  }

  /// By what it counts as done.
  package func doneWhen(_ step: PlanStep) -> Phrase {
    var parts: [Phrase] = []
    for remedy in step.remedies {
      // Where there are several of a sort, each of them has to be there.
      let pairs = step.remedies.count(where: remedy.isOfPairs(like:))
      let each = pairs > 1 ? Phrase(" in each of the \(pairs) pairs", zh: "\(pairs) 对单位各自") : Phrase("", zh: "")
      let part =
        switch remedy {
        case .tie:
          Phrase(
            "the agreement is signed and the first project has begun\(each.en)", zh: "\(each.zh)签订合作协议并启动首个项目")
        case .renewal:
          Phrase("a new joint project runs\(each.en)", zh: each.zh + (pairs > 1 ? "启动新的合作项目" : "新的合作项目已经启动"))
        case .seat: Phrase("its first work in the chain has begun", zh: "在链上承担的首项工作已启动")
        case .position(let kind, _, _, let partners): firstProjects(ofKind: kind, with: partners)
        case .settlement:
          Phrase(
            "what had stalled is delivered and accepted by both sides, or ended by agreement\(each.en)",
            zh: "\(each.zh)完成停滞项目并通过双方验收，或商定了结")
        case .division:
          Phrase(
            "both sides have signed how benefits are shared\(each.en)", zh: "\(pairs > 1 ? each.zh : "双方")签订收益分配协议")
        case .capacity(let amount, let chain):
          capacityWords(
            (network.statedCapacity(of: chain) + amount).withoutNoise.plain, network.chains[chain].unitBehind)
        }
      if !parts.contains(where: { $0.en == part.en }) { parts.append(part) }
    }
    return Phrase(
      (parts.map(\.en).joined(separator: "; ").sentenceCased + ".").withSingleStops,
      zh: parts.map(\.zh).joined(separator: "；") + "。")
  }
}

extension Analysis {
  /// That whoever has come works with those it was to meet.
  private func firstProjects(ofKind kind: String, with partners: [Int]) -> Phrase {
    // What a network declares of its own may come to be at those who are there.
    let newcomer = Kind.builtIn.contains { $0.id.isExactly(kind) } ? "引入单位" : "新设或引入的\(self.kind(kind).zh)"
    return partners.count > 1
      ? Phrase(
        "the newcomer has a first project with each of \(names(partners, .en))",
        zh: "\(newcomer)与\(names(partners, .zh))各落地首个合作项目".setTight)
      : Phrase("the newcomer has its first project in the chain", zh: "\(newcomer)落地首个合作项目")
  }
}

private func capacityWords(_ amount: String, _ unit: Phrase) -> Phrase {
  unit.en.isEmpty
    ? Phrase("capacity stands at \(amount), in the unit of the demand", zh: "供给能力达到 \(amount)（单位同需求）")
    : Phrase("capacity stands at \(amount)\(unit.en)", zh: "供给能力达到 \(amount)\(unit.zh)")
}

extension Remedy {
  /// Whether another asks two others for the same; nothing but what is asked of a pair has such others.
  fileprivate func isOfPairs(like other: Remedy) -> Bool {
    switch (self, other) {
    case (.tie, .tie), (.renewal, .renewal), (.settlement, .settlement), (.division, .division): true
    default: false
    }
  }
}
