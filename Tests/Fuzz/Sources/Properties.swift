import Glibc
import KesiMatrix

@testable import KesiFormats
@testable import KesiNetwork

/// What must hold of whatever was read. Where it does not, the process ends, and the input is kept.
enum Property {
  /// What is read with one thread and with three is the same network, and so is what is read of its snapshot.
  ///
  /// - Parameter format: what it is also written as: what is written of that, once it was read again, is the same text.
  static func hold(writtenAs format: Format? = nil, _ read: (Parallel) throws -> NetworkReading) throws {
    let network = try read(Parallel(threads: 1)).network
    let whole = try snapshot(network)
    isHeld("three threads read it") { try snapshot(read(Parallel(threads: 3)).network) == whole }
    isHeld("its snapshot is the same") {
      try snapshot(Snapshot.read(.bytes(whole, path: "fuzz.kesi"), threads: 1).network) == whole
    }
    guard let format else { return }
    let text = try written(network.withoutEmptyColumns, as: format)
    isHeld("\(format.id) is the same when it is read and written again") {
      let again = try format.read(.bytes(text, path: name(of: format)), ReadingOptions(), Parallel()).network
      return try written(again, as: format) == text
    }
  }

  /// Ends the process where something is not so, or cannot be found out.
  static func isHeld(_ property: String, _ holds: () throws -> Bool) {
    do {
      if try holds() { return }
      fatalError("does not hold: \(property)")
    } catch let failure as BadData {
      fatalError("does not hold: \(property): \(failure.problems.first?.message.en ?? "")")
    } catch {
      fatalError("does not hold: \(property): \(error)")
    }
  }

  /// What a file of a format is called.
  static func name(of format: Format) -> String { "fuzz." + (format.endings.first ?? format.dialectEnding ?? "txt") }

  private static func snapshot(_ network: Network) throws -> [UInt8] { try written(network, as: .snapshot) }

  private static func written(_ network: Network, as format: Format) throws -> [UInt8] {
    let path = scratch(name(of: format))
    switch format.writer {
    case .network(let write): try write(network, path, Wording(), Parallel())
    case .graph(let write): try write(NetworkGraph(of: network), path)
    case nil: fatalError("\(format.id) is not written")
    }
    return try FileSource.path(path).withBytes(Array.init)
  }

  /// A file in the folder for what is written and read again.
  static func scratch(_ name: String) -> String { "\(folder)/\(name)" }
  private static let folder = getenv("KESI_FUZZ_FOLDER").map { String(cString: $0) } ?? "."
}

extension Network {
  /// The same without columns that are carried along and say nothing: no format of graphs keeps those.
  fileprivate var withoutEmptyColumns: Network {
    var network = self
    for (table, columns) in carried { network.carried[table] = columns.filter { !$0.values.allSatisfy(\.isEmpty) } }
    return network
  }
}
