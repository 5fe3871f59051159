import KesiNetwork
import Testing

@Suite("Numbers and lists for people")
struct FigureTests {
  @Test(
    "A number is shown in one way in words, and in one way in columns",
    arguments: [
      (Figure.index(0.6), "0.600", "0.600"), (.index(1), "1.000", "1.000"), (.index(0.0004), "< 0.001", "< 0.001"),
      (.index(-0.0004), "> −0.001", "> -0.001"), (.index(0), "0.000", "0.000"), (.index(0.28476), "0.285", "0.285"),
      (.index(25754.1239), "25,754.124", "25754.124"), (.index(-0.0625), "−0.063", "-0.063"), (.index(.nan), "–", ""),
      (.index(.infinity), "–", ""), (.share(0.666), "67%", "67%"), (.share(0.001), "<1%", "<1%"),
      (.share(0.999), ">99%", ">99%"), (.share(0), "0%", "0%"), (.share(1), "100%", "100%"), (.share(.nan), "–", ""),
      (.count(25754), "25,754", "25754"), (.count(-1), "−1", "-1"), (.amount(3), "3", "3"),
      (.amount(2.5), "2.500", "2.500"), (.expected(4.66), "4.7", "4.7"), (.expected(0), "0.0", "0.0"),
      (.size(70.357), "70.4", "70.4"), (.size(384.009), "384", "384"), (.size(12_345_678), "12,300,000", "12300000"),
      (.size(-0.012345), "−0.0123", "-0.0123"), (.size(0), "0", "0"), (.size(1e30), "1e+30", "1e+30"),
      (.size(2.5e-9), "2.5e-09", "2.5e-09"), (.size(.infinity), "–", ""),
    ])
  func figures(figure: Figure, text: String, cell: String) {
    #expect(figure.text == text)
    #expect(figure.cell == cell)
  }

  @Test("Some of many are named and the others counted, in both languages")
  func lists() {
    func list(_ names: [String], _ language: Language) -> String { names.listed(most: 2, in: language) { $0 } }
    #expect(list([], .en) == "")
    #expect(list(["A", "B"], .en) == "A and B")
    #expect(list(["A", "B", "C", "D"], .en) == "A, B, and 2 more")
    #expect(list(["甲", "乙"], .zh) == "甲、乙")
    #expect(list(["甲", "乙", "丙", "丁"], .zh) == "甲、乙等 4 家")
  }

  @Test(
    "A heading begins with a capital, whatever marks its letter carries",
    arguments: [
      ("ties", "Ties"), ("e\u{301}cole", "E\u{301}cole"), ("école", "École"), ("Ties", "Ties"), ("", ""),
      ("3 ties", "3 ties"),
    ])
  func headings(words: String, heading: String) {
    #expect(Phrase(words, zh: "联系").heading.en.isExactly(heading))
  }

  @Test(
    "Small points have two significant figures",
    arguments: [
      (0.0482, "0.048"), (0.123, "0.12"), (0.0996, "0.100"), (1.26, "1.3"), (9.96, "10.0"), (12.4, "12"), (0, "0"),
      (0.0001, "< 0.001"),
    ])
  func small(value: Double, text: String) { #expect(Figure.small(value).text == text) }
}
