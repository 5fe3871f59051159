/// The words by which any column of any table is called.
package enum HeadWords {
  private static let all: Set<String> = Set(
    Table.allCases.flatMap(\.heads).flatMap { [$0.id] + $0.names + $0.spareNames }.map(\.plainWord))

  /// Whether a head of a table is one of them.
  package static func areKnown(_ head: String) -> Bool { all.contains(head.plainWord) }
}
