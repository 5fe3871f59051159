import KesiNetwork

/// Reads what a row says of ties: to the partners that it names, and to whom the title names.
extension RowImport {
  /// The partners whom a row names, or a group of its columns.
  mutating func readPartners(of actor: Int, _ cells: inout RowCells) {
    let named = cells.named(.partners)
    guard !named.isEmpty, !deniesWork(&cells) else { return }
    let partners = named.map(\.item)
    var shared = NetworkDraft.Tie(source: actor, target: actor, place: cells.source)
    let pairs = PairedCells(partners.count, &cells)
    let kinds = pairs.kinds
    shared.period = pairs.periods?.first ?? cells.periodOfTie()
    describe(&shared, &cells)
    // What a row says once of several ties is not each one's.
    func hasOneWay(_ partner: NameList.Item) -> Bool { !kinds.isEmpty || partner.ways.count < 2 }
    let isOne = partners.count == 1 && kinds.count <= 1 && hasOneWay(partners[0])
    if !isOne, pairs.amounts == nil, let amount = cells.text(.amount) { cells.doubt(.sharedAmount, .amount, amount) }
    if !isOne, let weight = cells.text(.weight) { cells.doubt(.sharedAmount, .weight, weight) }
    let kindsOfPartners = cells.each(.partnerKind, partners.count)
    let zones = cells.each(.partnerZone, partners.count)
    for (number, partner) in partners.enumerated() {
      let other = draft.actor(partner.name, cells.source)
      tellKind(other, kindsOfPartners[number], head: named[number].head)
      if let zone = zones[number] { draft.update(actor: other) { $0.zone = $0.zone ?? zone } }
      guard other != actor else {
        cells.doubt(.selfTie, .partners, partner.name)
        continue
      }
      var tie = shared
      tie.target = other
      tie.period = pairs.periods?[number] ?? tie.period
      if hasOneWay(partner) { tie.amount = isOne ? cells.number(.amount) : pairs.amounts?[number] }
      if pairs.isOneEach, hasOneWay(partner) {
        tie.amount = tie.amount ?? partner.amount
      } else if partner.amount != nil {
        cells.doubt(.sharedAmount, .partners, partner.name)
      }
      if isOne { tie.weight = cells.number(.weight) }
      if tie.weight == nil, cells.first(.weight) != nil {
        cells.doubt(.countsAsOne, .weight, cells.text(.weight) ?? "")
      }
      for way in partner.ways where !kinds.isEmpty && !kinds.containsExactly(way) {
        cells.doubt(.noteInBrackets, .partners, "\(partner.name)（\(way)）")
      }
      add(tie, pairs.hasKinds ? [kinds[number]] : kinds.isEmpty ? partner.ways : kinds)
    }
    if kinds.count > 1, !pairs.hasKinds { cells.doubt(.severalKinds, .tieKind, cells.text(.tieKind) ?? "") }
  }

  /// Adds a tie of each of some kinds, or one of no kind.
  mutating func add(_ tie: NetworkDraft.Tie, _ kinds: [String]) {
    var tie = tie
    for kind in kinds {
      tie.kind = kind
      draft.add(tie)
    }
    if kinds.isEmpty { draft.add(tie) }
  }

  /// What a row says of a tie, whoever the ends are.
  private func describe(_ tie: inout NetworkDraft.Tie, _ cells: inout RowCells) {
    tie.project = cells.text(.project)
    tie.stage = cells.word(.tieStage) { TieStage(word: $0) }
    tie.outcome = cells.word(.outcome) { Outcome(word: $0) }
    readState(of: &tie, &cells)
    if !cells.part.isSubjectUnique { tie.kept = cells.kept }
  }

  /// Whether a row says that two do not work together, or not yet. It is said which do.
  private func deniesWork(_ cells: inout RowCells) -> Bool {
    let (state, head) = (cells.state, cells.label(.state) ?? "")
    if let state, (StateWords.told(by: state, to: head)?.told ?? StateWords.told(by: state)) == .noWork {
      cells.doubt(.noWork, .state, state)
      return true
    }
    if state == nil, cells.first(.state) != nil, WorkHead.question(in: head) == .isAny {
      cells.doubt(.unanswered, .state, "")
    }
    guard let kind = cells.text(.tieKind), StateWords.deniesWork(kind) else { return false }
    cells.doubt(.noWork, .tieKind, kind)
    return true
  }

  /// What a state says that no column of its own does.
  private func readState(of tie: inout NetworkDraft.Tie, _ cells: inout RowCells) {
    guard let text = cells.state else { return }
    let answer = StateWords.told(by: text, to: cells.label(.state) ?? "")
    tie.state = answer?.text ?? text
    guard let told = answer?.told ?? StateWords.told(by: text) else { return cells.doubt(.unknownState, .state, text) }
    switch told {
    case .outcome(let outcome): tie.outcome = tie.outcome ?? outcome
    case .stage(let stage): tie.stage = tie.stage ?? stage
    case .ended, .work, .noWork: break
    case .neither: cells.doubt(.unknownState, .state, text)
    }
    if StateWords.isOver(told), tie.period.to == nil { cells.doubt(.undatedEnd, .state, text) }
  }

  /// The tie to whom the title names, where a ledger is of one organization.
  mutating func tieToOwner(_ actor: Int, _ cells: inout RowCells) {
    guard let owner = cells.part.layout.owner else { return }
    let other = draft.actor(owner, cells.source)
    tellKind(other, nil, head: nil)
    guard other != actor, !deniesWork(&cells) else { return }
    var tie = NetworkDraft.Tie(source: actor, target: other, place: cells.source, isInferred: true)
    tie.period = cells.periodOfTie()
    describe(&tie, &cells)
    let kinds = cells.kinds()
    if kinds.count > 1 { cells.doubt(.severalKinds, .tieKind, cells.text(.tieKind) ?? "") }
    if cells.names(.partners).isEmpty, kinds.count <= 1 {
      tie.amount = cells.number(.amount)
      tie.weight = cells.number(.weight)
    }
    add(tie, kinds)
  }
}
