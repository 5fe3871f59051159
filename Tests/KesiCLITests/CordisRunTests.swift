import Testing

@Suite("Imports of CORDIS")
struct CordisRunTests {
  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      projectID;projectAcronym;organisationID;name;activityType;country;role;ecContribution
      1;SUN;10;Uni A;HES;FR;coordinator;50
      1;SUN;11;Firm B;PRC;DE;participant;30
      1;SUN;12;Lab C;REC;UK;thirdParty;
      2;WIND;11;Firm B;PRC;DE;coordinator;10

      """, to: "organization.csv")
    try folder.write(
      """
      id;acronym;status;startDate;endDate;legalBasis
      1;SUN;SIGNED;2022-01-01;2025-12-31;HORIZON.2.5
      2;WIND;TERMINATED;2023-06-01;2024-05-31;HORIZON.1.1

      """, to: "project.csv")
    return folder
  }

  @Test("Two commands lead from the tables to numbers; one does where nothing is chosen, and says so")
  func commands() throws {
    let folder = try folder()
    let made = try folder.shell("kesi import cordis . -o net/ --lang en")
    #expect(made.status == 0 && made.output.isEmpty)
    #expect(made.errors.contains("3 organizations, 2 projects, 4 memberships"))
    let summary = try folder.shell("kesi summary net").output
    #expect(summary.contains("\nactors,3\nties,3\n"))
    let direct = try folder.shell("kesi summary . --lang en")
    #expect(direct.output == summary && direct.errors.contains("organization.csv: an export of CORDIS"))
    #expect(try folder.shell("gzip -c organization.csv | kesi summary - --quiet").output == summary)
    #expect(try folder.shell("kesi import cordis organization.csv project.csv -o a.kesi --quiet").errors.isEmpty)
    #expect(try folder.shell("kesi summary a.kesi").output == summary)
  }

  @Test(
    "Options choose, and what cannot be is refused",
    arguments: [
      ("--program HORIZON.2 --country fr,GB -o x/", 0, "leaves 2 organizations"),
      ("--status TERMINATED -o x/", 0, "1 project"),
      ("--country US -o x/", 65, "no organization of the country “US”"), ("-o x.csv", 64, "name a folder"),
      ("--country , -o x/", 64, "names nothing"), ("--from 2025 --to 2024 -o x/", 64, "--from is after --to"),
      ("--to 2020 -o x/", 65, "has nobody who takes part"), ("-o organization.csv", 64, "name a folder"),
    ])
  func choices(options: String, status: Int32, words: String) throws {
    let folder = try folder()
    let run = try folder.shell("kesi import cordis . \(options) --lang en")
    #expect(run.status == status && run.errors.contains(words), "\(run.errors)")
    #expect(try folder.shell("ls").output.contains("x\n") == (status == 0))
  }
}
