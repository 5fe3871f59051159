import KesiCluster
import KesiNetwork
import KesiResults

/// The report as a workbook: what the page says in its tables, a sheet each, below a page that says how it came about. No
/// sheet is called as a table of a network is, so that findings are never read as one.
extension Report {
  /// - Throws: where a table cannot be made; `Cancelled`.
  public func workbook() throws -> ResultWorkbook {
    var workbook = ResultWorkbook(
      title, isIllustrative: network.isIllustrative, facts: try facts(), try parts(), in: language)
    workbook.provenance = provenance
    return workbook
  }

  private func facts() throws -> [(label: Phrase, text: Phrase)] {
    // Several lines below one label.
    func lines(_ label: Phrase, _ texts: [Phrase]) -> [(label: Phrase, text: Phrase)] {
      texts.enumerated().map { ($0 == 0 ? label : Phrase("", zh: ""), $1) }
    }
    let license = network.profile.license.map { Phrase($0, zh: $0) }
    return lines(Phrase("Contents", zh: "内容"), [counts]) + lines(Phrase("In short", zh: "概要"), sentences)
      + lines(Phrase("Source", zh: "来源"), [source].compactMap(\.self))
      + lines(Phrase("License", zh: "许可"), [license].compactMap(\.self))
      + lines(Phrase("Methods", zh: "方法"), try methods())
      + lines(Phrase("Made by", zh: "生成工具"), [Phrase("Kesi \(version)", zh: "缂丝 Kesi \(version)")])
  }

  /// What the page shows, where there is any of it.
  private func parts() throws -> [ResultWorkbook.Part] {
    let graph = analysis.graph
    let isJudged = !analysis.notAssessed.contains(.ties)
    let measures = ReportModel.measureNames.compactMap(ActorMeasure.called)
    var parts = [
      ResultWorkbook.Part(
        try .summary(of: analysis, by: analysis.numbers, in: language), called: Phrase("network", zh: "全网络"),
        Phrase("Numbers of the network as a whole.", zh: "全网络的各项数值。")),
      ResultWorkbook.Part(
        try .metrics(measures, of: graph, by: analysis.numbers, in: language),
        Phrase("Every actor with its measures.", zh: "各主体及其指标。")),
      ResultWorkbook.Part(
        try .tieMetrics([], of: graph, by: analysis.numbers, in: language),
        Phrase("Who works with whom, each pair once.", zh: "各主体之间的联系，每对一行。")),
    ]
    if !analysis.chosenChains.isEmpty {
      parts.append(
        ResultWorkbook.Part(
          .chains(analysis, gaps: gaps, in: language),
          Phrase("The chains, the weakest first, with the parts of their index.", zh: "各产业链及指数的组成部分，由弱到强。")))
    }
    parts.append(
      ResultWorkbook.Part(
        .gaps(gaps, gaining: gains, of: graph, note: analysis.unsoughtNote, in: language),
        Phrase("Every gap, the worst first, and what would close it.", zh: "全部薄弱环节，由重到轻，附补链建议。")))
    if let soFar {
      parts.append(
        ResultWorkbook.Part(
          .progress(of: soFar.reviewed, analysis, in: language),
          Phrase("What became of the plan that was written before.", zh: "此前方案各步的进展。")))
    }
    if !plan.isEmpty || soFar != nil {
      parts.append(
        ResultWorkbook.Part(
          .plan(
            plan, since: soFar?.reviewed, tried: trials, planning, knowing: network.actors.count,
            note: planning.note(on: leftOut), in: language),
          Phrase("What to do first, who acts, what it adds.", zh: "先做什么、由谁做、能提高多少。")))
    }
    if !risks.isEmpty {
      parts.append(
        ResultWorkbook.Part(
          .risks(risks, of: network, in: language),
          Phrase("Whose loss would cost the cluster most.", zh: "失去谁对集群的代价最大。")))
    }
    if !trend.isEmpty {
      parts.append(
        ResultWorkbook.Part(
          .trend(trend, of: analysis, in: language), Phrase("How the cluster stood year by year.", zh: "集群逐年的状况。")))
    }
    if !dependences.isEmpty {
      parts.append(
        ResultWorkbook.Part(
          .dependences(dependences, of: network, isJudged: isJudged, in: language),
          Phrase("What the loss of an actor alone would break, the worst first.", zh: "失去任一主体的影响，由重到轻。")))
    }
    parts += partnership?.finding?.parts(in: analysis, language) ?? []
    for (grouping, name) in Self.groupings where shows(grouping) {
      parts.append(
        ResultWorkbook.Part(
          .mixing(try analysis.mixing(by: grouping), of: network, isJudged: isJudged, in: language),
          called: Phrase("ties \(name.en.lowercased())", zh: "\(name.zh)的合作结构"),
          Phrase(
            "Ties between groups, beside what chance would give.", zh: "各群体之间的联系数，并与随机期望对照。")))
    }
    return parts
  }
}
