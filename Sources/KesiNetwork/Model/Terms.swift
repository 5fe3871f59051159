import Synchronization

/// A closed list of words that a column may hold, each with its Chinese forms.
public protocol Term: RawRepresentable<String>, CaseIterable, Sendable {
  /// What it is called in Chinese, the usual form first; every form is understood in tables.
  var chinese: [String] { get }
  /// Other words that mean it in tables, as far as they are no Chinese forms.
  var others: [String] { get }
  /// What it is called: in English as it is written, unless that is no word.
  var label: Phrase { get }
}

extension Term {
  public var label: Phrase { Phrase(rawValue, zh: chinese[0]) }
  public var others: [String] { [] }

  /// Understands the English word and every other form, in any case and width.
  public init?(word: some StringProtocol) {
    guard let match = Self.vocabulary[String(word)] else { return nil }
    self.init(rawValue: match)
  }

  /// Every form of every word.
  package static var vocabulary: Vocabulary { Vocabularies.vocabulary(of: Self.self) }
}

/// The vocabularies of the lists, each made when it is asked for the first time.
private enum Vocabularies {
  private static let made = Mutex<[ObjectIdentifier: Vocabulary]>([:])

  static func vocabulary<Word: Term>(of list: Word.Type) -> Vocabulary {
    made.withLock { made in
      if let vocabulary = made[ObjectIdentifier(list)] { return vocabulary }
      let vocabulary = Vocabulary(
        ids: Word.allCases.map(\.rawValue),
        words: [Word.allCases.flatMap { word in (word.chinese + word.others).map { (word: $0, id: word.rawValue) } }])
      made[ObjectIdentifier(list)] = vocabulary
      return vocabulary
    }
  }
}

/// The words for yes and no.
package enum Answer: String, Term {
  case yes, no

  package var chinese: [String] {
    switch self {
    case .yes: ["是", "有", "√", "✓", "✔", "☑", "对"]
    case .no: ["否", "无", "×", "✗", "✘", "☐", "没有", "不是", "非"]
    }
  }
  package var others: [String] {
    switch self {
    case .yes: ["1", "true", "y", "t"]
    case .no: ["0", "false", "n", "f"]
    }
  }

  /// Every form of either, yes first.
  package static var words: [String] { allCases.flatMap { $0.others + [$0.rawValue] + $0.chinese } }
}

/// How high an actor stands in a chain, by whom it is recognized.
public enum Level: String, Term {
  case national, provincial, municipal, ordinary

  public var chinese: [String] {
    switch self {
    case .national: ["国家级", "国家", "全国", "国家重点"]
    case .provincial: ["省级", "省部级", "部级", "省", "自治区级", "直辖市级"]
    case .municipal: ["市级", "市", "地市级", "设区市级"]
    case .ordinary: ["普通", "一般", "区级", "县级", "区县级", "校级", "院级"]
    }
  }
  public var others: [String] {
    switch self {
    case .national: ["state-level", "country-level"]
    case .provincial: ["province", "regional", "ministerial"]
    case .municipal: ["city", "local"]
    case .ordinary: ["county", "district", "normal"]
    }
  }
}

/// What an actor does in a chain.
public enum ChainRole: String, Term {
  case demander, provider, platform, leader

  public var chinese: [String] {
    switch self {
    case .demander: ["需求方", "需求", "需方", "采购方", "用户", "用户单位", "应用方", "应用单位"]
    case .provider: ["供给方", "供给", "提供方", "供方", "供应方", "供应商", "供货方", "配套", "配套企业", "配套单位", "服务方"]
    case .platform: ["平台", "服务平台", "支撑平台"]
    case .leader: ["链主", "龙头", "链主企业", "链主单位", "龙头企业", "龙头单位"]
    }
  }
  public var others: [String] {
    switch self {
    case .demander: ["demand", "buyer", "customer", "user", "client"]
    case .provider: ["supplier", "supply", "vendor", "producer"]
    case .platform: ["service platform"]
    case .leader: ["lead", "chain leader", "anchor"]
    }
  }
}

