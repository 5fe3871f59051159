import KesiMatrix
import KesiNetwork

/// Reads the rows of sheets into a draft of a network, each by its layout.
struct RowImport {
  var draft: NetworkDraft
  private(set) var doubts = CellDoubts()
  /// Rows that name nobody, by sheet.
  private(set) var unnamed: [Int: [Int]] = [:]
  /// How many rows the year of their sheet dates, by sheet.
  private(set) var datedBySheet: [Int: Int] = [:]
  /// The year that each sheet is called after.
  let years: [PartialDate?]
  /// Whether the matrix of the sheet under reading has ties that go one way.
  private(set) var hasDirectedMarks = false
  private let subjectKind: String?
  private let kindsOfNames = Memo<KindOfName?>()
  private let kindsOfHeads = Memo<KindOfName?>()
  let matrixCells = Memo<MatrixCell>()

  /// - Parameter subjectKind: what those whom the rows are about are, where it is said for all sheets.
  init(
    _ parts: [SheetPart], merges: NameMerges, subjectKind: String? = nil, on parallel: Parallel
  ) throws(Cancelled) {
    draft = NetworkDraft(merges: merges)
    self.subjectKind = subjectKind
    let known = try KnownNames.of(parts, on: parallel)
    years = SheetYears.of(parts)
    for (number, part) in parts.enumerated() {
      read(try SeenCells(part, isKnown: { known.contains(NameKey($0)) }, on: parallel), number)
    }
    draft.close()
  }

  private mutating func read(_ seen: SeenCells, _ number: Int) {
    var above: [Int: Int] = [:]
    let part = seen.part
    hasDirectedMarks = areMarksDirected(part)
    for row in part.rows {
      var cells = RowCells(row: row, sheet: number, seen, year: years[number])
      cells.fillDown(&above)
      switch part.shape {
      case .project: readProject(&cells)
      case .chains: readChain(&cells)
      case .ties, .actors: readActor(&cells)
      }
      if cells.isDatedBySheet { datedBySheet[number, default: 0] += 1 }
      for doubt in cells.doubts { doubts.add(doubt.sort, number, doubt.column, row: cells.source.row, doubt.text) }
    }
  }

  /// A row about an actor, with its partners and its place in a chain.
  private mutating func readActor(_ cells: inout RowCells) {
    let subjects = cells.names(.actor)
    if subjects.isEmpty { unnamed[cells.source.sheet, default: []].append(cells.source.row) }
    if subjects.count > 1 { cells.doubt(.severalActors, .actor, cells.text(.actor) ?? "") }
    for subject in subjects { readActor(draft.actor(subject.name, cells.source), &cells) }
  }

  private mutating func readActor(_ actor: Int, _ cells: inout RowCells) {
    describe(actor, &cells)
    tieToOwner(actor, &cells)
    readMarks(actor, &cells)
    if cells.part.partnerGroups.groups.isEmpty { return readPartners(of: actor, &cells) }
    for group in cells.part.partnerGroups.groups {
      cells.look(at: group)
      readPartners(of: actor, &cells)
    }
    cells.look(at: nil)
  }

  private mutating func describe(_ actor: Int, _ cells: inout RowCells) {
    tellKind(actor, cells.text(.kind), head: cells.label(.actor), isSubject: true)
    let (zone, code, size) = (cells.text(.zone), cells.text(.creditCode), cells.number(.size))
    let kept = cells.part.isSubjectUnique || cells.part.shape == .actors ? cells.kept : [:]
    draft.update(actor: actor) { row in
      if !row.hasRow { row.source = cells.source }
      row.hasRow = true
      row.zone = row.zone ?? zone
      row.creditCode = row.creditCode ?? code
      row.size = row.size ?? size
      row.kept.merge(kept) { old, _ in old }
    }
    readPositions(of: actor, &cells)
  }

  private mutating func readPositions(of actor: Int, _ cells: inout RowCells) {
    var places: [(chain: String, stage: String?)] = []
    if let both = cells.text(.chainAndStage) {
      for item in both.split(whereSeparator: { "、；;\n".contains($0) }) {
        let parts = item.split(maxSplits: 1, whereSeparator: { "/／-—－：:>".contains($0) }).map { String($0).asName }
        if let chain = parts.first, !chain.isEmpty { places.append((chain, parts.count > 1 ? parts[1] : nil)) }
      }
    } else {
      let chains = cells.list(.chain)
      let stages = cells.list(.stage)
      if chains.count == 1 {
        places = stages.isEmpty ? [(chains[0], nil)] : stages.map { (chains[0], $0) }
      } else if chains.count == stages.count {
        places = zip(chains, stages).map { ($0, $1) }
      } else {
        places = chains.map { ($0, stages.count == 1 ? stages[0] : nil) }
        if stages.count > 1 { cells.doubt(.stagesWithoutChain, .stage, cells.text(.stage) ?? "") }
      }
    }
    let word = cells.part.shape == .project ? nil : cells.text(.role)
    let role = word.flatMap(RoleWords.chain)
    if let word, role == nil, !places.isEmpty { cells.doubt(.unknownRole, .role, word) }
    let level = cells.word(.level) { Level(word: $0) }
    for place in places {
      draft.add(
        NetworkDraft.Position(
          actor: actor, chain: draft.chain(place.chain, cells.source), stage: place.stage, role: role, level: level,
          place: cells.source))
    }
  }

