import KesiNetwork
import Testing

@testable import KesiFormats

@Suite struct OpenAlexTests {
  private static let suda =
    "{\"id\":\"https://openalex.org/I1\",\"display_name\":\"Soochow University\",\"ror\":\"https://ror.org/05t8y2r12\",\"country_code\":\"CN\",\"type\":\"education\"}"
  private static let firm =
    "{\"id\":\"https://openalex.org/I2\",\"display_name\":\"Silk Works (China)\",\"country_code\":\"CN\",\"type\":\"company\"}"
  private static let nus =
    "{\"id\":\"https://openalex.org/I3\",\"display_name\":\"National University of Singapore\",\"country_code\":\"SG\",\"type\":\"education\"}"

  private func work(_ id: String, _ authors: [[String]], date: String = "2021-05-06", type: String = "article")
    -> String
  {
    let authorships = authors.enumerated().map {
      "{\"is_corresponding\":\($0.offset == 0),\"institutions\":[\($0.element.joined(separator: ","))]}"
    }
    return
      "{\"id\":\"https://openalex.org/\(id)\",\"title\":\"On \(id)\",\"publication_date\":\"\(date)\",\"type\":\"\(type)\",\"authorships\":[\(authorships.joined(separator: ","))]}"
  }

  private var works: [String] {
    [
      work("W1", [[Self.suda], [Self.suda, Self.firm], [Self.suda]]),
      work("W2", [[Self.nus], [Self.suda]], date: "2019-01-01"),
      work("W3", [[Self.nus]], type: "preprint"), work("W4", [[]]),
    ]
  }

  private func read(_ text: String, _ choose: (inout OpenAlexChoice) -> Void = { _ in }) throws -> NetworkReading {
    var choice = OpenAlexChoice()
    choose(&choice)
    return try OpenAlexImport.read(.bytes(Array(text.utf8), path: "works.json"), choosing: choice)
  }

  @Test(
    "A work is a consortium of the institutions of its authors, each of which is in it once",
    arguments: ["\n", ",", "{}"])
  func works(form: String) throws {
    let joined = works.joined(separator: form == "\n" ? "\n" : ",")
    let text = form == "\n" ? joined : form == "," ? "[\(joined)]" : "{\"meta\":{\"count\":4},\"results\":[\(joined)]}"
    let reading = try read(text)
    let network = reading.network
    #expect(network.actors.map(\.id) == ["05t8y2r12", "I2", "I3"])
    #expect(network.actors.map(\.name) == ["Soochow University", "Silk Works", "National University of Singapore"])
    #expect(network.actors.map(\.kind) == ["university", "enterprise", "university"])
    #expect(network.actors.map(\.zone) == ["CN", "CN", "SG"])
    #expect(network.consortia.map(\.name) == ["On W1", "On W2", "On W3"])
    #expect(network.members.map { [$0.consortium, $0.actor] } == [[0, 0], [0, 1], [1, 2], [1, 0], [2, 2]])
    #expect(network.consortia[0].period == Period(from: PartialDate("2021-05-06"), to: PartialDate("2021-05-06")))
    #expect(reading.warningCount == 0)
    #expect(Format.openAlex.recognizes(Format.Candidate(.bytes(Array(text.utf8), path: "w.json"))))
    #expect(!Format.ror.recognizes(Format.Candidate(.bytes(Array(text.utf8), path: "w.json"))))
  }

  @Test("Countries choose institutions; types, dates and sizes choose works")
  func choices() throws {
    let text = works.joined(separator: "\n")
    #expect(try read(text) { $0.countries = ["CN"] }.network.members.count == 3)
    #expect(try read(text) { $0.types = ["preprint"] }.network.consortia.map(\.id) == ["W3"])
    #expect(
      try read(text) { $0.published = Period(from: PartialDate("2020"), to: nil) }.network.consortia.map(\.id)
        == ["W1", "W3"])
    #expect(try read(text) { $0.mostInstitutions = 1 }.network.consortia.map(\.id) == ["W3"])
    #expect(throws: BadData.self) { try read(text) { $0.countries = ["US"] } }
    #expect(try read(text + "\n" + works[0]).warningCount == 1)
  }

  @Test(
    "What is no work is refused, where it is",
    arguments: ["{\"id\":\"https://openalex.org/A5\"}", "[[]]", "{\"id\":\"W\"}", ""])
  func refused(text: String) { #expect(throws: BadData.self) { try read(text) } }
}
