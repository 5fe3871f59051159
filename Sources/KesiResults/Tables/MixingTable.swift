import KesiCluster
import KesiMeasures
import KesiNetwork

extension ResultTable {
  /// One row a pair of groups, or a group with itself: ties, what chance gives, z and p, density.
  ///
  /// - Parameter isJudged: whether ties are assessed; else no verdict is given.
  public static func mixing(
    _ pairs: [MixingPair], of network: Network, isJudged: Bool = true, in language: Language
  ) -> ResultTable {
    ResultTable(
      heading: Heading(of: network),
      columns: [
        Column("a", Phrase("group", zh: "甲方群体")), Column("b", Phrase("with", zh: "乙方群体")),
        Column("ties", Phrase("ties", zh: "联系数")), Column("expected", Phrase("expected by chance", zh: "随机期望")),
        Column("z", Phrase("z", zh: "z 值")), Column("p", Phrase("p", zh: "p 值")),
        Column("draws", Phrase("draws", zh: "抽样数"), for: .programs),
        Column("density", Phrase("density", zh: "密度")), Column("verdict", Phrase("verdict", zh: "判断")),
      ],
      rows: pairs.map { pair in
        [
          name(pair.a, language), name(pair.b, language), .whole(pair.count.observed),
          .real(pair.count.expected.withoutNoise),
          .real(optional: pair.count.z?.withoutNoise), .fraction(optional: pair.chance), .whole(pair.draws),
          .fraction(optional: pair.density),
          isJudged ? .word(.text(pair.verdict.rawValue), as: pair.verdict.label(language)) : .missing,
        ]
      })
  }

  /// The same as a square: a row and a column a group, ties in the cells, for people with what is expected.
  public static func mixingSquare(
    _ pairs: [MixingPair], of network: Network, isJudged: Bool = true, in language: Language
  ) -> ResultTable {
    let (groups, square) = pairs.square
    let rows = zip(groups, square).map { group, pairs -> [Cell] in
      [name(group, language)]
        + pairs.map { pair in
          let expected = Figure.expected(pair.count.expected).cell
          let mark = !isJudged ? "" : pair.verdict == .fewer ? " −" : pair.verdict == .more ? " +" : ""
          return .shown(
            .whole(pair.count.observed),
            as: language == .zh
              ? "\(pair.count.observed)（\(expected)）\(mark)" : "\(pair.count.observed) (\(expected))\(mark)"
          )
        }
    }
    let note = Phrase(
      "ties (expected by chance; + more, − fewer, p < 0.05)", zh: "联系数（括号内为随机期望；p < 0.05 时，+ 表示偏多，− 表示偏少）")
    return ResultTable(
      heading: Heading(of: network, note: note),
      columns: [Column("group", Phrase("group", zh: "群体"))] + groups.map { Column($0.id, $0.label) }, rows: rows)
  }

  /// One row a sort of groups: the E-I index and what dealing the groups out at random gives.
  public static func externalInternal(
    _ tests: [(grouping: String, test: PermutationTest)], of network: Network, in language: Language
  ) -> ResultTable {
    let labels = ["kind": Phrase("kind", zh: "主体类型"), "zone": Phrase("zone", zh: "片区")]
    return ResultTable(
      heading: Heading(of: network),
      columns: [
        Column("group", Phrase("groups by", zh: "分组依据")), Column("ei_index", Phrase("E-I index", zh: "E-I 指数")),
        Column("expected", Phrase("expected by chance", zh: "随机期望")), Column("z", Phrase("z", zh: "z 值")),
        Column("p_closed", Phrase("p, as closed or more", zh: "p 值（偏封闭）")),
        Column("p_open", Phrase("p, as open or more", zh: "p 值（偏开放）")), Column("draws", Phrase("draws", zh: "抽样数")),
      ],
      rows: tests.map { name, test in
        [
          .word(.text(name), as: labels[name]?(language) ?? name), .fraction(optional: test.observed),
          .fraction(optional: test.expected),
          .real(optional: test.z?.withoutNoise), .fraction(optional: test.lowerTail),
          .fraction(optional: test.upperTail),
          .whole(test.draws),
        ]
      })
  }

  /// One row a group and role: how often its actors broker so, and how often by chance.
  public static func brokerRoles(_ roles: [BrokerRoles], of network: Network, in language: Language) -> ResultTable {
    ResultTable(
      heading: Heading(of: network),
      columns: [
        Column("group", Phrase("brokers", zh: "居间群体")), Column("role", Phrase("role", zh: "居间角色")),
        Column("observed", Phrase("observed", zh: "实际次数")),
        Column("expected", Phrase("expected by chance", zh: "随机期望次数")),
        Column("ratio", Phrase("observed/expected", zh: "实际与期望之比")),
      ],
      rows: roles.flatMap { item in
        item.roles.map { role in
          [
            name(item.group, language), .word(.text(role.role.rawValue), as: role.role.label(language)),
            .whole(role.observed), .real(role.expected.withoutNoise),
            .real(optional: role.expected > 0 ? (Double(role.observed) / role.expected).withoutNoise : nil),
          ]
        }
      })
  }

  /// One row the network, a chain or a zone: T, what it says, and how tie ends are shared by the spheres.
  public static func tripleHelices(
    _ items: [TripleHelix], of network: Network, isJudged: Bool = true, in language: Language
  ) -> ResultTable {
    let rows = items.map { item -> [Cell] in
      let scope: (sort: String, word: Phrase, id: String, label: String) =
        switch item.scope {
        case .network:
          ("network", Phrase("network", zh: "全网络"), "", Phrase("the network", zh: "全网络")(language))
        case .chain(let chain):
          (
            "chain", Phrase("chain", zh: "产业链"), network.chains[chain].id, network.chains[chain].name(in: language)
          )
        case .zone(let zone): ("zone", Phrase("zone", zh: "片区"), zone, network.profile.zone(zone)(language))
        }
      let reading = item.synergy.map {
        $0 < -1e-9 ? Phrase("coordinated", zh: "三方协同") : Phrase("uncoordinated", zh: "协同度低")
      }
      return [
        .word(.text(scope.sort), as: scope.word(language)), .word(.text(scope.id), as: scope.label),
        .word(.text(item.unit.rawValue), as: item.unit.label(language)), .whole(item.units),
        .real(optional: item.synergy?.withoutNoise),
        isJudged ? (reading ?? Phrase("too few units to tell", zh: "单元过少，无法判断")).cell(language) : .missing,
      ] + item.shares.map { .fraction(optional: $0) }
    }
    return ResultTable(
      heading: Heading(of: network),
      columns: [
        Column("scope", Phrase("scope", zh: "范围类别"), for: .programs), Column("name", Phrase("where", zh: "范围")),
        Column("unit", Phrase("unit", zh: "统计单元")), Column("units", Phrase("units", zh: "单元数")),
        Column("t_uig_bits", Phrase("T (bits)", zh: "协同 T（比特）")), Column("reading", Phrase("reading", zh: "判断")),
        Column("university", Phrase("university", zh: "高校院所占比")), Column("industry", Phrase("industry", zh: "产业占比")),
        Column("government", Phrase("government", zh: "政府占比")),
      ], rows: rows)
  }

  private static func name(_ group: ActorGroup, _ language: Language) -> Cell {
    .word(.text(group.id), as: group.label(language))
  }
}

extension Phrase {
  fileprivate func cell(_ language: Language) -> ResultTable.Cell { .word(.text(en), as: self(language)) }
}
