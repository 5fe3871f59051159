import KesiNetwork

extension Format {
  /// A snapshot: the whole network in one file that opens at once.
  static let snapshot = Format(
    id: "snapshot", name: Phrase("snapshot", zh: "快照"), names: "snapshots",
    input: "a snapshot (\(Snapshot.fileEnding))",
    output: "a snapshot of the whole network, which opens at once", endings: ["kesi"],
    recognizes: { $0.start.starts(with: SnapshotFile.magic) || $0.path.hasSuffix(Snapshot.fileEnding) },
    read: { try Snapshot.read($0, threads: $2.threads) },
    writer: .network { try Snapshot.write($0, to: $1, threads: $3.threads) }, holds: Set(Holding.allCases))
}
