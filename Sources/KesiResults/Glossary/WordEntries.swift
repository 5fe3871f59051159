import KesiCluster
import KesiNetwork

extension Glossary {
  /// The vocabulary: what a network is made of.
  static let wordEntries: [GlossaryEntry] =
    [
      word(
        "actor", Phrase("actor", zh: "主体"), or: ["单位", "机构", "organization", "vertex", "节点"],
        Phrase(
          "An organization that takes part: an enterprise, a university, a college, an institute, a platform. One row of actors.csv.",
          zh: "参与创新的一家单位：企业、高校、高职院校、科研院所、平台等。在 actors.csv 中占一行。"),
        Phrase(
          "Other tables name it by its id, or by its name where only one has it. Keep the ids when names change.",
          zh: "其他表用编号引用它；名称不重复时也可直接写名称。单位改名时，编号保持不变。"),
        example: Phrase("U1,Example University,university", zh: "U1,示例大学,高校"),
        tables: "actors.csv (id, name, kind); ties.csv (source, target); positions.csv (actor); members.csv (actor)"),
      word(
        "kind", Phrase("kind", zh: "主体类型"), or: ["类型", "type", "sort", "联系类型"],
        Phrase(
          "What an actor is. Gaps, colors and shapes go by it; a chain states which kinds it requires. Ties have kinds of their own, as free words.",
          zh: "主体属于哪一类。薄弱环节的判断、图中的颜色与形状都以它为准；产业链的“必备类型”也写它。联系也有类型，用词不限。"),
        Phrase(
          "Other kinds are declared in network.yml under kinds, with label, label_zh, helix, color and shape; kinds of ties under tie_kinds.",
          zh: "其他类型在 network.yml 的 kinds 下声明（label、label_zh、helix、color、shape）；联系的类型在 tie_kinds 下声明。"),
        example: Phrase("enterprise or 企业", zh: "企业 或 enterprise"),
        tables: "actors.csv (kind); ties.csv (kind); chains.csv (requires, unassessed); network.yml (kinds, tie_kinds)",
        values: Kind.builtIn.map { Phrase($0.id, zh: $0.label.zh) }),
      word(
        "helix", Phrase("helix", zh: "三螺旋（政产学）"), or: ["triple helix", "helices", "sphere", "三螺旋", "政产学"],
        Phrase(
          "The sphere that a kind belongs to: industry, university or government. Innovation thrives where the three work together.",
          zh: "主体类型所属的一方：产业、高校院所或政府。政、产、学三方协同，创新才有活力，故称“三螺旋”。"),
        Phrase(
          "Set for kinds that you declare; built-in kinds have one. `none` counts for no sphere.",
          zh: "自行声明类型时填写；内置类型已有归属。填 none 表示不计入任何一方。"),
        example: Phrase("hospitals and institutes belong to university", zh: "医院、科研院所归“高校院所”一方"),
        tables: "network.yml (kinds: helix)", values: Helix.allCases.map(\.label),
        source: "Etzkowitz & Leydesdorff 2000"),
      word(
        "tie", Phrase("tie", zh: "联系"), or: ["edge", "link", "relation", "关系", "合作", "边"],
        Phrase(
          "A relation between two actors: a joint project, a contract, a supply. One row of ties.csv.",
          zh: "两个主体之间的关系：联合项目、合同、配套供应等。在 ties.csv 中占一行。"),
        Phrase(
          "A row needs the two ends only. With dates, stage, outcome and benefits, Kesi also tells which ties lapse, stall or serve one side.",
          zh: "只需填写双方。若再填起止时间、阶段、成效和收益，还能判断哪些合作中断、停滞或只惠及一方。"),
        example: Phrase("U1,E1,joint_project,2", zh: "示例大学,示例企业,联合项目,2"),
        tables:
          "ties.csv (source, target, kind, weight, directed, from, to, stage, outcome, benefit_source, benefit_target)"
      ),
      word(
        "chain", Phrase("chain", zh: "产业链"), or: ["industrial chain", "产业集群"],
        Phrase(
          "An industrial chain, such as biomedicine: the actors that hold a position in it, and the ties among them.",
          zh: "一条产业链，如生物医药：在链上有位置的主体，以及它们之间的联系。"),
        Phrase(
          "State the kinds that a complete chain has (requires) and its stages in order; only then can Kesi say what is missing.",
          zh: "应写明完整的产业链需要哪些类型（requires）以及各环节的先后（stages），才能判断缺什么。"),
        example: Phrase(
          "biomedicine,Biomedicine,upstream;midstream;downstream,enterprise;university",
          zh: "生物医药,上游;中游;下游,企业;高校"),
        tables:
          "chains.csv (id, name, stages, requires); positions.csv (chain); ties.csv (chain); consortia.csv (chain)"),
      word(
        "stage", Phrase("stage", zh: "环节"), or: ["stages", "上中下游", "链条环节"],
        Phrase(
          "A place along a chain, from upstream to downstream. Each chain declares its own stages, in order.",
          zh: "产业链上从上游到下游的一段。每条产业链自行列出各环节，按先后排列。"),
        Phrase(
          "Two consecutive stages that nothing links are a gap (broken_stage). The stage of a tie is something else: how far a joint project has come.",
          zh: "相邻两个环节之间没有任何联系，即为薄弱环节“环节断开”。联系表中的 stage 是另一回事：指项目进展到哪一步。"),
        example: Phrase("upstream;midstream;downstream", zh: "上游;中游;下游"),
        tables: "chains.csv (stages); positions.csv (stage)"),
      word(
        "position", Phrase("position", zh: "链位"), or: ["seat", "place", "链上位置"],
        Phrase(
          "The place that an actor holds in a chain: its role, stage, level and capacity. One row of positions.csv.",
          zh: "主体在某条产业链上的位置：角色、环节、层级与能力。在 positions.csv 中占一行。"),
        Phrase(
          "An actor may hold several. Without a role, enterprises count as demanders and all others as providers.",
          zh: "一个主体可有多个链位。未填角色时，企业按需求方计，其他按供给方计。"),
        example: Phrase("U1,biomedicine,provider,upstream,national", zh: "示例大学,生物医药,供给方,上游,国家级"),
        tables: "positions.csv (actor, chain, role, stage, level, capacity, from, to)"),
      word(
        "consortium", Phrase("consortium", zh: "创新联合体"), or: ["consortia", "联合体", "联盟"],
        Phrase(
          "A named group of actors with a leader, founded to innovate together. One row of consortia.csv.",
          zh: "由牵头单位组织、共同创新的一组主体。在 consortia.csv 中占一行。"),
        Phrase(
          "Members become ties with --layers consortia: each two that share a consortium are tied.",
          zh: "加 --layers consortia 后，同一联合体的成员两两视为有联系。"),
        example: Phrase("C1,Example consortium,E1,biomedicine,2022", zh: "C1,示例创新联合体,示例企业,生物医药,2022"),
        tables: "consortia.csv (id, name, leader, chain, founded, dissolved, budget, objective); ties.csv (consortium)"),
      word(
        "membership", Phrase("membership", zh: "成员"), or: ["member", "成员关系", "成员单位"],
        Phrase(
          "The part of an actor in a consortium: its role, what it puts in, its share in the gains. One row of members.csv.",
          zh: "主体在创新联合体中的身份：角色、投入与所得份额。在 members.csv 中占一行。"),
        Phrase(
          "Contribution and share together show who puts in much and gets little (gap one_sided).",
          zh: "同时填写投入与份额，才能看出谁投入多、所得少（薄弱环节“偏利共生”）。"),
        example: Phrase("C1,U1,core,120,0.3", zh: "C1,示例大学,核心成员,120,0.3"),
        tables: "members.csv (consortium, actor, role, contribution, share, from, to)"),
      word(
        "symbiosis", Phrase("symbiosis", zh: "共生"), or: ["symbiotic", "共生模式", "共生关系"],
        Phrase(
          "How two or more live together: by organization mode (point, intermittent, continuous, integrated: over time) and by behavior mode (parasitic, biased, asymmetric mutual, symmetric mutual: who gains).",
          zh: "双方或多方如何共同生存：组织模式（点共生、间歇共生、连续共生、一体化共生）看时间，行为模式（寄生、偏利共生、非对称互惠、对称互惠）看谁获益。"),
        Phrase(
          "`kesi symbiosis` tells the modes of ties, chains and the network from dates and benefits; with --show evolution which way two populations of history.csv develop.",
          zh: "用 kesi symbiosis 由起止时间与双方收益判断联系、产业链与整个网络的模式；加 --show evolution 由历年数据推算两个种群的走向。"),
        tables:
          "ties.csv (from, to, kind, benefit_source, benefit_target); history.csv (subject, year, value); network.yml (symbiosis)",
        source: "Yuan Chunqing 袁纯清, Symbiosis Theory 共生理论, 1998"),
      word(
        "zone", Phrase("zone", zh: "片区"), or: ["district", "区域", "园区片区"],
        Phrase(
          "A district, a park or an innovation zone in which an actor sits.", zh: "主体所在的区县、园区或创新片区。"),
        Phrase(
          "Labels in both languages stand in network.yml under zones. Gaps between zones show in `kesi mixing --by zone`.",
          zh: "中英文名称在 network.yml 的 zones 下设置。片区之间的合作多少，见 kesi mixing --by zone。"),
        example: Phrase("industrial park", zh: "工业园区"), tables: "actors.csv (zone); network.yml (zones)"),
      word(
        "measure", Phrase("measure", zh: "指标"), or: ["metric", "indicator"],
        Phrase(
          "A number for an actor, a tie, a group or the network, such as betweenness.",
          zh: "描述主体、联系、群体或整个网络的一个数值，例如中介中心度。"),
        Phrase(
          "`kesi metrics --measure a,b` for actors, --ties for ties, `kesi summary` for the network. `kesi explain NAME` tells how to read one.",
          zh: "主体指标用 kesi metrics --measure，联系指标加 --ties，整体指标用 kesi summary；含义用 kesi explain 查看。"),
        example: Phrase(
          "kesi metrics NET --measure betweenness,constraint",
          zh: "kesi metrics 网络 --measure betweenness,constraint")),
      word(
        "gap", Phrase("gap", zh: "薄弱环节"), or: ["weak point", "weakness", "短板", "缺口", "薄弱环节数"],
        Phrase(
          "A place where the network is weak: a kind that is missing, a project that has stalled, a tie on which all hangs. Each has a severity from 0 to 1, evidence, and often a remedy.",
          zh: "网络中薄弱的地方：缺少某类主体、合作停滞、只靠一条联系维系等。每处都有严重度（0 至 1）和依据，多数附有补链建议。"),
        Phrase(
          "`kesi gaps` lists them, the worst first. They fall into three classes: missing, stalled, dependence. First ask whether the tables are complete.",
          zh: "用 kesi gaps 列出，最严重的在前。分为三类：断点（缺失）、堵点（停滞）、风险点（依赖）。先核对数据是否完整，再下结论。"),
        example: Phrase("missing_kind:biomedicine:college", zh: "missing_kind:biomedicine:college（生物医药链缺高职院校）"),
        values: GapKind.told.map { Phrase($0.id, zh: $0.label.zh) }),
    ] + GapClass.allCases.map(classEntry) + [
      word(
        "remedy", Phrase("remedy", zh: "补链建议"), or: ["remedies", "补链", "建议", "what would close it"],
        Phrase(
          "What would close a gap or make it less severe: up to three ties taken together, a position in a chain, more capacity. Where so little does not help, none is stated.",
          zh: "能够消除或减轻薄弱环节的措施：促成合作（至多三条，须一并实施）、让某主体加入产业链、增加供给能力等。这样仍无济于事的，不列建议。"),
        Phrase(
          "It follows from the numbers only: whether the two fit is for those who know them to say. `kesi suggest` computes the gain of each; in tables for programs ties and positions are written as `kesi what-if` takes them with --add and --place.",
          zh:
            "建议只依据数据得出，双方是否合适还须由了解情况的人判断。每一步的预期增量用 kesi suggest 计算；供程序读取的表格中，联系与链位的写法可直接用于 kesi what-if 的 --add 与 --place。"
        ),
        example: Phrase("tie U1 with E1", zh: "促成示例大学与示例企业合作")),
      word(
        "plan", Phrase("plan", zh: "行动方案"), or: ["action plan"],
        Phrase(
          "Remedies in order: each step is chosen knowing those before it, so that together they do most.",
          zh: "按先后排列的补链建议：每一步都在前面各步的基础上选出，使总体效果最大。"),
        Phrase(
          "`kesi suggest` prints one; --ties and --positions bound it, --for aims it at one chain. By what they do, steps fill, strengthen, connect or steady a chain.",
          zh: "用 kesi suggest 得出；--ties、--positions 限定步数，--for 针对某条产业链。各步按作用可分为补链、强链、融链、固链。")),
    ]

  private static func word(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    example: Phrase? = nil, tables: String? = nil, values: [Phrase] = [], source: String? = nil
  ) -> GlossaryEntry {
    GlossaryEntry(
      id, .word, name, or: aliases, definition, advice: advice, example: example, tables: tables, values: values,
      source: source)
  }

  /// One of the three classes of gaps.
  private static func classEntry(_ gapClass: GapClass) -> GlossaryEntry {
    GlossaryEntry(
      "class_\(gapClass.rawValue)", .word, Phrase("gap class: \(gapClass.rawValue)", zh: gapClass.chinese[0]),
      // A kind of gap may bear the same word: then it is the kind that is meant.
      or: GapKind.all.contains { $0.id == gapClass.rawValue } ? [] : [gapClass.rawValue], gapClass.definition,
      advice: gapClass.advice,
      values: GapKind.told.filter { $0.gapClass == gapClass }.map { Phrase($0.id, zh: $0.label.zh) })
  }
}
