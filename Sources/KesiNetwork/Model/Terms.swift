/// A closed list of words that a column may hold, each with its Chinese forms.
public protocol Term: RawRepresentable<String>, CaseIterable, Sendable {
  /// What it is called in Chinese, the usual form first; every form is understood in tables.
  var chinese: [String] { get }
  /// What it is called: in English as it is written, unless that is no word.
  var label: Phrase { get }
}

extension Term {
  public var label: Phrase { Phrase(rawValue, zh: chinese[0]) }

  /// Understands the English word in any case, and every Chinese form.
  public init?(word: some StringProtocol) {
    let lowered = word.lowercased()
    guard let match = Self.allCases.first(where: { $0.rawValue == lowered || $0.chinese.contains(lowered) }) else {
      return nil
    }
    self = match
  }
}

/// How high an actor stands in a chain, by whom it is recognized.
public enum Level: String, Term {
  case national, provincial, municipal, ordinary

  public var chinese: [String] {
    switch self {
    case .national: ["国家级", "国家", "國家級"]
    case .provincial: ["省级", "省部级", "省級"]
    case .municipal: ["市级", "市級"]
    case .ordinary: ["普通", "一般"]
    }
  }
}

/// What an actor does in a chain.
public enum ChainRole: String, Term {
  case demander, provider, platform, leader

  public var chinese: [String] {
    switch self {
    case .demander: ["需求方", "需求"]
    case .provider: ["供给方", "供给", "提供方", "供給方"]
    case .platform: ["平台", "平臺"]
    case .leader: ["链主", "龙头", "鏈主"]
    }
  }
}

/// What an actor does in a consortium.
public enum MemberRole: String, Term {
  case leader, core, member, observer

  public var chinese: [String] {
    switch self {
    case .leader: ["牵头单位", "牵头", "盟主", "牽頭"]
    case .core: ["核心成员", "核心"]
    case .member: ["成员", "成员单位", "成員"]
    case .observer: ["观察员", "觀察員"]
    }
  }
}

/// How far a joint project has come.
public enum TieStage: String, Term {
  case application, research, implementation, industrialization, promotion

  public var chinese: [String] {
    switch self {
    case .application: ["申报", "申报阶段", "申報"]
    case .research: ["研发", "研发阶段", "研發"]
    case .implementation: ["实施", "实施阶段", "實施"]
    case .industrialization: ["产业化", "产业化阶段", "產業化", "industrialisation"]
    case .promotion: ["推广", "推广阶段", "推廣"]
    }
  }
}

/// What became of a joint project.
public enum Outcome: String, Term {
  case satisfactory, unsatisfactory, open

  public var chinese: [String] {
    switch self {
    case .satisfactory: ["满意", "滿意"]
    case .unsatisfactory: ["不满意", "不滿意"]
    case .open: ["进行中", "未结", "進行中"]
    }
  }
}

/// The sphere of an actor in the triple helix (Etzkowitz & Leydesdorff).
public enum Helix: String, Term {
  case industry, university, government, none

  public var chinese: [String] {
    switch self {
    case .industry: ["产业", "產業"]
    case .university: ["高校院所", "大学", "高校", "大學"]
    case .government: ["政府"]
    case .none: ["不计入", "无", "無"]
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
    case .register: ["登记", "登记备案", "登記"]
    case .reported: ["填报", "上报", "填報"]
    case .inferred: ["推断", "推斷"]
    case .illustrative: ["示意", "示例数据"]
    }
  }
}
