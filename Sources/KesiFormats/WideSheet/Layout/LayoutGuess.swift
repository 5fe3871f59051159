import KesiMatrix
import KesiNetwork

/// What all columns of a sheet are together: which of several that are alike is the one, and what the rest makes of them.
struct LayoutGuess {
  var guesses: [ColumnGuess]
  /// Whose sheet it is, where its title says so and nothing else.
  private(set) var owner: String?

  init(_ header: SheetHeader, rows: [Int], of sheet: Sheet, on parallel: Parallel) throws(Cancelled) {
    let heads = header.heads
    let profiles = try parallel.parts(heads.count) { place in
      ColumnProfile(rows.lazy.map { sheet.text($0, heads[place].column) })
    }
    guesses = zip(heads, profiles).map { ColumnGuess($0, $1) }
    settleSurvey()
    let options = settleOptions(rows, sheet)
    settleMarks(header, rows, sheet, besides: options)
    settleChainMap(header)
    settleOwner(header)
    settleCodes()
    settleHolders()
    settleActor()
    settleProject()
    settleGroupedKinds()
    keepOneOfEach()
    settleStage()
    settleAmount()
    settleTieKind()
    settleState()
  }

  var columns: [MappedColumn] {
    guesses.map { guess in
      MappedColumn(
        label: guess.head.label, meaning: guess.meaning, confidence: guess.confidence, reason: guess.reason,
        isOptional: guess.meaning == .keep || guess.meaning == .personal || guess.meaning == .ignore,
        unit: HeadUnit(guess.head.own).unit)
    }
  }

  func places(_ meaning: ColumnMeaning) -> [Int] { guesses.indices.filter { guesses[$0].meaning == meaning } }

  /// The surest column of a meaning; of equals the first.
  func best(_ meaning: ColumnMeaning) -> Int? {
    places(meaning).max {
      guesses[$0].confidence < guesses[$1].confidence || guesses[$0].confidence == guesses[$1].confidence && $0 > $1
    }
  }

  /// A ledger of one organization names it in its title, and its partners in the rows: these are what the rows are about.
  private mutating func settleOwner(_ header: SheetHeader) {
    guard places(.actor).allSatisfy({ guesses[$0].confidence < 0.6 }), places(.leader).isEmpty,
      let first = places(.partners).first, let title = header.title,
      let owner = TitleName.organization(in: title)
    else { return }
    self.owner = owner
    for place in places(.actor) {
      guesses[place].become(.keep, 0.6, Phrase("the title says whose partners these are", zh: "标题已写明是谁的合作单位"))
    }
    guesses[first].become(
      .actor, 0.65, Phrase("all are partners of “\(owner)” in the title", zh: "均为标题中“\(owner)”的合作单位"))
  }

  /// Where a column of codes stands beside one of names, of actors or of partners, the names tell who they are.
  private mutating func settleCodes() {
    for meaning in [ColumnMeaning.actor, .partners] {
      let named = places(meaning).filter { guesses[$0].profile.organizations >= 0.5 }
      guard !named.isEmpty else { continue }
      for place in places(meaning) where guesses[place].profile.holdsCodes {
        guesses[place].become(.keep, 0.7, Phrase("its values are codes beside names", zh: "内容为编码，名称另有一列"))
      }
    }
  }

  /// Who holds a patent today need not have worked on it: applicants did. Holders stand in for them where no column names
  /// these.
  private mutating func settleHolders() {
    let holders = guesses.indices.filter { place in
      PatentHeads.areHolders(guesses[place].head.own) && guesses[place].profile.organizations >= 0.3
    }
    guard let first = holders.first else { return }
    let hasApplicants = guesses.indices.contains { place in
      !holders.contains(place) && PatentHeads.areApplicants(guesses[place].head.own)
        && guesses[place].profile.filled > 0
    }
    for place in holders {
      if !hasApplicants, place == first {
        guesses[place].become(
          .members, 0.7, Phrase("no column names who applied", zh: "没有申请人列，以权利人代替"))
      } else {
        guesses[place].become(
          .keep, 0.6, Phrase("who holds a patent today need not have worked on it", zh: "当前权利人未必参与研发"))
      }
    }
  }

