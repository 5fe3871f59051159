/// What an actor is, and how it is shown.
public struct Kind: Sendable, Equatable {
  public let id: String
  public var label: Phrase
  public var helix: Helix
  /// `#rrggbb`; nil for the theme's choice.
  public var color: String?
  /// Nil for the theme's choice.
  public var shape: KindShape?
  /// Chinese words that mean this kind in tables, beside its label.
  var synonyms: [String] = []

  public init(id: String, label: Phrase, helix: Helix = .none, color: String? = nil, shape: KindShape? = nil) {
    self.id = id
    self.label = label
    self.helix = helix
    self.color = color
    self.shape = shape
  }

  fileprivate init(_ id: String, _ en: String, _ zh: String, _ helix: Helix, or synonyms: String...) {
    self.init(id: id, label: Phrase(en, zh: zh), helix: helix)
    self.synonyms = synonyms
  }

  /// The kinds that need no declaration. Colors and shapes are the theme's.
  public static let builtIn: [Kind] = [
    Kind("enterprise", "enterprise", "企业", .industry, or: "公司", "企業", "龙头企业"),
    Kind("university", "university", "高校", .university, or: "大学", "本科院校", "普通高校", "大學"),
    Kind("college", "vocational college", "高职院校", .university, or: "高职", "职业院校", "高職院校"),
    Kind("institute", "research institute", "科研院所", .university, or: "院所", "研究院", "研究所", "研究机构", "實驗室"),
    Kind("platform", "platform", "平台", .none, or: "创新平台", "平臺", "技术中心"),
    Kind("government", "government", "政府", .government, or: "政府部门", "主管部门"),
    Kind("park", "park", "园区", .government, or: "产业园", "園區", "开发区"),
    Kind("association", "association", "行业协会", .industry, or: "协会", "商会", "協會", "社会组织"),
    Kind("fund", "fund", "基金", .industry, or: "创新基金", "投资机构"),
    Kind("hospital", "hospital", "医院", .university, or: "醫院"),
  ]
}

/// The kinds of ties that have labels of their own; others show as they are written.
public struct TieKind: Sendable, Equatable {
  public let id: String
  public var label: Phrase
  /// Whether ties of this kind have a direction unless a row says otherwise.
  public var isDirected: Bool

  public init(id: String, label: Phrase, isDirected: Bool = false) {
    self.id = id
    self.label = label
    self.isDirected = isDirected
  }
}

/// The words for the shapes that `network.yml` can give a kind; how each looks, pictures know.
public enum KindShape: String, Sendable, CaseIterable {
  case circle, square, diamond, hexagon, triangle, pentagon, house, octagon, star
  case invertedTriangle = "invtriangle"
}
