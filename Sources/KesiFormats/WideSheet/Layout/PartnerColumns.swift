/// Columns that come again with each of several of partners, on one side of them: `合作单位, 合作方式` twice, or `合作方式,
/// 合作单位` twice.
enum PartnerColumns {
  /// The number of the partner that each column of one meaning belongs to: the last before it or, where some have none so,
  /// the next behind it; nil where neither gives each a partner of its own.
  ///
  /// - Parameters:
  ///   - own: the places of these columns.
  ///   - partners: those of the columns of partners, in their order.
  static func owners(of own: [Int], among partners: [Int]) -> [Int]? { sides(of: own, among: partners).first }

  /// The same by the last before each and by the next behind it, as far as these give each a partner of its own. With one
  /// partner more than such columns, as in `合作单位, 合作方式, 合作单位, 合作方式, 合作单位`, both do.
  static func sides(of own: [Int], among partners: [Int]) -> [[Int]] {
    let sides = [
      own.map { place in partners.lastIndex { $0 < place } },
      own.map { place in partners.firstIndex { $0 > place } },
    ]
    return sides.map { $0.compactMap { $0 } }.filter { Set($0).count == own.count }
  }

  /// The number at the end of a head, as in `合作单位2` and `合作单位（二）`; nil where it has none.
  static func number(of head: String) -> Int? {
    let scalars = head.unicodeScalars.compactMap(\.narrow).filter { !$0.isWhite && $0 != "(" && $0 != ")" }
    let digits = scalars.reversed().prefix { $0.isDigit }.reversed()
    if !digits.isEmpty { return digits.count < 4 ? Int(String(scalars: digits)) : nil }
    return scalars.last.flatMap { Array("一二三四五六七八九".unicodeScalars).firstIndex(of: $0) }.map { $0 + 1 }
  }
}
