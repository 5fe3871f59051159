import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats

/// Records as they were published, where they are beside the project: too large to be kept in it.
private let published =
  (ProcessInfo.processInfo.environment["KESI_REAL_DATA"].map { $0 + "/.." } ?? "../shared/data") + "/ror/"

@Suite struct RORTests {
  private func read(_ text: String, _ choose: (inout RORChoice) -> Void = { _ in }) throws -> NetworkReading {
    var choice = RORChoice()
    choose(&choice)
    return try RORImport.read(.bytes(Array(text.utf8), path: "ror.json"), choosing: choice)
  }

  private func record(
    _ id: String, _ names: [(text: String, language: String?, uses: [String])], types: [String] = ["education"],
    city: (name: String, number: Int, region: String?) = ("Suzhou", 1_886_760, "Jiangsu"), status: String = "active",
    relations: [(type: String, id: String, label: String)] = []
  ) -> String {
    func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }
    func word(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    let names = names.map {
      "{\"value\":\(word($0.text)),\"lang\":\(word($0.language)),\"types\":\(list($0.uses.map(word)))}"
    }
    let relations = relations.map {
      "{\"type\":\"\($0.type)\",\"id\":\"https://ror.org/\($0.id)\",\"label\":\"\($0.label)\"}"
    }
    let place =
      "{\"geonames_id\":\(city.number),\"geonames_details\":{\"name\":\"\(city.name)\",\"country_subdivision_name\":\(word(city.region)),\"country_code\":\"CN\",\"country_name\":\"China\",\"lat\":31.3,\"lng\":120.6}}"
    return
      "{\"id\":\"https://ror.org/\(id)\",\"names\":\(list(names)),\"types\":\(list(types.map(word))),\"status\":\"\(status)\",\"established\":1900,\"locations\":[\(place)],\"relationships\":\(list(relations))}"
  }

  private func named(_ name: String) -> [(text: String, language: String?, uses: [String])] {
    [(name, "en", ["ror_display", "label"])]
  }

  @Test("The type that names a kind wins, a funder never does, and names tell colleges and platforms")
  func kinds() throws {
    let expected: [(types: [String], name: String, kind: String)] = [
      (["funder", "education"], "Soochow University", "university"), (["education"], "苏州工艺美术职业技术学院", "college"),
      (["company", "funder"], "Adagene Inc.", "enterprise"), (["facility", "funder"], "SINANO", "institute"),
      (["facility"], "Collaborative Innovation Center of Nano", "platform"),
      (["healthcare"], "First Hospital", "hospital"),
      (["funder", "government"], "Science and Technology Bureau", "government"),
      (["funder", "government"], "中国科学院", "institute"), (["nonprofit"], "Friends of Silk", "association"),
      (["funder"], "Friends of Silk", "other"), (["archive"], "Silk Museum", "other"),
    ]
    let records = expected.enumerated().map { record("0\($0.offset)", named($0.element.name), types: $0.element.types) }
    let network = try read("[" + records.joined(separator: ",\n") + "]").network
    #expect(network.actors.map(\.kind) == expected.map(\.kind))
  }

