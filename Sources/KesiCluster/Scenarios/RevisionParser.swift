import KesiNetwork

extension ScenarioParser {
  /// `A--B outcome=satisfactory to=`, `ACTOR@chain level=national`, `CHAIN capacity=100`: what is set anew, by the columns of
  /// the tables. Of ties `chain=` and `only=stalled` say which are meant.
  public mutating func set(_ text: String) throws(UnknownWord) {
    let ways = Self.readings(of: text)
    // Ids may hold words with an equals sign themselves: the longest subject that is known is taken.
    guard let way = ways.first(where: { isKnown($0.subject) }) ?? ways.last else {
      throw UnknownWord(
        Phrase(
          "“\(text)” should be A--B, ACTOR@chain or CHAIN, then what is set: outcome=satisfactory.",
          zh: "“\(text)”应写成 A--B、主体@产业链 或 产业链，后接要改的内容，如 outcome=satisfactory。"))
    }
    let (subject, settings) = way
    if let (a, b) = pair(subject) {
      let terms = try tieTerms(settings, of: text)
      // What this scenario has added is not in the tables yet, names no chain and has not stalled.
      let meansAdded = !terms.isOfStalled && (terms.ofChain ?? nil) == nil
      for place in scenario.added.indices
      where meansAdded && Set([scenario.added[place].source, scenario.added[place].target]) == [a, b] {
        scenario.added[place].take(terms, first: a)
      }
      add(.ties(a, b, terms))
    } else if let (actor, chain) = place(of: subject) {
      let terms = try positionTerms(settings, in: chain, of: text)
      for place in scenario.seats.indices
      where scenario.seats[place].actor == actor && scenario.seats[place].chain == chain {
        scenario.seats[place].take(terms)
      }
      add(.position(actor, chain: chain, terms))
    } else {
      if let reason = absence(of: subject) { throw UnknownWord(reason) }
      let chain = try network.chain(called: subject)
      var (demand, capacity): (Double?, Double?) = (nil, nil)
      for (key, value) in settings {
        switch key {
        case "demand": demand = try number(value, key, of: text)
        case "capacity": capacity = try number(value, key, of: text)
        default: throw unknown(key, of: text, known: ["demand", "capacity"])
        }
      }
      add(.chain(chain, demand: demand, capacity: capacity))
    }
  }

  private typealias Reading = (subject: String, settings: [(key: String, value: String)])

  /// The ways to read a text as a subject and what is set of it, the longest subject first.
  private static func readings(of text: String) -> [Reading] {
    let scalars = text.unicodeScalars
    let words = scalars.split(whereSeparator: \.properties.isWhitespace)
    let starts = words.indices.dropFirst().filter { place in
      words[place].first != "=" && words[place].contains("=")
    }
    return starts.indices.reversed().map { number in
      let chosen = starts[number...]
      let settings = chosen.enumerated().map { place, start -> (key: String, value: String) in
        let end = place + 1 < chosen.count ? words[chosen[chosen.startIndex + place + 1]].startIndex : scalars.endIndex
        let setting = scalars[words[start].startIndex..<end]
        // Each of these words holds a sign.
        let sign = setting.firstIndex(of: "=")!
        return (
          String(String.UnicodeScalarView(setting[..<sign])).lowercased(),
          String(String.UnicodeScalarView(setting[setting.index(after: sign)...]).trimmed)
        )
      }
      let subject = scalars[..<words[starts[number]].startIndex]
      return (String(String.UnicodeScalarView(subject).trimmed), settings)
    }
  }

  /// Whether a text names ties, a position or a chain.
  private func isKnown(_ subject: String) -> Bool {
    pair(subject) != nil || place(of: subject) != nil || (try? network.chain(called: subject)) != nil
  }

  /// A step as remedies have it, without its verb: what is set has an equals sign, a place has an at sign.
  ///
  /// - Returns: the verb that a line of a scenario has before it.
  public mutating func take(step text: String) throws(UnknownWord) -> String {
    var trial = self
    if text.unicodeScalars.contains("="), (try? trial.set(text)) != nil {
      try set(text)
      return "set"
    }
    trial = self
    if text.unicodeScalars.contains("@"), (try? trial.place(text)) != nil {
      try place(text)
      return "place"
    }
    if text.hasPrefix("new:") {
      try place(text)
      return "place"
    }
    trial = self
    // What is none of them is told of as what it looks like.
    if text.unicodeScalars.contains("="), !text.unicodeScalars.contains(":"), (try? trial.add(text)) == nil {
      try set(text)
    } else {
      try add(text)
    }
    return "add"
  }

  /// Two actors that have a tie; nil for other words.
  private func pair(_ subject: String) -> (Int, Int)? {
    for split in Self.splits(subject) {
      guard let a = try? network.actor(called: split.left), let b = try? network.actor(called: split.right) else {
        continue
      }
      let ties = network.ties
      let isTied =
        ties.indices.contains {
          (ties.source($0), ties.target($0)) == (a, b) || (ties.source($0), ties.target($0)) == (b, a)
        } || scenario.pairsBroughtTogether.contains([min(a, b), max(a, b)])
      if isTied { return (a, b) }
    }
    return nil
  }