/// What an actor does in a consortium.
public enum MemberRole: String, Term {
  case leader, core, member, observer

  public var chinese: [String] {
    switch self {
    case .leader:
      [
        "牵头单位", "牵头", "盟主", "牵头方", "牵头人", "主持单位", "主持", "负责单位", "负责", "承担单位", "主承担单位", "理事长单位", "组长单位", "项目牵头单位",
        "依托单位",
      ]
    case .core: ["核心成员", "核心", "核心单位", "骨干单位", "骨干成员", "副理事长单位", "副组长单位"]
    case .member:
      [
        "成员", "成员单位", "普通成员", "参与单位", "参与", "参与方", "参加单位", "参加", "合作单位", "合作方", "协作单位", "协作", "联合单位", "参研单位", "会员",
        "会员单位", "理事单位",
      ]
    case .observer: ["观察员", "观察单位", "列席单位", "观察员单位"]
    }
  }
  public var others: [String] {
    switch self {
    case .leader: ["coordinator", "lead", "lead partner", "lead organisation", "lead organization", "principal"]
    case .core: ["core member", "core partner"]
    case .member:
      [
        "participant", "partner", "project partner", "beneficiary", "third party", "associated partner",
        "affiliated entity",
        "international partner", "linked third party", "contractor",
      ]
    case .observer: ["observing"]
    }
  }
}

/// How far a joint project has come.
public enum TieStage: String, Term {
  case application, research, implementation, industrialization, promotion

  public var chinese: [String] {
    switch self {
    case .application: ["申报", "申报阶段", "申请", "立项", "立项阶段"]
    case .research: ["研发", "研发阶段", "研究", "研究阶段", "攻关", "小试", "中试"]
    case .implementation: ["实施", "实施阶段", "执行", "执行阶段", "建设"]
    case .industrialization: ["产业化", "产业化阶段", "量产", "投产", "转化", "成果转化"]
    case .promotion: ["推广", "推广阶段", "推广应用", "应用推广"]
    }
  }
  public var others: [String] {
    switch self {
    case .application: ["proposal", "applied"]
    case .research: ["r&d", "research and development", "development"]
    case .implementation: ["deployment", "execution"]
    case .industrialization: ["industrialisation", "commercialization", "commercialisation", "production"]
    case .promotion: ["roll-out", "dissemination", "diffusion"]
    }
  }
}

/// What became of a joint project.
public enum Outcome: String, Term {
  case satisfactory, unsatisfactory, open

  public var chinese: [String] {
    switch self {
    case .satisfactory: ["满意", "成功", "达标", "合格", "良好", "优秀", "通过验收", "验收通过"]
    case .unsatisfactory: ["不满意", "失败", "未达标", "不达标", "不合格", "未通过验收", "验收未通过"]
    case .open: ["进行中", "未结", "在研", "执行中", "实施中", "推进中", "未验收"]
    }
  }
  public var others: [String] {
    switch self {
    case .satisfactory: ["success", "successful", "good", "passed"]
    case .unsatisfactory: ["failure", "failed", "unsuccessful", "poor"]
    case .open: ["ongoing", "in progress", "running", "pending", "active"]
    }
  }
}

/// The sphere of an actor in the triple helix (Etzkowitz & Leydesdorff).
public enum Helix: String, Term {
  case industry, university, government, none

  public var chinese: [String] {
    switch self {
    case .industry: ["产业", "企业"]
    case .university: ["高校院所", "大学", "高校", "学研"]
    case .government: ["政府"]
    case .none: ["不计入", "无"]
    }
  }
}

/// What a row of a table rests on.
public enum Basis: String, Term {
  /// An official register or record.
  case register
  /// What somebody filled in or said.
  case reported
  /// What was concluded from other data, as a kind from a name.
  case inferred
  /// Made up, to show how something works.
  case illustrative

  public var chinese: [String] {
    switch self {
    case .register: ["登记", "登记备案", "备案"]
    case .reported: ["填报", "上报", "申报"]
    case .inferred: ["推断", "推测"]
    case .illustrative: ["示意", "示例数据"]
    }
  }
}