  /// What someone puts into a tie is its amount where no other column is.
  private mutating func settleAmount() {
    settleWeight()
    guard places(.project).isEmpty || !places(.partners).isEmpty else { return }
    for place in places(.contribution) {
      if places(.amount).isEmpty {
        guesses[place].become(.amount, 0.65, Phrase("no other column is an amount", zh: "没有其他金额列"))
      } else {
        guesses[place].become(.keep, 0.6, Phrase("the rows are about ties", zh: "本表每行为合作关系"))
      }
    }
  }

  /// Money is how strong a tie is in a list of ties: a sheet with the heads of one is read as that list would be.
  private mutating func settleWeight() {
    let titles = guesses.map(\.head.label)
    let layout = TableLayout<Tie>(titles: titles)
    guard layout.missing.isEmpty, layout.doubled.isEmpty, places(.weight).isEmpty, places(.project).isEmpty,
      !TableHead(layout, titles: titles, row: 0, records: 0).isOffice,
      let place = layout.used.first(where: { $0.column.head.isSame(as: TieColumns.weight.head) })?.place,
      guesses[place].meaning == .amount
    else { return }
    guesses[place].become(
      .weight, 0.9, Phrase("the heads are those of a list of ties", zh: "表头与联系列表相同，作联系强度"))
  }

  /// Whether a row tells of work between two, rather than of a project or of one actor.
  var isOfTies: Bool {
    places(.leader).isEmpty && places(.members).isEmpty
      && (!places(.partners).isEmpty || owner != nil) && !places(.actor).isEmpty
  }

  /// A column of types that are no kinds of organizations says of what kind the ties are, where a row is a tie.
  private mutating func settleTieKind() {
    guard isOfTies, places(.tieKind).isEmpty else { return }
    let words = ["类型", "类别", "性质", "type", "kind", "category"]
    let candidates = places(.keep).filter { place in
      let profile = guesses[place].profile
      return words.contains(HeadText(guesses[place].head.own).text) && profile.filled > 0 && profile.length <= 12
        && profile.organizations < 0.3 && profile.numbers < 0.5 && profile.distinct <= max(3, profile.filled / 2)
    }
    guard candidates.count == 1 else { return }
    guesses[candidates[0]].become(.tieKind, 0.65, Phrase("the rows are about ties", zh: "本表每行为合作关系"))
  }

  /// How work stands is said of a tie; a project has no such column.
  private mutating func settleState() {
    guard !isOfTies else { return }
    for place in places(.state) {
      guesses[place].become(.keep, 0.6, Phrase("the rows are not about ties", zh: "本表每行不是合作关系"))
    }
  }

  /// Someone has to be whom the rows are about. Of several columns of actors the first that is surest is, the others name
  /// partners.
  private mutating func settleActor() {
    if let actor = best(.actor) {
      for place in places(.actor) where place != actor {
        if guesses[place].profile.organizations >= 0.3 {
          guesses[place].become(.partners, 0.6, Phrase("another column says whom the row is about", zh: "本行主体已由另一列给出"))
        } else {
          guesses[place].become(.keep, 0.5, Phrase("another column says whom the row is about", zh: "本行主体已由另一列给出"))
        }
      }
      return
    }
    guard places(.leader).isEmpty, places(.stageMembers).isEmpty else { return }
    let partners = places(.partners)
    if places(.members).isEmpty || places(.project).isEmpty, partners.count > 1 {
      guesses[partners[0]].become(.actor, 0.6, Phrase("no other column says whom the row is about", zh: "没有其他列给出本行主体"))
    } else if places(.project).isEmpty, partners.count + places(.members).count == 1 {
      // A column of names alone is a list of actors.
      let only = partners.first ?? places(.members)[0]
      guesses[only].become(.actor, 0.5, Phrase("no other column names organizations", zh: "没有其他列给出单位"))
    }
  }

