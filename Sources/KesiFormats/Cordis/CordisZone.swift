import KesiNetwork

/// How large the zones are that actors of CORDIS are put into.
package enum CordisZone: String, CaseIterable, Sendable {
  /// By the code of its country: `DE`.
  case country
  /// By the first letters of its region in the nomenclature of the Union (NUTS): `DE`, `DE2`, `DE21`, `DE212`.
  case nuts0, nuts1, nuts2, nuts3

  package var name: Phrase {
    switch self {
    case .country: Phrase("countries", zh: "国家")
    default: Phrase("NUTS regions of level \(rawValue.suffix(1))", zh: "NUTS \(rawValue.suffix(1)) 级区域")
    }
  }

  /// How long a code of this level is.
  private var length: Int {
    switch self {
    case .country, .nuts0: 2
    case .nuts1: 3
    case .nuts2: 4
    case .nuts3: 5
    }
  }

  /// The zone of an organization; nil where its region is not stated as finely.
  func zone(country: String, region: String) -> String? {
    switch self {
    case .country: country.isEmpty ? nil : Self.isoCode(of: country)
    default: region.utf8.count < length ? nil : String(region.unicodeScalars.prefix(length))
    }
  }

  /// The code of a country that the rest of the world uses: the Union writes UK and EL.
  static func isoCode(of country: String) -> String {
    switch country {
    case "UK": "GB"
    case "EL": "GR"
    default: country
    }
  }
}
