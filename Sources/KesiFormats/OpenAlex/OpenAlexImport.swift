import KesiMatrix
import KesiNetwork

/// A network of works of OpenAlex: an actor for each institution, a consortium for each work, whose members are the
/// institutions of its authors.
package struct OpenAlexImport {
  private let choice: OpenAlexChoice
  private let file: String
  private var network = Network()
  private var actors: [ExactText: Int] = [:]
  private var works: Set<ExactText> = []
  private var institutions: [OpenAlexWork.Institution] = []
  private var taken: [OpenAlexWork] = []
  private var members: [OpenAlexWork.Institution] = []
  private var read = 0
  private var repeated = 0
  private var undated = 0
  private var withoutInstitution = 0
  /// How many works each filter leaves.
  private var left: [Int]

  /// - Throws: as ``FileSource``; `BadData` where a record cannot be read, or nothing is left of them.
  /// - Complexity: O(bytes); some 0.5 KB a work and 0.2 KB a membership.
  package static func read(
    _ source: FileSource, choosing choice: OpenAlexChoice = OpenAlexChoice(), on parallel: Parallel = Parallel()
  ) throws -> NetworkReading {
    var reading = OpenAlexImport(choice, file: source.shortName)
    let source = try source.opened(progress: parallel.progress)
    let filters = choice.filters
    try JSONRecords(source: source, keys: ["results"], progress: parallel.progress).each { node, _ in
      reading.add(try OpenAlexWork(node), by: filters)
    }
    return try reading.result()
  }

  private init(_ choice: OpenAlexChoice, file: String) {
    (self.choice, self.file) = (choice, file)
    left = [Int](repeating: 0, count: choice.filters.count)
  }

  private mutating func add(_ work: OpenAlexWork, by filters: [OpenAlexChoice.Filter]) {
    guard works.insert(ExactText(work.id)).inserted else {
      repeated += 1
      return
    }
    read += 1
    for (place, filter) in filters.enumerated() {
      guard filter.admits(work) else { return }
      left[place] += 1
    }
    let codes = choice.countries
    let chosen = work.institutions.filter { codes.isEmpty || codes.containsExactly($0.country) }
    guard !chosen.isEmpty else {
      withoutInstitution += 1
      return
    }
    if work.date == nil { undated += 1 }
    let place = network.consortia.count
    var consortium = Consortium(id: work.id, name: work.title.isEmpty ? work.id : work.title)
    // A work comes out on a day and does not go on.
    consortium.period = Period(from: work.date, to: work.date)
    consortium.basis = .register
    network.consortia.append(consortium)
    taken.append(work)
    for institution in chosen {
      var member = Membership(consortium: place, actor: actor(of: institution), role: .member)
      member.basis = .register
      network.members.append(member)
      members.append(institution)
    }
  }

  private mutating func actor(of institution: OpenAlexWork.Institution) -> Int {
    if let actor = actors[ExactText(institution.id)] { return actor }
    var actor = Actor(
      id: institution.id, name: institution.name, kind: RORKind.kind([institution.type], name: institution.name))
    actor.url = institution.address
    actor.source = "OpenAlex"
    actor.basis = .register
    actors[ExactText(institution.id)] = network.actors.count
    network.actors.append(actor)
    institutions.append(institution)
    return network.actors.count - 1
  }

  private mutating func result() throws -> NetworkReading {
    guard read > 0 else { throw refusal(Phrase("has no work.", zh: "没有任何成果记录。")) }
    guard !network.members.isEmpty else {
      throw refusal(
        Phrase(
          "has no work with an institution by all that was asked for. Ask for less.", zh: "没有符合全部条件且注明机构的成果。请放宽条件。"))
    }
    if Set(institutions.map { ExactText($0.country) }).count > 1 {
      for actor in network.actors.indices where !institutions[actor].country.isEmpty {
        network.actors[actor].zone = institutions[actor].country
      }
    }
    func column<Row>(_ name: String, _ rows: [Row], _ value: (Row) -> String) -> Network.CarriedColumn {
      Network.CarriedColumn(name: name, values: rows.map(value))
    }
    network.carried[.actors] = [
      column("openalex_country", institutions, \.country), column("openalex_type", institutions, \.type),
    ]
    network.carried[.consortia] = [
      column("openalex_type", taken, \.type), column("openalex_field", taken, \.field), column("doi", taken, \.doi),
    ]
    network.carried[.members] = [
      column("openalex_authors", members) { String($0.authors) },
      column("openalex_corresponding", members) { $0.isCorresponding ? "true" : "" },
    ]
    network.profile = profile
    let warnings = warnings
    return NetworkReading(network: network, warnings: warnings, warningCount: warnings.count, remarks: remarks)
  }

  private var profile: Profile {
    var profile = Profile()
    let countries = choice.countries.joined(separator: ", ")
    let parts =
      choice.filters.map(\.name)
      + (choice.countries.isEmpty ? [] : [Phrase("country \(countries)", zh: "国家 \(countries)")])
    profile.title = Phrase(
      (["Works of OpenAlex"] + parts.map(\.en)).joined(separator: ", "),
      zh: (["OpenAlex 合作成果"] + parts.map(\.zh)).joined(separator: "，"))
    profile.source = "OpenAlex (openalex.org)"
    profile.sourceZh = "OpenAlex（openalex.org）"
    profile.license = "CC0"
    profile.kinds.append(RORKind.other)
    return profile
  }

  private func refusal(_ message: Phrase) -> BadData { BadData([Problem(.error, .file(file), message)]) }
}

