import KesiNetwork

extension Network {
  /// What `history.csv` has values of, in the order of the table, each once.
  var observedSubjects: [String] {
    var seen = Set<ExactText>()
    return history.map(\.subject).filter { seen.insert(ExactText($0)).inserted }
  }

  /// What a subject of `history.csv` is called: the name of the actor, the chain, the kind of which it is the id.
  package func name(ofSubject subject: String) -> Phrase {
    if subject.isExactly(Observation.network) { return Phrase("the whole network", zh: "整个网络") }
    if let actor = actors.first(where: { $0.id.isExactly(subject) }) {
      return Phrase(actor.shortName(in: .en), zh: actor.shortName(in: .zh))
    }
    if let chain = chains.first(where: { $0.id.isExactly(subject) }) {
      return Phrase(chain.name(in: .en), zh: chain.name(in: .zh))
    }
    return profile.kind(subject).label
  }

  /// The two populations that are asked for, with their yearly sizes.
  ///
  /// - Parameters:
  ///   - words: what `history.csv` calls them, or their names; nil where it has two.
  ///   - period: in whose years they are looked at.
  /// - Throws: `UnknownWord` where two are not chosen, `BadData` where there are none, or a series cannot be followed by a
  ///   model of growth.
  func populations(called words: [String]?, during period: Period) throws -> [(String, PopulationSeries)] {
    let subjects = try chosenSubjects(words)
    var populations: [(String, PopulationSeries)] = []
    for subject in subjects { populations.append((subject, try series(of: subject, during: period))) }
    let ranges = populations.map { ($0.1.years.first ?? 0, $0.1.years.last ?? 0) }
    let (begin, end) = (ranges.map(\.0).max() ?? 0, ranges.map(\.1).min() ?? 0)
    for (subject, series) in populations {
      let count = series.years.count { $0 >= begin && $0 <= end }
      guard count >= PopulationSeries.fewest else {
        throw historyProblem(
          HistoryColumns.year.head,
          begin > end
            ? Phrase(
              "the two populations are never observed at the same time: one begins in \(begin), when the other has ended (\(end)). A course of both needs \(PopulationSeries.fewest) common years. Add years.",
              zh:
                "两个对象没有同一时期的数据：一个 \(begin) 年才开始，另一个止于 \(end) 年。拟合两个种群的演化，双方须有至少 \(PopulationSeries.fewest) 年的同期数据。请补充年份。"
            )
            : Phrase(
              "“\(subject.shortened)” has \(count.counted("year")) between \(begin) and \(end), in which both are observed; a course of two populations needs \(PopulationSeries.fewest) of each. Add years.",
              zh:
                "“\(subject.shortened)”在双方都有数据的 \(begin)—\(end) 年间只有 \(count) 年；拟合两个种群的演化，双方各需至少 \(PopulationSeries.fewest) 年。请补充年份。"
            ))
      }
    }
    return populations
  }

  private func historyProblem(_ head: ColumnHead, row: Int? = nil, _ message: Phrase) -> BadData {
    BadData([Problem(.error, head.place(in: Table.history.file, row: row), message)])
  }

  private func chosenSubjects(_ words: [String]?) throws -> [String] {
    let known = observedSubjects.map { subject in
      let name = name(ofSubject: subject)
      return Named(id: subject, names: [name.en, name.zh])
    }
    guard !known.isEmpty else {
      throw BadData([
        Problem(
          .error, .file(Table.history.file),
          Phrase(
            "is missing or has no rows, and the course of two populations follows from their yearly values. Fill it in, with the columns subject, year, value.",
            zh: "缺少此表或表中没有数据，无从推算演化。请填写历年数据，含对象（subject）、年份（year）、数值（value）三列。"))
      ])
    }
    guard let words else {
      guard known.count != 2 else { return known.map(\.id) }
      let list = known.prefix(30).map(\.id.shortened)
      if known.count == 1 {
        throw historyProblem(
          HistoryColumns.subject.head,
          Phrase(
            "only “\(list[0])” has values, and a symbiosis is one of two: add the other.",
            zh: "只有“\(list[0])”一个对象，而共生须有两方：请补充另一方。"))
      }
      throw UnknownWord(
        Phrase(
          "history.csv has values of \(known.count) subjects, and a symbiosis is one of two. Choose them with --subjects A,B: \(list.joined(separator: ", ")).",
          zh:
            "历年数据（history.csv）中有 \(known.count) 个对象，而共生须有两方。请用 --subjects A,B 指定：\(list.joined(separator: "、"))。"
        ))
    }
    let ids = try Network.ids(of: words, among: known, what: Phrase("subjects", zh: "个对象"), for: "--subjects")
    guard ids.count == 2, !ids[0].isExactly(ids[1]) else {
      throw UnknownWord(
        Phrase(
          "--subjects: a symbiosis is one of two different subjects. Name two, with a comma between.",
          zh: "--subjects：共生须有两个不同的对象。请写两个，用逗号隔开。"))
    }
    return ids
  }

  private func series(of subject: String, during period: Period) throws -> PopulationSeries {
    let rows = history.filter { $0.subject.isExactly(subject) && $0.period.isWithin(period) }
      .sorted { $0.year < $1.year }
    if let bad = rows.first(where: { !($0.value > 0) }) {
      throw historyProblem(
        HistoryColumns.value.head, row: bad.row,
        Phrase(
          "“\(subject.shortened)”, \(bad.year): \(bad.value.plain) is no size of a population, which is above 0. Correct it, or leave the year out with --from or --to.",
          zh:
            "“\(subject.shortened)”\(bad.year) 年的数值为 \(bad.value.plain)，而种群的规模必须大于 0。请改正，或用 --from、--to 排除该年。"
        ))
    }
    let series = PopulationSeries(years: rows.map(\.year), values: rows.map(\.value))
    guard series.years.count >= PopulationSeries.fewest else {
      throw historyProblem(
        HistoryColumns.year.head,
        Phrase(
          "“\(subject.shortened)” has \(rows.count.counted("year")); a course of two populations needs \(PopulationSeries.fewest) of each. Add years.",
          zh:
            "“\(subject.shortened)”只有 \(rows.count) 年；拟合两个种群的演化，双方各需至少 \(PopulationSeries.fewest) 年。请补充年份。"
        ))
    }
    guard series.values.contains(where: { $0 != series.values[0] }) else {
      throw historyProblem(
        HistoryColumns.value.head,
        Phrase(
          "“\(subject.shortened)” has the same value in every year (\(series.values[0].plain)): what does not change tells nothing of growth.",
          zh: "“\(subject.shortened)”每年数值相同（\(series.values[0].plain)）：没有变化，就无从看出增长。"))
    }
    return series
  }
}

extension PopulationSeries {
  /// Of each population so many years: eight numbers are to be found, and what is left over tells how sure they are.
  static let fewest = 5
}