  /// The words for who applies, and for who joins, mean leader and members where there is a project.
  private mutating func settleProject() {
    let applicants = ["申报单位", "申报企业", "依托单位", "需求单位", "填报单位", "applicant", "beneficiary"]
    let joiners = ["联合单位", "联合申报单位", "联合申报", "协作单位", "共建单位"]
    func isOne(of words: [String], _ place: Int) -> Bool { words.contains(HeadText(guesses[place].head.own).text) }
    if owner != nil {
      let reason = Phrase("the title says whose partners the rows are about", zh: "标题已写明是谁的合作单位")
      for place in places(.members) { guesses[place].become(.partners, min(guesses[place].confidence, 0.75), reason) }
      return
    }
    let reason = Phrase("the sheet has a row a project", zh: "本表每行一个项目")
    if !places(.project).isEmpty {
      if places(.leader).isEmpty, let actor = best(.actor),
        isOne(of: applicants, actor) || !places(.members).isEmpty
          || places(.partners).contains(where: { isOne(of: joiners, $0) })
      {
        guesses[actor].become(.leader, 0.75, reason)
      }
      let isOfConsortia = places(.leader).isEmpty && places(.actor).isEmpty && places(.members).isEmpty
      if !places(.leader).isEmpty || isOfConsortia && places(.partners).count == 1 {
        for place in places(.partners) { guesses[place].become(.members, min(guesses[place].confidence, 0.8), reason) }
      }
      return
    }
    // Without a project who leads and who takes part are an actor and its partners.
    let without = Phrase("no column names a project", zh: "没有项目列")
    if let leader = best(.leader) {
      let hasActor = !places(.actor).isEmpty
      guesses[leader].become(hasActor ? .partners : .actor, min(guesses[leader].confidence, 0.75), without)
    }
    if !places(.actor).isEmpty {
      for place in places(.members) { guesses[place].become(.partners, min(guesses[place].confidence, 0.75), without) }
    }
  }

  private mutating func keepOneOfEach() {
    for meaning in ColumnMeaning.allCases where !meaning.mayRepeat {
      guard let best = best(meaning), !comesWithPartners(meaning) else { continue }
      keepThoseOfPartners(meaning)
      for place in places(meaning) where place != best {
        guesses[place].become(.keep, 0.6, Phrase("another column is surer to be this", zh: "另一列更像该内容"))
      }
    }
  }

  /// Whether columns of a meaning come again with each of several of partners: `合作单位, 合作方式, 金额` twice.
  private func comesWithPartners(_ meaning: ColumnMeaning) -> Bool {
    let (own, partners) = (places(meaning), places(.partners))
    guard meaning.describesTie, own.count > 1, partners.count > 1 else { return false }
    return PartnerColumns.owners(of: own, among: partners) != nil
  }

  /// Columns of one head that are each about a partner, nothing tells about which: what one says is not true of all.
  private mutating func keepThoseOfPartners(_ meaning: ColumnMeaning) {
    let own = places(meaning)
    guard meaning.describesTie, own.count > 1, places(.partners).count > 1,
      Set(own.map { HeadText(guesses[$0].head.own) }).count == 1
    else { return }
    for place in own {
      guesses[place].become(
        .keep, 0.4, Phrase("nothing tells which partner it is about", zh: "看不出对应哪家合作单位"))
    }
  }

  private mutating func settleStage() {
    if let stage = best(.stage), places(.chain).isEmpty, places(.chainAndStage).isEmpty {
      if guesses[stage].profile.pairs >= 0.7 {
        guesses[stage].become(.chainAndStage, 0.7, Phrase("its values are in two parts", zh: "内容为两部分"))
      }
    }
    if let both = best(.chainAndStage), let chain = best(.chain) {
      guesses[both].become(.stage, 0.6, Phrase("another column names the chain", zh: "产业链已由另一列给出"))
      _ = chain
    }
  }
}
