import KesiNetwork

/// What a network of CORDIS says of itself.
struct CordisProfile {
  private let choice: CordisChoice
  private let framework: Phrase?

  init(_ choice: CordisChoice, _ export: CordisExport) {
    self.choice = choice
    var frameworks = MostFrequent()
    for project in export.projects {
      frameworks.add(Self.framework(of: project), row: 0)
    }
    // Of several at once none is meant.
    framework = frameworks.others.isEmpty ? Self.name(of: frameworks.text) : nil
  }

  var profile: Profile {
    var profile = Profile()
    profile.title = title
    profile.source = "CORDIS (cordis.europa.eu), © European Union"
    profile.sourceZh = "CORDIS（cordis.europa.eu），© 欧盟"
    profile.license = "Commission Decision 2011/833/EU: reuse with acknowledgment of the source"
    profile.kinds.append(Self.other)
    return profile
  }

  private var title: Phrase {
    let name = framework ?? Phrase("EU research projects", zh: "欧盟科研项目")
    let parts = choice.filters.map(\.name) + (choice.countries.isEmpty ? [] : [countries])
    return Phrase(
      (["\(name.en) (CORDIS)"] + parts.map(\.en)).joined(separator: ", "),
      zh: (["\(name.zh)（CORDIS）"] + parts.map(\.zh)).joined(separator: "，"))
  }

  private var countries: Phrase {
    let list = choice.countries.joined(separator: ", ")
    return Phrase("country \(list)", zh: "国家 \(list)")
  }

  /// By its own column, else by the beginning of its program.
  private static func framework(of project: CordisProject) -> String {
    if !project.framework.isEmpty { return project.framework }
    let letters = project.programs.first?.unicodeScalars.prefix { $0 != "." && $0 != "-" }
    return letters.map { String($0) } ?? ""
  }

  private static func name(of framework: String) -> Phrase? {
    switch framework.lowercased() {
    case "horizon": Phrase("Horizon Europe", zh: "“地平线欧洲”计划")
    case "h2020": Phrase("Horizon 2020", zh: "“地平线 2020”计划")
    case "fp7": Phrase("Seventh Framework Programme", zh: "欧盟第七框架计划")
    default: nil
    }
  }

  /// What is none of the kinds that Kesi knows.
  private static let other = Kind(id: "other", label: Phrase("other organization", zh: "其他机构"))

  /// The kind that an activity type of CORDIS is; nil for words that it does not have.
  static func kind(of activity: String) -> String? {
    switch activity.uppercased() {
    case "HES": "university"
    case "REC": "institute"
    case "PRC": "enterprise"
    case "PUB": "government"
    case "OTH": other.id
    default: nil
    }
  }
}
