import KesiMatrix

@testable import KesiFormats
@testable import KesiNetwork

/// A parser that is attacked, by the name of the folder of its seeds: one line of ``all`` each.
struct Target: Sendable {
  let name: String
  /// Reads bytes as they come. What it throws says that they are refused.
  let take: @Sendable (_ bytes: [UInt8]) throws -> Void

  static let all: [Target] =
    Table.allCases.map { table in tables("table-\(table.rawValue)") { texts, _, bytes in texts[table] = bytes } } + [
      tables("network-yml") { _, profile, bytes in profile = bytes },
      format("ties", .tieList),
      format("matrix", .tieList),
      format("gml", .gml, isWrittenAgain: true),
      format("pajek", .pajek, isWrittenAgain: true),
      format("pajek-project", .pajekProject, isWrittenAgain: true),
      format("ucinet", .ucinet),
      format("matrix-market", .matrixMarket),
      format("node-link", .nodeLink, isWrittenAgain: true),
      format("d3", .d3, isWrittenAgain: true),
      format("cytoscape", .cytoscape, isWrittenAgain: true),
      format("ndjson", .ndjson, isWrittenAgain: true),
      format("graphml", .graphML, isWrittenAgain: true),
      format("gexf", .gexf),
      format("dot", .dot),
      network("snapshot") { try Snapshot.read(.bytes(sealed($0), path: "fuzz.kesi"), threads: $1.threads) },
      network("ror") { try RORImport.read(.bytes($0, path: "ror.json"), on: $1) },
      network("openalex") { try OpenAlexImport.read(.bytes($0, path: "works.json"), on: $1) },
      network("cordis") { try CordisImport.read(cordis(participations: $0), on: $1) },
      network("cordis-projects") { try CordisImport.read(cordis(projects: $0), on: $1) },
      network("wide-sheet") {
        try WideSheet(Workbook([Sheet(text: .bytes($0, path: "fuzz.csv"))]), on: $1).reading(on: $1)
      },
      network("mapping-yml") { try mapped(by: $0, on: $1) },
      Target(name: "scheme-yml") { _ = try SchemeReader.read(text: text($0), measures: ["degree", "betweenness"]) },
      Target(name: "merges") { _ = try MergesFile.read(Sheet(text: .bytes($0, path: "merges.csv")), "merges.csv") },
      Target(name: "plan") { _ = try WrittenPlan(.bytes($0, path: "plan.csv")) },
      Target(name: "encodings") { bytes in
        try bytes.withUnsafeBytes { bytes in
          try TextDecoding.withUTF8(bytes) { text in
            Property.isHeld("what is decoded is UTF-8") { try UTF8Span(validating: text.span).count == text.count }
          }
        }
      },
      Target(name: "dates") { bytes in
        guard case .date(let date) = WrittenDate.read(text(bytes)) else { return }
        Property.isHeld("a date does not end before it begins") { date.first.earliest <= date.last.latest }
        Property.isHeld("a date is read as it is written") { PartialDate(date.first.text) == date.first }
      },
      Target(name: "periods") { bytes in
        guard case .period(let period) = WrittenPeriod.read(text(bytes)), let from = period.from, let to = period.to
        else { return }
        Property.isHeld("a period does not end before it begins") { from.earliest <= to.latest }
      },
      Target(name: "amounts") { bytes in
        for sign: WrittenNumber.DecimalSign in [.point, .comma, .unknown] {
          guard case .number(let number) = WrittenNumber.read(text(bytes), decimals: sign) else { continue }
          Property.isHeld("an amount is finite") { number.value.isFinite }
        }
      },
      Target(name: "names") { bytes in
        let list = NameList(text(bytes), names: NameList.Names { _ in false })
        Property.isHeld("nobody is without a name") { list.items.allSatisfy { !$0.name.isEmpty } }
      },
    ]

  private static func network(
    _ name: String, _ read: @escaping @Sendable ([UInt8], Parallel) throws -> NetworkReading
  ) -> Target {
    Target(name: name) { bytes in try Property.hold { try read(bytes, $0) } }
  }

