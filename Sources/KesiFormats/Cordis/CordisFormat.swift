import KesiNetwork

extension Format {
  /// An export of CORDIS, as it is downloaded: `organization.csv`, and `project.csv` beside it.
  static let cordis = Format(
    id: "cordis", name: Phrase("export of CORDIS", zh: "CORDIS 导出数据"), names: "exports of CORDIS",
    input: "a folder with organization.csv of CORDIS", output: "", endings: [],
    recognizes: {
      $0.isFolder ? CordisFiles(folder: $0.path) != nil : CordisFiles.isParticipations($0.start)
    },
    read: { source, _, parallel in
      let files = CordisFiles(folder: source.path) ?? CordisFiles(participations: source, projects: nil)
      var reading = try CordisImport.read(files, on: parallel)
      let (actors, projects) = (reading.network.actors.count, reading.network.consortia.count)
      reading.origin = Remark(
        .file(files.participations.shortName),
        Phrase(
          "an export of CORDIS, read as \(actors.counted("actor")) and \(projects.counted("consortium", "consortia")). `kesi check` says how; `kesi import cordis` chooses zones and projects.",
          zh: "CORDIS 导出数据，读作 \(actors) 家单位、\(projects) 个联合体。详情见 kesi check；用 kesi import cordis 可选择片区与项目。"))
      return reading
    },
    writer: nil, holds: [],
    files: { path in
      guard let files = CordisFiles(folder: path) else { return [path] }
      return [files.participations.path] + (files.projects.map { [$0.path] } ?? [])
    })
}
