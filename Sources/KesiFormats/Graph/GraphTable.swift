import KesiNetwork

/// The nodes or the edges of a graph file as a table under way: a row each, in the order of the file, and a column for each
/// attribute, made where it first comes. Cells of a row come in any order; what is stated twice has the later value.
///
/// Values lie one behind the other in a ``Sheet``, not a dictionary for each node.
struct GraphTable {
  /// The most cells of a table: a bound against files in which each node has an attribute of its own.
  private static let mostCells = 1 << 28

  let table: Table
  private(set) var titles: [String] = []
  private(set) var rows: Sheet
  /// What parts decimals: programs write points.
  var decimals = WrittenNumber.DecimalSign.point
  private var places: [ExactText: Int] = [:]
  /// What a cell holds that a row does not state; empty for nothing.
  private var defaults: [[UInt8]] = []
  /// One past the last column that has a default.
  private var leastWidth = 0
  /// The row under way: the bytes of its cells, and where each lies in them.
  private var bytes: [UInt8] = []
  private var cells: [Range<Int>] = []
  private var stated: [Int] = []

  init(_ table: Table, of file: String) {
    self.table = table
    rows = Sheet(file: file)
  }

  /// The place of a column, which is made where there is none of this title.
  ///
  /// - Throws: `GraphFault` where there are more than a table may have.
  mutating func column(_ title: String) throws -> Int {
    if let place = places[ExactText(title)] { return place }
    guard titles.count < Sheet.mostColumns else { throw GraphFault.tooManyColumns }
    places[ExactText(title)] = titles.count
    titles.append(title)
    defaults.append([])
    cells.append(0..<0)
    return titles.count - 1
  }

  func hasColumn(_ title: String) -> Bool { places[ExactText(title)] != nil }

  /// Takes its title from a column: another may have it, and this one is neither used nor carried along.
  mutating func removeTitle(at place: Int) {
    places[ExactText(titles[place])] = nil
    titles[place] = ""
  }

  mutating func setDefault(_ value: some Sequence<UInt8>, at place: Int) {
    defaults[place] = Array(value)
    leastWidth = (defaults.lastIndex { !$0.isEmpty } ?? -1) + 1
  }

  /// What the row under way has in a column; empty where it has nothing.
  func pending(_ place: Int) -> ArraySlice<UInt8> { bytes[cells[place]] }

  /// States a cell of the row under way.
  mutating func set(_ place: Int, _ value: some Sequence<UInt8>) {
    if cells[place].isEmpty { stated.append(place) }
    let start = bytes.count
    bytes.append(contentsOf: value)
    cells[place] = start..<bytes.count
  }

  mutating func set(_ place: Int, _ value: String) { set(place, value.utf8) }

  /// Adds to what a cell of the row under way states.
  mutating func add(_ place: Int, _ value: some Sequence<UInt8>) { set(place, Array(bytes[cells[place]]) + value) }

  /// Ends the row under way.
  ///
  /// - Parameter line: in which line of the file it began.
  /// - Throws: `GraphFault` where the table would be too large.
  mutating func endRow(line: Int) throws {
    guard rows.cellCount < Self.mostCells else { throw GraphFault.tooManyCells }
    rows.beginRow(line)
    let width = max((stated.max() ?? -1) + 1, leastWidth)
    for place in 0..<width {
      if cells[place].isEmpty {
        rows.append(exact: defaults[place][...])
      } else {
        rows.append(exact: bytes[cells[place]])
      }
    }
    for place in stated { cells[place] = 0..<0 }
    stated.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Makes one of columns that are the same but for how their name is spelled: programs write `Weight` of one edge and `weight`
  /// of the next.
  ///
  /// - Parameters:
  ///   - ownColumns: how many columns come first that every table has.
  ///   - exception: the title of a column that stays as it is.
  ///   - file: what messages call the table.
  /// - Throws: `BadData` where a row states two of them, and not the same.
  mutating func joinSpellings(besides ownColumns: Int, _ exception: String?, in file: String) throws {
    var groups: [String: [Int]] = [:]
    for place in titles.indices.dropFirst(ownColumns) where !titles[place].isEmpty && titles[place] != exception {
      if let word = KeySpellings.word(of: titles[place], in: table) { groups[word, default: []].append(place) }
    }
    let joined = groups.values.filter { $0.count > 1 }
    guard !joined.isEmpty else { return }
    for row in 0..<rows.rowCount {
      for places in joined {
        let stated = places.filter { !rows.isEmpty(row, $0) }
        guard let first = stated.first,
          let other = stated.first(where: { !rows.bytes(row, $0).elementsEqual(rows.bytes(row, first)) })
        else { continue }
        let fault = BadShape.doubled(titles[first], titles[other])
        throw BadData([Problem(.error, .line(file: file, rows.number(ofRow: row)), fault.message)])
      }
    }
    // From which columns the cells of each come.
    var sources = titles.indices.map { [$0] }
    for places in joined {
      sources[places[0]] = places
      for place in places.dropFirst() {
        sources[place] = []
        removeTitle(at: place)
      }
    }
    var whole = Sheet(file: rows.file)
    whole.reserve(rows: rows.rowCount, cells: rows.cellCount, bytes: rows.byteCount)
    for row in 0..<rows.rowCount {
      whole.beginRow(rows.number(ofRow: row))
      for places in sources {
        let stated = places.first { !rows.isEmpty(row, $0) }
        whole.append(exact: stated.map { rows.bytes(row, $0) } ?? [])
      }
    }
    rows = whole
  }

  /// Forgets the rows that were ended; columns stay.
  mutating func removeRows() { rows = Sheet(file: rows.file) }

  /// Forgets the row under way.
  mutating func dropRow() {
    for place in stated { cells[place] = 0..<0 }
    stated.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Why a graph file cannot be taken in, whatever its grammar.
enum GraphFault {
  static let secondGraph = BadShape(
    message: Phrase("is a second graph. Kesi reads one a file: keep one of them.", zh: "是第二个图。每个文件只能有一个图，请只保留一个。"))
  static let tooManyColumns = BadShape(
    message: Phrase(
      "there are more than \(Sheet.mostColumns) attributes. Leave out those that are not needed.",
      zh: "属性超过 \(Sheet.mostColumns) 个，请删去不需要的属性。"))
  static let tooManyCells = BadShape(
    message: Phrase(
      "there are too many attributes for so many nodes or edges to be held. Leave out those that are not needed.",
      zh: "节点（或边）的属性过多，无法容纳，请删去不需要的属性。"))
}
