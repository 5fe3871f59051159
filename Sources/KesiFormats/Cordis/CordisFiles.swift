import KesiNetwork

/// The two tables of an export of CORDIS, wherever they lie.
package struct CordisFiles: Sendable {
  /// Those who take part: `organization.csv`, packed or not.
  package let participations: FileSource
  /// `project.csv`, packed or not; nil where it is not there.
  package let projects: FileSource?

  package init(participations: FileSource, projects: FileSource?) {
    self.participations = participations
    self.projects = projects
  }

  static let participationsName = "organization.csv"
  static let projectsName = "project.csv"

  /// The tables of a folder, or those that are named.
  ///
  /// - Throws: ``NoInput`` where one of them is not there.
  package init(_ path: String, projects: String? = nil) throws {
    for path in [path, projects].compactMap({ $0 }) where !FileBytes.exists(path) {
      throw NoInput(
        Phrase("\(path): there is no such folder or file.", zh: "\(path)：没有此文件夹或文件。"))
    }
    guard FileBytes.isFolder(path) else {
      self.init(participations: .path(path), projects: projects.map(FileSource.path))
      return
    }
    guard let found = CordisFiles(folder: path) else {
      throw NoInput(
        Phrase(
          "\(path): there is no \(Self.participationsName) of CORDIS in this folder, packed (\(Gzip.ending)) or not. Download the CSV of a program from cordis.europa.eu.",
          zh:
            "\(path)：文件夹中没有 CORDIS 的 \(Self.participationsName)（压缩为 \(Gzip.ending) 亦可）。请从 cordis.europa.eu 下载该计划的 CSV 数据。"
        ))
    }
    self.init(participations: found.participations, projects: projects.map(FileSource.path) ?? found.projects)
  }

  /// The tables of a folder; nil where it has no `organization.csv` of CORDIS.
  package init?(folder: String) {
    func source(_ name: String) -> FileSource? {
      [name, name + Gzip.ending].map { "\(folder)/\($0)" }.first(where: FileBytes.exists).map(FileSource.path)
    }
    guard let participations = source(Self.participationsName), Self.isParticipations(participations.start) else {
      return nil
    }
    self.init(participations: participations, projects: source(Self.projectsName))
  }

  /// Whether a file begins as the table of those who take part.
  static func isParticipations(_ start: [UInt8]) -> Bool { CordisTable<ParticipationColumn>.recognizes(start) }
}
