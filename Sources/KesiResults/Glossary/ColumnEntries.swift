import KesiCluster
import KesiNetwork

extension Glossary {
  /// The columns of the tables that people bring, other than those that bear a word of the vocabulary: an entry for each
  /// meaning that is declared. Those with a closed list of words come first, what every table has comes last.
  static let columnEntries: [GlossaryEntry] = {
    let heads = Table.allCases.flatMap(\.heads)
    var meanings: [InputMeaning] = []
    for meaning in heads.compactMap(\.meaning) where !meanings.contains(where: { $0.id == meaning.id }) {
      meanings.append(meaning)
    }
    let used = meanings.map { meaning in (meaning, heads.filter { $0.meaning?.id == meaning.id }) }
    func rank(_ columns: [ColumnHead]) -> Int {
      if !columns.flatMap(\.words).isEmpty { return 0 }
      return isEverywhere(columns) ? 2 : 1
    }
    return (0...2).flatMap { place in used.filter { rank($0.1) == place } }.map(entry)
  }()

  /// What a word of columns means elsewhere: in results, in `network.yml`.
  private struct Elsewhere {
    let meaning: String
    var aliases: [String] = []
    var definition = Phrase("", zh: "")
    var advice = Phrase("", zh: "")
    var tables: String?
    var values: [Phrase] = []
  }

  private static let elsewhere = [
    Elsewhere(meaning: "role", aliases: ["居间角色"]),
    Elsewhere(
      meaning: "level", aliases: ["严重程度"],
      definition: Phrase(" In the table of gaps: how bad a gap is.", zh: "在薄弱环节表中指严重程度。"),
      advice: Phrase(
        " Of gaps: critical from a severity of 0.75 on, high from 0.5, medium from 0.25, else low. A severity that is a share of cases (ties that stalled, years without work) counts as what it is above with a chance of 0.8: 3 of 3 is high, 9 of 9 critical; fewer than three cases are not sure, and come last.",
        zh:
          "薄弱环节：严重度 ≥0.75 为严重，≥0.5 为高，≥0.25 为中，其余为低。严重度若是若干事例中的占比（停滞的联系、没有合作的年份），按有八成把握的下限划分：3 项全中为高，9 项全中为严重；不足 3 项为依据不足，排在最后。"
      ),
      tables: "gaps (level)", values: GapLevel.allCases.map(\.label)),
    Elsewhere(meaning: "source", tables: "network.yml (source, source_zh)"),
    Elsewhere(meaning: "directed", tables: "network.yml (tie_kinds: directed)"),
    Elsewhere(
      meaning: "evidence",
      definition: Phrase(" In the table of gaps: the numbers a gap follows from.", zh: "在薄弱环节表中：得出结论所依据的数字。"),
      tables: "gaps (evidence)",
      values: EvidenceTerm.all.map { Phrase($0.id, zh: $0.label.zh) }),
  ]

  private static func entry(_ meaning: InputMeaning, of columns: [ColumnHead]) -> GlossaryEntry {
    let more = elsewhere.first { $0.meaning == meaning.id } ?? Elsewhere(meaning: meaning.id)
    return GlossaryEntry(
      meaning.id, .column, meaning.name, or: meaning.aliases + more.aliases,
      joined(meaning.definition, more.definition), advice: joined(meaning.advice, more.advice),
      tables: ([places(of: columns)] + [more.tables].compactMap(\.self)).joined(separator: "; "),
      values: columns.flatMap(\.words) + more.values)
  }

  private static func joined(_ one: Phrase, _ other: Phrase) -> Phrase {
    Phrase(one.en + other.en, zh: one.zh + other.zh)
  }

  private static func isEverywhere(_ columns: [ColumnHead]) -> Bool {
    Set(columns.map(\.table)).count == Table.allCases.count
  }

  /// `actors.csv, chains.csv (name, name_zh)`: tables in which the same columns have the meaning stand together.
  private static func places(of columns: [ColumnHead]) -> String {
    var groups: [(columns: [String], tables: [Table])] = []
    for table in Table.allCases {
      let names = columns.filter { $0.table == table }.map(\.id)
      guard !names.isEmpty else { continue }
      if let group = groups.firstIndex(where: { $0.columns == names }) {
        groups[group].tables.append(table)
      } else {
        groups.append((names, [table]))
      }
    }
    return groups.map { columns, tables in
      let everywhere = tables.count == Table.allCases.count
      let files = everywhere ? "every table" : tables.map(\.file).joined(separator: ", ")
      return "\(files) (\(columns.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }
}

extension ColumnHead {
  /// The words of a closed list that its cells may hold.
  fileprivate var words: [Phrase] {
    if case .term(let words) = kind { words.labels } else { [] }
  }
}
