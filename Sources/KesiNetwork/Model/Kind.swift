/// What an actor is, and how it is shown.
public struct Kind: Sendable, Equatable {
  public let id: String
  public var label: Phrase
  public var helix: Helix
  /// `#rrggbb`; nil for the theme's choice.
  public var color: String?
  /// Nil for the theme's choice.
  public var shape: KindShape?
  /// Words that mean this kind in tables, beside its label.
  package private(set) var synonyms: [String] = []

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
    Kind(
      "enterprise", "enterprise", "企业", .industry, or: "公司", "龙头企业", "链主企业", "民营企业", "民企", "私营企业", "国企", "国有企业",
      "国有控股企业", "央企", "中央企业", "外企", "外资企业", "合资企业", "中外合资企业", "集体企业", "上市公司", "股份公司", "有限公司", "集团", "集团公司", "中小企业",
      "小微企业", "规上企业", "规模以上企业", "专精特新", "专精特新企业", "小巨人", "小巨人企业", "专精特新小巨人", "专精特新小巨人企业", "高企", "高新技术企业",
      "科技型企业", "科技型中小企业", "独角兽企业", "瞪羚企业", "制造企业", "company", "firm", "business", "corporation", "industry", "SME",
      "PRC",
      "private company", "startup", "start-up"),
    Kind(
      "university", "university", "高校", .university, or: "大学", "本科院校", "本科高校", "普通高校", "普通本科高校", "高等院校", "高等学校",
      "HES", "HEI", "higher education", "higher education institution", "academia"),
    Kind(
      "college", "vocational college", "高职院校", .university, or: "高职", "高职高专", "职业院校", "职业学院", "职业技术学院", "高等职业院校",
      "高等职业学校", "职业本科", "中职", "中职院校", "中职学校", "中等职业学校", "技工院校", "技师学院", "职校", "vocational school", "polytechnic"),
    Kind(
      "institute", "research institute", "科研院所", .university, or: "院所", "研究院", "研究所", "研究机构", "研究中心", "科研机构", "科研单位",
      "研发机构", "新型研发机构", "实验室", "重点实验室", "国家实验室", "科学院", "REC", "RTO", "laboratory", "lab", "research center",
      "research centre", "research organization", "research organisation"),
    Kind(
      "platform", "platform", "平台", .none, or: "创新平台", "公共平台", "服务平台", "公共服务平台", "公共技术平台", "公共技术服务平台", "技术服务平台", "技术中心",
      "企业技术中心", "工程中心", "工程研究中心", "工程技术研究中心", "技术创新中心", "产业创新中心", "制造业创新中心", "创新中心", "孵化器", "众创空间", "加速器", "检测中心",
      "检测机构", "服务机构", "科技服务机构", "中介机构", "科技中介", "incubator", "accelerator", "innovation center", "innovation centre",
      "technology center", "technology centre", "service platform"),
    Kind(
      "government", "government", "政府", .government, or: "政府部门", "政府机构", "主管部门", "行业主管部门", "行政部门", "行政机关", "党政机关", "机关",
      "机关单位", "事业单位", "PUB", "public body", "public authority", "public sector", "authority", "agency"),
    Kind(
      "park", "park", "园区", .government, or: "产业园", "产业园区", "开发区", "经开区", "高新区", "科技园", "科技园区", "工业园", "工业园区",
      "science park", "industrial park", "technology park"),
    Kind(
      "association", "association", "行业协会", .industry, or: "协会", "商会", "学会", "联盟", "产业联盟", "社会组织", "行业组织",
      "社会团体", "industry association", "trade association", "chamber", "society", "NGO"),
    Kind(
      "fund", "fund", "基金", .industry, or: "创新基金", "产业基金", "投资基金", "投资机构", "投资公司", "创投", "创投机构", "风投", "金融机构", "银行",
      "保险公司", "担保公司", "bank", "investor", "venture capital", "financial institution"),
    Kind("hospital", "hospital", "医院", .university, or: "医疗机构", "医疗单位", "三甲医院", "附属医院", "clinic", "medical center"),
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
