import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Chinese sentences")
struct ChineseSentenceTests {
  @Test("Foreign names stand apart from characters, not from marks and ends, in every gap and remedy")
  func foreignNames() throws {
    for network in [try shipped("classics/florentine"), try shipped("classics/karate")] {
      for gap in try analysis(network).gaps() {
        for text in [gap.explanation.zh] + gap.remedies.map({ $0.phrase(in: network).zh }) {
          let scalars = Array(text.unicodeScalars)
          for (left, right) in zip(scalars, scalars.dropFirst()) {
            let (a, b) = (isHan(left), isHan(right))
            #expect(!(a && isLetter(right)) && !(isLetter(left) && b), "\(text)")
            #expect(!(left == " " && "，。、；：".unicodeScalars.contains(right)), "\(text)")
            #expect(!("，。、；：".unicodeScalars.contains(left) && right == " "), "\(text)")
          }
          #expect(scalars.first != " " && scalars.last != " ", "\(text)")
        }
      }
    }
  }

  @Test("Blanks beside marks and at ends go, those between words stay")
  func tight() {
    #expect(" Medici 、 Salviati 等 5 家与 Acme Inc. 、“ A ”。".setTight == "Medici、Salviati 等 5 家与 Acme Inc.、“A”。")
    #expect("姑苏3D打印".setTight == "姑苏3D打印" && "  ".setTight == "")
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }
}