extension OpenAlexImport {
  private var warnings: [Problem] {
    var problems: [Problem] = []
    func add(_ count: Int, _ en: String, zh: String) {
      if count > 0 { problems.append(Problem(.warning, .file(file), Phrase(en, zh: zh))) }
    }
    add(
      repeated, "\(repeated.counted("work")) \(repeated == 1 ? "comes" : "come") twice: the first holds.",
      zh: "有 \(repeated) 项成果重复，以前者为准。")
    add(
      undated, "\(undated.counted("work")) \(undated == 1 ? "has" : "have") no date.",
      zh: "有 \(undated) 项成果没有日期。")
    return problems
  }

  private var remarks: [Remark] {
    var remarks: [Remark] = []
    func add(_ en: String, zh: String) { remarks.append(Remark(.file(file), Phrase(en, zh: zh))) }
    for (filter, left) in zip(choice.filters, left) {
      add("\(filter.name.en) leaves \(left.counted("work")).", zh: "按“\(filter.name.zh)”筛选后余 \(left) 项成果。")
    }
    let (works, actors, members) = (network.consortia.count, network.actors.count, network.members.count)
    add(
      "works of OpenAlex: \(works.counted("work")) as consortia, \(actors.counted("institution")), \(members.counted("membership")). An institution is a member once a work, however many authors it has there (openalex_authors).",
      zh:
        "OpenAlex 成果：\(works) 项成果作为联合体、\(actors) 家机构、\(members) 条参与记录。同一成果中每家机构只计一次，作者人数见 openalex_authors 列。")
    if withoutInstitution > 0 {
      add(
        "\(withoutInstitution.counted("work")) \(withoutInstitution == 1 ? "names" : "name") no institution\(choice.countries.isEmpty ? "" : " of these countries") and \(withoutInstitution == 1 ? "is" : "are") left out.",
        zh: "有 \(withoutInstitution) 项成果未注明\(choice.countries.isEmpty ? "" : "所选国家的")机构，已略去。")
    }
    var sizes = [Int](repeating: 0, count: works)
    for member in network.members { sizes[member.consortium] += 1 }
    let alone = sizes.count { $0 == 1 }
    if alone > 0 {
      add(
        "\(alone.counted("work")) \(alone == 1 ? "has" : "have") one institution here, which is tied to nobody by it.",
        zh: "有 \(alone) 项成果在此只有一家机构，不产生联系。")
    }
    return remarks
  }
}
