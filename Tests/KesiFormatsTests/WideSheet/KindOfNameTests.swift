import Testing

@testable import KesiFormats

@Suite("Kinds told by names")
struct KindOfNameTests {
  @Test(
    "The noun that ends a Chinese name tells its kind",
    arguments: [
      ("苏州大学", "university"), ("苏州大学附属第一医院", "hospital"), ("苏州大学机电工程学院", "university"), ("苏州工业职业技术学院", "college"),
      ("苏州职业大学", "college"), ("常熟理工学院", "university"), ("昆南高等专科学校", "college"), ("苏州技师学院", "college"),
      ("中国科学院苏州纳米技术与纳米仿生研究所", "institute"), ("中科院苏州纳米所", "institute"), ("苏州市大学科技园有限公司", "enterprise"),
      ("江苏省产业技术研究院有限公司", "enterprise"), ("东南大学（苏州校区）", "university"), ("东南大学苏州研究院", "institute"),
      ("苏州市科学技术局", "government"), ("苏州高新区管委会", "government"), ("苏州工业园区", "park"), ("昆山软件园", "park"),
      ("苏州市集成电路行业协会", "association"), ("苏州纳米技术产业联盟", "association"), ("苏州天使投资基金", "fund"),
      ("元禾创业投资管理有限公司", "fund"), ("江苏省微纳加工重点实验室", "platform"), ("苏州工业互联网公共服务平台", "platform"),
      ("某某投资（有限合伙）", "enterprise"), ("亨通集团", "enterprise"), ("苏州机床厂", "enterprise"),
    ])
  func chinese(name: String, kind: String) { #expect(KindOfName.told(by: name)?.kind == kind) }

  @Test(
    "Legal forms and nouns tell European names",
    arguments: [
      ("University of Westmarch", "university"), ("Universität Nordheim", "university"),
      ("Politecnico di Vale", "university"),
      ("Nordlicht Robotics GmbH", "enterprise"), ("Harrow & Finch Ltd.", "enterprise"),
      ("Valmont S.p.A.", "enterprise"),
      ("Nordheim Oy", "enterprise"), ("Fraunhofer-Gesellschaft e.V.", "association"),
      ("University Hospital Harrow", "hospital"),
      ("Nordheim Mechatronics Cluster e.V.", "association"), ("Ministry of Science", "government"),
      ("Harrow Institute of Technology", "university"), ("Institut für Photonik", "institute"),
      ("Westmarch Science Park", "park"),
      ("Jiangsu Muchuan Microelectronics Co., Ltd.", "enterprise"), ("Municipality of Valmont", "government"),
      ("Groß AG", "enterprise"), ("Weiß GmbH", "enterprise"), ("Società Nuova Città SpA", "enterprise"),
      ("Univ. Bonn", "university"),
    ])
  func latin(name: String, kind: String) { #expect(KindOfName.told(by: name)?.kind == kind) }

  @Test("Looking up how words begin finds what looking for every word finds")
  func beginnings() {
    for found in LatinWords.all {
      let word = found.word.replacing("*", with: "um")
      for name in ["Foo \(word)", "\(word) Foo", "Foo \(word) Bar Ltd", word, "Foox\(word)"] {
        let words = name.lowercased().replacing(".", with: "").split {
          !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "'"
        }
        let text = " " + words.joined(separator: " ") + " "
        let first = LatinWords.all.first {
          ($0.rule.isLast ? text.hasSuffix($0.sought) : text.contains($0.sought))
            && (words.count > 1 || $0.word.unicodeScalars.count > 4)
        }
        let told = KindOfName.told(by: name)
        #expect(told?.word == first?.word && told?.kind == first?.rule.kind, "\(name)")
      }
    }
  }

  @Test("A name without such a word tells nothing", arguments: ["华为", "科沃斯", "Acme", "", "大学", "公司"])
  func nothing(name: String) { #expect(KindOfName.told(by: name) == nil) }

  @Test(
    "Words of columns of kinds are understood",
    arguments: [
      ("民营企业", "enterprise"), ("国企", "enterprise"), ("普通高校", "university"), ("医疗机构", "hospital"), ("投资机构", "fund"),
      ("SME", "enterprise"),
    ])
  func stated(word: String, kind: String) { #expect(KindOfName.stated(by: word)?.kind == kind) }

  @Test("A weak word is less sure than a legal form")
  func confidence() throws {
    let (center, company) = (try #require(KindOfName.told(by: "苏州某某中心")), try #require(KindOfName.told(by: "苏州某某有限公司")))
    #expect(center.confidence < company.confidence)
    #expect(company.word == "有限公司")
  }
}
