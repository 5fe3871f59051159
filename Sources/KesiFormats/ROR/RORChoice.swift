import KesiNetwork

/// What is taken of ROR. Nothing chosen is everything that is active.
package struct RORChoice: Sendable {
  /// Two letters each: `CN`.
  package var countries: [String] = []
  /// Names of cities as ROR has them, or their numbers at GeoNames.
  package var cities: [String] = []
  /// Words of ROR: `education`.
  package var types: [String] = []
  /// Of the year in which they were founded.
  package var founded = Period()
  package var statuses = ["active"]
  /// Whether those are taken, too, to which the others state a relation.
  package var takesRelated = false

  package init() {}

  /// The words of `types` that ROR does not have.
  package var unknownTypes: [String] { types.filter { !RORKind.types.containsExactly($0) } }
  package static var typeNames: [String] { RORKind.types }
  package static let statusNames = ["active", "inactive", "withdrawn"]

  func admitsFounding(_ record: RORRecord) -> Bool {
    guard founded.from != nil || founded.to != nil else { return true }
    guard let year = record.established, let date = PartialDate(String(year)) else { return false }
    return Period(from: date, to: date).overlaps(founded)
  }
}

/// The cities that somebody asked for. Several may have a name: the one with most organizations is meant, and the others are
/// told.
struct RORCities {
  /// Numbers at GeoNames, or names of cities that have none.
  private(set) var chosen: Set<ExactText> = []
  /// For each name that several cities have: who they are, the one that was taken first.
  private(set) var namesakes: [(name: String, cities: [City])] = []

  struct City {
    let key: String
    var name: String
    var region: String
    /// The organizations there.
    var organizations: [RORRecord] = []
  }

  /// The cities of records by their number, each under the names that its records give. A record is of each in which it is.
  static func all(of records: [RORRecord]) -> [City] {
    var places: [ExactText: Int] = [:]
    var cities: [City] = []
    var regions: [MostFrequent] = []
    for (row, record) in records.enumerated() {
      for site in record.places where !site.city.isEmpty {
        let place = places[ExactText(site.key), default: cities.count]
        if place == cities.count {
          places[ExactText(site.key)] = place
          cities.append(City(key: site.key, name: site.city, region: ""))
          regions.append(MostFrequent())
        }
        regions[place].add(site.region, row: row)
        cities[place].organizations.append(record)
      }
    }
    for place in cities.indices { cities[place].region = regions[place].text }
    return cities
  }

  /// - Throws: ``UnknownCity`` where none is called so.
  init(_ words: [String], among cities: [City]) throws(UnknownCity) {
    for word in words {
      let sought = ExactText(word.lowercased())
      let found = cities.filter { $0.key.isExactly(word) || ExactText($0.name.lowercased()) == sought }
      let sorted = found.sorted { ($1.organizations.count, $0.key) < ($0.organizations.count, $1.key) }
      guard let first = sorted.first else { throw UnknownCity(word, among: cities) }
      chosen.insert(ExactText(first.key))
      if sorted.count > 1 { namesakes.append((word, sorted)) }
    }
  }

  func admits(_ place: RORRecord.Place) -> Bool { !place.city.isEmpty && chosen.contains(ExactText(place.key)) }
}

extension RORRecord.Place {
  /// What tells a city from others of its name.
  var key: String { number.isEmpty ? city : number }
}

/// A city that no record has.
struct UnknownCity: Error {
  let message: Phrase

  init(_ word: String, among cities: [RORCities.City]) {
    let near = Network.near(word, among: cities.map { Named(id: $0.name, names: [$0.key]) })
    let large = cities.sorted { ($1.organizations.count, $0.key) < ($0.organizations.count, $1.key) }.prefix(8)
    message = Phrase(
      "has no organization in “\(word.shortened)”. \(near.map { "Did you mean \($0)? " } ?? "")Cities are called by their English names, or by their numbers at GeoNames; most are in \(large.map(\.name).joined(separator: ", ")).",
      zh:
        "没有位于“\(word.shortened)”的机构。\(near.map { "是否指 \($0)？" } ?? "")城市须用英文名（如 Suzhou）或 GeoNames 编号；机构较多的有 \(large.map(\.name).joined(separator: "、"))。"
    )
  }
}
