import KesiCluster
import KesiNetwork

extension Glossary {
  /// The columns of result tables that are not measures.
  static let resultEntries: [GlossaryEntry] = [
    result(
      "severity", Phrase("severity", zh: "严重度"),
      Phrase(
        "How bad a gap is at its place, from 0 to 1. Each kind of gap has its formula.",
        zh: "薄弱环节在其所处位置有多严重，0 至 1。每类各有算法。"),
      Phrase(
        "It ranks gaps; it does not say what closing one would bring: see gain.", zh: "用于排序，不表示弥补后能带来多少提升；后者见“预期增量”。"),
      in: "gaps (severity)"),
    result(
      "gain", Phrase("gain", zh: "预期增量"), or: ["增益"],
      Phrase("How much a step raises the goal once the steps before it are taken.", zh: "在前面各步完成的基础上，这一步能使目标提高多少。"),
      Phrase("after − before. Small gains of many steps add up.", zh: "等于“措施后”减“措施前”；各步可以累加。"),
      in: "suggest (gain, before, after)"),
    result(
      "expected", Phrase("expected by chance", zh: "随机期望"),
      or: ["期望值", "期望", "随机期望次数", "observed", "实际次数", "ratio", "实际与期望之比", "observed/expected"],
      Phrase(
        "What networks drawn at random give, in which every actor has as many partners as here.",
        zh: "保持各主体伙伴数不变、随机重连后的平均结果。"),
      Phrase(
        "Compare observed with it: far below means that something holds the two apart.",
        zh: "与实际值对照：实际远低于期望，说明两者之间确有隔阂。"),
      in: "mixing (expected); gaps (evidence)", source: "Maslov & Sneppen 2002"),
    result(
      "z", Phrase("z score", zh: "z 值"),
      Phrase("How far a value lies from what chance gives, in standard deviations.", zh: "实际值偏离随机期望多少个标准差。"),
      Phrase("Below −2: far fewer than chance gives; above 2: far more.", zh: "小于 −2 表示远少于随机，大于 2 表示远多于随机。"),
      in: "mixing (z); gaps (evidence)"),
    result(
      "p", Phrase("p value", zh: "p 值"),
      or: [
        "p_closed", "p_open", "p, as closed or more", "p, as open or more", "p 值（偏封闭）", "p 值（偏开放）",
      ],
      Phrase("How often chance alone gives a value at least as extreme.", zh: "仅凭偶然出现同样或更极端结果的概率。"),
      Phrase(
        "Below 0.05: hardly chance. Where many pairs are tested at once it is corrected for that (Holm).",
        zh: "小于 0.05 表示很难用偶然解释。同时检验多对时已作校正（Holm 法）。"),
      in: "mixing (p, p_closed, p_open); gaps (evidence)", source: "Holm 1979"),
    result(
      "draws", Phrase("draws", zh: "抽样数"), or: ["抽样次数"],
      Phrase("How many random networks the expected value and p rest on.", zh: "计算随机期望与 p 值所抽取的随机网络数。"),
      Phrase("Set it with --draws.", zh: "用 --draws 设定。"), in: "mixing (draws)"),
    result(
      "harm", Phrase("harm", zh: "影响程度"), or: ["损害", "if lost", "若失去"],
      Phrase(
        "What the loss of one actor would break: the larger of the share of pairs disconnected and of the fall of a chain's index.",
        zh: "失去某主体的影响：断开的主体对占比与产业链指数降幅两者中较大者。"),
      Phrase("0: no one else is cut off and no chain suffers.", zh: "为 0 表示既无单位断开，也无产业链受损。"), in: "resilience (harm)"),
    result(
      "cut_off", Phrase("actors cut off", zh: "断开主体数"), or: ["失联主体"],
      Phrase("How many other actors the main network would lose with this one.", zh: "失去该主体后，与主网络断开的其他主体数。"),
      Phrase("Ties among its partners bring it down.", zh: "促成其合作方之间直接合作可减少。"),
      in: "resilience (cut_off); gaps (evidence)"),
    result(
      "parted_pairs", Phrase("disconnected pairs", zh: "断开对数"),
      Phrase("How many pairs of other actors could no longer reach each other.", zh: "失去该主体后，彼此不再相通的主体对数。"),
      Phrase("Compare within one network.", zh: "只宜在同一网络内比较。"), in: "resilience (parted_pairs)"),
    result(
      "stranded", Phrase("left without a partner", zh: "失去唯一伙伴数"),
      Phrase("How many actors have this one as their only partner.", zh: "以该主体为唯一合作方的主体数。"),
      Phrase("Bring each a second partner first.", zh: "应先为它们各找第二个合作方。"), in: "resilience (stranded)"),
    result(
      "index_loss", Phrase("fall of the chain index", zh: "指数降幅"),
      or: ["its index falls by", "chain hit most", "受影响最大的链"],
      Phrase("By how much the index of the chain that is hit most would fall.", zh: "受影响最大的产业链，其指数下降多少。"),
      Phrase("The column chain names it.", zh: "该产业链见“产业链”列。"), in: "resilience (index_loss, chain)"),
    result(
      "led", Phrase("consortia led", zh: "牵头联合体数"), Phrase("How many consortia the actor leads.", zh: "该主体牵头的联合体数。"),
      Phrase("They would need another leader.", zh: "失去它，这些联合体须另定牵头单位。"), in: "resilience (led)"),
    result(
      "half_at", Phrase("losses until half are disconnected", zh: "最大部分不足半数时的流失比例"),
      or: ["share lost when less than half is connected"],
      Phrase(
        "The share of actors lost when the largest connected part holds less than half of all.",
        zh: "最大连通部分降到不足总数一半时，已流失主体的比例。"),
      Phrase("Near 0.5: robust. Near 0: a few losses break the network.", zh: "接近 0.5 则稳健；接近 0 则失去几家即瓦解。"),
      in: "resilience --removal (half_at)"),
    result(
      "verdict", Phrase("verdict", zh: "评价"), or: ["判断", "reading"],
      Phrase(
        "In the table of chains: weak, developing or strong. In mixing: fewer ties than chance gives, as expected, or more.",
        zh: "产业链表中为薄弱、发展中或较强；合作对照表（mixing）中为偏少、正常或偏多。"),
      Phrase(
        "Weak below 1/3, strong from 2/3 on; fewer or more where p is below 0.05.",
        zh: "指数 <1/3 为薄弱，≥2/3 为较强；p < 0.05 时才判为偏少或偏多。"),
      in: "chains (verdict); mixing (verdict)",
      values: ChainIndex.Verdict.allCases.map(\.label) + MixingPair.Verdict.allCases.map(\.label)),
    result(
      "left_out", Phrase("not assessed", zh: "未评估项"),
      Phrase(
        "Parts of the index without data, and kinds that the source does not speak of.", zh: "缺少数据的指数组成部分，以及资料未提及的主体类型。"
      ),
      Phrase("Fill these in first: an index that rests on few parts says little.", zh: "应先补齐：依据过少的指数说明不了问题。"),
      in: "chains (left_out)"),
    result(
      "rank_from", Phrase("range of ranks", zh: "位次区间"),
      or: [
        "rank_to", "ranks", "rank", "位次", "倒数位次", "倒数位次（起）", "倒数位次（止）", "倒数位次（权重浮动 20%）",
        "rank from weakest, weights ±20%",
      ],
      Phrase(
        "Where a chain ranks, counted from the weakest, in nine of ten weightings when all weights vary by up to 20%.",
        zh: "各项权重上下浮动 20% 时，九成情形下该产业链由弱到强的位次区间。"),
      Phrase("Narrow: the rank is firm. Wide: chains lie close together.", zh: "区间窄则位次稳定；区间宽则各链差距很小。"),
      in: "chains (rank_from, rank_to)"),
    result(
      "adamic_adar", Phrase("Adamic–Adar", zh: "Adamic–Adar 指数"),
      Phrase(
        "How many partners two actors share, each counting 1/log of its own partners.",
        zh: "双方共同伙伴的加权数，每个伙伴按其伙伴数的对数倒数计。"),
      Phrase("High: the two are likely to know each other.", zh: "高则双方较可能相互了解，容易促成合作。"), in: "suggest (adamic_adar)",
      source: "Adamic & Adar 2003"),
    result(
      "resource_allocation", Phrase("resource allocation", zh: "资源分配指数"),
      Phrase("The same, each shared partner counting 1/its number of partners.", zh: "同上，但每个共同伙伴按其伙伴数的倒数计。"),
      Phrase("Less moved by hubs than Adamic–Adar.", zh: "受大中心的影响小于 Adamic–Adar 指数。"),
      in: "suggest (resource_allocation)",
      source: "Zhou, Lü & Zhang 2009"),
  ]

