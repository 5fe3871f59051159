import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats

/// Exports as they were published, where they are beside the project: too large to be kept in it.
private let published = ProcessInfo.processInfo.environment["KESI_REAL_DATA"] ?? "../shared/data/real"

@Suite("Files of CORDIS")
struct CordisFileTests {
  private let place = try! FileTests.Place()
  private let export = CordisTests.Export()

  @Test(
    "A folder and a table as they were downloaded are read at once, packed or not, and no other folder is taken for one"
  )
  func recognized() throws {
    try place.write(export.participations, "organization.csv")
    #expect(Format.reading(place.url.path).id == "cordis")
    #expect(Format.reading(place.path("organization.csv")).id == "cordis")
    #expect(try NetworkReader.read(place.url.path).network.consortia[0].period == Period())
    try place.write(export.projects.gzipped, "project.csv.gz")
    #expect(try NetworkReader.read(place.url.path).network.consortia[0].budget == 90.5)
    #expect(
      Format.files(of: place.url.path).map { $0.split(separator: "/").last } == ["organization.csv", "project.csv.gz"])
    try place.write(export.participations.gzipped, "x.gz")
    #expect(try NetworkReader.read(place.path("x.gz")).network.members.count == 7)
    try place.write("id,name\n1,A\n", "organization.csv")
    #expect(Format.reading(place.url.path).id == "tables")
    #expect(throws: NoInput.self) { try CordisFiles(place.url.path) }
    #expect(throws: NoInput.self) { try CordisFiles(place.path("nothing.csv")) }
  }

  @Test("What is written of it is read as the same network")
  func roundTrip() throws {
    try place.write(export.participations, "organization.csv")
    try place.write(export.projects, "project.csv")
    let network = try NetworkReader.read(place.url.path).network
    try TablesWriter(network).write(to: place.path("tables"))
    let tables = try NetworkReader.read(place.path("tables"))
    #expect(tables.network.actors == network.actors && tables.network.members == network.members)
    #expect(tables.network.consortia == network.consortia && tables.network.carried == network.carried)
    #expect(tables.warningCount == 0, "\(tables.warnings.map { $0.line(in: .en) })")
    try Snapshot.write(network, to: place.path("a.kesi"))
    // Its settings stand in no file that could be kept as it is.
    expectSame(network, try NetworkReader.read(place.path("a.kesi")).network)
  }

  @Test(
    "Horizon Europe as it lies there gives 30,721 actors and 119,055 memberships",
    .enabled(
      if: FileManager.default.fileExists(atPath: published + "/cordis-horizon"), "the published tables are not here"))
  func horizon() throws {
    let reading = try NetworkReader.read(published + "/cordis-horizon")
    #expect(reading.network.actors.count == 30721 && reading.network.members.count == 119_055)
    #expect(reading.network.consortia.count == 19189 && reading.warningCount == 0)
    let said = reading.remarks.map(\.message.en).joined(separator: "\n")
    for words in [
      "31 names belong", "9 organizations have two names", "187 rows repeat", "452 projects were terminated",
      "9,003 projects have one member",
    ] { #expect(said.contains(words), "\(words)") }
    #expect(try NetworkGraph(of: reading.network).matrix.tieCount == 871_834)
  }
}
