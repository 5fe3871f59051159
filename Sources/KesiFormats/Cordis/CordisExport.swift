import KesiNetwork

/// A project as CORDIS has it.
struct CordisProject {
  let id: String
  let acronym: String
  var title = ""
  var status = ""
  var period = Period()
  var budget: Double?
  var cost: Double?
  var call = ""
  var topics: [String] = []
  var scheme = ""
  var programs: [String] = []
  var framework = ""

  init(id: String, acronym: String) {
    self.id = id
    self.acronym = acronym
  }
}

/// A row of those who take part: who, where, as what.
struct CordisParticipation {
  /// Indices of the export.
  let project: Int
  let organization: Int
  let role: String
  let contribution: Double?
  let netContribution: Double?
  let cost: Double?
  /// Whether it ended before its project did; when, CORDIS does not say.
  let hasEnded: Bool
}

/// An organization, as all of its rows have it.
struct CordisOrganization {
  let id: String
  var name = MostFrequent()
  var shortName = MostFrequent()
  var activity = MostFrequent()
  var isSmall = MostFrequent()
  var city = MostFrequent()
  var country = MostFrequent()
  var region = MostFrequent()
  var place = MostFrequent()
  var url = MostFrequent()

  init(id: String) { self.id = id }
}

/// The tables of an export of CORDIS, read and tied together by ids.
struct CordisExport {
  private(set) var projects: [CordisProject] = []
  private(set) var organizations: [CordisOrganization] = []
  private(set) var participations: [CordisParticipation] = []
  private(set) var cells = CordisCells()
  /// Projects from here on are only known from those who take part.
  private(set) var declaredProjects = 0
  private(set) var repeatedProjects = 0
  /// Rows without a project or an organization.
  private(set) var rowsWithoutIDs = 0

  private var projectPlaces: [ExactText: Int] = [:]
  private var organizationPlaces: [ExactText: Int] = [:]

  /// - Throws: as ``FileSource``; `BadData` where the tables cannot be used.
  init(_ files: CordisFiles, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil) throws {
    let log = ProblemLog()
    if let source = files.projects {
      let table = CordisTable<ProjectColumn>(source: source, file: source.shortName, log: log)
      try table.read(progress: progress) { add($0) }
    }
    declaredProjects = projects.count
    let source = files.participations
    let table = CordisTable<ParticipationColumn>(source: source, file: source.shortName, log: log)
    try table.read(progress: progress) { add($0) }
    if log.errorCount == 0, participations.isEmpty {
      log.add(
        Problem(
          .error, .file(source.shortName),
          Phrase("has heads but no row with a project and an organization.", zh: "只有表头，没有同时注明项目和机构的行。")))
    }
    if log.errorCount > 0 { throw BadData(log.errors, count: log.errorCount) }
  }

  private mutating func add(_ row: CordisTable<ProjectColumn>.Row) {
    let id = row[.id]
    guard !id.isEmpty, projectPlaces[ExactText(id)] == nil else {
      if !id.isEmpty { repeatedProjects += 1 }
      return
    }
    var project = CordisProject(id: id, acronym: row[.acronym])
    project.title = row[.title]
    project.status = row[.status]
    project.period = cells.period(row[.start], row[.end], row: row.number)
    project.budget = cells.amount(row[.contribution], row: row.number)
    project.cost = cells.amount(row[.cost], row: row.number)
    project.call = row[.call]
    project.topics = row[.topic].listed
    project.scheme = row[.scheme]
    project.programs = row[.program].listed
    project.framework = row[.framework]
    projectPlaces[ExactText(id)] = projects.count
    projects.append(project)
  }

  private mutating func add(_ row: CordisTable<ParticipationColumn>.Row) {
    let (project, organization) = (row[.project], row[.organization])
    guard !project.isEmpty, !organization.isEmpty else {
      rowsWithoutIDs += 1
      return
    }
    let projectPlace = projectPlaces[ExactText(project), default: projects.count]
    if projectPlace == projects.count {
      projectPlaces[ExactText(project)] = projectPlace
      projects.append(CordisProject(id: project, acronym: row[.acronym]))
    }
    let place = organizationPlaces[ExactText(organization), default: organizations.count]
    if place == organizations.count {
      organizationPlaces[ExactText(organization)] = place
      organizations.append(CordisOrganization(id: organization))
    }
    organizations[place].name.add(row[.name], row: row.number)
    organizations[place].shortName.add(row[.shortName], row: row.number)
    organizations[place].activity.add(row[.activity], row: row.number)
    organizations[place].isSmall.add(row[.isSmall], row: row.number)
    organizations[place].city.add(row[.city], row: row.number)
    organizations[place].country.add(row[.country], row: row.number)
    organizations[place].region.add(row[.region], row: row.number)
    organizations[place].place.add(row[.place], row: row.number)
    organizations[place].url.add(row[.url], row: row.number)
    participations.append(
      CordisParticipation(
        project: projectPlace, organization: place, role: row[.role],
        contribution: cells.amount(row[.contribution], row: row.number),
        netContribution: cells.amount(row[.netContribution], row: row.number),
        cost: cells.amount(row[.cost], row: row.number), hasEnded: row[.hasEnded].lowercased() == "true"))
  }
}

extension String {
  /// What semicolons part.
  fileprivate var listed: [String] {
    unicodeScalars.split(separator: ";").map { String($0.trimmed) }.filter { !$0.isEmpty }
  }
}
