import KesiNetwork

/// What a column is, told from its head and from its values.
struct ColumnGuess {
  let head: SheetHeader.Head
  let profile: ColumnProfile
  private(set) var meaning = ColumnMeaning.keep
  private(set) var confidence = 0.5
  private(set) var reason = Phrase("nothing tells what it is", zh: "看不出是什么内容")

  init(_ head: SheetHeader.Head, _ profile: ColumnProfile) {
    (self.head, self.profile) = (head, profile)
    if let match = Self.match(head) {
      (meaning, confidence) = (match.meaning, match.confidence)
      reason = Phrase("its head says “\(head.label.shortened)”", zh: "表头为“\(head.label.shortened)”")
      weigh()
    } else {
      tellByValues()
    }
  }

  mutating func become(_ meaning: ColumnMeaning, _ confidence: Double, _ reason: Phrase) {
    (self.meaning, self.confidence) = (meaning, confidence)
    self.reason = Phrase("\(self.reason.en); \(reason.en)", zh: "\(self.reason.zh)；\(reason.zh)")
  }

  /// What the head says; with the head over it where its own words say little: `乙方 / 名称`.
  private static func match(_ head: SheetHeader.Head) -> HeadMatch? {
    // Whether there is a tie at all goes before how it stands, of which another column may tell.
    if WorkHead.question(in: head.own) != nil {
      return HeadMatch(meaning: .state, confidence: 0.96, word: HeadText(head.own).text)
    }
    // What a question asks for is no matter of the words in it alone.
    if QuestionHead.isQuestion(head.own) {
      return QuestionHead.match(head.own) ?? HeadMatch(meaning: .keep, confidence: 0.6, word: head.own)
    }
    // Under a number it may be a question all the same: `4、合作的主要形式有`.
    let isNumbered = !HeadText.withoutNumber(head.own).isExactly(head.own)
    let own = SheetHeadWords.matches(of: head.own).first ?? (isNumbered ? QuestionHead.match(head.own) : nil)
    guard !head.group.isEmpty, let group = SheetHeadWords.matches(of: head.group).first else { return own }
    let text = HeadText(head.own).text
    guard group.meaning == .partners || group.meaning == .leader || group.meaning == .members else { return own }
    switch own?.meaning {
    case .actor,
      nil where ["名称", "单位", "全称", "name"].contains(text):
      return HeadMatch(meaning: group.meaning, confidence: 0.9, word: group.word)
    case .kind where group.meaning == .partners:
      return HeadMatch(meaning: .partnerKind, confidence: 0.85, word: group.word)
    case .zone where group.meaning == .partners:
      return HeadMatch(meaning: .partnerZone, confidence: 0.85, word: group.word)
    case .kind, .zone, .size, .level: return HeadMatch(meaning: .keep, confidence: 0.7, word: text)
    default: return own
    }
  }

  /// Holds what the head says against the values.
  private mutating func weigh() {
    guard profile.filled > 0 else {
      become(meaning, min(confidence, 0.7), Phrase("it has no values", zh: "没有内容"))
      return
    }
    if [.chain, .stage, .zone, .tieKind].contains(meaning), profile.numbers >= 0.9, isCoded {
      become(.keep, 0.55, Phrase("its values are numbers of answers", zh: "内容为选项序号"))
      return
    }
    let percent = { (share: Double) in Figure.share(share).text }
    switch meaning {
    case .actor, .partners, .leader, .members:
      let share = percent(profile.organizations)
      if profile.organizations >= 0.5 {
        become(
          meaning, min(0.99, confidence + 0.04),
          Phrase("\(share) of its values read like names of organizations", zh: "\(share) 的内容像单位名称"))
      } else if profile.persons >= 0.6 {
        become(.personal, 0.8, Phrase("its values read like names of persons", zh: "内容像人名"))
      } else if profile.numbers >= 0.7 {
        become(.keep, 0.7, Phrase("its values are numbers", zh: "内容为数字"))
      } else {
        become(
          meaning, confidence * 0.85,
          Phrase("only \(share) of its values read like names of organizations", zh: "只有 \(share) 的内容像单位名称"))
      }
    case .from, .to, .period:
      if profile.durations >= 0.5 {
        become(.duration, max(confidence, 0.85), Phrase("its values are durations", zh: "内容为年限"))
      } else if profile.periods >= 0.3, meaning != .period || profile.dates < 0.9 {
        become(.period, max(confidence, 0.85), Phrase("its values are periods", zh: "内容为起止时间"))
      } else if profile.dates >= 0.5 {
        become(meaning == .period ? .from : meaning, confidence, Phrase("its values are dates", zh: "内容为日期"))
      } else if profile.dates + profile.periods < 0.3 {
        become(.keep, 0.6, Phrase("its values are no dates", zh: "内容不是日期"))
      }
    case .amount, .weight, .size, .contribution, .share:
      if profile.numbers < 0.5 { become(.keep, 0.6, Phrase("its values are no numbers", zh: "内容不是数字")) }
    case .duration:
      if profile.periods >= 0.3 {
        become(.period, max(confidence, 0.85), Phrase("its values are periods", zh: "内容为起止时间"))
      } else if profile.durations < 0.5, HeadUnit(head.own).unit == nil {
        become(.keep, 0.6, Phrase("its values are no durations", zh: "内容不是年限"))
      }
    case .kind, .partnerKind:
      let told =
        Double(profile.samples.count { KindOfName.stated(by: $0) != nil }) / Double(max(1, profile.samples.count))
      if profile.kinds < 0.3, told < 0.6 {
        if profile.roles >= 0.5 {
          become(.role, 0.7, Phrase("its values are roles", zh: "内容为角色"))
        } else {
          become(.keep, 0.55, Phrase("its values are no kinds of organizations that are known", zh: "内容不是已知的单位类型"))
        }
      }
    case .level: keepUnless(profile.levels >= 0.5, Phrase("its values are no levels that are known", zh: "内容不是已知的级别"))
    case .tieStage:
      keepUnless(tells(TieStage.init(word:)), Phrase("its values are no stages that are known", zh: "内容不是已知的阶段"))
    case .outcome where ["总体", "整体", "overall"].contains(where: HeadText(head.own).text.holds):
      become(.keep, 0.6, Phrase("it is said of all work together", zh: "说的是总体情况"))
    case .outcome:
      keepUnless(tells(Outcome.init(word:)), Phrase("its values are no outcomes that are known", zh: "内容不是已知的成效"))
    case .state:
      keepUnless(
        profile.states >= 0.5 || StateWords.isAsked(by: head.own) && profile.samples.contains(where: isAnswer),
        Phrase("its values are no states of work that are known", zh: "内容不是已知的状态"))
    // A part of the head that says nothing of names, over names: `派出高校（院所）及院系`.
    case .keep
    where confidence < 0.9 && profile.organizations >= 0.7 && !QuestionHead.isQuestion(head.own)
      && Self.endsInPart(head.own) && HeadText(head.own).namesOrganization && profile.governments < 0.6:
      become(.actor, 0.6, Phrase("its values read like names of organizations", zh: "内容像单位名称"))
    case .chain where profile.length > 25:
      become(.keep, 0.6, Phrase("its values are long texts", zh: "内容为长文字"))
    case .chainAndStage where profile.pairs < 0.5:
      become(.chain, 0.7, Phrase("its values are not in two parts", zh: "内容不是两部分"))
    case .tieKind where profile.length > 20:
      become(.keep, 0.6, Phrase("its values are long texts", zh: "内容为长文字"))
    case .keep where profile.counts >= 0.8 && profile.numbers >= 0.9:
      become(.ignore, 0.8, Phrase("its values count the rows", zh: "内容为行的序号"))
    case .keep where profile.persons >= 0.8 || profile.phones >= 0.6:
      become(.personal, 0.7, Phrase("its values read like names or numbers of persons", zh: "内容像人名或电话"))
    default: break
    }
  }

