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
      pairs, mixingColumns, in: TableContext(network, language, judgesTies: isJudged),
      called: Chapter.figures.name)
  }

  /// The same as a square: a row and a column a group, ties in the cells, for people with what is expected.
  public static func mixingSquare(
    _ pairs: [MixingPair], of network: Network, isJudged: Bool = true, in language: Language
  ) -> ResultTable {
    let (groups, rows) = pairs.square
    let threshold = network.profile.thresholds.significance
    let note = Phrase(
      "ties (expected by chance; + more, − fewer, p < \(threshold))",
      zh: "联系数（括号内为随机期望；p < \(threshold) 时，+ 表示偏多，− 表示偏少）")
    return ResultTable(
      zip(groups, rows).map { SquareRow(group: $0, pairs: $1) },
      [squareGroup] + groups.enumerated().map { squareColumn($1, at: $0) },
      in: TableContext(network, language, judgesTies: isJudged), called: Chapter.figures.name, note: note
    )
  }

  /// One row a sort of groups: the E-I index and what dealing the groups out at random gives.
  public static func externalInternal(
    _ tests: [(grouping: Grouping, test: PermutationTest)], of network: Network, in language: Language
  ) -> ResultTable {
    ResultTable(
      tests, externalInternalColumns, in: TableContext(network, language), called: Phrase("E-I index", zh: "E-I 指数"))
  }

  /// One row a group and role: how often its actors broker so, and how often by chance.
  public static func brokerRoles(_ roles: [BrokerRoles], of network: Network, in language: Language) -> ResultTable {
    ResultTable(
      roles.flatMap(\.roles), brokerColumns, in: TableContext(network, language),
      called: Phrase("broker roles", zh: "中介角色"))
  }

  static let mixingColumns: [Column<MixingPair>] = [
    Column("a", Phrase("group", zh: "甲方群体"), .word, means: [.groups]) { pair, table in pair.a.cell(table) },
    Column("b", Phrase("with", zh: "乙方群体"), .word, means: [.groups]) { pair, table in pair.b.cell(table) },
    Column("ties", Phrase("ties", zh: "联系数"), .whole) { pair, _ in .whole(pair.count.observed) },
    Column("expected", Phrase("expected by chance", zh: "随机期望"), .real, means: [.expected]) { pair, _ in
      .real(pair.count.expected.withoutNoise)
    },
    Column("z", Phrase("z", zh: "z 值"), .optional(.real), means: [.z]) { pair, _ in
      .real(optional: pair.count.z?.withoutNoise)
    },
    Column("p", Phrase("p", zh: "p 值"), .fraction, means: [.p]) { pair, _ in .fraction(optional: pair.chance) },
    Column("draws", Phrase("draws", zh: "抽样数"), .whole, for: .programs, means: [.draws]) { pair, _ in .whole(pair.draws)
    },
    Column("density", Phrase("density", zh: "密度"), .optional(.fraction)) { pair, _ in .fraction(optional: pair.density)
    },
    Column("verdict", Phrase("verdict", zh: "判断"), .optional(.code(MixingPair.Verdict.self)), means: [.verdict]) {
      pair, table in table.judgesTies ? pair.verdict.cell(table.language) : .missing
    },
  ]

  /// A group with its ties to each group.
  struct SquareRow {
    let group: ActorGroup
    let pairs: [MixingPair]
  }

  static let squareGroup = Column<SquareRow>("group", Phrase("group", zh: "群体"), .word, means: [.groups]) {
    row, table in
    row.group.cell(table)
  }

  private static func squareColumn(_ group: ActorGroup, at place: Int) -> Column<SquareRow> {
    let told = Phrase("Ties with \(group.label.en).", zh: "与\(group.label.zh)的联系数。")
    return Column(group.id, group.label, .whole, told: told) { row, table in
      let pair = row.pairs[place]
      let expected = Figure.expected(pair.count.expected).cell
      let mark = !table.judgesTies ? "" : pair.verdict == .fewer ? " −" : pair.verdict == .more ? " +" : ""
      return .shown(
        .whole(pair.count.observed),
        as: table.language == .zh
          ? "\(pair.count.observed)（\(expected)）\(mark)" : "\(pair.count.observed) (\(expected))\(mark)")
    }
  }

  static let externalInternalColumns: [Column<(grouping: Grouping, test: PermutationTest)>] = [
    Column("group", Phrase("groups by", zh: "分组依据"), .code(Grouping.self), means: [.groups]) { row, table in
      row.grouping.cell(table.language)
    },
    Column("ei_index", Phrase("E-I index", zh: "E-I 指数"), .fraction) { row, _ in .fraction(optional: row.test.observed)
    },
    Column("expected", Phrase("expected by chance", zh: "随机期望"), .fraction, means: [.expected]) { row, _ in
      .fraction(optional: row.test.expected)
    },
    Column("z", Phrase("z", zh: "z 值"), .optional(.real), means: [.z]) { row, _ in
      .real(optional: row.test.z?.withoutNoise)
    },
    Column("p_closed", Phrase("p, as closed or more", zh: "p 值（偏封闭）"), .fraction, means: [.p]) { row, _ in
      .fraction(optional: row.test.lowerTail)
    },
    Column("p_open", Phrase("p, as open or more", zh: "p 值（偏开放）"), .fraction, means: [.p]) { row, _ in
      .fraction(optional: row.test.upperTail)
    },
    Column("draws", Phrase("draws", zh: "抽样数"), .whole, means: [.draws]) { row, _ in .whole(row.test.draws) },
  ]

  static let brokerColumns: [Column<BrokerRoles.Count>] = [
    Column("group", Phrase("brokers", zh: "居间群体"), .word, means: [.groups]) { count, table in count.group.cell(table) },
    Column(
      "role", Phrase("role", zh: "居间角色"), .code(BrokerRoles.Role.self),
      told: Phrase("Between whom they broker, as Gould and Fernandez tell it.", zh: "居间角色（Gould–Fernandez 分类）。")
    ) { count, table in count.role.cell(table.language) },
    Column("observed", Phrase("observed", zh: "实际次数"), .whole) { count, _ in .whole(count.observed) },
    Column("expected", Phrase("expected by chance", zh: "随机期望次数"), .real, means: [.expected]) { count, _ in
      .real(count.expected.withoutNoise)
    },
    Column("ratio", Phrase("observed/expected", zh: "实际与期望之比"), .optional(.real)) { count, _ in
      .real(optional: count.ratio?.withoutNoise)
    },
  ]
}

extension ActorGroup {
  fileprivate func cell(_ table: TableContext) -> ResultTable.Cell { .word(.text(id), as: label(table.language)) }
}
