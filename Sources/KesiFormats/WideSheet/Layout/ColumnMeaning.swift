import KesiNetwork

/// What a column of a sheet is, as `mapping.yml` says it.
package enum ColumnMeaning: String, CaseIterable, Sendable {
  /// Whom a row is about.
  case actor
  case kind, zone, size, level, chain, stage
  /// A chain and a stage of it in one cell.
  case chainAndStage = "chain_stage"
  case role
  case creditCode = "credit_code"
  /// With whom the actor works, one or several in a cell.
  case partners
  case partnerKind = "partner_kind"
  case partnerZone = "partner_zone"
  /// A joint project or a consortium, of which a row names the leader and members.
  case project
  case projectID = "project_id"
  case leader, members
  case period, from, to, duration, amount, weight
  case tieKind = "tie_kind"
  case tieStage = "tie_stage"
  case outcome
  /// How work together stands: `在研`, `已结题`, `终止`.
  case state
  case contribution, share
  /// A chain that its head names, in which an actor is where there is a mark.
  case chainMark = "chain_mark"
  /// A partner whom its head names, with whom an actor works where there is a mark or a number.
  case partnerMark = "partner_mark"
  /// A project that its head names, in which an actor takes part where there is a mark.
  case projectMark = "project_mark"
  /// A stage of the chain that its head names, with those in it in its cells.
  case stageMembers = "stage_members"
  /// Those who serve the chain of the row as a whole.
  case chainMembers = "chain_members"
  /// Kept as it is, unread.
  case keep
  /// Names and numbers of people: not carried into what is written.
  case personal
  case ignore

  /// Whether its cells are read as numbers.
  var isNumber: Bool {
    switch self {
    case .amount, .weight, .size, .contribution, .share: true
    default: false
    }
  }

  /// Whether its head is a name, and marks stand below.
  var isMark: Bool { self == .chainMark || self == .partnerMark || self == .projectMark }

  /// Whether its cells are read as dates.
  var isDate: Bool { self == .from || self == .to || self == .period }

  /// Whether anything is made of its cells.
  var isRead: Bool {
    switch self {
    case .keep, .personal, .ignore: false
    default: true
    }
  }

  package var label: Phrase {
    switch self {
    case .actor: Phrase("whom the row is about", zh: "本行主体")
    case .kind: Phrase("what kind the actor is", zh: "主体类型")
    case .zone: Phrase("its district or zone", zh: "所在片区")
    case .size: Phrase("its size", zh: "规模")
    case .level: Phrase("its level in the chain", zh: "层级")
    case .chain: Phrase("its industrial chain", zh: "产业链")
    case .stage: Phrase("its stage of the chain", zh: "产业链环节")
    case .chainAndStage: Phrase("chain and stage in one cell", zh: "产业链与环节（同一格）")
    case .role: Phrase("its role", zh: "角色")
    case .creditCode: Phrase("its registration code", zh: "统一社会信用代码")
    case .partners: Phrase("with whom it works", zh: "合作单位")
    case .partnerKind: Phrase("what kind the partner is", zh: "合作单位类型")
    case .partnerZone: Phrase("the district or zone of the partner", zh: "合作单位所在片区")
    case .project: Phrase("joint project or consortium", zh: "项目或联合体")
    case .projectID: Phrase("id of the project", zh: "项目编号")
    case .leader: Phrase("who leads the project", zh: "牵头单位")
    case .members: Phrase("who takes part in the project", zh: "参与单位")
    case .period: Phrase("from when to when", zh: "起止时间")
    case .from: Phrase("from when", zh: "开始时间")
    case .to: Phrase("until when", zh: "结束时间")
    case .duration: Phrase("how long it lasts", zh: "期限")
    case .amount: Phrase("amount of money", zh: "金额")
    case .weight: Phrase("strength of the tie", zh: "联系强度")
    case .tieKind: Phrase("how they work together", zh: "合作方式")
    case .tieStage: Phrase("how far the project has come", zh: "项目阶段")
    case .outcome: Phrase("what became of it", zh: "成效")
    case .state: Phrase("how the work stands", zh: "状态")
    case .contribution: Phrase("what the member puts in", zh: "投入")
    case .share: Phrase("the share of the member", zh: "份额")
    case .chainMark: Phrase("its head is a chain, a mark says who is in it", zh: "表头为产业链，打勾表示在链")
    case .partnerMark:
      Phrase("its head is a partner, a mark or number says who works with it", zh: "表头为合作单位，打勾或数字表示有合作")
    case .projectMark:
      Phrase("its head is a project, a mark says who takes part in it", zh: "表头为项目，打勾表示参与")
    case .stageMembers:
      Phrase("its head is a stage of the chain, its cells name who is in it", zh: "表头为产业链环节，格内为该环节的单位")
    case .chainMembers: Phrase("who serves the chain as a whole", zh: "服务整条产业链的单位")
    case .keep: Phrase("kept as it is", zh: "原样保留")
    case .personal: Phrase("about persons: not carried on", zh: "个人信息，不输出")
    case .ignore: Phrase("not used", zh: "不使用")
    }
  }

  /// Whether it may come again with each of several columns of partners, as it says something of the tie to one.
  var describesTie: Bool {
    switch self {
    case .tieKind, .amount, .weight, .period, .from, .to, .duration, .tieStage, .outcome, .state, .project,
      .partnerKind, .partnerZone:
      true
    default: false
    }
  }

  /// Whether the cells name organizations.
  var namesActors: Bool {
    switch self {
    case .actor, .partners, .leader, .members, .stageMembers, .chainMembers: true
    default: false
    }
  }

  /// Whether several columns of a sheet may be this.
  var mayRepeat: Bool {
    switch self {
    case .partners, .members, .stageMembers, .chainMembers, .chainMark, .partnerMark, .projectMark, .keep, .personal,
      .ignore:
      true
    default: false
    }
  }
}
