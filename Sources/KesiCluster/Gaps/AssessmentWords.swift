import KesiNetwork

extension Analysis {
  /// What is not assessed and therefore not looked for, in words; nil where everything is.
  package var notAssessedNote: Phrase? {
    if assessesNothing {
      return Phrase(
        "This network is not assessed: no gaps are looked for, and chains have no index.",
        zh: "本网络不作评估：不查找薄弱环节，也不计算产业链指数。")
    }
    guard !notAssessed.isEmpty else { return nil }
    let aspects = Assessment.list(notAssessed)
    let kinds = unsoughtKinds.map(\.label)
    guard !kinds.isEmpty else { return Phrase("Not assessed: \(aspects.en).", zh: "未评估：\(aspects.zh)。") }
    return Phrase(
      "Not assessed: \(aspects.en). So these gaps are not looked for: \(kinds.map(\.en).joined(separator: ", ")).",
      zh: "未评估：\(aspects.zh)；因此不查找：\(kinds.map(\.zh).joined(separator: "、"))。")
  }
}

extension Analysis {
  /// Which kinds of gaps are not looked for, and why: what the network does not state, and what it states nothing of that
  /// they could be found in. Nil where all are.
  package var unsoughtNote: Phrase? {
    guard !assessesNothing else { return notAssessedNote }
    let notes = [notAssessedNote, groundlessNote].compactMap(\.self)
    return notes.isEmpty
      ? nil : Phrase(notes.map(\.en).joined(separator: " "), zh: notes.map(\.zh).joined())
  }

  /// The kinds that take too long in a network of this size; nil where it is not that large.
  ///
  /// - Parameter rest: what else is to be said of it.
  package func slowKindsNote(_ rest: Phrase = Phrase("", zh: "")) -> Phrase? {
    guard isLargeCluster else { return nil }
    let slow = GapKind.slow.map(\.label)
    return Phrase(
      "In a network of this size not looked for: \(slow.map(\.en).joined(separator: ", "))\(rest.en).",
      zh: "网络规模较大，未查找\(slow.map(\.zh).joined(separator: "、"))\(rest.zh)。")
  }

  /// The kinds that are assessed and have nothing to be found in, by what is not there.
  private var groundlessNote: Phrase? {
    let declarations = assessment.declarations
    let hasKinds = !assessment.spheres.isDisjoint(with: TripleHelix.spheres)
    let reasons: [(isThere: Bool, what: Phrase, kinds: [GapKind])] = [
      (
        declarations.contains(.kinds), Phrase("chains with required kinds", zh: "注明必备类型的产业链"),
        [.missingKind, .singleProvider]
      ),
      (declarations.contains(.demand), Phrase("the demand of chains", zh: "产业链的需求"), [.capacityShort]),
      (!chains.isEmpty, Phrase("positions in chains", zh: "链位"), [.brokenStage, .thinChain]),
      (hasTestedGroups, Phrase("zones or chains of several actors", zh: "由多家单位组成的片区或产业链"), [.structuralHole]),
      (hasKinds, Phrase("kinds of actors", zh: "主体类型"), [.unbalancedHelix]),
    ]
    let sought = reasons.map { ($0.isThere, $0.what, $0.kinds.filter { assessment.covers($0.restsOn) }) }
      .filter { !$0.0 && !$0.2.isEmpty }
    guard !sought.isEmpty else { return nil }
    let kinds = sought.flatMap(\.2).map(\.label)
    return Phrase(
      "Not in the tables: \(sought.map(\.1.en).joined(separator: ", ")). So these gaps cannot be found: "
        + "\(kinds.map(\.en).joined(separator: ", ")).",
      zh: "数据中没有\(sought.map(\.1.zh).joined(separator: "、"))，因此无从查找：\(kinds.map(\.zh).joined(separator: "、"))。")
  }
}

extension Analysis {
  /// What is said of ties where they are not assessed: what follows from them is counted, not judged. Nil where they are.
  package var tiesNotAssessedNote: Phrase? {
    guard !assessment.covers([.ties]) else { return nil }
    return assessesNothing
      ? Phrase("This network is not assessed: what is counted here is not judged.", zh: "本网络不作评估：以下只作统计，不作判断。")
      : Phrase(
        "Ties are not assessed in this network: what follows from them is not judged.", zh: "本网络未评估联系：由联系得出的内容不作判断。")
  }

  /// Where ties or draws are too few to tell: that is said, not hidden.
  package func unjudgedNotes() throws -> [Phrase] {
    guard assessment.covers([.ties]) else { return [] }
    if graph.isPart { return try judged().unjudgedNotes(chosen: judges, isPart: true) }
    return try unjudgedNotes(chosen: { _ in true }, isPart: false)
  }

  private func unjudgedNotes(chosen: (Int) -> Bool, isPart: Bool) throws -> [Phrase] {
    let unjudged = try unjudged()
    var notes: [Phrase] = []
    let few = unjudged.chains.filter(chosen).map { network.chains[$0] }
    if !few.isEmpty {
      notes.append(
        Phrase(
          few.count == 1
            ? "\(few[0].titled.en.sentenceCased) has too few ties to tell whether it is thin."
            : "These chains have too few ties to tell whether they are thin: "
              + "\(few.map { $0.name(in: .en) }.joined(separator: ", ")).",
          zh: few.count == 1
            ? "\(few[0].titled.zh)的联系太少，无法判断链内联系是否稀疏。"
            : "以下产业链的联系太少，无法判断链内联系是否稀疏：\(few.map { $0.name(in: .zh) }.joined(separator: "、"))。"))
    }
    if unjudged.pairs > 0, !isPart {
      notes.append(
        Phrase(
          "Of \(unjudged.allPairs.counted("pair")) of zones or chains, \(unjudged.pairs) "
            + "\(unjudged.pairs == 1 ? "has" : "have") too few ties to tell whether there is a structural hole.",
          zh: "在 \(unjudged.allPairs) 对片区或产业链中，有 \(unjudged.pairs) 对的联系太少，无法判断两者之间是否存在结构洞。"))
    }
    if let shortage = unjudged.shortage { notes.append(shortage.explanation) }
    if let draws = unjudged.drawsNeeded {
      notes.append(
        Phrase(
          "So many pairs are tested that this number of random networks is too small to tell: it takes \(draws) or more.",
          zh: "检验的组对较多，现有随机网络数不足以作出判断，至少需要 \(draws) 个。"))
    }
    return notes
  }
}

extension Assessment {
  /// What a comparison says where only one of two networks states something.
  package static func leftOutNote(_ aspects: [Aspect]) -> Phrase {
    let list = list(aspects)
    return Phrase(
      "Only one of the two networks states \(list.en); what rests on that is left out of the comparison.",
      zh: "两个网络中只有一个说明了\(list.zh)，相关内容不参与比较。")
  }
}
