extension Actor: TableRow {
  package static let table = Table.actors
  package static let blank = Actor(id: "", name: "")
  package static let columns = ActorColumns.all
}

/// What `actors.csv` holds.
package enum ActorColumns {
  package static let id = TableColumn<Actor>(
    "id",
    [
      "编号", "编码", "标识", "主体编号", "单位编号", "企业编号", "机构编号", "主体id", "单位id", "actor_id", "org_id", "organization_id",
      "organisation_id", "company_id", "firm_id", "node_id", "vertex_id",
    ],
    or: [
      "统一社会信用代码", "社会信用代码", "统一信用代码", "信用代码", "组织机构代码", "代码", "单位代码", "企业代码", "机构代码", "uscc", "key", "code", "pic",
      "node", "vertex", "序号", "no", "no.", "number", "index",
    ], need: .value, .text(\.id), .id)
  package static let name = TableColumn<Actor>(
    "name",
    [
      "名称", "单位名称", "主体", "主体名称", "机构名称", "企业名称", "公司名称", "组织名称", "actor_name", "org_name", "organization_name",
      "organisation_name", "company_name", "firm_name", "node_name",
    ],
    or: [
      "全称", "单位全称", "企业全称", "机构全称", "企业（单位）名称", "院校名称", "学校名称", "单位", "企业", "机构", "公司", "full_name", "legal_name",
      "official_name", "label", "actor", "organization", "organisation", "company", "firm", "institution", "title",
      "英文名称", "英文名",
      "name_en", "english_name", "中文名称", "简称",
    ], need: .value, .text(\.name), .name, here: Here.name)
  package static let kind = TableColumn<Actor>(
    "kind",
    [
      "类型", "主体类型", "类别", "单位类型", "主体类别", "单位类别", "机构类型", "机构类别", "组织类型", "type", "actor_type", "org_type",
      "organization_type", "organisation_type",
    ],
    or: [
      "企业类型", "企业类别", "单位性质", "机构性质", "企业性质", "性质", "分类", "category", "class", "sector", "activity_type", "helix",
    ], need: .column, .kind(Access(\.kind)),
    here: Phrase("What the actor is: enterprise, university, college …", zh: "主体属于哪一类：企业、高校、高职院校等。"))

  package static let zone = TableColumn<Actor>(
    "zone", ["片区", "所在片区", "所属片区", "区域片区", "zones"],
    or: [
      "区县", "县区", "所属区县", "所在区县", "所属区", "所在区", "板块", "所属板块", "所在板块", "县市区", "县（市、区）", "区（县）", "市区", "区",
      "行政区", "行政区划", "辖区", "所属区域", "所在区域", "区域", "所属园区", "所在园区", "园区", "地区", "所属地区", "所在地区", "所在地", "属地", "镇街",
      "district", "county", "area", "region", "park", "nuts3",
    ], .zone(Access(\.zone)),
    here: Phrase("The district, park or innovation zone in which the actor sits.", zh: "所在的区县、园区或创新片区。"))
  package static let size = TableColumn<Actor>(
    "size", ["规模", "单位规模"],
    or: [
      "员工人数", "员工数", "员工总数", "职工人数", "职工数", "从业人员", "从业人数", "人数", "employees", "number_of_employees", "staff",
      "headcount",
    ], .number(\.size),
    InputMeaning(
      "size", Phrase("size", zh: "规模"),
      Phrase("The size of an actor, such as its staff.", zh: "主体的规模，如职工人数。"),
      Phrase("A number of 0 or more, in one unit for all.", zh: "大于或等于 0 的数字，全表单位一致。")))
  package static let evidence = TableColumn<Actor>(
    "evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence)
  package static let basis = TableColumn<Actor>("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis)

  package static let all: [TableColumn<Actor>] = [
    id,
    name,
    TableColumn(
      "name_zh", ["中文名称", "中文名", "中文全称", "名称(中文)", "name_cn", "name(zh)", "chinese_name"], .text(\.nameZh), .name,
      here: Here.chineseName),
    TableColumn(
      "short", ["英文简称", "英文缩写", "short_name", "abbreviation", "abbr", "acronym"], .text(\.short), short,
      here: Phrase("The short name, on pictures and in sentences.", zh: "图上和句中使用的简称。")),
    TableColumn(
      "short_zh", ["简称", "中文简称", "单位简称", "企业简称", "机构简称"], .text(\.shortZh), short,
      here: Phrase("The short name in Chinese.", zh: "中文简称。")
    ),
    kind,
    zone,
    size,
    TableColumn(
      "leader", ["龙头", "是否龙头", "是否为龙头", "是否龙头企业", "链主", "是否链主", "是否链主企业", "is_leader", "lead"],
      .flag(Access(\.isLeader)), .leader,
      here: Phrase("Whether the actor leads its chain or cluster.", zh: "是否为所在产业链或集群的龙头。")),
    TableColumn(
      "lat", ["纬度", "latitude", "geo_lat"], .number(Access(\.latitude), in: -90...90), coordinates,
      here: Phrase("The latitude of the actor, in degrees.", zh: "主体位置的纬度，以度为单位。")),
    TableColumn(
      "lon", ["经度", "longitude", "lng", "long", "geo_lon"], .number(Access(\.longitude), in: -180...180), coordinates,
      here: Phrase("The longitude of the actor, in degrees.", zh: "主体位置的经度，以度为单位。")),
    TableColumn(
      "url",
      [
        "网址", "网站", "官网", "官方网站", "主页", "website", "web", "homepage", "web_address", "organization_url",
        "organisation_url",
      ], .text(\.url),
      InputMeaning(
        "url", Phrase("web address", zh: "网址"), or: ["website"],
        Phrase("The web page of an actor.", zh: "主体的网页地址。"), Phrase("Passed on to outputs.", zh: "原样保留。"))),
    TableColumn(
      "source", ["来源", "资料来源", "数据来源", "信息来源", "data_source"], .text(\.source), .source,
      here: Phrase("Where the facts come from.", zh: "资料来源。")),
    evidence,
    basis,
    parent,
  ]

  package static let parent = TableColumn<Actor>(
    "parent", ["上级单位", "所属单位", "母公司", "隶属单位", "parent_id", "parent_organization", "parent_organisation"],
    .text(\.parent),
    InputMeaning(
      "parent", Phrase("parent organization", zh: "上级单位"), or: ["母公司", "所属单位"],
      Phrase(
        "The id of the organization that an actor is a part of, such as the university of a faculty.",
        zh: "主体所隶属单位的编号，如二级学院所属的高校、子公司的母公司。"),
      Phrase(
        "Parts of one organization count as one provider: neither stands in for the other.",
        zh: "同属一家的各单位按一家供给方计：彼此不能互为备份。")))

  private static let short = InputMeaning(
    "short", Phrase("short name", zh: "简称"), or: ["short_zh", "short_name", "英文简称", "中文简称"],
    Phrase("What it is called on pictures and in sentences; short_zh in Chinese.", zh: "图上和句中使用的简称；short_zh 为中文简称。"),
    Phrase("Without it the full name is used.", zh: "留空则用全称。"))

  private static let coordinates = InputMeaning(
    "lat", Phrase("latitude and longitude", zh: "纬度、经度"),
    or: ["lon", "latitude", "longitude", "纬度", "经度", "lng"],
    Phrase(
      "Where an actor is: lat from −90 to 90, lon from −180 to 180.",
      zh: "主体位置：lat 为纬度（−90 至 90），lon 为经度（−180 至 180）。"),
    Phrase("Degrees as decimal numbers.", zh: "以度为单位的小数。"))
}