  @Test("Names are in both languages: without pinyin, without the country of companies, without marks at their ends")
  func names() throws {
    let records = [
      record(
        "01",
        [
          ("Tiānmùshān Shíyànshì", "zh", ["ror_display", "label"]), ("Tianmushan Laboratory", "en", ["label"]),
          ("天目山实验室", "zh", ["label"]),
        ]),
      record("02", [("Adagene Inc. (China)", nil, ["ror_display", "label"]), ("ADAG", "en", ["acronym"])]),
      record("03", [("河南财经学院;", "zh", ["label"]), ("Henan University", "en", ["ror_display", "label"])]),
      record(
        "04",
        [
          ("Fudan", "en", ["ror_display"]), ("中山医院", "zh", ["label"]), ("复旦大学附属中山医院", "zh", ["label"]),
          ("复旦附属中山医院上海市", "zh", ["alias"]),
        ]),
      record("05", [("爱尔眼科医院集团", nil, ["ror_display", "label"])]),
    ]
    let actors = try read(records.joined(separator: "\n")).network.actors
    #expect(
      actors.map(\.name) == ["Tianmushan Laboratory", "Adagene Inc.", "Henan University", "Fudan", "爱尔眼科医院集团"])
    #expect(actors.map(\.nameZh) == ["天目山实验室", nil, "河南财经学院", "复旦大学附属中山医院", "爱尔眼科医院集团"])
    #expect(actors.map(\.short) == [nil, "ADAG", nil, nil, nil])
  }

  @Test("An organization of several places is in each of them; the one that was asked for counts")
  func places() throws {
    let other =
      "{\"geonames_id\":1880252,\"geonames_details\":{\"name\":\"Singapore\",\"country_code\":\"SG\",\"country_name\":\"Singapore\",\"lat\":1.28,\"lng\":103.85}}"
    let double = record("01", named("Alpha (China)")).replacing("\"locations\":[", with: "\"locations\":[\(other),")
    let text = "[\(double),\(record("02", named("Beta")))]"
    let choices: [((inout RORChoice) -> Void, [String], [String?])] = [
      ({ $0.countries = ["SG"] }, ["01"], ["1.28"]), ({ $0.countries = ["CN"] }, ["01", "02"], ["31.3", "31.3"]),
      ({ $0.cities = ["Suzhou"] }, ["01", "02"], ["31.3", "31.3"]), ({ $0.cities = ["Singapore"] }, ["01"], ["1.28"]),
      ({ _ in }, ["01", "02"], ["1.28", "31.3"]),
    ]
    for (choose, ids, latitudes) in choices {
      let network = try read(text, choose).network
      #expect(network.actors.map(\.id) == ids && network.actors.map { $0.latitude?.plain } == latitudes)
    }
    // No place is in both.
    #expect(throws: (any Error).self) {
      try read(text) { ($0.countries, $0.cities) = (["SG"], ["Suzhou"]) }
    }
  }

  @Test("Of two cities of a name that with most organizations is meant, the other is told and can be had by its number")
  func cities() throws {
    let text = [
      record("01", named("Soochow University")), record("02", named("Silk College"), city: ("Suzhou", 1_886_760, nil)),
      record(
        "03", [("Suzhou University", "en", ["ror_display"]), ("宿州学院", "zh", ["label"])],
        city: ("Suzhou", 1_793_743, "Anhui")),
      record("04", named("Kunshan"), city: ("Kunshan", 1, "Jiangsu")),
    ].joined(separator: "\n")
    let reading = try read(text) { $0.cities = ["suzhou"] }
    #expect(reading.network.actors.map(\.id) == ["01", "02"])
    #expect(reading.warnings.map { $0.line(in: .zh) }.joined().contains("宿州学院"))
    #expect(try read(text) { $0.cities = ["1793743", "Kunshan"] }.network.actors.map(\.id) == ["03", "04"])
    // Zones tell them apart, too.
    #expect(
      try read(text).network.actors.map(\.zone) == [
        "Suzhou (Jiangsu)", "Suzhou (Jiangsu)", "Suzhou (Anhui)", "Kunshan",
      ])
    #expect { try read(text) { $0.cities = ["Suzhuo"] } } throws: {
      ($0 as? BadData)?.problems.first?.line(in: .en).contains("Did you mean Suzhou?") == true
    }
  }

  @Test("A relation is one tie, whoever states it; from parent to child, from predecessor to successor")
  func relations() throws {
    let text = [
      record(
        "01", named("A"), relations: [("child", "02", "B"), ("related", "03", "C"), ("child", "09", "Hospital X")]),
      record("02", named("B"), relations: [("parent", "01", "A"), ("successor", "03", "C"), ("parent", "02", "B")]),
      record("03", named("C"), relations: [("related", "01", "A"), ("predecessor", "02", "B"), ("enemy", "01", "A")]),
    ].joined(separator: "\n")
    let reading = try read(text)
    let ties = reading.network.ties.map { "\($0.source)\($0.target) \($0.kind) \($0.isDirected == true)" }
    #expect(ties == ["01 parent true", "02 related false", "12 successor true"])
    #expect(reading.warningCount == 2)
    let related = try read(text) {
      $0.types = ["education"]
      $0.takesRelated = true
    }
    #expect(related.network.actors.map(\.name) == ["A", "B", "C", "Hospital X"])
    #expect(related.network.actors[3].kind == "hospital" && related.network.actors[3].basis == .inferred)
    let remarks = related.remarks.map { $0.line(in: .en) }.joined(separator: "\n")
    #expect(remarks.contains("1 of them is taken since another one states a relation to it; 1 of these has no record"))
  }

  @Test("States, years and types choose; what comes twice counts once; nothing is assessed")
  func choices() throws {
    let text = [
      record("01", named("A")), record("01", named("A again")), record("02", named("B"), status: "inactive"),
      record("03", named("C"), types: ["company"]),
    ].joined(separator: "\n")
    let reading = try read(text)
    #expect(reading.network.actors.map(\.id) == ["01", "03"] && reading.warningCount == 1)
    #expect(reading.network.profile.assess == [])
    #expect(try read(text) { $0.statuses = ["active", "inactive"] }.network.actors.count == 3)
    #expect(try read(text) { $0.types = ["company"] }.network.actors.map(\.id) == ["03"])
    #expect(throws: BadData.self) { try read(text) { $0.founded = Period(from: PartialDate("1950"), to: nil) } }
    let inactive = record("02", named("B"), status: "inactive")
    #expect(problems(of: { try read(inactive) }).contains("of a state that is taken: active"))
  }

  @Test(
    "What is no record is refused, where it is",
    arguments: [
      ("", "has no record"), ("[{\"id\":\"x\"}]", "ror.json:1"), ("[1]", "ror.json:1"), ("{\n\"id\":", "ror.json:2"),
      ("{\"id\":\"https://ror.org/\"}", "no id such as"), ("{\"items\":[{}]}", "no id such as"),
    ])
  func refused(text: String, words: String) {
    #expect { try read(text) } throws: { error in
      (error as? BadData)?.problems.first?.line(in: .en).contains(words) == true
    }
  }

  @Test("Answers may follow each other; behind a record stand records, and what is wrong is said with its line")
  func forms() throws {
    func answer(_ record: String) -> String { "{\"number_of_results\":1,\"items\":[\(record)]}" }
    let (one, other) = (record("01", named("A")), record("02", named("B")))
    let texts = [
      "\(answer(one))\n\(answer(other))", "\(answer(one))\n\(other)", "\(one)\n\(other)", "[\(one),\(other)]",
    ]
    for text in texts {
      #expect(try read(text).network.actors.map(\.id) == ["01", "02"])
    }
    #expect {
      try read("\(one)\n\(other)\n{\"id\":")
    } throws: { error in
      (error as? BadData)?.problems.first?.line(in: .en).contains("ror.json:3") == true
    }
  }

  @Test("Both schemas and all three forms are told by their beginnings, and nothing else is")
  func recognized() {
    let full = record("01", named("A"))
    func isROR(_ text: String) -> Bool {
      Format.ror.recognizes(Format.Candidate(.bytes(Array(text.utf8), path: "a.json")))
    }
    #expect(
      isROR(full) && isROR("[" + full) && isROR("{\"number_of_results\":1,\"items\":[" + full)
        && isROR("\u{FEFF} " + full))
    #expect(
      !isROR("{\"id\":\"https://openalex.org/W1\"}") && !isROR("{\"nodes\":[{\"id\":1}]}") && !isROR("a,b\n")
        && !isROR(""))
  }

  @Test(
    "The published records of China give the organizations of Suzhou, and none of Suzhou in Anhui",
    .enabled(if: FileManager.default.fileExists(atPath: published)),
    arguments: [
      ("ror-v2-china.json", ["Soochow University": "university", "Suzhou Vocational Health College": "college"]),
      ("ror-v1-china.json", ["Suzhou Vocational University": "college", "Suzhou Yongding Hospital": "hospital"]),
    ])
  func publishedRecords(file: String, expected: [String: String]) throws {
    var choice = RORChoice()
    choice.cities = ["Suzhou"]
    let network = try RORImport.read(.path(published + file), choosing: choice).network
    let kinds = Dictionary(uniqueKeysWithValues: network.actors.map { ($0.name, $0.kind) })
    for (name, kind) in expected { #expect(kinds[name] == kind) }
    #expect(kinds["Suzhou University"] == nil && !network.actors.contains { $0.name.contains("(China)") })
    #expect(network.actors.count { $0.nameZh != nil } > network.actors.count / 2)
  }
}
