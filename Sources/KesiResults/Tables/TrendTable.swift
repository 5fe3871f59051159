import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a year: how the cluster stood.
  ///
  /// - Parameter whole: what all rows together come to, which is said above.
  public static func trend(_ years: [TrendYear], of whole: Analysis, in language: Language) -> ResultTable {
    ResultTable(
      years, trendColumns, in: TableContext(whole.graph.network, language), called: Chapter.trend.name,
      note: years.isEmpty ? nil : whole.trendNote)
  }

  /// One row a year and chain.
  public static func chainTrend(_ years: [TrendYear], of network: Network, in language: Language) -> ResultTable {
    ResultTable(
      years.flatMap { year in year.chains.map { ChainYear(year: year.year, chain: $0) } }, chainTrendColumns,
      in: TableContext(network, language), called: Phrase("trend of chains", zh: "产业链逐年变化"))
  }

  struct ChainYear {
    let year: Int
    let chain: (number: Int, actors: Int, ties: Int, index: ChainIndex)
  }

  static let trendColumns: [Column<TrendYear>] =
    [
      Column("year", Phrase("year", zh: "年份"), .whole, means: [year]) { row, _ in .whole(row.year) },
      Column("actors", Phrase("actors with ties", zh: "有联系的主体数"), .whole) { row, _ in .whole(row.actors) },
      Column("ties", Phrase("ties", zh: "联系数"), .whole) { row, _ in .whole(row.ties) },
      Column("cluster_index", Phrase("cluster index", zh: "集群指数"), .optional(.fraction)) { row, _ in
        .fraction(optional: row.index?.value)
      },
      Column("cluster_index_high", Phrase("at most", zh: "上限"), .optional(.fraction), for: .programs) { row, _ in
        .fraction(optional: row.index?.range.high)
      },
    ]
    + ClusterPart.allCases.map { part in
      Column(part.id, part.label, .optional(.fraction)) { row, _ in
        .fraction(optional: row.index?.parts.first { $0.part == part }?.range.low)
      }
    }

  static let chainTrendColumns: [Column<ChainYear>] = [
    Column("year", Phrase("year", zh: "年份"), .whole, means: [year]) { row, _ in .whole(row.year) },
    Column("chain", Phrase("chain", zh: "产业链"), .id) { row, table in .chain(row.chain.number, table) },
    Column("chain_index", Phrase("index", zh: "产业链指数"), .optional(.fraction)) { row, _ in
      .fraction(optional: row.chain.index.value)
    },
    Column("chain_index_high", Phrase("at most", zh: "上限"), .optional(.fraction), for: .programs) { row, _ in
      .fraction(optional: row.chain.index.range?.high)
    },
    Column("actors", Phrase("actors", zh: "主体数"), .whole) { row, _ in .whole(row.chain.actors) },
    Column("ties", Phrase("ties", zh: "联系数"), .whole) { row, _ in .whole(row.chain.ties) },
  ]

  private static let year = ColumnMeaning(
    Phrase("The year that is looked at: its ties, positions and memberships.", zh: "所看的年份：只计该年存续的联系、链位与成员关系。"),
    advice: Phrase(
      "Rows without dates count in every year. The last year is below `kesi summary` where ties have ended before it: there they still count, by how long ago that is.",
      zh: "未填日期的行每年都计。此前已结束的联系不计入最近一年，但在 kesi summary 中仍按结束时间折算计入，故两者可能不同。"))
}
