import KesiNetwork

/// The signs by which people mark a cell of a table of two sides.
enum MarkWords {
  private static let marks: Set<String> = [
    "√", "✓", "✔", "☑", "●", "○", "◎", "■", "★", "☆", "▲", "x", "v", "y", "yes", "1", "是", "有", "対", "对", "√√", "+",
  ]

  static func isMark(_ text: String) -> Bool { marks.contains(NameKey(text).text.lowercased()) }

  /// The signs by which people say that something is so where a cross says that it is not.
  static func isTick(_ text: String) -> Bool { ["√", "✓", "✔", "☑", "是", "有"].contains(text.asName) }

  static func isCross(_ text: String) -> Bool { ["x", "×", "✗", "✘", "否"].contains(text.asName.lowercased()) }

  /// Whether it is what stands in a matrix: a mark, a number, a word for how two work together, or a sign for none.
  static func isOfMatrix(_ text: String) -> Bool {
    if isMark(text) || isMarkInBrackets(text) || isCross(text) || isNo(text) { return true }
    if case .number = WrittenNumber.read(text) { return true }
    return isNotNow(text) || isWord(text) && isOfWork(text)
  }

  private static func isNo(_ text: String) -> Bool {
    ["无", "否", "no", "n"].contains(text.asName.lowercased()) || NoOrganization.isStated(by: text)
  }

  /// Whether it says that two do not work together now, but may, or did: 未合作, 洽谈中, 已终止.
  static func isNotNow(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= longestWord else { return false }
    // A head that asks 是否终止合作 has another meaning; a cell with such a word has none.
    if SheetHeadWords.isNotNow(text) || ["终止", "中止", "停止"].contains(where: text.holds) { return true }
    return switch StateWords.told(by: text) {
    case .neither?, .noWork?, .ended?, .outcome(.unsatisfactory)?: true
    default: false
    }
  }

  /// Whether it may say how two work together: a few letters that are no mark, number, sign for none or name.
  static func isWord(_ text: String) -> Bool {
    let word = text.asName
    guard (2...longestWord).contains(word.unicodeScalars.count),
      word.unicodeScalars.contains(where: \.properties.isAlphabetic), !isMark(word), !isMarkInBrackets(word),
      !isCross(word), !isNo(word)
    else { return false }
    if case .unreadable = WrittenNumber.read(word) {} else { return false }
    guard case .unreadable = WrittenPeriod.read(word), !isNotNow(word) else { return false }
    // 共建联合实验室 is a kind of work, though it ends as institutes do.
    return isOfWork(word) || KindOfName.told(by: word).map { $0.confidence < 0.9 } ?? true
  }

  /// In scalars: what is longer is a sentence.
  static let longestWord = 20

  private static func isOfWork(_ text: String) -> Bool { ofWork.contains(where: text.asName.lowercased().holds) }

  /// Parts of words for how two work together.
  private static let ofWork = [
    "合作", "研发", "研究", "开发", "共建", "培养", "实习", "实训", "实验室", "订单", "转让", "咨询", "委托", "攻关", "投资", "供应", "采购", "配套", "检测",
    "课题", "项目", "联合", "经常", "偶尔", "有时", "频繁", "密切", "紧密", "定期", "就业", "许可", "入股", "joint", "research", "project",
    "internship", "contract", "licen", "supply",
    "r&d",
    "training", "cooperation", "collaboration",
  ]

  /// A mark in brackets, which mostly means that something is planned.
  static func isMarkInBrackets(_ text: String) -> Bool {
    let key = NameKey(text).text
    return key.hasPrefix("(") && key.hasSuffix(")") && isMark(String(key.dropFirst().dropLast()))
  }
}

/// The words by which people say what someone does in a project, consortium or chain.
enum RoleWords {
  /// The role in a consortium that a word means; nil for any other.
  static func member(_ word: String) -> MemberRole? {
    let key = NameKey(word).text.lowercased()
    if let role = MemberRole.vocabulary[key].flatMap(MemberRole.init(rawValue:)) { return role }
    return members[key]
  }

  /// The place in a chain that a word means.
  static func chain(_ word: String) -> ChainRole? {
    let key = NameKey(word).text.lowercased()
    if let role = ChainRole.vocabulary[key].flatMap(ChainRole.init(rawValue:)) { return role }
    return chains[key]
  }

  static func isLevel(_ word: String) -> Bool { Level.vocabulary[word] != nil }

  static func isRole(_ word: String) -> Bool { member(word) != nil }

  private static let members: [String: MemberRole] = {
    let lists: [(MemberRole, [String])] = [
      (
        .leader,
        [
          "牵头", "牵头单位", "牵头方", "牵头企业", "盟主", "盟主单位", "理事长单位", "理事长", "主持", "主持单位", "承担单位", "主承担单位", "负责单位", "组长单位",
          "发起单位", "主导",
          "主导单位", "项目牵头单位", "coordinator", "lead", "leader", "lead partner", "lead beneficiary", "coordinating", "host",
        ]
      ),
      (
        .core,
        [
          "核心", "核心单位", "核心成员", "核心企业", "副理事长单位", "副理事长", "常务理事单位", "联合牵头", "联合牵头单位", "共同牵头", "副组长单位", "core",
          "core member", "co-lead",
          "work package leader",
        ]
      ),
      (
        .member,
        [
          "参与", "参与单位", "参加", "参加单位", "成员", "成员单位", "理事单位", "理事", "会员单位", "会员", "参与方", "协作单位", "合作单位", "合作", "协作",
          "支撑单位", "配合单位", "一般成员",
          "参研单位", "参与企业", "配套单位", "member", "participant", "partner", "beneficiary", "participating",
          "associated partner", "associatedpartner", "third party", "thirdparty",
        ]
      ),
      (.observer, ["观察员", "观察员单位", "观察单位", "特邀单位", "特邀", "顾问单位", "顾问", "指导单位", "observer", "advisor"]),
    ]
    var members: [String: MemberRole] = [:]
    for (role, words) in lists { for word in words { members[word] = role } }
    return members
  }()

  private static let chains: [String: ChainRole] = [
    "链主": .leader, "链主企业": .leader, "龙头": .leader, "龙头企业": .leader, "需求": .demander, "需求方": .demander,
    "需求单位": .demander,
    "用户": .demander, "供给": .provider, "供给方": .provider, "供应": .provider, "供应方": .provider, "供应商": .provider,
    "配套": .provider,
    "配套企业": .provider, "服务平台": .platform, "平台": .platform, "公共服务平台": .platform,
  ]
}
