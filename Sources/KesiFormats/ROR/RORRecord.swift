import KesiNetwork

/// An organization as ROR, the Research Organization Registry, has it: schema 1 or 2.
struct RORRecord {
  /// The last part of its address: `05t8y2r12`.
  let id: String
  var names: [Name] = []
  /// In small letters, in the order of the record: `education`, `funder`.
  var types: [String] = []
  /// `active`, `inactive` or `withdrawn`.
  var status = ""
  var established: Int?
  /// Of the seat: it stands behind names of companies.
  private(set) var countryName = ""
  /// Where it is, the seat first; empty where none is stated.
  var places: [Place] = []
  var relations: [Relation] = []

  struct Name: Equatable {
    let text: String
    /// The code of its language; empty where none is stated.
    let language: String
    let isDisplayed: Bool
    let use: Use

    enum Use { case label, alias, acronym }
  }

  struct Place {
    var city = ""
    /// The number of the city at GeoNames: names of cities are not unique.
    var number = ""
    var region = ""
    var country = ""
    var countryName = ""
    var latitude: Double?
    var longitude: Double?
  }

  /// `label` is what the other one is called here, which may differ from its own name.
  struct Relation {
    let type: String
    let id: String
    let label: String
  }

  /// The part of an address of ROR that is an id; nil of what is no such address.
  static func id(of address: String) -> String? {
    guard let last = address.unicodeScalars.split(separator: "/").last,
      ["https://ror.org/", "http://ror.org/", "ror.org/"].contains(where: {
        address.isExactly($0 + String(last))
      }), !last.isEmpty
    else { return nil }
    return String(last)
  }

  /// Where the record of an id is to be seen.
  static func address(of id: String) -> String { "https://ror.org/" + id }

  /// - Throws: `BadShape` for what is no record of ROR.
  init(_ node: JSONNode) throws {
    guard let id = node["id"]?.text.flatMap(Self.id) else {
      throw BadShape(
        message: Phrase(
          "this record has no id such as https://ror.org/05t8y2r12, so it is none of ROR. Download the data from ror.org, or name another file.",
          zh: "此记录没有形如 https://ror.org/05t8y2r12 的 id，不是 ROR 记录。请从 ror.org 下载数据，或指定其他文件。"))
    }
    self.id = id
    types = (node["types"]?.items ?? []).compactMap { $0.text?.lowercased() }
    status = node["status"]?.text?.lowercased() ?? ""
    established = node["established"]?.number.flatMap { Int(exactly: $0) }
    relations = (node["relationships"]?.items ?? []).compactMap { relation in
      guard let id = relation["id"]?.text.flatMap(Self.id) else { return nil }
      return Relation(
        type: relation["type"]?.text?.lowercased() ?? "", id: id, label: relation["label"]?.text?.withoutRests ?? "")
    }
    if let listed = node["names"] {
      names = listed.items.compactMap(Self.name)
      places = (node["locations"]?.items ?? []).map(Self.place)
    } else {
      names = Self.firstSchemaNames(node)
      places = Self.firstSchemaPlaces(node)
    }
    countryName = place.countryName
  }

  /// The seat, or of the places that were asked for the first.
  var place: Place { places.first ?? Place() }

  /// Leaves only places that are admitted, unless none is.
  ///
  /// - Returns: whether there are any.
  mutating func keepPlaces(_ isAdmitted: (Place) -> Bool) -> Bool {
    let kept = places.filter(isAdmitted)
    if !kept.isEmpty { places = kept }
    return !kept.isEmpty
  }
}

extension RORRecord {
  private static func name(_ node: JSONNode) -> Name? {
    guard let text = node["value"]?.text?.withoutRests, !text.isEmpty else { return nil }
    let uses = (node["types"]?.items ?? []).compactMap(\.text)
    return Name(
      text: text, language: node["lang"]?.text ?? "", isDisplayed: uses.containsExactly("ror_display"),
      use: uses.containsExactly("label") ? .label : uses.containsExactly("acronym") ? .acronym : .alias)
  }

  private static func place(_ node: JSONNode) -> Place {
    guard let details = node["geonames_details"] else { return Place() }
    var place = Place()
    place.city = details["name"]?.text ?? ""
    place.number = node["geonames_id"]?.text ?? ""
    place.region = details["country_subdivision_name"]?.text ?? ""
    place.country = details["country_code"]?.text ?? ""
    place.countryName = details["country_name"]?.text ?? ""
    place.set(details["lat"]?.number, details["lng"]?.number)
    return place
  }

  /// Schema 1: one name, labels with their languages, aliases and acronyms without.
  private static func firstSchemaNames(_ node: JSONNode) -> [Name] {
    func names(_ key: String, _ use: Name.Use) -> [Name] {
      (node[key]?.items ?? []).compactMap { item in
        guard let text = (item["label"] ?? item).text?.withoutRests, !text.isEmpty else { return nil }
        return Name(text: text, language: item["iso639"]?.text ?? "", isDisplayed: false, use: use)
      }
    }
    let name = node["name"]?.text?.withoutRests
    return [name].compactMap { $0 }.map { Name(text: $0, language: "", isDisplayed: true, use: .label) }
      + names("labels", .label) + names("aliases", .alias) + names("acronyms", .acronym)
  }

  private static func firstSchemaPlaces(_ node: JSONNode) -> [Place] {
    var country = Place()
    country.country = node["country"]?["country_code"]?.text ?? ""
    country.countryName = node["country"]?["country_name"]?.text ?? ""
    let places = (node["addresses"]?.items ?? []).map { firstSchemaPlace($0, in: country) }
    return places.isEmpty ? [country] : places
  }

  private static func firstSchemaPlace(_ address: JSONNode, in country: Place) -> Place {
    var place = country
    let city = address["geonames_city"]
    place.city = address["city"]?.text ?? city?["city"]?.text ?? ""
    place.number = city?["id"]?.text ?? ""
    place.region = city?["geonames_admin1"]?["name"]?.text ?? address["state"]?.text ?? ""
    place.set(address["lat"]?.number, address["lng"]?.number)
    return place
  }
}

extension RORRecord.Place {
  /// Both or none: half a place is none.
  fileprivate mutating func set(_ latitude: Double?, _ longitude: Double?) {
    guard let latitude, let longitude, (-90...90).contains(latitude), (-180...180).contains(longitude) else { return }
    (self.latitude, self.longitude) = (latitude, longitude)
  }
}

extension String {
  /// Without white space at its ends and what stands behind by mistake: `河南财经学院;`.
  fileprivate var withoutRests: String {
    let scalars = unicodeScalars
    var (start, end) = (scalars.startIndex, scalars.endIndex)
    while start < end, Self.rests.contains(scalars[scalars.index(before: end)]) { end = scalars.index(before: end) }
    while start < end, Self.rests.contains(scalars[start]) { start = scalars.index(after: start) }
    return String(self[start..<end])
  }

  private static let rests: Set<Unicode.Scalar> = [";", "；", ",", "，", "。", " ", "\u{3000}", "\n", "\t"]
}