  /// The columns that say what a row is of, and the plain ones.
  static let rowEntries: [GlossaryEntry] = [
    result(
      "subjects", Phrase("actors concerned", zh: "涉及主体"),
      Phrase("Whom a gap is about, by their ids; of a tie both ends, A--B.", zh: "薄弱环节涉及哪些单位，写编号；涉及一条联系时写双方，如 A--B。"),
      Phrase("Empty where what is missing is an actor.", zh: "缺少主体一类的薄弱环节没有涉及主体，留空。"), in: "gaps (subjects)"),
    result(
      "explanation", Phrase("what it means", zh: "说明"),
      Phrase("A gap in one sentence, with the numbers that it follows from.", zh: "用一句话说明薄弱环节是什么、依据哪些数字。"),
      Phrase("The numbers one by one stand under evidence.", zh: "逐项数字见“依据”列。"), in: "gaps (explanation)"),
    result(
      "step", Phrase("step", zh: "措施"), or: ["序号", "合作对象", "with"],
      Phrase(
        "What is suggested: a tie of the actor with another, or a position of the actor in a chain. rank numbers the steps.",
        zh: "建议做什么：促成主体与合作对象合作，或让主体加入产业链；“序号”为各步的先后。"),
      Phrase("A newcomer is new:KIND, as what-if --place takes it.", zh: "新引入的主体写作 new:KIND，可直接用于 what-if --place。"),
      in: "suggest (rank, source, target, kind, chain)"),
    result(
      "reason", Phrase("why", zh: "理由"), Phrase("What a suggested step does for the goal.", zh: "所建议的措施怎样有助于目标。"),
      Phrase("How much it does is its gain.", zh: "作用大小见“预期增量”。"), in: "suggest (reason)"),
    result(
      "before", Phrase("before and after", zh: "变化前、变化后"), or: ["before", "after", "变化前", "变化后", "措施前", "措施后"],
      Phrase(
        "A number before and after a change, a step or a scenario: a measure, an index, a severity, a rank, the weight of a tie.",
        zh: "变化、措施或假设前后的数值：指标、产业链指数、严重度、位次或联系强度。"),
      Phrase(
        "Empty where there is nothing on that side: a new gap has no severity before.",
        zh: "某一侧没有则留空，如新增的薄弱环节没有变化前的严重度。"),
      in: "compare, what-if, suggest (before, after)"),
    result(
      "change", Phrase("change", zh: "变化"),
      Phrase(
        "What has changed: a measure, an index, a gap, an actor, a tie, a rank, a community.",
        zh: "发生了哪一种变化：指标、产业链指数、薄弱环节、主体、联系、位次或社群。"),
      Phrase("What stays the same is listed with --all only.", zh: "没有变化的，加 --all 才列出。"),
      in: "compare, what-if (change)"),
    result(
      "subject", Phrase("subject", zh: "对象"),
      Phrase(
        "What has changed in a row: which measure, chain, gap, actor or tie.", zh: "该行是哪一项指标、哪条产业链、哪处薄弱环节、哪个主体或哪条联系的变化。"
      ),
      Phrase("Ids for programs, names for people.", zh: "供程序读取时写编号，供人阅读时写名称。"), in: "compare, what-if (subject)"),
    result(
      "value", Phrase("value", zh: "数值"),
      Phrase("What a measure, or a part of the chain index, comes to.", zh: "某项指标或产业链指数某一组成部分的数值。"),
      Phrase("Empty where it is undefined.", zh: "没有定义时留空。"), in: "summary, compare, chains --explain (value)"),
    result(
      "part", Phrase("part of the index", zh: "组成部分"), or: ["part"],
      Phrase("One of the five parts of the chain index; the last row is their sum.", zh: "产业链指数五个组成部分之一，最后一行为合计。"),
      Phrase("Each has an entry of its own.", zh: "各部分另有词条。"), in: "chains --explain (part)"),
    result(
      "adds", Phrase("adds", zh: "计入指数"),
      Phrase("What a part of the chain index adds to it: value × weight.", zh: "某一组成部分对产业链指数的贡献：数值 × 权重。"),
      Phrase("The weights of parts with data sum to 1.", zh: "有数据的各部分，权重之和为 1。"), in: "chains --explain (adds)"),
    result(
      "because", Phrase("because", zh: "依据"),
      Phrase("What the value of a part of the chain index follows from.", zh: "产业链指数某一组成部分的数值由什么得出。"),
      Phrase("It names what is missing, too.", zh: "缺什么也一并写明。"), in: "chains --explain (because)"),
    result(
      "table", Phrase("what was read", zh: "内容"), or: ["table", "rows", "行数"],
      Phrase("What the tables hold, and how many rows of it: all, then by kind.", zh: "读入了哪些表、各多少行：先列总数，再按类型分列。"),
      Phrase("A kind missing here was not read.", zh: "此处没有的类型，即未读入。"), in: "check (table, rows)"),
    result(
      "a", Phrase("the two groups", zh: "甲方群体、乙方群体"),
      or: [
        "b", "group", "with", "甲方群体", "乙方群体", "群体", "groups by", "分组依据", "brokers", "居间群体",
      ],
      Phrase(
        "The groups of actors between which, or inside which, ties are counted: kinds, zones or chains.",
        zh: "统计哪两个群体之间（或哪个群体之内）的联系；群体按主体类型、片区或产业链划分。"),
      Phrase("Chosen with --by. Twice the same group: ties inside it.", zh: "用 --by 选择；两方为同一群体时，指该群体内部的联系。"),
      in: "mixing (a, b, group); gaps (evidence)"),
    result(
      "scope", Phrase("scope", zh: "范围类别"), or: ["where", "范围"],
      Phrase(
        "What the triple helix is measured in: the network, a chain or a zone, and which.",
        zh: "三螺旋协同在什么范围内计算：全网络、产业链或片区，以及是哪一个。"),
      Phrase("Small scopes have too few units to tell.", zh: "范围过小时单元不足，无法判断。"), in: "mixing --show helix (scope, name)"
    ),
    result(
      "unit", Phrase("unit", zh: "统计单元"), or: ["units", "单元数"],
      Phrase(
        "What the three spheres are looked for in, and how many there are: consortia, or each actor with its partners.",
        zh: "在什么单元内考察三方是否同时出现，以及单元数：联合体，或每个主体及其伙伴。"),
      Phrase("Below ten units nothing can be told.", zh: "不足十个单元时无法判断。"), in: "mixing --show helix (unit, units)",
      values: TripleHelix.Unit.allCases.map(\.label)),
    result(
      "sphere_shares", Phrase("shares of the spheres", zh: "三方占比"), or: ["高校院所占比", "产业占比", "政府占比"],
      Phrase(
        "The share of the ends of ties that university, industry and government each have.",
        zh: "高校院所、产业、政府三方各占联系端点的比例。"),
      Phrase("A sphere near 0 takes hardly any part.", zh: "接近 0 的一方几乎没有参与。"),
      in: "mixing --show helix (university, industry, government)"),
    result(
      "strategy", Phrase("who is lost", zh: "流失方式"),
      Phrase(
        "In which order actors are lost, one after the other: at random, those with most ties, or those with most betweenness first.",
        zh: "主体按什么顺序逐一流失：随机、联系最多者先、中介最强者先。"),
      Phrase("Far worse than at random: the network leans on a few.", zh: "若远差于随机流失，说明网络依赖少数主体。"),
      in: "resilience --removal (strategy)"),
    result(
      "largest_share", Phrase("share of all in the largest part", zh: "最大连通部分占比"),
      or: ["removed", "actors lost", "流失主体数"],
      Phrase(
        "After so many losses, the share of all actors that the largest connected part still holds.",
        zh: "流失若干主体后，最大连通部分仍占全部主体的比例。"),
      Phrase("A steep fall shows where the network breaks.", zh: "骤降处即网络瓦解之处。"),
      in: "resilience --curve (removed, largest_share)"),
    result(
      "definition", Phrase("entry", zh: "词条"),
      or: [
        "word", "topic", "类别", "what it is", "含义", "advice", "how to read it", "说明", "出处", "example", "示例",
        "tables", "in tables", "所在表列", "values", "取值",
      ],
      Phrase(
        "A word of this glossary: its topic, what it means, how to read it, its source, an example, where it stands, which words a column may hold.",
        zh: "词汇表中的一个词：类别、含义、说明（怎样解读）、出处、示例、所在表列，以及该列可取的值。"),
      Phrase("explain without a word lists all.", zh: "explain 后不写词语，即列出全部。"), in: "explain"),
  ]

  private static func result(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    in tables: String, values: [Phrase] = [], source: String? = nil
  ) -> GlossaryEntry {
    GlossaryEntry(
      id, .result, name, or: aliases, definition, advice: advice, tables: tables, values: values, source: source)
  }
}
