import KesiNetwork

/// What was counted while a network was made of ROR, in words.
struct RORTally {
  enum Zone { case country, city }

  let file: String
  /// What was asked for, and how many were left.
  var filters: [(name: Phrase, left: Int)] = []
  /// Records that came twice, of other states, without a name.
  var repeated = 0
  var otherStatus = 0
  var nameless = 0
  var namesakes: [(name: String, cities: [RORCities.City])] = []
  var chosen = 0
  /// Taken since a chosen one states a relation to them, and of these those that the file has no record of.
  var related = 0
  var labelsOnly = 0
  /// Relations to organizations that were not taken.
  var leftRelations = 0
  var toItself = 0
  var unknownRelations: [String] = []
  /// Pairs of which each calls the other its parent.
  var circles: [(String, String)] = []
  var zone: Zone?

  init(file: String) { self.file = file }

  func refusal(_ message: Phrase) -> BadData { BadData([Problem(.error, .file(file), message)]) }

  var nothingLeft: Phrase {
    guard !filters.isEmpty else {
      return Phrase(
        "has no organization of a state that is taken: active, unless --status says otherwise. `kesi import ror --status` takes in active, inactive, withdrawn.",
        zh: "没有符合所选状态的机构（未指定时只取 active）。可用 kesi import ror --status 选择 active、inactive、withdrawn。")
    }
    let asked = Phrase(
      filters.map(\.name.en).joined(separator: "; "), zh: filters.map(\.name.zh).joined(separator: "；"))
    return Phrase(
      "has no organization by all that was asked for: \(asked.en). Ask for less.",
      zh: "没有符合全部条件的机构：\(asked.zh)。请放宽条件。")
  }

  /// What somebody should look at.
  var warnings: [Problem] {
    var problems: [Problem] = []
    func add(_ isThere: Bool, _ en: String, zh: String) {
      if isThere { problems.append(Problem(.warning, .file(file), Phrase(en, zh: zh))) }
    }
    for (name, cities) in namesakes {
      let (taken, others) = (cities[0], cities.dropFirst())
      func said(_ city: RORCities.City) -> String { "\(city.region.isEmpty ? "–" : city.region), \(city.key)" }
      let en = others.map {
        "\(said($0)) (\($0.organizations.listed(most: 2, in: .en) { RORNames(of: $0).name.shortened }))"
      }
      let zh = others.map {
        "\(said($0))（\($0.organizations.listed(most: 2, in: .zh) { RORNames(of: $0).name(in: .zh).shortened })）"
      }
      let other = others.first?.key ?? ""
      add(
        true,
        "\(cities.count) cities are called “\(name)”. Taken is that with most organizations, \(said(taken)) (\(taken.organizations.count)); left out: \(en.joined(separator: "; ")). Say a number to choose: --city \(other).",
        zh:
          "有 \(cities.count) 个城市名为“\(name)”。已取机构最多的一个：\(said(taken))（\(taken.organizations.count) 家）；未取：\(zh.joined(separator: "；"))。可用编号指定，如 --city \(other)。"
      )
    }
    add(
      repeated > 0, "\(repeated.counted("record")) \(repeated == 1 ? "repeats" : "repeat") an id: the first holds.",
      zh: "有 \(repeated) 条记录编号重复，以前者为准。")
    add(
      nameless > 0, "\(nameless.counted("record")) \(nameless == 1 ? "has" : "have") no name: the id stands for it.",
      zh: "有 \(nameless) 条记录没有名称，以编号代替。")
    add(
      toItself > 0,
      "\(toItself.counted("relation")) of an organization to itself \(toItself == 1 ? "is" : "are") left out.",
      zh: "有 \(toItself) 条指向自身的关系，已略去。")
    if let first = unknownRelations.first {
      let count = unknownRelations.count
      add(
        true,
        "\(count.counted("relation")) of a kind that ROR does not explain (“\(first.shortened)”) \(count == 1 ? "is" : "are") left out.",
        zh: "有 \(count) 条关系的类型无法识别（如“\(first.shortened)”），已略去。")
    }
    if let (one, other) = circles.first {
      add(
        true,
        "\(circles.count.counted("pair")) of organizations \(circles.count == 1 ? "calls" : "call") each other parent, as \(one.shortened) and \(other.shortened): both ties are kept.",
        zh: "有 \(circles.count) 对机构互称上级（如\(one.shortened)与\(other.shortened)），两条关系均予保留。")
    }
    return problems
  }

  /// How the records were read.
  func remarks(of network: Network) -> [Remark] {
    var remarks: [Remark] = []
    func add(if isThere: Bool = true, _ en: String, zh: String) {
      if isThere { remarks.append(Remark(.file(file), Phrase(en, zh: zh))) }
    }
    add(
      if: otherStatus > 0,
      "\(otherStatus.counted("record")) not of the state asked for \(otherStatus == 1 ? "is" : "are") left out; --status takes in active, inactive, withdrawn.",
      zh: "有 \(otherStatus) 条记录不属于所选状态，已略去；可用 --status 选择 active、inactive、withdrawn。")
    for filter in filters {
      add(
        "\(filter.name.en) leaves \(filter.left.counted("organization")).",
        zh: "按“\(filter.name.zh)”筛选后余 \(filter.left) 家机构。")
    }
    let named = network.actors.count { $0.nameZh != nil }
    add(
      "records of ROR: \(network.actors.count.counted("organization")), \(network.ties.count.counted("relation")); \(named) with a Chinese name. Kinds follow the first type that names one; the name tells colleges from universities and platforms from institutes.",
      zh:
        "ROR 登记记录：\(network.actors.count) 家机构、\(network.ties.count) 条关系，其中 \(named) 家有中文名。类型取第一个能说明性质的 type；高职与本科、平台与院所按名称区分。"
    )
    let (are, them) = related == 1 ? ("is", "it") : ("are", "them")
    let (have, their) = labelsOnly == 1 ? ("has", "its") : ("have", "their")
    add(
      if: related > 0,
      "\(related) of them \(are) taken since another one states a relation to \(them)\(labelsOnly > 0 ? "; \(labelsOnly) of these \(have) no record here, only a name: \(their) kind is told by it (basis inferred)" : "").",
      zh:
        "其中 \(related) 家因与所选机构有登记关系而列入\(labelsOnly > 0 ? "；\(labelsOnly) 家在此没有记录，只有名称，类型按名称推断（basis 为 inferred）" : "")。"
    )
    add(
      if: leftRelations > 0,
      "\(leftRelations.counted("relation")) \(leftRelations == 1 ? "leads" : "lead") to organizations that are not taken; --related takes these in.",
      zh: "有 \(leftRelations) 条关系指向未列入的机构；可用 --related 一并列入。")
    switch zone {
    case .country: add("zones are countries.", zh: "片区取国家。")
    case .city: add("zones are cities.", zh: "片区取城市。")
    case nil: break
    }
    return remarks
  }
}
