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
      return try CordisImport.read(files, on: parallel)
    },
    writer: nil, holds: [],
    files: { path in
      guard let files = CordisFiles(folder: path) else { return [path] }
      return [files.participations.path] + (files.projects.map { [$0.path] } ?? [])
    })
}
