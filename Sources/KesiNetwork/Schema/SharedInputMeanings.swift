/// What columns mean that several tables have.
extension InputMeaning {
  static let id = InputMeaning(
    "id", Phrase("id", zh: "编号"), or: ["编码", "代码"],
    Phrase("The short name by which other tables refer to a row.", zh: "供其他表引用的编号。"),
    Phrase("Each is given once. Keep it when names change.", zh: "不得重复；单位改名时编号不变。"))

  static let name = InputMeaning(
    "name", Phrase("name", zh: "名称"), or: ["name_zh", "中文名称", "单位名称", "label"],
    Phrase("What it is called; name_zh in Chinese.", zh: "全称；name 为英文或默认名称，name_zh 为中文名称。"),
    Phrase("The name is required; fill in both for output in both languages.", zh: "名称必填；需要中英文两种输出时，再填中文名称。"))

  static let leader = InputMeaning(
    "leader", Phrase("leader", zh: "牵头单位／龙头"), or: ["龙头", "链主", "牵头单位", "牵头", "盟主"],
    Phrase(
      "In actors.csv whether an actor leads its chain or cluster (1 or 0); in consortia.csv the actor that leads a consortium.",
      zh: "在 actors.csv 中表示是否为龙头（1 或 0，是或否）；在 consortia.csv 中填写牵头单位。"),
    Phrase("Also a role in positions.csv and members.csv.", zh: "在 positions.csv 与 members.csv 中也是一种角色。"))

  static let source = InputMeaning(
    "source", Phrase("source", zh: "来源／甲方"), or: ["source_zh", "来源", "甲方", "起点"],
    Phrase(
      "In ties.csv the first of the two actors; in actors.csv and network.yml where the facts come from (source_zh in Chinese).",
      zh: "在 ties.csv 中指甲方（联系的起点）；在 actors.csv 与 network.yml 中指资料来源（source_zh 为中文）。"),
    Phrase(
      "Ties need both ends; as the source of facts name a document or a page.",
      zh: "联系的双方都必须填写；作为资料来源，写明文件或网页。"))

  static let from = InputMeaning(
    "from", Phrase("from and to", zh: "开始、结束"),
    or: ["to", "开始", "结束", "date", "日期", "founded", "dissolved", "成立", "解散"],
    Phrase(
      "When a tie, a position or a membership began and ended; a consortium has founded and dissolved.",
      zh: "联系、链位、成员关系的起止时间；联合体用“成立”（founded）与“解散”（dissolved）。"),
    Phrase(
      "A year, a month or a day: 2024, 2024-05, 2024-05-17. Empty means open.",
      zh: "写年、年月或年月日：2024、2024-05、2024-05-17；留空表示不限。"))

  /// What numbers may be that can be below 0.
  static let anyNumber = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  /// How a column of one date is called that does not say whether it is the first or the last: something begins then.
  static let beginWithoutSaying = ["年份", "年度", "日期", "时间", "year", "date"]

  static let capacity = InputMeaning(
    "capacity", Phrase("capacity", zh: "供给能力"), or: ["能力"],
    Phrase(
      "What the providers of a chain supply: as a whole in chains.csv, or each in positions.csv.",
      zh: "供给方的供给能力：在 chains.csv 中填总量，或在 positions.csv 中逐家填写。"),
    Phrase("In the same unit as demand.", zh: "单位须与需求一致。"))

  static let level = InputMeaning(
    "level", Phrase("level", zh: "层级"), or: ["级别"],
    Phrase(
      "By whom an actor is recognized in a chain: a national provider counts for more in the depth of the chain. In supplies.csv and demands.csv the level at which something is offered or asked for.",
      zh: "主体在产业链上获得哪一级认定；层级越高，对供给深度的贡献越大。在 supplies.csv 与 demands.csv 中指所提供或所要求的达到哪一级。"),
    Phrase(
      "In a chain empty counts as ordinary; of a supply or demand it is not stated.",
      zh: "在产业链上留空按“普通”计；供给与需求留空表示未注明。"))

