import KesiNetwork

/// The rows that references to a table that is not brought have made, in the order in which they first come.
struct Newcomers: Sendable {
  private var names = NameTable()
  /// The number of the one that was first written so, by how it looks, for names that look like others.
  private var looks: [String: Int] = [:]
  /// Of each name the number of its row: another one's where they look the same.
  private var rows: [UInt32] = []
  /// The name of each row, as it was first written.
  private var firsts: [Int] = []
  /// How many names look like another, and the first of them with that.
  private(set) var alikeCount = 0
  private(set) var firstAlike: (name: String, other: String)?

  /// The rows whose names are words for nothing: names only where they stand in quotes.
  private(set) var nobodies: [UInt32] = []

  var count: Int { firsts.count }
  subscript(row: Int) -> String { names[firsts[row]] }

  /// The row of a name, a new one where nothing looks so.
  @inline(__always) mutating func row(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let number = names.insert(name)
    if number < rows.count { return rows[number] }
    return settle(number)
  }

  private mutating func settle(_ number: Int) -> UInt32 {
    let row: UInt32? =
      if names.withBytes(of: number, { !$0.isFolded }) {
        rowOfLook(number)
      } else {
        // It looks like itself, but something else may have looked so before.
        looks.isEmpty ? nil : looks[names[number]].map { alike($0, number) }
      }
    if row == nil { firsts.append(number) }
    let settled = row ?? UInt32(firsts.count - 1)
    if row == nil, names.withBytes(of: number, { MissingValue.mayBeStated(by: $0) }),
      MissingValue.isStated(by: names[number]) || NoAnswer.isSentence(names[number])
    {
      nobodies.append(settled)
    }
    rows.append(settled)
    return settled
  }

  /// The row of what looks the same; nil where there is none yet.
  private mutating func rowOfLook(_ number: Int) -> UInt32? {
    let look = names[number].folded
    // Those that look like themselves are not kept by their looks: they are found by their bytes.
    if let other = looks[look] ?? plain(look, before: number) { return alike(other, number) }
    looks[look] = firsts.count
    return nil
  }

  private mutating func alike(_ row: Int, _ number: Int) -> UInt32 {
    alikeCount += 1
    if firstAlike == nil { firstAlike = (names[number], self[row]) }
    return UInt32(row)
  }

  private func plain(_ look: String, before number: Int) -> Int? {
    guard let found = names.number(of: look), found < number else { return nil }
    return Int(rows[found])
  }

  /// Takes the rows of another, and tells which row each of its has become.
  mutating func join(_ others: Newcomers) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: others.count)
    for row in 0..<others.count {
      places[row] = others.names.withBytes(of: others.firsts[row]) { self.row(of: $0) }
    }
    if others.alikeCount > 0 {
      alikeCount += others.alikeCount
      firstAlike = firstAlike ?? others.firstAlike
    }
    return places
  }
}
