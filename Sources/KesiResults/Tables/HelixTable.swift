import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row the network, a chain or a zone: how often each two spheres come together beside chance, what that says, how tie
  /// ends are shared by the spheres, and T.
  ///
  /// - Parameter isJudged: whether ties are assessed; else no verdict is given.
  public static func tripleHelices(
    _ items: [TripleHelix], of network: Network, isJudged: Bool = true, in language: Language
  ) -> ResultTable {
    ResultTable(
      items, helixColumns, in: TableContext(network, language, judgesTies: isJudged),
      called: Phrase("triple helix", zh: "三螺旋"))
  }

  static let helixColumns: [Column<TripleHelix>] =
    [
      Column("scope", Phrase("scope", zh: "范围类别"), .code(TripleHelix.Scope.Sort.self), for: .programs, means: [scope]) {
        item, table in item.scope.sort.cell(table.language)
      },
      Column("name", Phrase("where", zh: "范围"), .word, means: [scope]) { item, table in
        switch item.scope {
        case .network: .word(.text(""), as: Phrase("the network", zh: "全网络")(table.language))
        case .chain(let chain):
          .word(.text(table.network.chains[chain].id), as: table.network.chains[chain].name(in: table.language))
        case .zone(let zone): .word(.text(zone), as: table.network.profile.zone(zone)(table.language))
        }
      },
      Column("unit", Phrase("unit", zh: "统计单元"), .code(TripleHelix.Unit.self), means: [unit]) { item, table in
        item.unit.cell(table.language)
      },
      Column("units", Phrase("units", zh: "单元数"), .whole, means: [unit]) { item, _ in .whole(item.units) },
      Column("t_uig_bits", Phrase("T (bits)", zh: "协同 T（比特）"), .optional(.real)) { item, _ in
        .real(optional: item.synergy?.withoutNoise)
      },
      Column(
        "reading", Phrase("reading", zh: "判断"), .optional(.code(TripleHelix.Reading.self)),
        told: Phrase(
          "Whether two spheres come together in fewer units than by chance (apart), or else two in more (together).",
          zh: "是否有两方同在的单元少于随机情形（少有同在），或多于随机情形（常在一起）。")
      ) { item, table in table.judgesTies ? item.reading.cell(table.language) : .missing },
      share("university", Phrase("university", zh: "高校院所占比"), of: .university),
      share("industry", Phrase("industry", zh: "产业占比"), of: .industry),
      share("government", Phrase("government", zh: "政府占比"), of: .government),
    ] + spherePairs.enumerated().flatMap { pairColumns($1.id, $1.title, at: $0) } + [
      Column("draws", Phrase("draws", zh: "抽样数"), .whole, for: .programs, means: [.draws]) { item, _ in
        .whole(item.draws)
      }
    ]

  /// In the order of `TripleHelix.pairs`.
  private static let spherePairs: [(id: String, title: Phrase)] = [
    ("university_industry", Phrase("university and industry", zh: "高校院所与产业")),
    ("university_government", Phrase("university and government", zh: "高校院所与政府")),
    ("industry_government", Phrase("industry and government", zh: "产业与政府")),
  ]

  /// Of two spheres the units with both, for people with what is expected and whether that differs; what is expected; p.
  private static func pairColumns(_ id: String, _ title: Phrase, at place: Int) -> [Column<TripleHelix>] {
    @Sendable func pair(_ item: TripleHelix) -> TripleHelix.Pair? { item.pairs.isEmpty ? nil : item.pairs[place] }
    return [
      Column(id, title, .optional(.whole), means: [together]) { item, table in
        guard let pair = pair(item) else { return .missing }
        let expected = Figure.expected(pair.expected).cell
        let mark = !table.judgesTies ? "" : pair.verdict == .fewer ? " −" : pair.verdict == .more ? " +" : ""
        return .shown(
          .whole(pair.observed),
          as: table.language == .zh
            ? "\(pair.observed)（\(expected)）\(mark)" : "\(pair.observed) (\(expected))\(mark)")
      },
      Column(
        id + "_expected", Phrase("\(title.en), expected", zh: "\(title.zh)随机期望"), .optional(.real), for: .programs,
        means: [together]
      ) { item, _ in .real(optional: pair(item)?.expected.withoutNoise) },
      Column(
        id + "_p", Phrase("\(title.en), p", zh: "\(title.zh) p 值"), .optional(.fraction), for: .programs,
        means: [together]
      ) { item, _ in .fraction(optional: pair(item)?.chance) },
    ]
  }

  private static func share(_ id: String, _ title: Phrase, of sphere: Helix) -> Column<TripleHelix> {
    Column(id, title, .fraction, means: [shares]) { item, _ in .fraction(optional: item.share(of: sphere)) }
  }

  private static let scope = ColumnMeaning(
    "scope", Phrase("scope", zh: "范围类别"), or: ["where", "范围"],
    Phrase(
      "What the triple helix is measured in: the network, a chain or a zone, and which.",
      zh: "三螺旋协同在什么范围内计算：全网络、产业链或片区，以及是哪一个。"),
    advice: Phrase("Small scopes have too few units to tell.", zh: "范围过小时单元不足，无法判断。"))
  private static let unit = ColumnMeaning(
    "unit", Phrase("unit", zh: "统计单元"), or: ["units", "单元数"],
    Phrase(
      "What the three spheres are looked for in, and how many there are: consortia, or each actor with its partners.",
      zh: "在什么单元内考察三方是否同时出现，以及单元数：联合体，或每个主体及其伙伴。"),
    advice: Phrase("Below ten units nothing can be told.", zh: "不足十个单元时无法判断。"),
    values: TripleHelix.Unit.allCases.map(\.label))
  private static let pairNames: [String] = spherePairs.flatMap { id, title -> [String] in
    let ids = [id, id + "_expected", id + "_p"]
    return ids + [title.en, title.zh, title.en + ", expected", title.en + ", p", title.zh + "随机期望", title.zh + " p 值"]
  }
  private static let together = ColumnMeaning(
    "spheres_together", Phrase("spheres together", zh: "两方同在"),
    or: pairNames,
    Phrase(
      "In how many units both spheres are, with what dealing the spheres out to the same actors at random gives; + more, − fewer, where p (Holm over the three pairs) is below the threshold.",
      zh: "两方同在的单元数，括号内为把各方随机分派给同样的主体时的期望；校正后的 p 值低于阈值时，+ 表示偏多，− 表示偏少。"),
    advice: Phrase(
      "This is what to judge by: T says how much of a pattern there is, not which.", zh: "应以此判断：T 只说明有无规律，不说明是哪一种。"),
    source: "Hubert & Schultz 1976")
  private static let shares = ColumnMeaning(
    "sphere_shares", Phrase("shares of the spheres", zh: "三方占比"), or: ["高校院所占比", "产业占比", "政府占比"],
    Phrase(
      "The share of the ends of ties that university, industry and government each have.",
      zh: "高校院所、产业、政府三方各占联系端点的比例。"),
    advice: Phrase("A sphere near 0 takes hardly any part.", zh: "接近 0 的一方几乎没有参与。"))
}
