import KesiCluster
import KesiNetwork

extension Glossary {
  /// The columns of the tables that people bring, other than those that bear a word of the vocabulary.
  static let columnEntries: [GlossaryEntry] = [
    column(
      "role", Phrase("role", zh: "角色"), or: ["作用", "居间角色"],
      Phrase(
        "In positions.csv what an actor does in a chain (demander, provider, platform, leader); in members.csv what it does in a consortium (leader, core, member, observer).",
        zh:
          "在 positions.csv 中指主体在产业链上的作用（需求方、供给方、平台、链主），在 members.csv 中指成员在联合体中的身份（牵头单位、核心成员、成员、观察员）。"),
      Phrase(
        "In a chain without a role, enterprises count as demanders, others as providers.",
        zh: "产业链角色留空时，企业按需求方计，其他按供给方计。"),
      in: "positions.csv (role); members.csv (role)",
      values: ChainRole.allCases.map(\.label) + MemberRole.allCases.map(\.label)),
    column(
      "level", Phrase("level", zh: "层级"), or: ["级别", "严重程度"],
      Phrase(
        "By whom an actor is recognized in a chain. A national provider counts for more in the depth of the chain. In the table of gaps: how bad a gap is.",
        zh: "主体在产业链上获得哪一级认定；层级越高，对供给深度的贡献越大。在薄弱环节表中指严重程度。"),
      Phrase(
        "Empty counts as ordinary. Of gaps: critical from 0.75 on, high from 0.5, medium from 0.25, else low.",
        zh: "留空按“普通”计。薄弱环节：严重度 ≥0.75 为严重，≥0.5 为高，≥0.25 为中，其余为低。"),
      in: "positions.csv (level); gaps (level)",
      values: Level.allCases.map(\.label) + GapLevel.allCases.map(\.label)),
    column(
      "tie_stage", Phrase("stage of a tie", zh: "阶段"), or: ["stage", "项目阶段"],
      Phrase("How far a joint project has come.", zh: "合作项目进展到哪一步。"),
      Phrase(
        "A project that has not come to industrialization three years after it began counts as stalled.",
        zh: "开始三年后仍未到“产业化”的项目，计为停滞。"),
      in: "ties.csv (stage)", values: TieStage.allCases.map(\.label)),
    column(
      "outcome", Phrase("outcome", zh: "成效"), or: ["结果"],
      Phrase("What became of a joint project.", zh: "合作项目的效果。"),
      Phrase("Empty where it is not known: the tie is then not judged.", zh: "不清楚就留空，不会据此判断。"),
      in: "ties.csv (outcome)", values: Outcome.allCases.map(\.label)),
    column(
      "id", Phrase("id", zh: "编号"), or: ["编码", "代码"],
      Phrase("The short name by which other tables refer to a row.", zh: "供其他表引用的编号。"),
      Phrase("Each is given once. Keep it when names change.", zh: "不得重复；单位改名时编号不变。"),
      in: "actors.csv, chains.csv, consortia.csv (id)"),
    column(
      "name", Phrase("name", zh: "名称"), or: ["name_zh", "中文名称", "单位名称", "label"],
      Phrase("What it is called; name_zh in Chinese.", zh: "全称；name 为英文或默认名称，name_zh 为中文名称。"),
      Phrase("The name is required; fill in both for output in both languages.", zh: "名称必填；需要中英文两种输出时，再填中文名称。"),
      in: "actors.csv, chains.csv, consortia.csv (name, name_zh)"),
    column(
      "short", Phrase("short name", zh: "简称"), or: ["short_zh", "short_name", "英文简称", "中文简称"],
      Phrase("What it is called on pictures and in sentences; short_zh in Chinese.", zh: "图上和句中使用的简称；short_zh 为中文简称。"),
      Phrase("Without it the full name is used.", zh: "留空则用全称。"), in: "actors.csv (short, short_zh)"),
    column(
      "size", Phrase("size", zh: "规模"), Phrase("The size of an actor, such as its staff.", zh: "主体的规模，如职工人数。"),
      Phrase("A number of 0 or more, in one unit for all.", zh: "大于或等于 0 的数字，全表单位一致。"), in: "actors.csv (size)"),
    column(
      "leader", Phrase("leader", zh: "牵头单位／龙头"), or: ["龙头", "链主", "牵头单位", "牵头", "盟主"],
      Phrase(
        "In actors.csv whether an actor leads its chain or cluster (1 or 0); in consortia.csv the actor that leads a consortium.",
        zh: "在 actors.csv 中表示是否为龙头（1 或 0，是或否）；在 consortia.csv 中填写牵头单位。"),
      Phrase("Also a role in positions.csv and members.csv.", zh: "在 positions.csv 与 members.csv 中也是一种角色。"),
      in: "actors.csv (leader); consortia.csv (leader)"),
    column(
      "lat", Phrase("latitude and longitude", zh: "纬度、经度"),
      or: ["lon", "latitude", "longitude", "纬度", "经度", "lng"],
      Phrase(
        "Where an actor is: lat from −90 to 90, lon from −180 to 180.",
        zh: "主体位置：lat 为纬度（−90 至 90），lon 为经度（−180 至 180）。"),
      Phrase("Degrees as decimal numbers.", zh: "以度为单位的小数。"), in: "actors.csv (lat, lon)"),
    column(
      "url", Phrase("web address", zh: "网址"), or: ["website"], Phrase("The web page of an actor.", zh: "主体的网页地址。"),
      Phrase("Passed on to outputs.", zh: "原样保留。"), in: "actors.csv (url)"),
    column(
      "source", Phrase("source", zh: "来源／甲方"), or: ["source_zh", "来源", "甲方", "起点"],
      Phrase(
        "In ties.csv the first of the two actors; in actors.csv and network.yml where the facts come from (source_zh in Chinese).",
        zh: "在 ties.csv 中指甲方（联系的起点）；在 actors.csv 与 network.yml 中指资料来源（source_zh 为中文）。"),
      Phrase("Ties need both ends.", zh: "联系双方都必须填写。"), in: "ties.csv, actors.csv, network.yml (source)"),
    column(
      "target", Phrase("target", zh: "乙方"), or: ["终点"],
      Phrase("The second of the two actors of a tie.", zh: "联系的乙方（终点）。"),
      Phrase("An id or a name of actors.csv, other than the source.", zh: "填写 actors.csv 中的编号或名称，不能与甲方相同。"),
      in: "ties.csv (target)"),
    column(
      "weight", Phrase("weight", zh: "强度"), or: ["权重", "强度"],
      Phrase("How strong a tie is: projects, money, meetings.", zh: "联系的强弱，如项目数、金额、往来次数。"),
      Phrase(
        "A number of 0 or more; empty counts as 1, 0 as none. Weights count with --weighted; ties of the same two actors add up.",
        zh: "大于或等于 0 的数字；留空按 1 计，0 表示没有联系。加 --weighted 才参与计算；同一对主体的多条联系相加。"),
      in: "ties.csv (weight)"),
    column(
      "directed", Phrase("directed", zh: "有向"), or: ["有向", "是否有向", "undirected"],
      Phrase("Whether a tie runs one way, as guidance or supply does.", zh: "联系是否有方向，如政策指导、配套供应。"),
      Phrase("1 or 0, yes or no. Counts with --directed only.", zh: "填 1 或 0（是或否）。加 --directed 才按方向计算。"),
      in: "ties.csv (directed); network.yml (tie_kinds: directed)"),
    column(
      "from", Phrase("from and to", zh: "开始、结束"),
      or: ["to", "开始", "结束", "date", "日期", "founded", "dissolved", "成立", "解散"],
      Phrase(
        "When a tie, a position or a membership began and ended; a consortium has founded and dissolved.",
        zh: "联系、链位、成员关系的起止时间；联合体用“成立”（founded）与“解散”（dissolved）。"),
      Phrase(
        "A year, a month or a day: 2024, 2024-05, 2024-05-17. Empty means open.",
        zh: "写年、年月或年月日：2024、2024-05、2024-05-17；留空表示不限。"),
      in: "ties.csv, positions.csv, members.csv (from, to); consortia.csv (founded, dissolved)"),
    column(
      "benefit_source", Phrase("benefits", zh: "甲方收益、乙方收益"),
      or: ["benefit_target", "甲方收益", "乙方收益", "benefit", "收益"],
      Phrase("What each side gains from a tie.", zh: "联系双方各自的收益。"),
      Phrase("Numbers in one unit for both sides; fill in both or none.", zh: "双方用同一单位；要么都填，要么都不填。"),
      in: "ties.csv (benefit_source, benefit_target)"),
    column(
      "group", Phrase("group", zh: "分组"), or: ["组别"],
      Phrase("A heading under which chains stand together.", zh: "产业链的分组名称。"),
      Phrase("Free words.", zh: "用词不限。"), in: "chains.csv (group)"),
    column(
      "demand", Phrase("demand", zh: "需求"), or: ["需求量"],
      Phrase("What a chain needs from its providers, such as graduates a year.", zh: "产业链对供给方的需求量，如每年需要的毕业生人数。"),
      Phrase("In the same unit as capacity.", zh: "单位须与供给能力一致。"), in: "chains.csv (demand)"),
    column(
      "capacity", Phrase("capacity", zh: "供给能力"), or: ["能力"],
      Phrase(
        "What the providers of a chain supply: as a whole in chains.csv, or each in positions.csv.",
        zh: "供给方的供给能力：在 chains.csv 中填总量，或在 positions.csv 中逐家填写。"),
      Phrase("In the same unit as demand.", zh: "单位须与需求一致。"), in: "chains.csv, positions.csv (capacity)"),
    column(
      "requires", Phrase("required kinds", zh: "必备类型"), or: ["应有主体", "所需类型"],
      Phrase("The kinds that a complete chain has.", zh: "完整的产业链必须具备的主体类型。"),
      Phrase("Several in one cell: enterprise;university.", zh: "一格可填多个，用顿号或分号隔开，如“企业、高校”。"),
      in: "chains.csv (requires)"),
    column(
      "unassessed", Phrase("kinds not assessed", zh: "未评估类型"), or: ["未评估"],
      Phrase("The kinds of which the source does not say whether a chain has them.", zh: "资料未说明是否具备的主体类型。"),
      Phrase("They are left out of every verdict and named, never counted as missing.", zh: "不参与任何判断，仅予列出，绝不当作缺失。"),
      in: "chains.csv (unassessed)"),
    column(
      "budget", Phrase("budget", zh: "经费"), or: ["预算"], Phrase("The budget of a consortium.", zh: "联合体的经费。"),
      Phrase("A number, without unit.", zh: "只填数字，不带单位。"), in: "consortia.csv (budget)"),
    column(
      "objective", Phrase("objective", zh: "目标"), or: ["建设目标"],
      Phrase("What a consortium is for.", zh: "联合体的建设目标。"), Phrase("Free words.", zh: "用词不限。"),
      in: "consortia.csv (objective)"),
    column(
      "contribution", Phrase("contribution", zh: "贡献"), or: ["投入"],
      Phrase("What a member puts into its consortium.", zh: "成员对联合体的投入。"),
      Phrase("A number, in one unit within a consortium.", zh: "填数字，同一联合体内单位一致。"), in: "members.csv (contribution)"),
    column(
      "share", Phrase("share", zh: "份额"), or: ["占比"],
      Phrase("The share of a member in the gains of its consortium.", zh: "成员在联合体收益中所占的份额。"),
      Phrase("A number; shares need not add up to 1.", zh: "填数字，各成员之和不必为 1。"), in: "members.csv (share)"),
    column(
      "evidence", Phrase("evidence", zh: "依据"), or: ["证据"],
      Phrase(
        "In tables that you bring: where a row is from, in free words. In the table of gaps: the numbers a gap follows from.",
        zh: "在填报的表中：该行内容的出处，用词不限。在薄弱环节表中：得出结论所依据的数字。"),
      Phrase(
        "A row whose evidence begins with illustrative is marked as made up: see illustrative.",
        zh: "以“示意”开头的行视为示意数据（演示用的模拟数据），见词条“示意数据”。"),
      in: "every table (evidence); gaps (evidence)",
      values: EvidenceTerm.all.map { Phrase($0.id, zh: $0.label.zh) }),
  ]

  private static func column(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    in tables: String, values: [Phrase] = []
  ) -> GlossaryEntry {
    GlossaryEntry(id, .column, name, or: aliases, definition, advice: advice, tables: tables, values: values)
  }
}
