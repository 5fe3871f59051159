import KesiMatrix
import KesiNetwork

/// A network of what CORDIS, the register of the projects that the European Union funds, has: an actor for each
/// organization, a consortium for each project.
package struct CordisImport {
  let choice: CordisChoice
  let export: CordisExport
  let files: CordisFiles
  /// Who and what is left by the choice, and how many rows were counted on the way.
  private(set) var tally = CordisTally()
  private(set) var zone = CordisZone.country
  private var network = Network()

  /// - Throws: as ``FileSource``; `BadData` where the tables cannot be used or nothing is left of them.
  /// - Complexity: O(rows); about 0.7 KB a row.
  package static func read(
    _ files: CordisFiles, choosing choice: CordisChoice = CordisChoice(), on parallel: Parallel = Parallel()
  ) throws -> NetworkReading {
    var reading = try CordisImport(files, choice, CordisExport(files, progress: parallel.progress))
    return try reading.read()
  }

  private init(_ files: CordisFiles, _ choice: CordisChoice, _ export: CordisExport) {
    (self.files, self.choice, self.export) = (files, choice, export)
  }

  private mutating func read() throws -> NetworkReading {
    let projects = try chosenProjects()
    let organizations = try chosenOrganizations()
    addMembers(of: projects, organizations)
    guard !network.members.isEmpty else { throw refusal(tally.nothingLeft) }
    network.profile = CordisProfile(choice, export).profile
    let warnings = tally.warnings(of: export, files)
    return NetworkReading(
      network: network, warnings: warnings, warningCount: warnings.count,
      remarks: tally.remarks(of: export, files, zone))
  }

  /// Which projects are taken.
  private mutating func chosenProjects() throws -> [Bool] {
    if choice.asksOfProjects, files.projects == nil {
      throw refusal(
        Phrase(
          "is not there, and without it nobody knows programs, calls, dates and states of projects. Put it beside \(files.participations.shortName), or leave those options out.",
          zh: "缺少此文件，无从得知项目的计划、申报通知、日期和状态。请将其与 \(files.participations.shortName) 放在一起，或去掉相应选项。"),
        in: CordisFiles.projectsName)
    }
    var isChosen = [Bool](repeating: true, count: export.projects.count)
    for filter in choice.filters {
      for place in isChosen.indices where isChosen[place] { isChosen[place] = filter.admits(export.projects[place]) }
      let left = isChosen.count { $0 }
      tally.filters.append((filter.name, Phrase(left.counted("project"), zh: "\(left) 个项目")))
    }
    return isChosen
  }

  /// Which organizations are taken.
  private mutating func chosenOrganizations() throws -> [Bool] {
    guard !choice.countries.isEmpty else { return [Bool](repeating: true, count: export.organizations.count) }
    let codes = export.organizations.map { CordisZone.isoCode(of: $0.country.text) }
    let wanted = choice.countries.map { CordisZone.isoCode(of: $0.uppercased()) }
    for (word, code) in zip(choice.countries, wanted) where !codes.containsExactly(code) {
      let known = Set(codes.filter { !$0.isEmpty }).sorted()
      throw refusal(
        Phrase(
          "has no organization of the country “\(word.shortened)”. It has: \(known.joined(separator: ", ")).",
          zh: "没有国家代码为“\(word.shortened)”的机构。现有：\(known.joined(separator: "、"))。"))
    }
    let isChosen = codes.map(wanted.containsExactly)
    let list = choice.countries.joined(separator: ", ")
    let left = isChosen.count { $0 }
    tally.filters.append(
      (
        Phrase("country \(list)", zh: "国家 \(list)"), Phrase(left.counted("organization"), zh: "\(left) 家机构")
      ))
    return isChosen
  }

  private mutating func addMembers(of projects: [Bool], _ organizations: [Bool]) {
    let rows = export.participations.indices.filter {
      projects[export.participations[$0].project] && organizations[export.participations[$0].organization]
    }
    var actors = [Int?](repeating: nil, count: export.organizations.count)
    var taken: [Int] = []
    for row in rows where actors[export.participations[row].organization] == nil {
      actors[export.participations[row].organization] = taken.count
      taken.append(export.participations[row].organization)
    }
    add(taken)
    var consortia = [Int?](repeating: nil, count: export.projects.count)
    for row in rows { consortia[export.participations[row].project] = -1 }
    // In the order of the table of projects.
    let named = consortia.indices.filter { consortia[$0] != nil }
    for (place, project) in named.enumerated() { consortia[project] = place }
    var memberships = CordisMemberships(rowCount: rows.count)
    for row in rows {
      let row = export.participations[row]
      // Both were counted above.
      guard let consortium = consortia[row.project], let actor = actors[row.organization] else { continue }
      memberships.add(row, consortium: consortium, actor: actor)
    }
    network.consortia = named.map { consortium($0) }
    for member in memberships.members where member.role == .leader {
      if network.consortia[member.consortium].leader == nil {
        network.consortia[member.consortium].leader = member.actor
      }
    }
    network.carried[.consortia] = carriedOfProjects(named)
    network.members = memberships.members
    network.carried[.members] = memberships.carried
    tally.count(memberships, of: rows, network, export, named)
  }

  private mutating func add(_ organizations: [Int]) {
    let countries = Set(organizations.map { export.organizations[$0].country.text })
    let statesRegions = organizations.contains {
      CordisZone.nuts2.zone(country: "", region: export.organizations[$0].region.text) != nil
    }
    zone = choice.zone ?? (countries.count == 1 && statesRegions ? .nuts2 : .country)
    var cells = CordisCells()
    network.actors = organizations.map { place in
      let organization = export.organizations[place]
      let (name, country) = (organization.name.text, organization.country.text)
      var actor = Actor(id: organization.id, name: name.isEmpty ? organization.id : name)
      let short = organization.shortName.text
      if short.unicodeScalars.count < name.unicodeScalars.count, !short.isEmpty { actor.short = short }
      actor.kind = CordisProfile.kind(of: organization.activity.text) ?? ""
      actor.zone = zone.zone(country: country, region: organization.region.text)
      if let place = cells.place(organization.place.text, row: 0) {
        (actor.latitude, actor.longitude) = (place.latitude, place.longitude)
      }
      actor.url = organization.url.text.isEmpty ? nil : organization.url.text
      actor.basis = .register
      return actor
    }
    tally.unreadPlaces = cells.unreadPlaces
    let rows = organizations.map { export.organizations[$0] }
    network.carried[.actors] = [
      Network.CarriedColumn(name: "cordis_country", values: rows.lazy.map(\.country.text)),
      Network.CarriedColumn(name: "cordis_city", values: rows.lazy.map(\.city.text)),
      Network.CarriedColumn(name: "cordis_nuts", values: rows.lazy.map(\.region.text)),
      Network.CarriedColumn(name: "cordis_sme", values: rows.lazy.map(\.isSmall.text)),
    ]
    tally.count(rows, network.actors)
  }

  private func consortium(_ place: Int) -> Consortium {
    let project = export.projects[place]
    var consortium = Consortium(id: project.id, name: project.acronym.isEmpty ? project.id : project.acronym)
    consortium.objective = project.title.isEmpty ? nil : project.title
    consortium.period = project.period
    consortium.budget = project.budget
    consortium.basis = .register
    return consortium
  }

  private func carriedOfProjects(_ places: [Int]) -> [Network.CarriedColumn] {
    let projects = places.lazy.map { export.projects[$0] }
    return [
      Network.CarriedColumn(name: "cordis_status", values: projects.map(\.status)),
      Network.CarriedColumn(name: "cordis_program", values: projects.map { $0.programs.joined(separator: ";") }),
      Network.CarriedColumn(name: "cordis_call", values: projects.map(\.call)),
      Network.CarriedColumn(name: "cordis_topic", values: projects.map { $0.topics.joined(separator: ";") }),
      Network.CarriedColumn(name: "cordis_scheme", values: projects.map(\.scheme)),
      Network.CarriedColumn(name: "cordis_cost", values: projects.map { $0.cost.map(\.plain) ?? "" }),
    ]
  }

  private func refusal(_ message: Phrase, in file: String? = nil) -> BadData {
    BadData([Problem(.error, .file(file ?? files.participations.shortName), message)])
  }
}
