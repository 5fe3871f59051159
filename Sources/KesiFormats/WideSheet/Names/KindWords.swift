import KesiNetwork

/// The words of names that tell what kind an organization is.
enum KindWords {
  struct Word {
    let text: String
    let scalars: [Unicode.Scalar]
    let kind: String
    let confidence: Double
    /// Whether it tells only at the end of a name, as single characters do.
    let isLast: Bool
    /// Whether a name may be nothing else.
    let mayBeWhole: Bool
  }

  static let chinese: [Word] =
    words(
      "enterprise", 0.95,
      "有限公司 有限责任公司 股份有限公司 集团有限公司 股份公司 总公司 分公司 子公司 公司 (有限合伙) 合伙企业 合作社 事务所")
    + words("enterprise", 0.85, last: true, "集团 厂 总厂 工厂 企业 股份 有限 商行 工作室 科技 电子 药业 制造 科技股份")
    + words("university", 0.95, "大学 工学院 理工学院 师范学院 医学院 商学院 音乐学院 美术学院 体育学院 农学院 城市学院 应用技术学院 工程学院 财经学院 外国语学院 警察学院")
    + words("university", 0.75, last: true, "学院 研究生院 书院 交大 工大 科大 师大 医大 农大 财大 理工大")
    + words(
      "college", 0.95,
      "职业大学 职业技术大学 职业学院 职业技术学院 职业工学院 高等专科学校 高等职业技术学校 高等职业学校 职业技术学校 职业学校 中等专业学校 技师学院 技工学校 职教中心 职业教育中心 高职院校 专科学校 职业高中 高级技工学校 技术学校 卫生学校"
    )
    + words("college", 0.6, last: true, "学校 高职 中专")
    + words(
      "institute", 0.95,
      "研究院 研究所 研究总院 设计院 科学院 设计研究院 研究中心 研究室 研究会所 国家实验室 联合实验室 工程院 技术院 科学研究中心")
    + words("institute", 0.8, last: true, "实验室 院所 研究院所 科研所 规划院 农科院 社科院 中科院 分院 检验院 计量院")
    + words("institute", 0.6, last: true, "所 院")
    + words(
      "platform", 0.9,
      "重点实验室 工程技术研究中心 工程研究中心 工程实验室 技术创新中心 制造业创新中心 产业创新中心 协同创新中心 公共服务平台 公共技术服务平台 服务平台 创新平台 技术转移中心 检测中心 检验检测中心 企业技术中心 技术中心 大数据中心 超算中心 工程中心 平台 院士工作站 博士后工作站 研究生工作站 工作站 产教融合基地 中试基地 交易中心 服务中心 生产力促进中心 创新中心 创新研究中心"
    )
    + words("platform", 0.5, last: true, "中心 基地")
    + words(
      "government", 0.95,
      "人民政府 管委会 管理委员会 发改委 发展和改革委员会 工信局 科技局 教育局 科学技术局 工业和信息化局 商务局 财政局 街道办事处 办事处 市场监督管理局 知识产权局 科学技术厅 教育厅 科技厅 工信厅 科学技术部 教育部 工信部 科技部 卫健委 国资委 市政府 区政府 县政府 市委 区委 委员会"
    )
    + words("government", 0.75, last: true, "局 厅 委 政府 街道 办公室 海关 法院")
    + words(
      "park", 0.9,
      "产业园 科技园 工业园 软件园 创业园 开发区 高新区 产业园区 工业园区 科技产业园 留创园 孵化器 众创空间 加速器 科学城 生物产业园 创新园 经开区 保税区 综保区 大学科技园 孵化基地 创客空间")
    + words("park", 0.7, last: true, "园区 园 科创园 新区 产业基地 示范区")
    + words("association", 0.95, "协会 商会 学会 联合会 促进会 研究会 工商联 总会 联谊会 同业公会 产业联盟 创新联盟 技术联盟")
    + words("association", 0.8, last: true, "联盟 分会 工会 协作组")
    + words("association", 0.7, "基金会")
    + words("fund", 0.9, "投资基金 产业基金 引导基金 母基金 创投基金 创业投资 风险投资 天使基金 股权投资 创投")
    + words("fund", 0.75, last: true, "基金 资本 投资 银行 支行 分行 信托 担保")
    + words("hospital", 0.95, "医院 卫生院 妇幼保健院 保健院 卫生服务中心 诊所 疗养院 疾控中心 疾病预防控制中心 血站 眼科中心")

