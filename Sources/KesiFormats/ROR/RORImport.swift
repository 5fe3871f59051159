import KesiMatrix
import KesiNetwork

/// A network of records of ROR: an actor for each organization, a tie for each relation that either side states.
package struct RORImport {
  private let choice: RORChoice
  private var tally: RORTally
  private var records: [RORRecord] = []
  private var places: [ExactText: Int] = [:]
  private var network = Network()
  /// The actors of records, by their ids.
  private var actors: [ExactText: Int] = [:]
  /// All other names of actors, as they are carried.
  private var otherNames: [String] = []

  /// - Throws: as ``FileSource``; `BadData` where a record cannot be read, or nothing is left of them.
  /// - Complexity: O(bytes); about 2 KB a record.
  package static func read(
    _ source: FileSource, choosing choice: RORChoice = RORChoice(), on parallel: Parallel = Parallel()
  ) throws -> NetworkReading {
    var reading = RORImport(choice, file: source.shortName)
    let source = try source.opened(progress: parallel.progress)
    try JSONRecords(source: source, keys: ["items"], progress: parallel.progress).each { node, _ in
      reading.add(try RORRecord(node))
    }
    return try reading.read()
  }

  private init(_ choice: RORChoice, file: String) {
    self.choice = choice
    tally = RORTally(file: file)
  }

  private mutating func add(_ record: RORRecord) {
    guard places[ExactText(record.id)] == nil else {
      tally.repeated += 1
      return
    }
    places[ExactText(record.id)] = records.count
    records.append(record)
  }

  private mutating func read() throws -> NetworkReading {
    guard !records.isEmpty else { throw tally.refusal(Phrase("has no record.", zh: "没有任何记录。")) }
    let chosen = try chosenRecords()
    guard !chosen.isEmpty else { throw tally.refusal(tally.nothingLeft) }
    for place in chosen { add(record: place) }
    tally.chosen = network.actors.count
    if choice.takesRelated { addRelated(to: chosen) }
    addTies()
    setZones()
    network.carried[.actors] = carried
    network.profile = RORProfile(tally.filters.map(\.name)).profile
    let warnings = tally.warnings
    return NetworkReading(
      network: network, warnings: warnings, warningCount: warnings.count, remarks: tally.remarks(of: network))
  }

  private mutating func chosenRecords() throws -> [Int] {
    var chosen = Array(records.indices)
    func keep(_ name: Phrase, _ admits: (inout RORRecord) -> Bool) {
      chosen.removeAll { !admits(&records[$0]) }
      tally.filters.append((name, chosen.count))
    }
    let total = chosen.count
    chosen.removeAll { !records[$0].status.isEmpty && !choice.statuses.containsExactly(records[$0].status) }
    tally.otherStatus = total - chosen.count
    if !choice.countries.isEmpty {
      let codes = choice.countries.map { $0.uppercased() }
      let known = Set(records.lazy.flatMap(\.places).map { ExactText($0.country) })
      for code in codes where !known.contains(ExactText(code)) {
        throw tally.refusal(
          Phrase(
            "has no organization of the country “\(code.shortened)”. Countries are codes of two letters: CN, SG.",
            zh: "没有国家代码为“\(code.shortened)”的机构。请用两位字母代码，如 CN、SG。"))
      }
      let list = codes.joined(separator: ", ")
      keep(Phrase("country \(list)", zh: "国家 \(list)")) { $0.keepPlaces { codes.containsExactly($0.country) } }
    }
    if !choice.cities.isEmpty {
      let cities: RORCities
      do { cities = try RORCities(choice.cities, among: RORCities.all(of: chosen.map { records[$0] })) } catch {
        throw tally.refusal(error.message)
      }
      tally.namesakes = cities.namesakes
      let list = choice.cities.joined(separator: ", ")
      keep(Phrase("city \(list)", zh: "城市 \(list)")) { $0.keepPlaces(cities.admits) }
    }
    if !choice.types.isEmpty {
      let list = choice.types.joined(separator: ", ")
      keep(Phrase("type \(list)", zh: "类别 \(list)")) { record in
        record.types.contains { choice.types.containsExactly($0) }
      }
    }
    if choice.founded.from != nil || choice.founded.to != nil {
      let (from, to) = (choice.founded.from?.text ?? "", choice.founded.to?.text ?? "")
      keep(Phrase("founded \(from)…\(to)", zh: "成立于 \(from)…\(to)")) { choice.admitsFounding($0) }
    }
    return chosen
  }

  private mutating func add(record place: Int) {
    let record = records[place]
    let called = RORNames(of: record)
    var actor = Actor(id: record.id, name: called.name, nameZh: called.nameZh)
    actor.short = called.short
    actor.kind = RORKind.kind(record.types, name: called.name, nameZh: called.nameZh)
    (actor.latitude, actor.longitude) = (record.place.latitude, record.place.longitude)
    actor.url = RORRecord.address(of: record.id)
    actor.source = "ROR"
    actor.basis = .register
    actors[ExactText(record.id)] = network.actors.count
    network.actors.append(actor)
    otherNames.append(called.others.joined(separator: " | "))
    if record.names.isEmpty { tally.nameless += 1 }
  }

  /// Those at the other ends of the relations of the chosen. Of who has no record in the file only the id and a label are
  /// known: the kind is told by the label.
  private mutating func addRelated(to chosen: [Int]) {
    for relation in chosen.lazy.flatMap({ [records] in records[$0].relations })
    where actors[ExactText(relation.id)] == nil {
      if let place = places[ExactText(relation.id)] {
        if records[place].status.isExactly("withdrawn") { continue }
        add(record: place)
      } else {
        tally.labelsOnly += 1
        var actor = Actor(id: relation.id, name: relation.label.isEmpty ? relation.id : relation.label)
        actor.kind = KindOfName.told(by: actor.name)?.kind ?? ""
        actor.url = RORRecord.address(of: relation.id)
        actor.source = "ROR"
        actor.basis = .inferred
        actors[ExactText(relation.id)] = network.actors.count
        network.actors.append(actor)
        otherNames.append("")
      }
    }
    tally.related = network.actors.count - tally.chosen
  }

  /// A tie that one side has stated.
  private struct Stated: Hashable {
    let kind: RORTieKind.Kind
    let source: Int
    let target: Int
  }

  /// A relation is stated by one side or by both; it is one tie.
  private mutating func addTies() {
    var seen: Set<Stated> = []
    var left: Set<[ExactText]> = []
    for actor in network.actors.indices {
      guard let place = places[ExactText(network.actors[actor].id)] else { continue }
      for relation in records[place].relations {
        guard let kind = RORTieKind(relation.type) else {
          tally.unknownRelations.append(relation.type)
          continue
        }
        guard let other = actors[ExactText(relation.id)] else {
          // Of the chosen ones only: whoever is related to them has relations of its own.
          if actor >= tally.chosen { continue }
          left.insert([ExactText(records[place].id), ExactText(relation.id)])
          continue
        }
        guard other != actor else {
          tally.toItself += 1
          continue
        }
        let (source, target) = kind.ends(of: actor, other)
        guard seen.insert(Stated(kind: kind.kind, source: source, target: target)).inserted else { continue }
        if kind.kind == .parent, seen.contains(Stated(kind: kind.kind, source: target, target: source)) {
          tally.circles.append((network.actors[source].name, network.actors[target].name))
        }
        var tie = Tie(source, target, kind: kind.kind.rawValue, isDirected: kind.kind.isDirected)
        tie.evidence = "ROR \(records[place].id): \(relation.type)"
        tie.basis = .register
        network.ties.append(tie)
      }
    }
    tally.leftRelations = left.count
  }

  /// Countries, or where all are of one its cities; none where all are of one of these, too. Cities of one name are told apart
  /// by their regions.
  private mutating func setZones() {
    let places = network.actors.map { actor in self.places[ExactText(actor.id)].map { records[$0].place } }
    let known = places.compactMap { $0 }
    if Set(known.map { ExactText($0.country) }).count > 1 {
      for (actor, place) in places.enumerated() { network.actors[actor].zone = place?.country.nilIfEmpty }
      tally.zone = .country
    } else {
      let cities = RORCities.all(of: records.filter { actors[ExactText($0.id)] != nil })
      guard cities.count > 1 else { return }
      var count: [ExactText: Int] = [:]
      for city in cities { count[ExactText(city.name), default: 0] += 1 }
      var zones: [ExactText: String] = [:]
      for city in cities {
        let isAlone = count[ExactText(city.name)] == 1
        zones[ExactText(city.key)] =
          isAlone ? city.name : "\(city.name) (\(city.region.isEmpty ? city.key : city.region))"
      }
      for (actor, place) in places.enumerated() {
        network.actors[actor].zone = place.flatMap { zones[ExactText($0.key)] }
      }
      tally.zone = .city
    }
  }

  private var carried: [Network.CarriedColumn] {
    let rows = network.actors.map { actor in places[ExactText(actor.id)].map { records[$0] } }
    func column(_ name: String, _ value: (RORRecord) -> String) -> Network.CarriedColumn {
      Network.CarriedColumn(name: name, values: rows.map { $0.map(value) ?? "" })
    }
    return [
      column("ror_city", \.place.city), column("ror_region", \.place.region), column("ror_country", \.place.country),
      column("ror_types") { $0.types.joined(separator: ";") },
      column("ror_established") { $0.established.map { String($0) } ?? "" },
      Network.CarriedColumn(name: "ror_names", values: otherNames),
    ]
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
