import KesiCluster
import KesiMeasures
import KesiNetwork
import KesiResults
import KesiTestSupport
import Testing

@Suite("The glossary")
struct GlossaryTests {
  @Test("Every measure, gap and part of the index is explained, in both languages")
  func complete() throws {
    var words =
      ActorMeasure.all.map(\.id) + TieMeasure.all.map(\.id) + NetworkNumber.all.map(\.id) + GapKind.all.map(\.id)
    words += IndexPart.all.map(\.id)
    words += Thresholds.names.map(\.name) + Thresholds.wholeNames.map(\.name)
    for word in words { #expect(Glossary.entry(for: word)?.id == word, "\(word)") }
    for entry in Glossary.entries {
      #expect(!entry.definition.en.isEmpty && !isChinese(entry.definition.en + entry.adviceAndUsage.en + entry.name.en))
      #expect(isChinese(entry.definition.zh) && isChinese(entry.adviceAndUsage.zh), "\(entry.id)")
    }
    #expect(Set(Glossary.entries.map(\.id)).count == Glossary.entries.count)
  }

  @Test(
    "Every word of the vocabulary is found in English, in the plural and in Chinese",
    arguments: [
      ("actor", "actors", "主体"), ("actor", "Actor", "单位"), ("kind", "kinds", "主体类型"),
      ("helix", "triple helix", "三螺旋"), ("helix", "helices", "政产学"), ("tie", "ties", "联系"),
      ("chain", "chains", "产业链"), ("stage", "stages", "环节"), ("position", "positions", "链位"),
      ("consortium", "consortia", "创新联合体"), ("membership", "memberships", "成员"), ("zone", "zones", "片区"),
      ("measure", "measures", "指标"), ("gap", "gaps", "薄弱环节"), ("class_missing", "missing", "断点"),
      ("class_stalled", "gap class: stalled", "堵点"), ("class_dependence", "dependence", "风险点"),
      ("remedy", "remedies", "补链建议"), ("plan", "plans", "行动方案"), ("illustrative", "illustrative data", "示意数据"),
      ("assess", "aspects", "评估范围"), ("as_of", "as-of", "今天"), ("layers", "layer", "采用的联系"),
      ("projection", "newman", "折算方式"), ("weighted", "Weighted", "计入强度"), ("robustness", "R", "稳健性"),
      ("t_uig_bits", "T(uig)", "协同"), ("adjusted_rand", "agreement", "社群一致性"), ("rank_from", "ranks", "倒数位次"),
      ("level", "levels", "严重程度"), ("rich_club", "rich club", "联系最多的一成主体之间的密度"),
    ])
  func vocabulary(id: String, english: String, chinese: String) {
    for word in [id, english, chinese] {
      #expect(Glossary.entries(for: word).map(\.id).contains(id), "\(word)")
    }
  }

  @Test("Words are found by id, by name, in either language and spelling")
  func lookup() {
    #expect(Glossary.entry(for: "Structural hole")?.id == "structural_hole")
    #expect(Glossary.entry(for: "结构洞")?.id == "structural_hole")
    #expect(Glossary.entry(for: "E-I index")?.id == "ei_index")
    #expect(Glossary.entry(for: "index")?.id == "chain_index")
    #expect(Glossary.entries(for: "nonsense").isEmpty)
    #expect(Glossary.near("overload") == ["overloaded_broker"])
    for letter in ["b", "Q", "ab"] { #expect(Glossary.near(letter).isEmpty, "\(letter)") }
    #expect(Glossary.near("zebras").isEmpty)
    #expect(!Glossary.near("链").isEmpty)
    for kind in GapKind.all {
      for word in [kind.id, kind.label.en, kind.label.zh] + kind.synonyms {
        #expect(Glossary.entry(for: word)?.id == kind.id)
      }
    }
  }

  @Test("What a coded column may hold leads to the column")
  func values() {
    func found(_ terms: [Phrase], in id: String) {
      for term in terms {
        let entries = Glossary.entries(for: term.en) + Glossary.entries(for: term.zh)
        #expect(!entries.isEmpty, "\(term.en) \(term.zh)")
        #expect(Glossary.entry(for: id)?.values.contains(term) == true, "\(term.en) in \(id)")
      }
    }
    found(Level.allCases.map(\.label) + GapLevel.allCases.map(\.label), in: "level")
    found(ChainRole.allCases.map(\.label) + MemberRole.allCases.map(\.label), in: "role")
    found(TieStage.allCases.map(\.label), in: "tie_stage")
    found(Outcome.allCases.map(\.label), in: "outcome")
    found(Helix.allCases.map(\.label), in: "helix")
    found(Kind.builtIn.map { Phrase($0.id, zh: $0.label.zh) }, in: "kind")
  }

  @Test("Every column that an entry names is one of its table")
  func namedColumns() {
    var count = 0
    for entry in Glossary.entries {
      for part in (entry.tables ?? "").split(separator: "; ") {
        guard let parts = part.wholeMatch(of: /([a-z, .]+\.csv) \(([a-z_, ]+)\)/) else { continue }
        for file in parts.1.split(separator: ", ") {
          let table = Table.allCases.first { $0.file == file }
          for column in parts.2.split(separator: ", ") {
            count += 1
            #expect(table?.heads.contains { $0.id == column } == true, "\(entry.id): \(file) \(column)")
          }
        }
      }
    }
    #expect(count > 80)
  }

  @Test("Each gap stands in the entry of its class")
  func classes() {
    for kind in GapKind.all {
      let entry = Glossary.entry(for: "class_\(kind.gapClass.rawValue)")
      #expect(entry?.values.contains { $0.en == kind.id } == true, "\(kind)")
    }
  }

  @Test("Chinese has full-width marks, one word for a thing, and no words that officials would not use")
  func style() {
    for entry in Glossary.entries {
      let chinese = [entry.name.zh, entry.definition.zh, entry.adviceAndUsage.zh].joined(separator: " ")
      let scalars = Array(chinese.unicodeScalars)
      for (left, right) in zip(scalars, scalars.dropFirst()) {
        let (a, b) = (isHan(left), isHan(right))
        #expect(!(a && ",:;()!?".unicodeScalars.contains(right)), "\(entry.id): \(left)\(right)")
        #expect(!(b && ",:;(!?".unicodeScalars.contains(left)), "\(entry.id): \(left)\(right)")
      }
      for word in ["中介中心性", "失联", "不小于", "各行其是", "人人", "螺旋失衡"] {
        #expect(!chinese.contains(word), "\(entry.id): \(word)")
      }
      if entry.id != "class_missing" {
        #expect(!chinese.replacing("类别：断点", with: "").contains("断点") || entry.id == "gap", "\(entry.id)")
      }
      let english = [entry.definition.en, entry.adviceAndUsage.en].joined(separator: " ")
      for word in [" %", "hang together", "hangs on", "parted", "each for itself", "is no "] {
        #expect(!english.contains(word), "\(entry.id): \(word)")
      }
    }
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
  private func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains(where: isHan) }
}
