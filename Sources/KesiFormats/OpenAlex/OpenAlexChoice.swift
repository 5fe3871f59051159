import KesiNetwork

/// What is taken of works of OpenAlex. Nothing chosen is everything.
package struct OpenAlexChoice: Sendable {
  /// Of the institutions, two letters each.
  package var countries: [String] = []
  /// Of the works: `article`.
  package var types: [String] = []
  /// When they were published.
  package var published = Period()
  /// Works of more institutions are left out: they say little about any two of them.
  package var mostInstitutions: Int?

  package init() {}

  /// A part of it that works are asked, and what it is called.
  struct Filter {
    let name: Phrase
    let admits: (OpenAlexWork) -> Bool
  }

  var filters: [Filter] {
    var filters: [Filter] = []
    if !types.isEmpty {
      let list = types.joined(separator: ", ")
      filters.append(
        Filter(name: Phrase("type \(list)", zh: "类别 \(list)")) { [types] in types.containsExactly($0.type) })
    }
    if published.from != nil || published.to != nil {
      let (from, to) = (published.from?.text ?? "", published.to?.text ?? "")
      filters.append(
        Filter(name: Phrase("published \(from)…\(to)", zh: "发表于 \(from)…\(to)")) { [published] work in
          work.date.map { Period(from: $0, to: $0).overlaps(published) } ?? false
        })
    }
    if let most = mostInstitutions {
      filters.append(
        Filter(name: Phrase("at most \(most) institutions", zh: "机构不超过 \(most) 家")) { $0.institutions.count <= most })
    }
    return filters
  }
}
