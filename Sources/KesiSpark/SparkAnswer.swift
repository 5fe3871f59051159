import KesiCluster
import KesiFormats
import KesiMatrix
import KesiNetwork

/// What a job has answered: tables that Kesi reads as any others, and numbers.
package struct SparkAnswer {
  private let folder: String

  init(at folder: String) { self.folder = folder }

  /// What the job has to tell of its work, beside the answer.
  package var notes: [Phrase] { get throws { try node("told.json")?["notes"]?.items.map(SparkNote.phrase) ?? [] } }

  /// The actors that were looked at, in the order of their rows, with the numbers of each.
  package func measured(_ measures: [ActorMeasure]) throws -> (network: Network, engine: SparkEngine) {
    let network = try table("actors.csv") { try NetworkReader.read(folder: folder).network }
    return (network, SparkEngine(measures: try values(of: measures, count: network.actors.count)))
  }

  /// The numbers of the network as a whole, all that were asked for.
  package func numbers(_ asked: [NetworkNumber]) throws -> SparkEngine {
    guard let said = try node("numbers.json") else { throw Self.broken("numbers.json") }
    var numbers: [String: Double?] = [:]
    if case .object(let members) = said {
      for member in members { numbers[member.key] = .some(member.value.number) }
    }
    guard asked.allSatisfy({ numbers[$0.id] != nil }) else { throw Self.broken("numbers.json") }
    return SparkEngine(numbers: numbers)
  }

  /// The chains with all who hold a place in them and the ties among those, to be judged as a part of the whole.
  package func chains() throws -> Network {
    var network = try table("network") {
      try NetworkReader.read(folder: "\(folder)/network").network.inCanonicalOrder()
    }
    guard let said = try node("numbers.json"), let stated = said["stated"] else { throw Self.broken("numbers.json") }
    func states(_ word: String) -> Bool { stated[word]?.boolean ?? false }
    var starts: [(PartialDate, Int)] = []
    if case .object(let members)? = said["starts"] {
      starts = members.compactMap { member in
        PartialDate(member.key).map { ($0, member.value.count ?? 1) }
      }
    }
    network.settle(
      Assessment.Elsewhere(
        hasTies: states("ties"), statesWork: states("work"), statesZones: states("zones"),
        kinds: said["kinds"]?.items.compactMap(\.text) ?? [], starts: starts))
    return network
  }

  /// How the actors of ``chains()`` stand in the whole network, in step with them.
  package func whole(of network: Network) throws -> WholeNetwork {
    guard let said = try node("numbers.json"), let actors = said["actors"]?.count, let ties = said["ties"]?.count else {
      throw Self.broken("numbers.json")
    }
    let columns = try columns(of: "values.csv", count: network.actors.count)
    guard let degrees = columns["degree"].flatMap(whole), let components = columns["component"].flatMap(whole) else {
      throw Self.broken("values.csv")
    }
    // Numbers stand in the order of the rows, actors in that of their ids.
    func ordered(_ numbers: [Int]) -> [Int] { network.actors.enumerated().map { numbers[$1.row ?? $0] } }
    return WholeNetwork(
      actorCount: actors, tieCount: ties, degrees: ordered(degrees), components: ordered(components),
      insideChains: try thin(network))
  }

  /// The ties inside each chain beside those that its actors' degrees give: rows of the table of chains, in its order.
  private func thin(_ network: Network) throws -> [WholeNetwork.Inside] {
    guard FileSource.path("\(folder)/thin.csv").isThere else { return [] }
    let columns = try columns(of: "thin.csv", count: network.chains.count)
    guard let observed = columns["observed"], let expected = columns["expected"] else { throw Self.broken("thin.csv") }
    return network.chains.enumerated().compactMap { chain, stated in
      let row = stated.row ?? chain
      guard let inside = Int(exactly: observed[row]), !expected[row].isNaN else { return nil }
      return WholeNetwork.Inside(chain: chain, observed: inside, expected: expected[row])
    }
  }

  private func values(of measures: [ActorMeasure], count: Int) throws -> [String: MeasureValues] {
    let columns = try columns(of: "values.csv", count: count)
    var values: [String: MeasureValues] = [:]
    for measure in measures {
      guard let column = columns[measure.id] else { throw Self.broken("values.csv") }
      if measure.isWhole {
        guard let numbers = whole(column) else { throw Self.broken("values.csv") }
        values[measure.id] = .whole(numbers)
      } else {
        values[measure.id] = .real(column)
      }
    }
    return values
  }

  /// Numbers that are all whole; nil where one is not.
  private func whole(_ numbers: [Double]) -> [Int]? {
    let whole = numbers.compactMap { Int(exactly: $0) }
    return whole.count == numbers.count ? whole : nil
  }

  /// Columns of numbers of 0 or more by their heads; NaN where a cell is empty.
  private func columns(of file: String, count: Int) throws -> [String: [Double]] {
    guard FileSource.path("\(folder)/\(file)").isThere else { throw Self.broken(file) }
    return try FileSource.path("\(folder)/\(file)").withBytes { bytes in
      let text = UnsafeRawBufferPointer(bytes)
      var place = 0
      func line() -> Slice<UnsafeRawBufferPointer>? {
        guard place < text.count else { return nil }
        let end = text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        defer { place = end + 1 }
        return text[place..<end]
      }
      func cells(_ line: Slice<UnsafeRawBufferPointer>) -> [Slice<UnsafeRawBufferPointer>] {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        return line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      }
      guard let head = line().map(cells)?.map({ String(decoding: $0, as: UTF8.self) }) else { throw Self.broken(file) }
      var columns = [[Double]](repeating: [], count: head.count)
      for place in columns.indices { columns[place].reserveCapacity(count) }
      while let line = line() {
        let cells = cells(line)
        guard cells.count == head.count else { throw Self.broken(file) }
        for (place, cell) in cells.enumerated() {
          let value = cell.isEmpty ? nil : Double(String(decoding: cell, as: UTF8.self))
          // None that is asked for is below 0, or has no end.
          guard cell.isEmpty || value.map({ $0 >= 0 && $0.isFinite }) ?? false else { throw Self.broken(file) }
          columns[place].append(value ?? .nan)
        }
      }
      guard columns.allSatisfy({ $0.count == count }), Set(head).count == head.count else { throw Self.broken(file) }
      return Dictionary(uniqueKeysWithValues: zip(head, columns))
    }
  }

  /// What is read of tables of the answer, in which the user has no part: what is wrong with them is for the answer.
  private func table<Result>(_ name: String, _ read: () throws -> Result) throws -> Result {
    do { return try read() } catch is BadData { throw Self.broken(name) } catch is NoInput { throw Self.broken(name) }
  }

  private func node(_ file: String) throws -> JSONNode? {
    let source = FileSource.path("\(folder)/\(file)")
    guard source.isThere else { return nil }
    do { return try JSONNode(source.withBytes { Array($0) }) } catch { throw Self.broken(file) }
  }

  static func broken(_ file: String) -> SparkFailure {
    SparkFailure(
      .unknown,
      "The answer of Spark (\(file)) is not what was asked for: run the command once more; if it stays so, report it.",
      zh: "Spark 返回的结果（\(file)）与请求不符。请重新运行；如仍如此，请反馈。")
  }
}
