import KesiNetwork

/// What a column of states says of work together: `在研`, `已结题`, `终止`.
enum StateWords {
  /// What a state plainly tells; nil for a word that is not known.
  enum Told: Equatable {
    case outcome(Outcome)
    case stage(TieStage)
    /// It has ended; how is not said.
    case ended
    /// It rests, or has not begun: neither an outcome nor a stage.
    case neither
    /// They work together; nothing else is said.
    case work
    /// They do not work together, or not yet: 未合作, 意向.
    case noWork
  }

  /// What an answer to a head that asks says: 否 under 是否已签约 is 未签约. Nil where the head asks nothing of the work, or the
  /// text is no answer.
  static func told(by text: String, to head: String) -> (text: String, told: Told)? {
    guard let answer = Answer(word: text) ?? (MarkWords.isCross(text) ? .no : nil) else { return nil }
    switch (WorkHead.question(in: head), answer) {
    case (.isAny, .yes): return ("有合作", .work)
    case (.isAny, .no): return ("无合作", .noWork)
    case (.goesOn, .yes): return ("仍在合作", .outcome(.open))
    case (.goesOn, .no): return ("已不合作", .ended)
    case (nil, _): break
    }
    guard let question = question(in: head) else { return nil }
    switch (question.isEnd, answer) {
    case (true, .yes): return ("已" + question.word, .ended)
    case (true, .no): return ("未" + question.word, .outcome(.open))
    case (false, .yes): return ("已" + question.word, .outcome(.open))
    case (false, .no): return ("未" + question.word, .neither)
    }
  }

  /// Whether a head such as 是否已签约 or 是否终止合作 asks it of work together.
  static func isAsked(by head: String) -> Bool { WorkHead.question(in: head) != nil || question(in: head) != nil }

  /// What a head asks that ends in 是否 and a word right behind it: what stands between, or says no, may turn it around, as
  /// 是否未到期 does and 是否已完成签约.
  private static func question(in head: String) -> (word: String, isEnd: Bool)? {
    let text = HeadText(head).text
    guard text.holds("是否"), !["未", "不", "无"].contains(where: text.holds) else { return nil }
    return asked.first { question in
      ["是否", "是否已", "是否已经"].contains { start in
        ["", "合作"].contains { work in
          text.ends(with: start + work + question.word) || text.ends(with: start + work + question.word + "合作")
        }
      }
    }
  }

  private static let asked: [(word: String, isEnd: Bool)] = [
    ("终止", true), ("中止", true), ("结束", true), ("到期", true), ("解约", true), ("结题", true), ("完成", true), ("签约", false),
    ("签订", false), ("签署", false), ("落地", false), ("启动", false),
  ]

  static func told(by text: String) -> Told? {
    let word = text.asName.withSmallLetters
    let key = ExactText(word)
    if unsatisfactory.contains(key) { return .outcome(.unsatisfactory) }
    if ended.contains(key) { return .ended }
    if open.contains(key) { return .outcome(.open) }
    if satisfactory.contains(key) { return .outcome(.satisfactory) }
    if neither.contains(key) { return .neither }
    if deniesWork(word) { return .noWork }
    if let outcome = Outcome(word: text) { return .outcome(outcome) }
    return TieStage(word: text).map(Told.stage)
  }

  /// Whether a text says that two do not work together, or not yet.
  static func deniesWork(_ text: String) -> Bool {
    noWork.contains(ExactText(text.asName.withSmallLetters)) || NoAnswer.deniesWork(text)
  }

  /// Whether the work is over.
  static func isOver(_ told: Told) -> Bool {
    switch told {
    case .ended, .outcome(.unsatisfactory), .outcome(.satisfactory): true
    case .outcome(.open), .stage, .neither, .work, .noWork: false
    }
  }

  private static func set(_ words: [String]) -> Set<ExactText> { Set(words.map(ExactText.init)) }

  private static let satisfactory = set(["已验收", "验收合格", "已通过验收", "结题通过", "通过结题", "结题验收通过", "accepted"])
  /// What was stopped before it was done.
  private static let unsatisfactory = set([
    "终止", "已终止", "中止", "已中止", "提前终止", "撤销", "已撤销", "撤项", "已撤项", "解除", "已解除", "取消", "已取消", "解约", "已解约", "terminated",
    "cancelled",
    "canceled", "withdrawn", "aborted",
  ])
  /// That a project was concluded is no word on how.
  private static let ended = set([
    "结题", "已结题", "结项", "已结项", "完成", "已完成", "完结", "已完结", "结束", "已结束", "到期", "已到期", "履行完毕", "履约完毕", "已履行", "已履约", "完工",
    "已完工",
    "completed", "complete", "closed", "finished", "ended", "done", "expired",
  ])
  private static let open = set([
    "在建", "履行中", "履约中", "正在履行", "正在进行", "正在实施", "开展中", "合作中", "进展中", "正常", "正常推进", "正常履行", "正常进行", "延期", "已延期", "有效",
    "存续", "执行", "在执行", "正在执行", "已合作", "在合作", "正在合作", "持续合作", "长期合作", "已签约", "已签订", "已签",
    "live", "signed", "on going", "under way", "underway", "in force",
  ])
  private static let neither = set([
    "暂停", "已暂停", "暂缓", "搁置", "未启动", "待启动", "未开始", "筹备", "筹备中", "suspended", "paused", "on hold", "not started", "draft",
  ])
  /// What may come is no work as yet.
  private static let noWork = set([
    "洽谈", "洽谈中", "正在洽谈", "商谈中", "协商中", "磋商中", "接洽", "接洽中", "接触中", "初步接触", "沟通中", "谈判中", "拟签", "拟签约", "拟合作", "拟", "待签",
    "待签约", "待合作", "意向", "意向中", "意向性", "有意向", "意向合作", "合作意向", "有合作意向", "达成意向", "初步意向", "潜在", "计划", "计划中", "计划合作",
    "planned", "intended", "prospective", "potential", "negotiation", "in negotiation", "negotiating",
    "under negotiation",
    "under discussion", "in discussion",
  ])
}
