import KesiNetwork

/// A work as OpenAlex, the open catalogue of research, has it: what of it tells who worked with whom.
struct OpenAlexWork {
  /// The last part of its address: `W2741809807`.
  let id: String
  let title: String
  let doi: String
  /// `article`, `preprint`, `dataset` …
  let type: String
  let field: String
  let date: PartialDate?
  /// Each once, in the order of its authors.
  private(set) var institutions: [Institution] = []

  struct Institution {
    /// The id at ROR where there is one, so that networks of both can be joined; else that of OpenAlex.
    let id: String
    let address: String
    let name: String
    let country: String
    let type: String
    var authors = 0
    /// Whether one of its authors answers for the work.
    var isCorresponding = false
  }

  /// The last part of an address of OpenAlex that begins with a letter: `W` of works, `I` of institutions.
  static func id(of address: String, letter: Unicode.Scalar) -> String? {
    guard let last = address.unicodeScalars.split(separator: "/").last, last.first == letter, last.count > 1,
      last.dropFirst().allSatisfy({ ("0"..."9").contains($0) }),
      address.isExactly(String(last)) || address.isExactly("https://openalex.org/" + String(last))
    else { return nil }
    return String(last)
  }

  /// - Throws: `BadShape` for what is no work of OpenAlex.
  init(_ node: JSONNode) throws {
    guard let id = node["id"]?.text.flatMap({ Self.id(of: $0, letter: "W") }) else {
      throw BadShape(
        message: Phrase(
          "this record has no id such as https://openalex.org/W2741809807, so it is no work of OpenAlex. Ask its interface for works, or name another file.",
          zh: "此记录没有形如 https://openalex.org/W2741809807 的 id，不是 OpenAlex 的成果记录。请从其接口获取 works，或指定其他文件。"))
    }
    self.id = id
    title = (node["title"] ?? node["display_name"])?.text ?? ""
    doi = node["doi"]?.text ?? ""
    type = node["type"]?.text?.lowercased() ?? ""
    field = node["primary_topic"]?["field"]?["display_name"]?.text ?? ""
    date = (node["publication_date"] ?? node["publication_year"])?.text.flatMap { PartialDate($0) }
    var places: [ExactText: Int] = [:]
    for authorship in node["authorships"]?.items ?? [] {
      // One author may name an institution twice.
      var seen: Set<Int> = []
      for institution in (authorship["institutions"]?.items ?? []).compactMap(Institution.init) {
        let place = places[ExactText(institution.id), default: institutions.count]
        if place == institutions.count {
          places[ExactText(institution.id)] = place
          institutions.append(institution)
        }
        if seen.insert(place).inserted { institutions[place].authors += 1 }
        if authorship["is_corresponding"]?.boolean == true { institutions[place].isCorresponding = true }
      }
    }
  }
}

extension OpenAlexWork.Institution {
  /// Nil for one without an id.
  fileprivate init?(_ node: JSONNode) {
    let ror = node["ror"]?.text.flatMap(RORRecord.id)
    let own = node["id"]?.text.flatMap { OpenAlexWork.id(of: $0, letter: "I") }
    guard let id = ror ?? own else { return nil }
    self.id = id
    address = ror.map(RORRecord.address) ?? "https://openalex.org/" + id
    type = node["type"]?.text?.lowercased() ?? ""
    country = node["country_code"]?.text ?? ""
    let name = node["display_name"]?.text ?? id
    // Names of companies have their country behind them: Huawei Technologies (China).
    let bracket = name.unicodeScalars.lastIndex(of: "(")
    if type.isExactly("company"), name.unicodeScalars.last == ")", let bracket, bracket > name.startIndex {
      self.name = String(name.unicodeScalars[..<bracket].trimmed)
    } else {
      self.name = name
    }
  }
}