  private static func format(_ name: String, _ format: Format, isWrittenAgain: Bool = false) -> Target {
    Target(name: name) { bytes in
      try Property.hold(writtenAs: isWrittenAgain ? format : nil) {
        try format.read(.bytes(bytes, path: Property.name(of: format)), ReadingOptions(), $0)
      }
    }
  }

  /// A folder of tables that is sound but for the text that is put in its place.
  private static func tables(
    _ name: String, _ put: @escaping @Sendable (inout [Table: [UInt8]], inout [UInt8]?, [UInt8]) -> Void
  ) -> Target {
    network(name) { bytes, parallel in
      var (texts, profile): ([Table: [UInt8]], [UInt8]?) = (sound, nil)
      put(&texts, &profile, bytes)
      return try NetworkReader.read(texts: texts, profile: profile, ReadingOptions(), on: parallel)
    }
  }

  private static let sound: [Table: [UInt8]] = [
    .actors: Array("id,name,kind\na,甲,enterprise\nb,乙,university\nc,丙,college\n".utf8),
    .ties: Array("source,target,kind\na,b,research\nb,c,training\n".utf8),
    .chains: Array("id,name,stages\nm,机器,upstream;midstream\n".utf8),
    .consortia: Array("id,name,leader,chain\nC,联合体,a,m\n".utf8),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func cordis(
    participations: [UInt8] = Array(
      "projectID,organisationID,name,country,role\n1,2,A,NL,coordinator\n1,3,B,DE,participant\n".utf8),
    projects: [UInt8] = Array("id,acronym,title,startDate,endDate\n1,K,Kesi,2021-01-01,2022-12-31\n".utf8)
  ) -> CordisFiles {
    CordisFiles(
      participations: .bytes(participations, path: "organization.csv"), projects: .bytes(projects, path: "project.csv"))
  }

  /// A sheet read as a mapping says. Mappings are read from files only.
  private static func mapped(by bytes: [UInt8], on parallel: Parallel) throws -> NetworkReading {
    let path = Property.scratch("mapping.yml")
    try AtomicFile.write(bytes, to: path)
    var settings = WideSheet.Settings()
    settings.mapping = try MappingReader.read(path)
    let sheet = "企业,合作单位,合作时间,金额\n苏州甲有限公司,苏州大学、某研究院,2021.3,30万元\n苏州乙有限公司,某学院,2020,1.5\n"
    let workbook = Workbook([try Sheet(text: .bytes(Array(sheet.utf8), path: "fuzz.csv"))])
    return try WideSheet(workbook, settings, on: parallel).reading(on: parallel)
  }

  /// A snapshot whose checksums are right, as far as it has places for them: else all that is altered is refused by them.
  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    func put(_ number: UInt64, at place: Int) {
      withUnsafeBytes(of: number.littleEndian) { bytes.replaceSubrange(place..<place + 8, with: $0) }
    }
    func number(at place: Int) -> Int {
      bytes.withUnsafeBytes { Int(truncatingIfNeeded: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
    }
    func sum(_ range: Range<Int>) -> UInt64 { bytes.withUnsafeBytes { Checksum.of(.init(rebasing: $0[range])) } }
    guard bytes.count >= 32 else { return bytes }
    put(UInt64(bytes.count), at: 16)
    let end = 32 + 32 * Int(bytes[12])
    guard end <= bytes.count else { return bytes }
    for entry in stride(from: 32, to: end, by: 32) {
      let width = number(at: entry) >> 32 & 0xFF
      let (count, place) = (number(at: entry + 8), number(at: entry + 16))
      guard (0..<bytes.count).contains(place), (0...bytes.count - place).contains(count),
        count * width <= bytes.count - place
      else { continue }
      put(sum(place..<place + count * width), at: entry + 24)
    }
    put(sum(32..<end), at: 24)
    return bytes
  }
}
