import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats
import KesiMeasures
import KesiNetwork

extension SelectionOptions {
  /// Draws what formed and what dissolved: the map of all that is in either of two networks.
  func draw(
    _ change: NetworkChange, _ comparison: Comparison, plan: PlanMarks? = nil, heading: Phrase, for file: String,
    in language: Language
  ) throws -> (file: String, bytes: [UInt8]) {
    var options = MeasureOptions()
    options.usesWeights = weighted
    let analysis = Analysis(of: try NetworkGraph(of: change.union, threads: threads), options)
    let picture = try MapDrawing.picture(
      of: analysis, gaps: comparison.opened, change: change, plan: plan, heading: heading, size: .degree,
      style: PictureStyle(language))
    return (file, try picture.bytes(as: Picture.Format(file: file) ?? .svg, bearing: Origin.note()))
  }
}

extension Scenario {
  /// What a picture of it is called: who leaves, what is added.
  func heading(in network: Network) -> Phrase {
    func named(_ language: Language) -> String {
      let name = { (actor: Int) in
        let name = network.actors[actor].shortName(in: language)
        return language == .zh ? name.setInChinese : name
      }
      func list(_ items: [String], by unit: String) -> String { items.listed(most: 3, in: language, by: unit) { $0 } }
      let gone = removed.sorted().map(name)
      let ties = added.map { tie in
        let ends = [tie.source, tie.target].map { network.actors[$0].shortName(in: language) }.joined(separator: "–")
        return language == .zh ? ends.setInChinese : ends
      }
      func place(_ who: String, _ chain: Int) -> String {
        let chain = network.chains[chain].name(in: language)
        return language == .zh ? "\(who)（\(chain)）" : "\(who) (\(chain))"
      }
      let places =
        seats.map { place(name($0.actor), $0.chain) }
        + newcomers.map { place(network.profile.kind($0.kind).label(language), $0.chain) }
      let parts = [
        gone.isEmpty ? nil : language == .zh ? "失去\(list(gone, by: "家"))" : "without \(list(gone, by: ""))",
        ties.isEmpty ? nil : language == .zh ? "新增联系\(list(ties, by: "条"))" : "with new ties \(list(ties, by: ""))",
        places.isEmpty
          ? nil : language == .zh ? "新增位置\(list(places, by: "个"))" : "with new places \(list(places, by: ""))",
      ]
      return parts.compactMap { $0 }.joined(separator: language == .zh ? "，" : ", ")
    }
    return Phrase(named(.en), zh: named(.zh).setTight)
  }
}

extension Picture.Format {
  /// The format that a file's name asks for; nil where its ending names none.
  init?(file: String) {
    guard let ending = FileEnding(of: file)?.word else { return nil }
    self.init(rawValue: ending == "gv" ? "dot" : ending)
  }
}

extension Picture {
  /// - Throws: where a file's name does not tell what to write into it, or `--format` says something else.
  static func checkEnding(of file: String?, chosen: Format? = nil, hasFormat: Bool = false) throws {
    try Outputs.checkEnding(
      of: file, known: ".svg, .png, .pdf or .dot", byEnding: file.flatMap { Format(file: $0) }, chosen: chosen,
      fallback: false, hasFormat: hasFormat)
  }
}