  /// Why nothing can be set of a subject that names actors: nil where it may be a chain.
  private func absence(of subject: String) -> Phrase? {
    if (try? network.chain(called: subject)) != nil { return nil }
    if let split = Self.splits(subject).first {
      for word in [split.left, split.right] where (try? network.actor(called: word)) == nil {
        return Phrase("No actor has the id or name “\(word)”.", zh: "没有编号或名称为“\(word)”的主体。")
      }
      return Phrase(
        "“\(split.left)” and “\(split.right)” have no tie in the tables, so nothing of it can be set. Add one first.",
        zh: "表中“\(split.left)”与“\(split.right)”之间没有联系，无从改写。请先新增联系。")
    }
    guard let at = subject.unicodeScalars.firstIndex(of: "@") else { return nil }
    let actor = String(subject.unicodeScalars[..<at])
    return (try? network.actor(called: actor)) == nil
      ? Phrase("No actor has the id or name “\(actor)”.", zh: "没有编号或名称为“\(actor)”的主体。")
      : Phrase(
        "“\(subject)” is no position in the tables, so nothing of it can be set. Place it first.",
        zh: "表中没有链位“\(subject)”，无从改写。请先加入产业链。")
  }

  /// An actor and a chain in which it has a position; nil for other words.
  private func place(of subject: String) -> (Int, Int)? {
    let scalars = subject.unicodeScalars
    for at in scalars.indices where scalars[at] == "@" {
      guard let actor = try? network.actor(called: String(scalars[..<at])),
        let chain = try? network.chain(called: String(scalars[scalars.index(after: at)...])),
        (network.positions + scenario.seats).contains(where: { $0.actor == actor && $0.chain == chain })
      else { continue }
      return (actor, chain)
    }
    return nil
  }

  private func tieTerms(_ settings: [(key: String, value: String)], of text: String) throws(UnknownWord)
    -> Revision.TieTerms
  {
    var terms = Revision.TieTerms()
    for (key, value) in settings {
      switch key {
      case "outcome": terms.outcome = try term(value, key, of: text)
      case "stage": terms.stage = try term(value, key, of: text)
      case "from": terms.from = try date(value, key, of: text)
      case "to" where value.isEmpty: terms.isOpenEnded = true
      case "to": terms.to = try date(value, key, of: text)
      case "weight": terms.weight = try number(value, key, of: text)
      case "chain": terms.ofChain = .some(value.isEmpty ? nil : try network.chain(called: value))
      case "only":
        guard value == "stalled" else { throw unknown(value, of: text, known: ["stalled"]) }
        terms.isOfStalled = true
      case "benefit_source": terms.benefits.first = try number(value, key, of: text)
      case "benefit_target": terms.benefits.second = try number(value, key, of: text)
      default:
        throw unknown(
          key, of: text, known: ["outcome", "stage", "from", "to", "weight", "benefit_source", "benefit_target"])
      }
    }
    if let from = terms.from, let to = terms.to, from.earliest > to.latest {
      throw UnknownWord(
        Phrase("“\(text)”: to is before from. Exchange the two.", zh: "“\(text)”：结束（to）早于开始（from），请对调。"))
    }
    return terms
  }

  private func positionTerms(_ settings: [(key: String, value: String)], in chain: Int, of text: String)
    throws(UnknownWord) -> Revision.PositionTerms
  {
    var terms = Revision.PositionTerms()
    for (key, value) in settings {
      switch key {
      case "role": terms.role = try term(value, key, of: text)
      case "level": terms.level = try term(value, key, of: text)
      case "capacity": terms.capacity = try number(value, key, of: text)
      case "stage":
        let stages = network.chains[chain].stages
        guard stages.isEmpty || stages.contains(where: { $0 == value }) else {
          throw unknown(value, of: text, known: stages)
        }
        terms.stage = stages.first { $0 == value } ?? value
      default: throw unknown(key, of: text, known: ["role", "stage", "level", "capacity"])
      }
    }
    return terms
  }

  private func term<Word: Term>(_ value: String, _ key: String, of text: String) throws(UnknownWord) -> Word {
    guard let word = Word(word: value) else { throw unknown(value, of: text, known: Word.allCases.map(\.rawValue)) }
    return word
  }

  private func date(_ value: String, _ key: String, of text: String) throws(UnknownWord) -> PartialDate {
    guard let date = PartialDate(value) else {
      throw unknown(value, of: text, known: ["2024", "2024-05", "2024-05-17"])
    }
    return date
  }

  private func number(_ value: String, _ key: String, of text: String) throws(UnknownWord) -> Double {
    if let number = Double(decimal: value), !number.isWorkable {
      let reason = Phrase.unworkable(value, number)
      throw UnknownWord(Phrase("“\(text)”: \(key): \(reason.en)", zh: "“\(text)”：\(key)：\(reason.zh)"))
    }
    guard let number = Double(decimal: value), number >= 0 else {
      throw UnknownWord(
        Phrase(
          "“\(text)”: \(key) should be a number of 0 or more, not “\(value)”.",
          zh: "“\(text)”：\(key) 应为大于或等于 0 的数字，不能是“\(value)”。"))
    }
    return number
  }

  private func unknown(_ word: String, of text: String, known: [String]) -> UnknownWord {
    UnknownWord(
      Phrase(
        "“\(text)”: “\(word)” is not known. Known: \(known.joined(separator: ", ")).",
        zh: "“\(text)”：“\(word)”无法识别。可用：\(known.joined(separator: "、"))。"))
  }
}
