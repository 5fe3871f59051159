import KesiNetwork

/// What is taken of an export of CORDIS. Nothing chosen is everything.
package struct CordisChoice: Sendable {
  /// Nil for regions of level 2 where all actors are of one country, else countries.
  package var zone: CordisZone?
  /// Codes of countries, those of the Union (UK, EL) or of ISO (GB, GR).
  package var countries: [String] = []
  /// Beginnings of the legal basis: `HORIZON.2.5`.
  package var programs: [String] = []
  /// Beginnings of the call or of the topic.
  package var calls: [String] = []
  package var topics: [String] = []
  package var statuses: [String] = []
  /// Projects that run at some time in it.
  package var period = Period()

  package init() {}

  /// Whether it needs to know more of projects than who takes part in them.
  var asksOfProjects: Bool {
    !(programs.isEmpty && calls.isEmpty && topics.isEmpty && statuses.isEmpty) || period.from != nil || period.to != nil
  }

  /// A part of it, with what it asks for and whom it leaves in.
  struct Filter {
    let name: Phrase
    let admits: (CordisProject) -> Bool
  }

  /// What projects are asked, one after the other.
  var filters: [Filter] {
    var filters: [Filter] = []
    func add(_ words: [String], _ name: Phrase, _ admits: @escaping (CordisProject, String) -> Bool) {
      guard !words.isEmpty else { return }
      let list = words.joined(separator: ", ")
      filters.append(
        Filter(name: Phrase("\(name.en) \(list)", zh: "\(name.zh) \(list)")) { project in
          words.contains { admits(project, $0) }
        })
    }
    add(programs, Phrase("program", zh: "计划")) { $0.programs.contains(where: $1.covers) }
    add(calls, Phrase("call", zh: "申报通知")) { $0.call.begins(with: $1) }
    add(topics, Phrase("topic", zh: "主题")) { project, topic in project.topics.contains { $0.begins(with: topic) } }
    add(statuses, Phrase("status", zh: "状态")) { $0.status.lowercased().isExactly($1.lowercased()) }
    if period.from != nil || period.to != nil {
      let (from, to) = (period.from?.text ?? "", period.to?.text ?? "")
      let period = period
      filters.append(
        Filter(name: Phrase("running \(from)…\(to)", zh: "执行期在 \(from)…\(to)")) { $0.period.overlaps(period) })
    }
    return filters
  }
}

extension String {
  /// Whether it begins with some letters, in capitals or not.
  fileprivate func begins(with start: String) -> Bool {
    lowercased().utf8.starts(with: start.lowercased().utf8)
  }

  /// Whether a program is it or a part of it: `HORIZON.2.5.1` of `HORIZON.2.5`, but not `HORIZON.2.50`.
  fileprivate func covers(_ program: String) -> Bool {
    guard program.begins(with: self) else { return false }
    let rest = program.utf8.dropFirst(utf8.count).first
    return rest.map { !(0x30...0x39).contains($0) } ?? true
  }
}
