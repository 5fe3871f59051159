import KesiCluster
import KesiConsortium
import KesiNetwork

extension ResultTable {
  /// One row a fact, section by section: of whom, what, how much, and what that says.
  ///
  /// - Parameter analysis: the one that the appraisal was made of.
  public static func appraisal(_ appraisal: Appraisal, _ analysis: Analysis, in language: Language) -> ResultTable {
    let network = analysis.graph.network
    return ResultTable(
      appraisal.facts(in: analysis), appraisalColumns, in: TableContext(network, language),
      called: Phrase("appraisal", zh: "综合评价"),
      note: appraisal.consortium.map { consortium in
        let name = network.consortia[consortium]
        return Phrase(name.name(in: .en), zh: name.name(in: .zh))
      } ?? Phrase("no consortium: every actor counts as a member", zh: "没有联合体，全部主体均视为成员"))
  }

  static let appraisalColumns: [Column<AppraisalFact>] = [
    Column("section", Phrase("section", zh: "部分"), .code(AppraisalFact.Section.self), means: [appraisal]) {
      fact, table in
      fact.section.cell(table.language)
    },
    Column(
      "subject", Phrase("who", zh: "单位"), .list,
      told: Phrase("Whom it is about; nobody where it is about all.", zh: "所涉单位；涉及全体的留空。")
    ) { fact, table in
      let actors = fact.actors.map { table.network.actors[$0] }
      return .shown(.list(actors.map(\.id)), as: table.list(actors.map { $0.shortName(in: table.language) }))
    },
    Column("what", Phrase("what", zh: "项目"), .code(AppraisalFact.What.self), means: [appraisal]) { fact, table in
      fact.what.cell(table.language)
    },
    Column(
      "value", Phrase("value", zh: "数值"), .optional(.number),
      told: Phrase(
        "Its number: a quantity (matched, unmet, idle), points of 100 (contribution_index), an amount (shapley, today, keeps, objection), a share of strength (organization, behavior), a severity (gap), points of the cluster index (step).",
        zh: "该项的数值：数量（已匹配、未满足、闲置）、分值（贡献指数，满分 100）、金额（沙普利值、现行分配、稳定方案、异议组合）、占联系强度的比例（组织模式、行为模式）、严重度（薄弱环节）、集群指数增量（措施）。")
    ) { fact, _ in .amount(optional: fact.value) },
    Column("words", Phrase("in words", zh: "说明"), .text, told: Phrase("What that says.", zh: "含义。")) { fact, table in
      .text(fact.words(table.language))
    },
  ]

  private static let appraisal = ColumnMeaning(
    "appraisal", Phrase("appraisal of a consortium", zh: "联合体综合评价"),
    or: ["appraise", "section", "what", "部分", "项目", "who belongs where", "who carries what", "who gets what"],
    Phrase(
      "What match, contribution, share and symbiosis find of the members of a consortium, the gaps that they are in, and the steps of the plan that concern them, a fact a row. not_told: what the tables do not allow, and what to fill in.",
      zh: "把供需匹配、贡献评价、收益分配、共生模式的结果，以及涉及成员的薄弱环节和行动措施汇总，每项一行。“未能得出”说明缺什么资料、应填什么。"),
    advice: Phrase(
      "Read the rows summary and note first. Each part alone, with all its columns: kesi match, contribution, share, symbiosis.",
      zh: "先看“概要”与“说明”各行。各部分的完整表格见 kesi match、contribution、share、symbiosis。"),
    values: AppraisalFact.Section.allCases.map(\.label) + AppraisalFact.What.allCases.map(\.label))
}

extension Appraisal {
  /// The tables of its parts, as far as there are any: a sheet of a workbook each.
  package func parts(in analysis: Analysis, _ language: Language) -> [ResultWorkbook.Part] {
    let network = analysis.graph.network
    // Some sheets are of members alone, some of the whole network, whose numbers are others: their names say which. Without a
    // consortium all are members.
    func whole(_ name: Phrase) -> Phrase {
      consortium == nil ? name : Phrase("\(name.en), whole network", zh: "\(name.zh)（全网络）")
    }
    func members(_ name: Phrase) -> Phrase {
      consortium == nil ? name : Phrase("\(name.en), members", zh: "\(name.zh)（成员）")
    }
    func part(_ table: ResultTable, _ name: (Phrase) -> Phrase, _ meaning: Phrase) -> ResultWorkbook.Part {
      ResultWorkbook.Part(table, called: name(table.name), meaning)
    }
    return [
      matching.finding.map {
        part(
          .matches($0, of: network, in: language), whole,
          Phrase(
            "Who supplies whom in the whole network, members or not, and what is left.",
            zh: "全网络（含非成员）谁向谁供给，以及尚未匹配的部分。"))
      },
      contribution.finding.map {
        part(
          .contributions($0, of: network, in: language), members, Phrase("What each member carries.", zh: "各成员的贡献。"))
      },
      sharing.finding.map {
        part(
          .sharing($0, of: network, in: language), members,
          Phrase(
            "What each member whom values of coalitions name would get by every method, and today.",
            zh: "联盟收益表所列成员在各种分法下与现行的所得。"))
      },
      sharing.finding.flatMap { sharing in
        sharing.objections.map { _ in
          part(
            .objections(sharing, of: network, in: language), members,
            Phrase("Who would rather leave as it is shared out today.", zh: "按现行分配，谁退出可以多得。"))
        }
      },
      symbiosis.finding.map { _ in
        part(
          .symbiosis(analysis.symbiosisModes(), of: network, in: language), whole,
          Phrase(
            "In which mode the whole network and its chains live, ties to others than members among them.",
            zh: "整个网络与各产业链的共生模式（含成员与非成员之间的联系）。"))
      },
      symbiosis.finding.map {
        part(
          .symbioticPairs($0.pairs, of: network, in: language), members,
          Phrase("In which mode members live, pair by pair.", zh: "成员两两之间的共生模式。"))
      },
      evolution.finding.map {
        part(
          .evolution($0, of: network, in: language), whole,
          Phrase("Which way two populations of the network develop.", zh: "网络中两个种群的演化方向。"))
      },
    ].compactMap(\.self)
  }
}
