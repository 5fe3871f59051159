/// A setting of `network.yml`, declared once: whatever reads, writes, checks or explains the file goes by this.
package struct ProfileSetting: Sendable {
  package let key: String
  /// Another spelling of the key.
  package let alias: String?
  /// What stands behind the key: “text”, “true or false”.
  package let value: Phrase
  package let definition: Phrase
  /// The settings below it; where it is a list of things with ids, those of each.
  package let below: [ProfileSetting]

  private init(
    _ key: String, or alias: String? = nil, _ value: Phrase, _ definition: Phrase, below: [ProfileSetting] = []
  ) {
    (self.key, self.alias, self.value, self.definition, self.below) = (key, alias, value, definition, below)
  }

  /// All that the file may have, in the order in which people meet it.
  package static let all = [
    title, titleZh, illustrative, source, sourceZh, license, symbiosis, symbiosisZh, gainUnit, gainUnitZh,
    contributionUnit, contributionUnitZh, kinds, tieKinds, zones, items, assess, demanders, thresholds, weights, losses,
    costs,
  ]

  package static let title = ProfileSetting("title", text, Phrase("What the network is called.", zh: "网络的标题。"))
  package static let titleZh = ProfileSetting("title_zh", text, Phrase("The title in Chinese.", zh: "中文标题。"))
  package static let illustrative = ProfileSetting(
    "illustrative", flag,
    Phrase(
      "Whether the network is made up, in whole or in part: pictures, reports and tables then say so.",
      zh: "是否含示意数据（演示用的模拟数据）：图、报告和表格中予以注明。"))
  package static let source = ProfileSetting("source", text, Phrase("Where its facts come from.", zh: "资料来源。"))
  package static let sourceZh = ProfileSetting("source_zh", text, Phrase("The source in Chinese.", zh: "资料来源的中文写法。"))
  package static let license = ProfileSetting(
    "license", or: "licence", text, Phrase("Under which license the data may be used.", zh: "数据的使用许可。"))
  package static let symbiosis = ProfileSetting(
    "symbiosis", text,
    Phrase(
      "What the source itself says of the symbiosis, in its words: quoted beside what follows from the tables.",
      zh: "资料本身对共生模式的判断，照录原文；与由表格得出的结论并列显示。"))
  package static let symbiosisZh = ProfileSetting(
    "symbiosis_zh", text, Phrase("The same in Chinese.", zh: "该判断的中文写法。"))
  package static let gainUnit = ProfileSetting(
    "gain_unit", text,
    Phrase(
      "In what the values of coalitions.csv are counted, such as 10,000 yuan a year: statements of members and what is shared out say so.",
      zh: "联盟收益表中数额的单位，如“万元/年”：收益分配与对账单中予以注明。"))
  package static let gainUnitZh = ProfileSetting(
    "gain_unit_zh", text, Phrase("That unit in Chinese.", zh: "该单位的中文写法。"))
  package static let contributionUnit = ProfileSetting(
    "contribution_unit", text,
    Phrase(
      "In what the contributions of members.csv are counted: statements of members say so.",
      zh: "成员表中投入的单位：对账单中予以注明。"))
  package static let contributionUnitZh = ProfileSetting(
    "contribution_unit_zh", text, Phrase("That unit in Chinese.", zh: "该单位的中文写法。"))
  package static let kinds = ProfileSetting(
    "kinds", Phrase("kinds by their ids, each with the settings below", zh: "各类型的代码，其下为以下各项"),
    Phrase(
      "Kinds of actors beside those that are built in, or other words for these.", zh: "在内置类型之外声明主体类型，或改写内置类型的名称等。"),
    below: [label, labelZh, helix, color, shape])
  package static let tieKinds = ProfileSetting(
    "tie_kinds", Phrase("kinds by their ids, each with the settings below", zh: "各类型的代码，其下为以下各项"),
    Phrase("What kinds of ties are called, and which have a direction.", zh: "联系类型的名称，以及是否有方向。"),
    below: [label, labelZh, directed])
  package static let zones = ProfileSetting(
    "zones", Phrase("zones by the words that tables have, each with the settings below", zh: "表中所写的片区，其下为以下各项"),
    Phrase("What zones are called; tables may have the labels, too.", zh: "片区的名称；表中也可直接写此名称。"), below: [label, labelZh])
  package static let items = ProfileSetting(
    "items", Phrase("items by their ids, each with the settings below", zh: "各项内容的代码，其下为以下各项"),
    Phrase(
      "What is supplied and demanded: what items are called, and what is a kind of what, so that near ones can be matched.",
      zh: "供给与需求的内容：各项的名称及其从属关系；相近的内容可以相互匹配。"), below: [label, labelZh, parent])
  package static let assess = ProfileSetting(
    "assess", Phrase("a list of aspects", zh: "若干方面的列表"),
    Phrase(
      "What the network states at all. On what is not listed nothing is judged; without the setting an aspect is judged if any row states it.",
      zh: "网络说明了哪些方面；未列出的方面不作判断。省略时，只要有一行数据涉及某方面就予以判断。"))
  package static let demanders = ProfileSetting(
    "demanders", Phrase("a list of kinds", zh: "若干主体类型的列表"),
    Phrase(
      "The kinds that need what the other kinds of a chain provide: enterprise unless something else is set.",
      zh: "产业链上的需求方是哪些类型，其余类型为供给方；默认为企业（enterprise）。"))
  package static let thresholds = ProfileSetting(
    "thresholds", Phrase("the settings below", zh: "以下各项"), Phrase("Where a finding begins to count.", zh: "薄弱环节的判定界限。")
  )
  package static let weights = ProfileSetting(
    "weights", Phrase("the settings below", zh: "以下各项"),
    Phrase(
      "How the parts of the chain index are weighed, and how levels and kinds count.", zh: "产业链指数各部分的权重，以及各层级、各类型怎样计。"),
    below: [levels, kindWeights])

  package static let losses = ProfileSetting(
    "losses",
    Phrase("numbers from 0 to 1 by kind, or for leader and tie", zh: "各类型（及 leader、tie）0 至 1 的数"),
    Phrase(
      "How likely an actor of a kind is to be lost within a year, an enterprise that leads (leader), a tie (tie).",
      zh: "各类主体一年内流失的可能性；leader 为龙头企业，tie 为联系。"))

  package static let costs = ProfileSetting(
    "costs",
    Phrase(
      "numbers from 0 up by class of step: \(StepCosts.names.map { "`\($0.name)`" }.joined(separator: ", "))",
      zh: "各类措施（补链 `fill`、强链 `strengthen`、融链 `connect`、固链 `steady`）大于或等于 0 的数"),
    Phrase(
      "What a step of a plan costs, in any unit, the same for all: kesi plan --budget goes by it.",
      zh: "每一步措施的费用，单位自定，各类须用同一单位；kesi plan --budget 据此控制总额。"))

  package static let label = ProfileSetting("label", text, Phrase("What it is called.", zh: "英文或默认名称。"))
  package static let labelZh = ProfileSetting("label_zh", text, Phrase("What it is called in Chinese.", zh: "中文名称。"))
  package static let parent = ProfileSetting(
    "parent", Phrase("the id of an item", zh: "某项内容的代码"), Phrase("Of what it is a kind.", zh: "属于哪一项内容。"))
  package static let helix = ProfileSetting(
    "helix",
    Phrase(
      Helix.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
      zh: Helix.allCases.map { "\($0.label.zh) `\($0.rawValue)`" }.joined(separator: "、")),
    Phrase("To which sphere of the triple helix it belongs.", zh: "属于政、产、学中的哪一方。"))
  package static let color = ProfileSetting(
    "color", or: "colour", Phrase("as #1f77b4", zh: "如 #1f77b4"), Phrase("Its color on pictures.", zh: "图中的颜色。"))
  package static let shape = ProfileSetting(
    "shape",
    Phrase(
      KindShape.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
      zh: KindShape.allCases.map { "`\($0.rawValue)`" }.joined(separator: "、")),
    Phrase("Its symbol on pictures.", zh: "图中的符号。"))
  package static let directed = ProfileSetting(
    "directed", flag,
    Phrase("Whether such ties have a direction, unless a row says otherwise.", zh: "此类联系是否有方向；表中另有填写的以表为准。"))
  package static let levels = ProfileSetting(
    "levels", Phrase("numbers from 0 to 1 by level", zh: "各层级 0 至 1 的数"),
    Phrase("What one provider of a level adds to the depth of a chain.", zh: "该层级的一家供给方为供给深度增加多少。"))
  package static let kindWeights = ProfileSetting(
    "kinds", Phrase("numbers from 0 to 1 by kind", zh: "各类型 0 至 1 的数"),
    Phrase("How bad the lack of a required kind is.", zh: "缺少该类必备主体的严重度。"))

  private static let text = Phrase("text", zh: "文字")
  private static let flag = Phrase("true or false", zh: "true 或 false")
}
