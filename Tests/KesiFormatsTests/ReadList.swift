import KesiMatrix
import KesiNetwork

@testable import KesiFormats

/// What a list of ties is read as.
struct ReadList {
  let ids: [String]
  let ties: TieList
  let reading: NetworkReading

  init(_ bytes: [UInt8], threads: Int = 1, _ options: ReadingOptions = ReadingOptions()) throws {
    reading = try TieListFile.read(.bytes(bytes, path: "ties.txt"), options, on: Parallel(threads: threads))
    ids = reading.network.actors.map(\.id)
    ties = reading.network.ties.list
  }

  init(_ text: String, threads: Int = 1, _ options: ReadingOptions = ReadingOptions()) throws {
    try self.init(Array(text.utf8), threads: threads, options)
  }
}