  /// Whether a head ends in a part of an organization. The group of a partner is another one: `合作单位所属集团`.
  private static func endsInPart(_ head: String) -> Bool {
    let text = HeadText(head).text
    return ["院系", "学院", "部门", "科室", "系部", "处室", "专业", "department", "faculty"].contains { text.ends(with: $0) }
  }

  /// Whether numbers below it stand for answers: as one that was chosen or not, or by their number under a question.
  private var isCoded: Bool {
    QuestionHead.isQuestion(head.own) || !HeadText.withoutNumber(head.own).isExactly(head.own)
      || profile.samples.allSatisfy { $0 == "0" || $0 == "1" }
  }

  private mutating func keepUnless(_ isTrue: Bool, _ reason: Phrase) { if !isTrue { become(.keep, 0.6, reason) } }

  private func isAnswer(_ text: String) -> Bool {
    StateWords.told(by: text, to: head.own) != nil || StateWords.told(by: text) != nil
  }

  private func tells<Word: Term>(_ word: (String) -> Word?) -> Bool {
    profile.samples.contains { word($0) != nil }
  }

  /// Without a head that is known the values alone tell, which is never sure.
  private mutating func tellByValues() {
    func tell(_ meaning: ColumnMeaning, _ confidence: Double, _ en: String, zh: String) {
      (self.meaning, self.confidence) = (meaning, confidence)
      reason = Phrase("its head is not known; \(en)", zh: "表头未收录；\(zh)")
    }
    guard profile.filled > 0 else { return tell(.ignore, 0.9, "it has no values", zh: "没有内容") }
    if profile.codes >= 0.8 { return tell(.creditCode, 0.8, "its values are codes of 18 places", zh: "内容为 18 位代码") }
    if profile.phones >= 0.6 || profile.persons >= 0.7 {
      return tell(.personal, 0.65, "its values read like names or numbers of persons", zh: "内容像人名或电话")
    }
    if profile.counts >= 0.9, profile.filled > 2 {
      return tell(.ignore, 0.7, "its values count the rows", zh: "内容为行的序号")
    }
    if profile.governments >= 0.6 {
      return tell(.keep, 0.55, "its values are public bodies, which may be in charge of the row", zh: "内容为政府部门，可能是主管部门")
    }
    if profile.organizations >= 0.6 {
      if HeadText(head.own).namesOrganization, profile.lists < 0.15 {
        return tell(
          .actor, 0.7, "it ends in a word for organizations, and its values read like names of them",
          zh: "以单位类词语结尾，内容像单位名称")
      }
      return profile.lists >= 0.15
        ? tell(.partners, 0.6, "its values are lists of organizations", zh: "内容为多家单位")
        : tell(.actor, 0.55, "its values read like names of organizations", zh: "内容像单位名称")
    }
    if let unit = HeadUnit(head.own).unit, unit.isMoney, profile.numbers >= 0.7 {
      return tell(.amount, 0.6, "its values are amounts of money", zh: "内容为金额")
    }
    if profile.periods >= 0.6 { return tell(.period, 0.6, "its values are periods", zh: "内容为起止时间") }
    if profile.kinds >= 0.8, profile.distinct <= 15 {
      return tell(.kind, 0.5, "its values are kinds of organizations", zh: "内容为单位类型")
    }
    if profile.zones >= 0.8, profile.distinct <= 40, profile.distinct < profile.filled {
      return tell(.zone, 0.5, "its values read like districts", zh: "内容像区县")
    }
    tell(.keep, 0.5, "its values do not tell what it is", zh: "从内容也看不出是什么")
  }
}
