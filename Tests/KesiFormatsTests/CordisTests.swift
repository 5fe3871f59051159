import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Networks of CORDIS")
struct CordisTests {
  /// Two tables as CORDIS has them, with what is odd in them.
  struct Export {
    var projects = #"""
      "id";"acronym";"status";"title";"startDate";"endDate";"totalCost";"ecMaxContribution";"masterCall";"topics";"legalBasis"
      "1";"SUN";"SIGNED";"Light; and ""more""";"2022-01-01";"2025-12-31";"100";"90.5";"CALL-2021-D2-01";"CALL-2021-D2-01-11";"HORIZON.2.5"
      "2";"WIND";"TERMINATED";"Air";"2023-06-01";"2024-05-31";"200";"180";"CALL-2022-D1-01";"CALL-2022-D1-01-02";"HORIZON.2.50"
      "3";"ALONE";"CLOSED";"One";"2021-01-01";"2021-12-31";"0";"0";"ERC-2021";"ERC-2021-STG";"HORIZON.1.1"

      """#
    var participations = #"""
      "projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";"activityType";"city";"country";"nutsCode";"geolocation";"order";"role";"ecContribution";"netEcContribution";"totalCost";"endOfParticipation"
      "1";"SUN";"10";"";"UNI A";"A";"false";"HES";"Paris";"FR";"FR101";"48.85,2.35";"1";"coordinator";"50";"50";"50";"false"
      "1";"SUN";"11";"";"Firm B";"FIRM B INCORPORATED";"true";"PRC";"Köln";"DE";"DEA23";"";"2";"participant";"30.25";"30";"40";"false"
      "1";"SUN";"11";"";"Firm B";"";"true";"PRC";"KOLN";"DE";"DEA22";"";"3";"thirdParty";"10";"0";"10";"true"
      "1";"SUN";"12";"";"Same name";"";"false";"REC";"London";"UK";"UKI31";"51.5,-0.1";"4";"associatedPartner";"";"0";"0";"false"
      "2";"WIND";"13";"";"Same name";"";"false";"PUB";"Athens";"EL";"EL303";"37.98,23.73";"1";"coordinator";"90";"90";"90";"false"
      "2";"WIND";"11";"";"FIRM B GMBH";"";"true";"PRC";"Köln";"DE";"DEA23";"";"2";"participant";"40";"40";"40";"true"
      "2";"WIND";"14";"";"Other";"";"false";"OTH";"Beijing";"CN";"";"";"3";"associatedPartner";"";"0";"0";"false"
      "3";"ALONE";"10";"";"UNI A";"A";"false";"HES";"Paris";"FR";"FR101";"48.85,2.35";"1";"coordinator";"0";"0";"0";"false"

