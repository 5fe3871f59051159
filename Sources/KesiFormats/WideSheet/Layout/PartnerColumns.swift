/// Columns that come again with each of several of partners, on one side of them: `合作单位, 合作方式` twice, or `合作方式,
/// 合作单位` twice.
enum PartnerColumns {
  /// The number of the partner that each column of one meaning belongs to: the last before it or, where some have none so,
  /// the next behind it; nil where neither gives each a partner of its own.
  ///
  /// - Parameters:
  ///   - own: the places of these columns.
  ///   - partners: those of the columns of partners, in their order.
  static func owners(of own: [Int], among partners: [Int]) -> [Int]? {
    let sides = [
      own.map { place in partners.lastIndex { $0 < place } },
      own.map { place in partners.firstIndex { $0 > place } },
    ]
    return sides.lazy.map { $0.compactMap { $0 } }.first { Set($0).count == own.count }
  }
}
