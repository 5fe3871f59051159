/// Where in the tree of elements a reader is, kept so that a problem can name it: `/graphml/graph/edge[3]`.
///
/// - Complexity: O(names) for each element, where its parent has children of so many names; no allocation.
struct XMLPath {
  /// How many names of children are told apart for each element; the others are `*`.
  private static let namesKept = 16

  /// A name that children of an open element have, and how many of them there were.
  private struct Kind {
    var name: Range<Int>
    var count: Int
  }

  /// The kinds of children of all open elements, those of the root first.
  private var kinds: [Kind] = []
  private var names: [UInt8] = []
  /// Of each open element: its kind, and where the kinds of its children begin.
  private var open: [(kind: Int, children: Int)] = []

  var depth: Int { open.count }

  mutating func enter(_ name: XMLName) {
    let bytes = name.bytes
    let first = open.last?.children ?? 0
    var kind = first
    while kind < kinds.count, kind - first < Self.namesKept, !isNamed(kinds[kind], bytes) { kind += 1 }
    if kind < kinds.count {
      kinds[kind].count += 1
    } else {
      let start = names.count
      if kind - first < Self.namesKept { names.append(contentsOf: bytes) }
      kinds.append(Kind(name: start..<names.count, count: 1))
    }
    open.append((kind, kinds.count))
  }

  mutating func leave() {
    guard let element = open.popLast() else { return }
    if element.children < kinds.count {
      names.removeSubrange(kinds[element.children].name.lowerBound...)
      kinds.removeSubrange(element.children...)
    }
  }

  private func isNamed(_ kind: Kind, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard kind.name.count == bytes.count else { return false }
    for place in 0..<bytes.count where names[kind.name.lowerBound + place] != bytes[place] { return false }
    return true
  }

  /// From the root on; the number of an element among its like is told from the second on.
  var text: String {
    open.map { element in
      let kind = kinds[element.kind]
      let name = kind.name.isEmpty ? "*" : String(decoding: names[kind.name], as: UTF8.self)
      return "/" + (kind.count > 1 ? "\(name)[\(kind.count)]" : name)
    }.joined()
  }
}
