import KesiNetwork

extension Format {
  /// Records of ROR, as they are downloaded: a list, one a line, or what its interface answers.
  static let ror = Format(
    id: "ror", name: Phrase("records of ROR", zh: "ROR 登记记录"), names: "records of ROR",
    input: "records of ROR (.json)", output: "", endings: [],
    recognizes: { candidate in
      !candidate.isFolder && JSONRecords.begin(candidate.start, keys: ["items"]) { RORRecord.id(of: $0) != nil }
    },
    read: { source, _, parallel in
      var reading = try RORImport.read(source, on: parallel)
      let (actors, ties) = (reading.network.actors.count, reading.network.ties.count)
      reading.origin = Remark(
        .file(source.shortName),
        Phrase(
          "records of ROR, read as \(actors.counted("actor")) and \(ties.counted("tie")). `kesi check` says how; `kesi import ror` chooses countries, cities and types.",
          zh: "ROR 登记记录，读作 \(actors) 家单位、\(ties) 条联系。详情见 kesi check；用 kesi import ror 可选择国家、城市与类别。"))
      return reading
    },
    writer: nil, holds: [])
}