  /// A row about a chain: those in each of its stages, and those who serve it as a whole.
  private mutating func readChain(_ cells: inout RowCells) {
    guard let written = cells.text(.chain) ?? cells.part.header.title else {
      unnamed[cells.source.sheet, default: []].append(cells.source.row)
      return
    }
    let chain = draft.chain(written, cells.source)
    for column in cells.part.columns(.stageMembers) + cells.part.columns(.chainMembers) {
      let stage = column.meaning == .stageMembers ? ChainMap.stage(of: column.mapped.label) : nil
      for item in cells.names(in: column) {
        let actor = draft.actor(item.name, cells.source)
        tellKind(actor, nil, head: column.mapped.label)
        draft.add(NetworkDraft.Position(actor: actor, chain: chain, stage: stage, place: cells.source))
      }
    }
  }

  /// A row about a project: its leader and members, or one membership.
  private mutating func readProject(_ cells: inout RowCells) {
    guard let name = cells.text(.project) ?? cells.text(.projectID) else {
      unnamed[cells.source.sheet, default: []].append(cells.source.row)
      return
    }
    let leaders = cells.names(.leader)
    let members = cells.names(.members)
    let others = members + cells.names(.actor)
    guard !leaders.isEmpty || !others.isEmpty else {
      unnamed[cells.source.sheet, default: []].append(cells.source.row)
      return
    }
    let project = draft.consortium(id: cells.text(.projectID), name: name, leader: leaders.first?.name, cells.source)
    let period = cells.period()
    let isMembership =
      !cells.part.layout.has(.leader) && cells.part.layout.has(.role)
      || others.count == 1 && cells.part.hasRepeatedProjects
    let chain = cells.list(.chain).first.map { draft.chain($0, cells.source) }
    let amount = cells.number(.amount)
    let isOfProject = !isMembership || cells.isOfProject(.amount)
    var hasOtherBudget = false
    let kept = cells.kept
    let source = cells.source
    draft.update(consortium: project) { row in
      if !isMembership, row.period == Period() { row.period = period }
      row.chain = row.chain ?? chain
      if isOfProject {
        hasOtherBudget = row.budget != nil && amount != nil && row.budget != amount
        row.budget = row.budget ?? amount
      }
      if !isMembership { row.kept.merge(kept) { old, _ in old } }
    }
    if hasOtherBudget { cells.doubt(.otherBudget, .amount, cells.text(.amount) ?? "") }
    let word = cells.text(.role)
    for (number, item) in (leaders + others).enumerated() {
      let actor = draft.actor(item.name, source)
      let isLeader = number < leaders.count
      tellKind(
        actor, isMembership && !isLeader ? cells.text(.kind) : nil, head: cells.label(isLeader ? .leader : .members), )
      var member = NetworkDraft.Membership(consortium: project, actor: actor, place: source)
      if isLeader {
        member.role = .leader
      } else {
        member.word = item.role ?? (isMembership ? word : nil)
        member.role = member.word.flatMap(RoleWords.member) ?? (isMembership && member.word != nil ? nil : .member)
        if let word = member.word, member.role == nil { cells.doubt(.unknownRole, .role, word) }
      }
      if isMembership {
        member.period = period
        member.contribution = cells.number(.contribution) ?? (isOfProject ? nil : amount)
        member.share = cells.number(.share)
        let zone = cells.text(.zone)
        let code = cells.text(.creditCode)
        if !isLeader {
          draft.update(actor: actor) { row in
            row.hasRow = true
            row.zone = row.zone ?? zone
            row.creditCode = row.creditCode ?? code
          }
        }
      }
      member.contribution = member.contribution ?? item.amount
      draft.add(member)
    }
  }

  /// What kind an actor is: as a cell says, as `--kind` says, as its name tells, as the head over it tells.
  mutating func tellKind(
    _ actor: Int, _ stated: String?, head: String?, isSubject: Bool = false
  ) {
    let forced = isSubject ? subjectKind : nil
    draft.update(actor: actor) { row in
      if let word = stated ?? forced, !row.isKindStated {
        row.kind = KindOfName.stated(by: word) ?? KindOfName(kind: word, word: word, confidence: 0.9)
        row.isKindStated = true
      }
      guard row.kind == nil else { return }
      let byName = kindsOfNames.value(of: row.name, KindOfName.told(by:))
      let byHead = head.flatMap { kindsOfHeads.value(of: $0, KindOfName.told(byHead:)) }
      // Institutes are often listed under 合作高校, where a name says which they are.
      if byHead?.kind == "university", let byName, ["institute", "college"].contains(byName.kind) {
        row.kind = byName
        return
      }
      // The surer of the two: a head says more than a weak word of a name.
      row.kind = [byName, byHead].compactMap { $0 }.max { $0.confidence < $1.confidence }
    }
  }
}
