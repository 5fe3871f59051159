import KesiNetwork

/// The keys of a line and their values, laid anew for each, so that a line takes no memory of its own.
struct JSONLine {
  private(set) var keys: [String] = []
  /// Which values are objects, as JSON writes them.
  private(set) var areObjects: [Bool] = []
  /// The places of values that are `null`, and of those that are `NaN`, in quotes or not.
  private(set) var (nothings, notNumbers): ([Int], [Int]) = ([], [])
  private var ends: [Int] = []
  private var bytes: [UInt8] = []

  var count: Int { ends.count }

  mutating func read(_ json: inout JSONReader) throws {
    var place = 0
    ends.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    areObjects.removeAll(keepingCapacity: true)
    nothings.removeAll(keepingCapacity: true)
    notNumbers.removeAll(keepingCapacity: true)
    try json.readObject { json, key in
      let kind = try json.kind()
      areObjects.append(kind == .object)
      if kind == .null { nothings.append(place) }
      if json.isAtNaN { notNumbers.append(place) }
      try json.bytes { bytes.append(contentsOf: $0) }
      // Most lines have the keys of the one before.
      if place == keys.count { keys.append(key) } else if !keys[place].isExactly(key) { keys[place] = key }
      place += 1
      ends.append(bytes.count)
    }
    keys.removeLast(keys.count - place)
  }

  /// A value: of a text as it reads, of anything else as it is written; none of `null`.
  subscript(place: Int) -> ArraySlice<UInt8> { bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }

  func place(of key: String) -> Int? { keys.firstIndex { $0.isExactly(key) } }

  /// Reads the members of a value that is an object.
  func readObject(at place: Int, _ each: (inout JSONReader, _ key: String) throws -> Void) throws {
    try self[place].withUnsafeBufferPointer { text in
      var json = JSONReader(text)
      try json.readObject(each)
    }
  }
}
