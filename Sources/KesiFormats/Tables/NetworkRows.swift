import KesiNetwork

/// How a row of each table becomes a part of the network; false where it does not.
extension NetworkReader {
  mutating func readActor(_ row: TableRow<ActorColumn>) -> Bool {
    guard let id = row.required(.id), let name = row.required(.name) else { return false }
    let index = network.actors.count
    guard isNew(id, at: index, of: row, .id, in: &actors) else { return false }
    var actor = Actor(id: id, name: name, nameZh: row.text(.nameZh), kind: "", zone: row.text(.zone))
    actor.short = row.text(.short)
    actor.shortZh = row.text(.shortZh)
    actor.kind = row.text(.kind).map(network.profile.kindID) ?? ""
    if actor.kind.isEmpty {
      row.report(
        .notice, .kind, Phrase("is empty, so the actor counts for no kind. Fill it in.", zh: "未填写，该主体不计入任何类型。请补填。"))
    } else if !network.profile.kinds.contains(where: { $0.id == actor.kind }) {
      row.report(
        .notice, .kind,
        Phrase(
          "“\(actor.kind.shortened)” is not a declared kind. Declare it under kinds in network.yml, or use one of: \(knownKinds(.en)).",
          zh: "“\(actor.kind.shortened)”不是已声明的类型。请在 network.yml 的 kinds 下声明，或改用：\(knownKinds(.zh))。"))
    }
    actor.size = row.number(.size)
    actor.isLeader = row.flag(.leader) ?? false
    actor.latitude = row.number(.lat, atLeast: -90, atMost: 90)
    actor.longitude = row.number(.lon, atLeast: -180, atMost: 180)
    actor.url = row.text(.url)
    actor.source = row.text(.source)
    actor.evidence = row.text(.evidence)
    actors.insert(name: actor.name, row: index)
    actors.insert(name: actor.nameZh, row: index)
    network.actors.append(actor)
    return true
  }

  private func knownKinds(_ language: Language) -> String {
    network.profile.kinds.map { language == .zh ? $0.label.zh : $0.id }.joined(separator: language == .zh ? "、" : ", ")
  }

  mutating func readChain(_ row: TableRow<ChainColumn>) -> Bool {
    guard let id = row.required(.id), let name = row.required(.name) else { return false }
    let index = network.chains.count
    guard isNew(id, at: index, of: row, .id, in: &chains) else { return false }
    var chain = Chain(id: id, name: name, nameZh: row.text(.nameZh))
    chain.group = row.text(.group)
    chain.demand = row.number(.demand)
    chain.capacity = row.number(.capacity)
    chain.stages = row.list(.stages)
    chain.requires = row.list(.requires).map(network.profile.kindID)
    chain.unassessed = row.list(.unassessed).map(network.profile.kindID)
    chain.evidence = row.text(.evidence)
    chains.insert(name: chain.name, row: index)
    chains.insert(name: chain.nameZh, row: index)
    network.chains.append(chain)
    return true
  }

  mutating func readConsortium(_ row: TableRow<ConsortiumColumn>) -> Bool {
    guard let id = row.required(.id), let name = row.required(.name) else { return false }
    let index = network.consortia.count
    guard isNew(id, at: index, of: row, .id, in: &consortia) else { return false }
    var consortium = Consortium(id: id, name: name, nameZh: row.text(.nameZh))
    consortium.leader = actors.resolve(.leader, of: row, required: false)
    consortium.chain = chains.resolve(.chain, of: row, required: false)
    consortium.period = row.period(.founded, .dissolved)
    consortium.budget = row.number(.budget)
    consortium.objective = row.text(.objective)
    consortium.evidence = row.text(.evidence)
    consortia.insert(name: consortium.name, row: index)
    consortia.insert(name: consortium.nameZh, row: index)
    network.consortia.append(consortium)
    return true
  }

  mutating func readTie(_ row: TableRow<TieColumn>) -> Bool {
    guard let source = actors.resolve(.source, of: row), let target = actors.resolve(.target, of: row) else {
      return false
    }
    guard source != target else {
      row.report(
        .warning, .target,
        Phrase(
          "ties “\(network.actors[source].id)” to itself, so the row is left out. Name another actor, or delete the row.",
          zh: "甲方与乙方同为“\(network.actors[source].id)”，此行已略去。请改正，或删除此行。"))
      return false
    }
    let kind = row.text(.kind) ?? ""
    var tie = Tie(source, target, kind: kind, weight: row.number(.weight) ?? 1)
    tie.isDirected = row.flag(.directed) ?? network.profile.tieKind(kind).isDirected
    tie.period = row.period(.from, .to)
    tie.stage = row.term(.stage, TieStage.self)
    tie.outcome = row.term(.outcome, Outcome.self)
    tie.benefitToSource = row.number(.benefitSource)
    tie.benefitToTarget = row.number(.benefitTarget)
    tie.chain = chains.resolve(.chain, of: row, required: false)
    tie.consortium = consortia.resolve(.consortium, of: row, required: false)
    tie.evidence = row.text(.evidence)
    if tie.weight == 0 {
      row.report(
        .warning, .weight,
        Phrase("is 0, which counts as no tie. Delete the row, or give it a weight.", zh: "为 0，视为没有联系。请填写强度，或删除此行。"))
    }
    network.ties.append(tie)
    return true
  }

  mutating func readMember(_ row: TableRow<MemberColumn>) -> Bool {
    guard let consortium = consortia.resolve(.consortium, of: row), let actor = actors.resolve(.actor, of: row) else {
      return false
    }
    var member = Membership(consortium: consortium, actor: actor, role: row.term(.role, MemberRole.self))
    member.contribution = row.number(.contribution)
    member.share = row.number(.share)
    member.period = row.period(.from, .to)
    member.evidence = row.text(.evidence)
    network.members.append(member)
    return true
  }

  mutating func readPosition(_ row: TableRow<PositionColumn>) -> Bool {
    guard let actor = actors.resolve(.actor, of: row), let chain = chains.resolve(.chain, of: row) else { return false }
    var position = Position(
      actor: actor, chain: chain, role: row.term(.role, ChainRole.self), stage: row.text(.stage),
      level: row.term(.level, Level.self))
    position.capacity = row.number(.capacity)
    position.period = row.period(.from, .to)
    position.evidence = row.text(.evidence)
    let stages = network.chains[chain].stages
    if let stage = position.stage, !stages.isEmpty, !stages.containsExactly(stage) {
      // Written in other bytes it is the same stage.
      position.stage = stages.first { $0 == stage }
      if position.stage == nil {
        row.report(
          .error, .stage,
          Phrase(
            "“\(stage.shortened)” is not a stage of the chain “\(network.chains[chain].id)”, which has: \(stages.joined(separator: ", ")). Use one of these, or add it to chains.csv.",
            zh:
              "产业链“\(network.chains[chain].id)”没有“\(stage.shortened)”这一环节，现有：\(stages.joined(separator: "、"))。请改用其中之一，或在 chains.csv 中补上。"
          ))
      }
    }
    network.positions.append(position)
    return true
  }

  /// Whether no row before has the id; a second one is an error that names it.
  private func isNew<Column>(
    _ id: String, at index: Int, of row: TableRow<Column>, _ column: Column, in ids: inout IdIndex
  ) -> Bool {
    guard ids.insert(id, row: index) != nil else { return true }
    row.report(
      .error, column,
      Phrase(
        "“\(id.shortened)” is the id of an earlier row. Give this row another id, or delete it.",
        zh: "编号“\(id.shortened)”在前面的行中已经用过。请改用另一个编号，或删除此行。"))
    return false
  }
}
