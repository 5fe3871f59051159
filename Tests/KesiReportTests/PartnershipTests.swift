import KesiCluster
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiReport

@Suite("Partnership on the page")
struct PartnershipTests {
  private func report(_ network: Network) throws -> Report {
    try Report(of: Analysis(of: try NetworkGraph(of: network), draws: 100), language: .en, version: "1")
  }

  @Test("Where tables state what members offer, put in or get, the page and the workbook tell of it")
  func stated() throws {
    let report = try report(try shipped("consortium"))
    let parts = try report.partnershipParts()
    #expect(parts.count == 4 && parts.allSatisfy { $0.name != nil && !$0.sentences.isEmpty })
    #expect(parts[2].splits.count == 8 && parts[1].rows.count + parts[1].folded.count == 19)
    let page = String(decoding: try report.html(), as: UTF8.self)
    #expect(page.contains("<section id=\"partnership\">"))
    let names = try report.workbook().written()
    #expect(try !names.bytes.isEmpty)
  }

  @Test("Pictures stand where there is something to draw: who supplies whom, and the course of two populations")
  func figures() throws {
    let parts = try report(try shipped("park")).partnershipParts()
    #expect(parts.map(\.figures.count) == [1, 0, 0, 2])
  }

  @Test("No two elements of the page have the same id")
  func ids() throws {
    let page = String(decoding: try report(try shipped("park")).html(), as: UTF8.self)
    let ids = page.matches(of: /<[a-z]+ id="([^"]*)"/).map { String($0.output.1) }
    #expect(ids.count > 100 && Set(ids).count == ids.count)
  }

  @Test("Pages of networks that state none of it stay as they are", arguments: ["suzhou", "wenzhou"])
  func unstated(name: String) throws {
    let report = try report(try shipped(name))
    #expect(report.partnership == nil)
    #expect(!String(decoding: try report.html(), as: UTF8.self).contains("id=\"partnership\""))
  }

  @Test("Shares of more than the whole are said there, and all else of the page stands")
  func tooMuch() throws {
    var network = try shipped("consortium")
    for place in network.members.indices { network.members[place].share = 0.5 }
    let parts = try report(network).partnershipParts()
    #expect(parts.count == 1 && parts[0].sentences[0].markup.contains("more than the whole"))
  }
}