  /// The words by their last character, the longest first.
  static let byLast: [Unicode.Scalar: [Word]] = {
    var words: [Unicode.Scalar: [Word]] = [:]
    for word in chinese { if let last = word.scalars.last { words[last, default: []].append(word) } }
    return words.mapValues { list in
      list.enumerated().sorted { ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset) }
        .map(\.element)
    }
  }()

  private static func words(
    _ kind: String, _ confidence: Double, last isLast: Bool = false, _ list: String
  ) -> [Word] {
    list.split(separator: " ").map { word in
      let scalars = Array(word.unicodeScalars)
      return Word(
        text: String(word), scalars: scalars, kind: kind, confidence: confidence, isLast: isLast,
        mayBeWhole: scalars.count > 3)
    }
  }

  struct LatinRule {
    let kind: String
    let confidence: Double
    let isLast: Bool
    /// In small letters without points; with `*` at the end the start of a word. Each with what is sought in a text that has
    /// blanks around all words.
    let words: [(word: String, sought: String)]

    init(_ kind: String, _ confidence: Double, last isLast: Bool = false, _ words: String...) {
      (self.kind, self.confidence, self.isLast) = (kind, confidence, isLast)
      self.words = words.map { ($0, $0.ends(with: "*") ? " \($0.dropLast())" : " \($0) ") }
    }
  }

  static let latin: [LatinRule] = [
    LatinRule(
      "hospital", 0.95, "hospital", "hospitals", "klinik*", "clinic", "clinics", "hopital", "hôpital", "hopitaux",
      "hospices",
      "ospedale", "ospedaliera", "krankenhaus", "medical center", "medical centre", "sygehus", "sjukhus",
      "universitätsklinikum",
      "ziekenhuis", "nhs"),
    LatinRule("association", 0.85, last: true, "ev", "e v"),
    LatinRule("institute", 0.9, "fraunhofer gesellschaft*", "max planck*", "fraunhofer institut*"),
    LatinRule(
      "enterprise", 0.95, last: true, "ltd", "limited", "llc", "inc", "incorporated", "corp", "corporation", "company",
      "co",
      "gmbh", "mbh", "ag", "kg", "kgaa", "ug", "se", "sa", "s a", "sas", "sasu", "sarl", "srl", "s r l", "spa", "s p a",
      "bv",
      "b v", "nv", "n v", "ab", "as", "a/s", "asa", "aps", "oy", "oyj", "plc", "pty", "sl", "s l", "slu", "sau", "lda",
      "sp z o o",
      "sp zoo", "spzoo", "doo", "d o o", "dd", "kft", "zrt", "sro", "s r o", "as publ", "ou", "oü", "uab", "sia",
      "eood", "ood",
      "pte", "bhd", "kk", "group", "holding", "holdings", "technologies", "gmbh & co kg", "scrl", "scarl", "eeig",
      "llp", "lp",
      "pvt ltd", "aktiengesellschaft"),
    LatinRule("enterprise", 0.85, "gmbh", "co ltd", "ltd", "inc", "llc"),
    LatinRule(
      "university", 0.95, "university", "universities", "universit*", "univ", "universidad*", "universidade",
      "università",
      "université",
      "uniwersytet", "univerza", "univerzit*", "politecnico", "politechnika", "politécnica",
      "politecnica",
      "technische hochschule", "hochschule*", "fachhochschule*", "hogeschool*", "eth", "epfl", "ecole", "école",
      "institute of technology", "school of economics", "business school", "yliopisto", "korkeakoulu", "tu",
      "academy of arts"),
    LatinRule(
      "college", 0.9, "vocational*", "community college", "technical college", "school of technology",
      "technical school",
      "ammattikorkeakoulu", "berufsschule*", "college of technology"),
    LatinRule("university", 0.6, "college", "school", "polytechnic*"),
    LatinRule(
      "government", 0.9, "ministry", "ministerio", "ministero", "ministère", "ministerium", "municipality",
      "municipal government",
      "government", "bureau", "city council", "county council", "council of", "comune", "ayuntamiento", "stadt",
      "gemeente",
      "kommune", "city of", "prefecture", "regional council", "commission", "department of", "agency", "region of",
      "province of", "county of",
      "landeshauptstadt"),
    LatinRule(
      "fund", 0.85, "fund", "funds", "ventures", "venture", "capital", "bank", "investment", "investments",
      "private equity"),
    LatinRule(
      "association", 0.9, "association", "associazione", "asociacion", "asociación", "verband", "federation",
      "federación", "chamber",
      "alliance", "society", "union", "stowarzyszenie", "vereniging", "association for", "club", "confederation"),
    LatinRule(
      "association", 0.7, "foundation", "stiftung", "fondazione", "fundacion", "fundación", "fondation",
      "cluster"),
    LatinRule(
      "park", 0.9, "science park", "technology park", "industrial park", "business park", "software park", "incubator",
      "accelerator", "development zone", "high tech zone", "park", "technopole", "parque"),
    LatinRule("institute", 0.7, last: true, "institute"),
    LatinRule(
      "institute", 0.9, "institute", "institutes", "institut*", "istituto", "instituto", "instytut", "fraunhofer*",
      "cnrs", "cea",
      "csic", "cnr", "inria", "tno", "vtt", "imec", "sintef", "academy of sciences", "laboratory", "laboratories",
      "lab", "labs",
      "research centre", "research center", "research council", "forschungszentrum", "forschungsinstitut*",
      "helmholtz*",
      "leibniz*", "centro de investigacion*", "centre national", "centre de recherche", "consiglio nazionale",
      "academy",
      "research", "rise"),
    LatinRule("association", 0.5, "stichting"),
    LatinRule(
      "platform", 0.75, "platform", "pilot line", "test bed", "testbed", "innovation center", "innovation centre",
      "technology center", "technology centre"),
    LatinRule("institute", 0.5, "centre", "center", "centro", "zentrum", "centrum"),
  ]

  /// Words of columns of kinds beside the ids, labels and words of the kinds themselves.
  static let stated: [String: String] = {
    var stated: [String: String] = [:]
    for (kind, list) in statedLists {
      for word in list.split(separator: "、") where stated[String(word)] == nil { stated[String(word)] = kind }
    }
    return stated
  }()

  private static let statedLists: [(String, String)] = [
    (
      "enterprise",
      "企业、公司、民营企业、民企、民营、国企、国有企业、国有、央企、外企、外资、外资企业、合资、合资企业、中外合资、私营、私营企业、上市公司、上市企业、专精特新、专精特新企业、专精特新小巨人、小巨人、小巨人企业、高新技术企业、高企、科技型中小企业、中小企业、龙头企业、链主企业、链主、瞪羚企业、独角兽、规上企业、大型企业、中型企业、小型企业、微型企业、制造业企业、industry、company、firm、enterprise、business、sme、large enterprise、large company、startup、start-up、private company、private、prc、spin-off"
    ),
    (
      "university",
      "高校、大学、本科、本科院校、普通高校、普通本科高校、高等院校、高等学校、双一流高校、university、higher education、hes、academia、academic"
    ),
    (
      "college",
      "高职、高职院校、职业院校、职教、高职高专、专科院校、职业学校、中职、技工院校、技师学院、vocational college、vocational school、college、vocational"
    ),
    (
      "institute",
      "科研院所、院所、研究院、研究所、研究机构、科研机构、新型研发机构、研发机构、实验室、高校院所、institute、research institute、research organisation、research organization、research center、research centre、research、rec、rto"
    ),
    (
      "platform",
      "平台、创新平台、公共服务平台、服务平台、重点实验室、技术中心、工程中心、创新载体、检测机构、platform、innovation platform、technology center、technology centre"
    ),
    (
      "government",
      "政府、政府部门、机关、行政机关、主管部门、政府机构、党政机关、government、public body、public authority、authority、public、pub"
    ),
    ("park", "园区、产业园、产业园区、科技园、孵化器、开发区、众创空间、park、incubator、science park"),
    ("association", "协会、行业协会、商会、学会、联盟、社会组织、社会团体、行业组织、社团、association、ngo、federation、cluster、chamber"),
    ("fund", "基金、投资机构、金融机构、银行、创投、创投机构、投资基金、金融、fund、investor、bank、financial institution、vc"),
    ("hospital", "医院、医疗机构、医疗卫生机构、三甲医院、临床机构、hospital、clinic"),
  ]
}
