extension Actor: TableRow {
  package static let table = Table.actors
  package static let blank = Actor(id: "", name: "")
  package static let columns = ActorColumns.all
}

/// What `actors.csv` holds.
package enum ActorColumns {
  package static let id = TableColumn<Actor>(
    "id", ["编号", "编码", "代码", "標識", "編號"], need: .value, .text(\.id), .id)
  package static let name = TableColumn<Actor>(
    "name", ["名称", "单位名称", "主体", "主体名称", "機構名稱", "名稱", "机构名称", "label"], need: .value, .text(\.name), .name)
  package static let kind = TableColumn<Actor>(
    "kind", ["类型", "主体类型", "类别", "類型", "單位類型", "单位类型", "type"], need: .column, .kind(Access(\.kind)),
    here: Phrase("What the actor is: enterprise, university, college …", zh: "主体属于哪一类：企业、高校、高职院校等。"))

  package static let all: [TableColumn<Actor>] = [
    id,
    name,
    TableColumn("name_zh", ["中文名称", "中文名", "中文名稱"], .text(\.nameZh), .name, here: Here.chineseName),
    TableColumn("short", ["英文简称", "short_name"], .text(\.short), short),
    TableColumn(
      "short_zh", ["简称", "中文简称", "簡稱"], .text(\.shortZh), short, here: Phrase("The short name in Chinese.", zh: "中文简称。")
    ),
    kind,
    TableColumn(
      "zone", ["片区", "区域", "园区", "所在区", "片區", "區域"], .text(\.zone),
      here: Phrase("The district, park or innovation zone in which the actor sits.", zh: "所在的区县、园区或创新片区。")),
    TableColumn(
      "size", ["规模", "規模"], .number(\.size),
      InputMeaning(
        "size", Phrase("size", zh: "规模"),
        Phrase("The size of an actor, such as its staff.", zh: "主体的规模，如职工人数。"),
        Phrase("A number of 0 or more, in one unit for all.", zh: "大于或等于 0 的数字，全表单位一致。"))),
    TableColumn(
      "leader", ["龙头", "是否龙头", "链主", "龍頭"], .flag(Access(\.isLeader)), .leader,
      here: Phrase("Whether the actor leads its chain or cluster.", zh: "是否为所在产业链或集群的龙头。")),
    TableColumn(
      "lat", ["纬度", "緯度", "latitude"], .number(Access(\.latitude), in: -90...90), coordinates,
      here: Phrase("The latitude of the actor, in degrees.", zh: "主体位置的纬度，以度为单位。")),
    TableColumn(
      "lon", ["经度", "經度", "longitude", "lng"], .number(Access(\.longitude), in: -180...180), coordinates,
      here: Phrase("The longitude of the actor, in degrees.", zh: "主体位置的经度，以度为单位。")),
    TableColumn(
      "url", ["网址", "網址", "website"], .text(\.url),
      InputMeaning(
        "url", Phrase("web address", zh: "网址"), or: ["website"],
        Phrase("The web page of an actor.", zh: "主体的网页地址。"), Phrase("Passed on to outputs.", zh: "原样保留。"))),
    TableColumn(
      "source", ["来源", "來源"], .text(\.source), .source, here: Phrase("Where the facts come from.", zh: "资料来源。")),
    TableColumn("evidence", ["依据", "证据", "依據"], .text(\.evidence), .evidence, here: Here.evidence),
    TableColumn("basis", ["数据性质", "性质", "數據性質"], .term(\.basis), .basis, here: Here.basis),
  ]

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
