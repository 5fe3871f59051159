import KesiMatrix
import KesiNetwork

/// A network in one binary file (`.kesi`) that opens at once: its tables column by column, and for a graph file its matrix,
/// which is used where it lies in the mapped file.
public enum Snapshot {
  /// The ending of snapshot files.
  public static let fileEnding = ".kesi"

  /// Tables in the order in which they refer to each other.
  private enum Part: Int {
    case actors, chains, consortia, ties, members, positions, carried, coalitions, supplies, demands, history
  }

  /// Writes a network, whole or not at all.
  ///
  /// - Complexity: O(bytes); a checksum of everything is taken on all threads.
  public static func write(_ network: Network, to path: String, threads: Int = 1) throws {
    var writer = SnapshotWriter()
    let pool = TextPool()
    func add<Row: TableRow>(_ rows: some Collection<Row>, _ part: Part) {
      let table = SnapshotTable<Row>(pool)
      for row in rows { table.append(row) }
      table.add(to: &writer, number: part.rawValue)
    }
    add(network.actors, .actors)
    add(network.chains, .chains)
    add(network.consortia, .consortia)
    if !network.ties.isList { add(network.ties, .ties) }
    add(network.members, .members)
    add(network.positions, .positions)
    add(network.coalitions, .coalitions)
    add(network.supplies, .supplies)
    add(network.demands, .demands)
    add(network.history, .history)
    // A table, a column and the place of its values, for each column that is carried along.
    var carried: [UInt32] = []
    for (table, columns) in network.carried.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for column in columns {
        writer.add(.words(Part.carried.rawValue, carried.count / 2), column.values.map { pool.number(of: $0) })
        carried += [pool.number(of: table.rawValue), pool.number(of: column.name)]
      }
    }
    writer.add(.carriedNames, carried)
    if let settled = network.settled {
      let words =
        Aspect.allCases.filter(settled.aspects.contains).map(\.rawValue)
        + Declaration.allCases.filter(settled.declarations.contains).map(\.rawValue)
        + Helix.allCases.filter(settled.spheres.contains).map(\.rawValue)
      writer.add(
        .settled,
        [
          settled.now.map { UInt32($0.packed) } ?? 0, settled.isNothing ? 1 : 0, UInt32(settled.aspects.count),
          UInt32(settled.declarations.count),
        ]
          + words.map { pool.number(of: $0) })
    }
    pool.add(to: &writer)
    if let text = ProfileWriter.text(of: network.profile) { writer.add(.profile, text) }
    if network.ties.isList, !network.ties.isEmpty {
      let list = network.ties.list
      writer.add(.listSources, list.sources)
      writer.add(.listTargets, list.targets)
      if let weights = list.weights { writer.add(.listWeights, weights) }
      let matrix = try NetworkGraph(of: network, threads: threads).matrix
      let (offsets, columns, weights) = matrix.arrays
      writer.add(.matrixOffsets, offsets)
      writer.add(.matrixColumns, columns)
      if let weights { writer.add(.matrixWeights, weights) }
    }
    try writer.write(to: path, threads: threads)
  }

  /// Opens a snapshot.
  ///
  /// - Throws: `BadData` where the file is no snapshot, of another version, cut short or altered; ``NoInput`` where it
  ///   cannot be read.
  /// - Complexity: a pass over the bytes for the checksums; actors and ties of tables are made anew, a list of ties and its
  ///   matrix stay where they lie, so that the system may take their memory back and read them again.
  public static func read(_ path: String, threads: Int = 1) throws -> NetworkReading {
    try read(.path(path), threads: threads)
  }

  static func read(_ source: FileSource, threads: Int) throws -> NetworkReading {
    let reader = try SnapshotReader(source, threads: threads)
    func rowCount(_ part: Part) -> Int { reader.wordCount(.words(part.rawValue, 0)) }
    try MemoryNeed.snapshot(
      actors: rowCount(.actors), listed: reader.wordCount(.listSources), ties: rowCount(.ties)
    ).check(source.name)
    try reader.checkSums()
    guard let pool = try TextPool(reader) else { throw reader.altered() }
    var network = Network()
    func rows<Rows: RangeReplaceableCollection>(_ part: Part) throws -> Rows where Rows.Element: TableRow {
      let table = try SnapshotTable<Rows.Element>(pool, reader, number: part.rawValue)
      guard let count = table.rowCount else { throw reader.altered() }
      var result = Rows()
      result.reserveCapacity(count)
      for number in 0..<count { result.append(table.read(number, in: network)) }
      guard !table.isBroken, !pool.isBroken else { throw reader.altered() }
      guard count == 0 || !table.hasMore else { throw reader.newer() }
      return result
    }
    network.actors = try rows(.actors)
    network.chains = try rows(.chains)
    // Leaders are actors and chains are there, so references can be checked as they are read.
    network.consortia = try rows(.consortia)
    network.ties =
      reader.has(.listSources) ? try list(reader, order: network.actors.count, threads: threads) : try rows(.ties)
    network.members = try rows(.members)
    network.positions = try rows(.positions)
    network.coalitions = try rows(.coalitions)
    network.supplies = try rows(.supplies)
    network.demands = try rows(.demands)
    network.history = try rows(.history)
    let carried = try reader.array(.carriedNames, as: UInt32.self)
    for place in 0..<carried.count / 2 {
      let values = try reader.array(.words(Part.carried.rawValue, place), as: UInt32.self).map { pool.text($0) ?? "" }
      guard let table = pool.text(carried[2 * place]).flatMap(Table.init(rawValue:)),
        let name = pool.text(carried[2 * place + 1]), !pool.isBroken,
        values.count == network.rowCount(of: table)
      else { throw reader.altered() }
      network.carried[table, default: []].append(Network.CarriedColumn(name: name, values: values))
    }
    if reader.has(.profile) {
      let log = ProblemLog()
      network.profile = try ProfileReader(log: log).read(UnsafeRawBufferPointer(reader.lend(.profile, as: UInt8.self)))
      network.profile.text = try reader.array(.profile, as: UInt8.self)
      if let failure = log.failure() { throw failure }
    }
    if reader.has(.settled) { network.settled = try settled(reader, pool) }
    return NetworkReading(network: network, warnings: [], warningCount: 0)
  }

  /// By what a part of a network is judged: what counts as today (0 where nothing is dated), whether nothing is, how many
  /// aspects and declarations there are; then these, then the spheres.
  private static func settled(_ reader: SnapshotReader, _ pool: TextPool) throws -> Assessment {
    let numbers = try reader.array(.settled, as: UInt32.self)
    guard numbers.count >= 4, numbers[1] < 2, Int(numbers[2]) + Int(numbers[3]) <= numbers.count - 4 else {
      throw reader.altered()
    }
    let now = PartialDate(packed: numbers[0])
    let words = numbers.dropFirst(4).map { pool.text($0) ?? "" }
    let aspects = words.prefix(Int(numbers[2])).map(Aspect.init(rawValue:))
    let declarations = words.dropFirst(aspects.count).prefix(Int(numbers[3])).map(Declaration.init(rawValue:))
    let spheres = words.dropFirst(aspects.count + declarations.count).map(Helix.init(rawValue:))
    guard numbers[0] == 0 || now != nil, !aspects.contains(nil), !declarations.contains(nil),
      !spheres.contains(nil)
    else { throw reader.altered() }
    return Assessment(
      aspects: Set(aspects.compactMap(\.self)), isNothing: numbers[1] == 1,
      declarations: Set(declarations.compactMap(\.self)), spheres: Set(spheres.compactMap(\.self)),
      now: now)
  }

  private static func list(_ reader: SnapshotReader, order: Int, threads: Int) throws -> Ties {
    let sources = try reader.lent(.listSources, as: UInt32.self)
    let targets = try reader.lent(.listTargets, as: UInt32.self)
    let weights = reader.has(.listWeights) ? try reader.lent(.listWeights, as: Double.self) : nil
    func areActors(_ ends: LentArray<UInt32>) -> Bool {
      ends.withUnsafeBufferPointer { $0.allSatisfy { Int($0) < order } }
    }
    func areWeights(_ weights: LentArray<Double>) -> Bool {
      weights.withUnsafeBufferPointer { $0.allSatisfy { $0 >= 0 && $0.isWorkable } }
    }
    guard sources.count == targets.count, weights?.count ?? sources.count == sources.count,
      areActors(sources), areActors(targets), weights.map(areWeights) ?? true,
      let matrix = AdjacencyMatrix(
        symmetricOffsets: try reader.lend(.matrixOffsets, as: Int.self),
        columns: try reader.lend(.matrixColumns, as: UInt32.self),
        weights: weights == nil ? nil : try reader.lend(.matrixWeights, as: Double.self), owner: reader.owner,
        threads: threads),
      matrix.order == order
    else { throw reader.altered() }
    return Ties(TieList(sources: sources, targets: targets, lentWeights: weights), matrix: matrix)
  }
}