  package static let item = InputMeaning(
    "item", Phrase("item", zh: "供需内容"), or: ["内容", "items"],
    Phrase(
      "What is supplied or demanded: welders, a test, a course, a component.", zh: "供给或需求的内容：焊工、检测、课程、零部件等。"),
    Phrase(
      "Use the same word on both sides; network.yml can say under items what is a kind of what.",
      zh: "供需双方用同一个词；可在 network.yml 的 items 下声明各项内容的从属关系。"))

  package static let quantity = InputMeaning(
    "quantity", Phrase("quantity", zh: "数量"), or: ["供给数量", "需求数量", "匹配数量"],
    Phrase(
      "How much is supplied or demanded: in supplies.csv and demands.csv what there is or is needed, in matches what goes from one to the other.",
      zh: "供给或需求的数量：在 supplies.csv 与 demands.csv 中为可提供或所需要的数量，在匹配结果中为双方之间匹配的数量。"),
    Phrase(
      "In one unit for both sides of an item. Where no row states any, each counts as one.",
      zh: "同一内容的供需双方单位须一致。若各行都未填，每行按 1 计。"))

  package static let preferences = InputMeaning(
    "preferences", Phrase("preferences", zh: "意向对象"), or: ["意向单位", "ranking"],
    Phrase(
      "The actors that one would rather have as partners, the best first, with semicolons between. Whom it does not name it does not want.",
      zh: "希望与之合作的单位，按意愿先后填写，用分号隔开；未填写的视为不愿合作。"),
    Phrase(
      "For `kesi match --stable`, where every row of both tables ranks.",
      zh: "供 kesi match --stable 使用；供给与需求两表的每一行都须填写。"))

  static let role = InputMeaning(
    "role", Phrase("role", zh: "角色"), or: ["作用"],
    Phrase(
      "In positions.csv what an actor does in a chain (demander, provider, platform, leader); in members.csv what it does in a consortium (leader, core, member, observer).",
      zh: "在 positions.csv 中指主体在产业链上的作用（需求方、供给方、平台、链主），在 members.csv 中指成员在联合体中的身份（牵头单位、核心成员、成员、观察员）。"),
    Phrase(
      "In a chain without a role, enterprises count as demanders, others as providers.",
      zh: "产业链角色留空时，企业按需求方计，其他按供给方计。"))

  static let evidence = InputMeaning(
    "evidence", Phrase("evidence", zh: "依据"), or: ["证据"],
    Phrase("In tables that you bring: where a row is from, in free words.", zh: "在填报的表中：该行内容的出处，用词不限。"),
    Phrase(
      "A row whose evidence begins with illustrative is marked as made up: see illustrative.",
      zh: "以“示意”开头的行视为示意数据（演示用的模拟数据），见词条“示意数据”。"))

  static let basis = InputMeaning(
    "basis", Phrase("basis", zh: "数据性质"), or: ["性质"],
    Phrase(
      "What a row rests on: register (an official record), reported (filled in by somebody), inferred (concluded from other data), illustrative (made up).",
      zh: "该行数据的性质：登记（官方登记）、填报（有关方面填写）、推断（由其他数据推出）、示意（演示用的模拟数据）。"),
    Phrase("What kesi import concludes from names is inferred.", zh: "kesi import 根据名称推断出的内容标为“推断”。"))
}

/// What is said of such a column where the meaning speaks of several tables.
enum Here {
  static let name = Phrase("The name in full.", zh: "全称。")
  static let chineseName = Phrase("The name in Chinese.", zh: "中文名称。")
  static let begin = Phrase("When it began.", zh: "开始时间。")
  static let end = Phrase("When it ended; empty where it goes on.", zh: "结束时间；仍在进行的留空。")
  static let evidence = Phrase(
    "Where the row is from, in free words; one that begins with “illustrative” is made up.",
    zh: "该行内容的出处，用词不限；以“示意”开头的为示意数据。")
  static let basis = Phrase("What the row rests on.", zh: "该行数据的性质。")
}
