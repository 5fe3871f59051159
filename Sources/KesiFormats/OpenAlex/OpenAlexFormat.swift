import KesiNetwork

extension Format {
  /// Works of OpenAlex, as its interface answers or its snapshot has them: a list, or one a line.
  static let openAlex = Format(
    id: "openalex", name: Phrase("works of OpenAlex", zh: "OpenAlex 成果记录"), names: "works of OpenAlex",
    input: "works of OpenAlex (.json, .jsonl)", output: "", endings: [],
    recognizes: { candidate in
      !candidate.isFolder
        && JSONRecords.begin(candidate.start, keys: ["results"]) { OpenAlexWork.id(of: $0, letter: "W") != nil }
    },
    read: { source, _, parallel in
      var reading = try OpenAlexImport.read(source, on: parallel)
      let (actors, works) = (reading.network.actors.count, reading.network.consortia.count)
      reading.origin = Remark(
        .file(source.shortName),
        Phrase(
          "works of OpenAlex, read as \(actors.counted("actor")) and \(works.counted("consortium", "consortia")). `kesi check` says how; `kesi import openalex` chooses countries, types and dates.",
          zh: "OpenAlex 成果记录，读作 \(actors) 家单位、\(works) 个联合体。详情见 kesi check；用 kesi import openalex 可选择国家、类别与日期。"))
      return reading
    },
    writer: nil, holds: [])
}