      """#

    func read(choosing choice: CordisChoice = CordisChoice()) throws -> NetworkReading {
      func bytes(_ text: String) -> FileSource { .bytes(Array(text.replacing("\n", with: "\r\n").utf8)) }
      let files = CordisFiles(participations: bytes(participations), projects: projects.isEmpty ? nil : bytes(projects))
      return try CordisImport.read(files, choosing: choice)
    }

    func said(_ language: Language = .en, choosing choice: CordisChoice = CordisChoice()) throws -> String {
      let reading = try read(choosing: choice)
      return (reading.remarks.map { $0.message(language) } + reading.warnings.map { $0.message(language) }).joined(
        separator: "\n")
    }
  }

  @Test("Organizations are actors, projects consortia, and words of CORDIS mean what Kesi's mean")
  func mapping() throws {
    let network = try Export().read().network
    #expect(network.actors.map(\.id) == ["10", "11", "12", "13", "14"])
    #expect(network.actors.map(\.kind) == ["university", "enterprise", "institute", "government", "other"])
    #expect(network.profile.kind("other").label.zh == "其他机构")
    #expect(network.actors.map(\.zone) == ["FR", "DE", "GB", "GR", "CN"])
    #expect(network.actors[0].latitude == 48.85 && network.actors[0].longitude == 2.35)
    #expect(network.actors[1].latitude == nil)
    // What is called short is longer than the name.
    #expect(network.actors[0].short == "A" && network.actors[1].short == nil)
    #expect(network.consortia.map(\.name) == ["SUN", "WIND", "ALONE"])
    let sun = network.consortia[0]
    #expect(sun.leader == 0 && sun.budget == 90.5 && sun.objective == "Light; and \"more\"")
    #expect(sun.period == Period(from: PartialDate("2022-01-01"), to: PartialDate("2025-12-31")))
    #expect(
      network.carried[.consortia]?.first { $0.name == "cordis_status" }?.values == ["SIGNED", "TERMINATED", "CLOSED"])
    #expect(network.members.map(\.role) == [.leader, .member, .member, .leader, .member, .member, .leader])
    #expect(network.actors.allSatisfy { $0.basis == .register } && network.members.allSatisfy { $0.basis == .register })
    #expect(network.profile.source?.contains("© European Union") == true && network.profile.license != nil)
    #expect(network.profile.title?.en == "Horizon Europe (CORDIS)")
  }

  @Test("Who is twice in a project is a member of it once, by the strongest role, with what both rows bring")
  func repeatedRows() throws {
    let network = try Export().read().network
    #expect(network.members[1].contribution == 40.25)
    let carried = try #require(network.carried[.members])
    #expect(carried[0].name == "cordis_role" && carried[0][1] == "participant;thirdParty")
    #expect(carried[1].values == ["", "", "", "", "true", "", ""])
    #expect(network.members[2].contribution == nil)
    #expect(try Export().said().contains("1 row repeats an organization in a project"))
    var reversed = Export()
    reversed.participations.replace("participant\";\"30.25", with: "thirdParty\";\"30.25")
    reversed.participations.replace("thirdParty\";\"10\"", with: "coordinator\";\"10\"")
    #expect(try reversed.read().network.members[1].role == .leader)
  }

  @Test("What was made of odd rows is said in both languages", arguments: Language.allCases)
  func words(language: Language) throws {
    let said = try Export().said(language)
    let expected: [Phrase] = [
      Phrase("5 organizations, 3 projects, 7 memberships", zh: "5 家机构、3 个项目、7 条参与记录"),
      Phrase(
        "1 name belongs to two organizations or more, which stay apart: Same name (12, 13)",
        zh: "未合并：Same name (12, 13)"),
      Phrase("11 Firm B (FIRM B GMBH)", zh: "11 Firm B (FIRM B GMBH)"),
      Phrase("1 project was terminated", zh: "1 个项目已终止"), Phrase("1 project has one member", zh: "1 个项目在此只有一个成员"),
      Phrase("1 without NUTS code, 2 without coordinates", zh: "无 NUTS 代码的 1 家，无经纬度的 2 家"),
      Phrase("1 membership ended before", zh: "1 条参与在项目结束前终止"),
      Phrase(
        "coordinator 3, associatedPartner 2, participant 2, thirdParty 1", zh: "coordinator 3、associatedPartner 2"),
    ]
    for phrase in expected { #expect(said.contains(phrase(language)), "\(phrase(language)) in \(said)") }
  }

  @Test("A project that ends before it begins has no dates, which is said")
  func reversedPeriod() throws {
    var export = Export()
    export.projects.replace("\"2022-01-01\";\"2025-12-31\"", with: "\"2022-01-01\";\"2021-12-31\"")
    let network = try export.read().network
    #expect(network.consortia[0].period == Period() && network.consortia[1].period.from != nil)
    #expect(try export.said().contains("1 project ends before it begins, as “2022-01-01 – 2021-12-31” (row 2)"))
  }

  @Test("Zones are as fine as asked for, and none where a region is not stated as finely")
  func zones() throws {
    func zones(_ zone: CordisZone) throws -> [String?] {
      var choice = CordisChoice()
      choice.zone = zone
      return try Export().read(choosing: choice).network.actors.map(\.zone)
    }
    #expect(try zones(.nuts0) == ["FR", "DE", "UK", "EL", nil])
    #expect(try zones(.nuts1) == ["FR1", "DEA", "UKI", "EL3", nil])
    // DEA23 twice, DEA22 once.
    #expect(try zones(.nuts3) == ["FR101", "DEA23", "UKI31", "EL303", nil])
    var choice = CordisChoice()
    choice.countries = ["de"]
    #expect(try Export().read(choosing: choice).network.actors.map(\.zone) == ["DEA2"])
  }

  @Test(
    "What is chosen is left, and how much is said",
    arguments: [
      ("program", "HORIZON.2.5", ["SUN"]), ("program", "horizon.2", ["SUN", "WIND"]), ("call", "CALL-2022", ["WIND"]),
      ("topic", "CALL-2021-D2-01-11", ["SUN"]), ("status", "signed,closed", ["SUN", "ALONE"]),
      ("country", "GB", ["SUN"]), ("country", "GR,CN", ["WIND"]), ("from", "2025", ["SUN"]), ("to", "2021", ["ALONE"]),
    ])
  func choices(by: String, words: String, left: [String]) throws {
    var choice = CordisChoice()
    let list = words.split(separator: ",").map(String.init)
    switch by {
    case "program": choice.programs = list
    case "call": choice.calls = list
    case "topic": choice.topics = list
    case "status": choice.statuses = list
    case "country": choice.countries = list
    case "from": choice.period.from = PartialDate(words)
    default: choice.period.to = PartialDate(words)
    }
    #expect(try Export().read(choosing: choice).network.consortia.map(\.name) == left)
    #expect(try Export().said(choosing: choice).contains(" leaves "))
  }

  @Test("What leaves nobody, or asks for what is not there, is refused with what there is")
  func refusals() throws {
    func message(_ export: Export = Export(), _ change: (inout CordisChoice) -> Void = { _ in }) -> String {
      var choice = CordisChoice()
      change(&choice)
      let error = #expect(throws: BadData.self) { try export.read(choosing: choice) }
      return error?.problems.first?.message.en ?? ""
    }
    #expect(message { $0.countries = ["XX"] }.contains("It has: CN, DE, FR, GB, GR."))
    #expect(message { $0.programs = ["FP7"] }.contains("program FP7"))
    var members = Export()
    members.projects = ""
    #expect(message(members) { $0.statuses = ["SIGNED"] }.contains("is not there"))
    var short = Export()
    short.participations = "projectID;organisationID;name\n1;2;A\n"
    #expect(message(short).contains("has no column “role”"))
    short.participations = "projectID;organisationID;name;role\n1;2;A;coordinator;\"one; more\"\n"
    #expect(message(short).contains("is one too many"))
    short.participations = "projectID;organisationID;name;role\n;2;A;coordinator\n"
    #expect(message(short).contains("no row with a project and an organization"))
  }

  @Test("Without the table of projects there are members only; a project that it lacks is said")
  func missingProjects() throws {
    var export = Export()
    export.projects = ""
    let network = try export.read().network
    #expect(network.consortia.map(\.name) == ["SUN", "WIND", "ALONE"] && network.members.count == 7)
    #expect(network.consortia.allSatisfy { $0.period == Period() })
    #expect(try export.said().contains("project.csv is not beside it"))
    export = Export()
    export.projects = export.projects.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(try export.said().contains("1 project is not in "))
  }

  @Test("Exports of earlier programs have other heads, another order, decimal commas, times of day")
  func earlierExports() throws {
    var export = Export()
    export.participations = #"""
      projectRcn;projectID;projectAcronym;role;id;name;shortName;activityType;endOfParticipation;ecContribution;country
      194062;633080;OLD;coordinator;999984059;FRAUNHOFER;FHG;REC;false;299250,5;DE
      194062;633080;OLD;participant;998802502;OTHER;;HES;false;1,234;UK

      """#
    export.projects = #"""
      rcn;id;acronym;status;programme;topics;frameworkProgramme;title;startDate;endDate;totalCost;ecMaxContribution;call
      194062;633080;OLD;CLOSED;H2020-EU.3.5.;SC5-01-2014;H2020;Old one;2015-01-01 00:00:00;31/12/2018;1000,50;900;H2020-SC5

      """#
    let reading = try export.read()
    let network = reading.network
    #expect(network.actors.map(\.id) == ["999984059", "998802502"] && network.consortia.map(\.id) == ["633080"])
    #expect(network.members[0].contribution == 299250.5)
    #expect(network.consortia[0].period.from == PartialDate("2015-01-01"))
    #expect(network.profile.title?.en == "Horizon 2020 (CORDIS)")
    // Neither is guessed at.
    #expect(network.members[1].contribution == nil && network.consortia[0].period.to == nil)
    let warnings = reading.warnings.map(\.message.en).joined(separator: "\n")
    #expect(
      warnings.contains("1 amount cannot be read, as “1,234” (row 3)") && warnings.contains("“31/12/2018” (row 2)"))
  }
}
