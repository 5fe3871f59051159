/// Which encoding bytes are of that have no mark and are not UTF-8: the one whose letters they would be common ones of.
///
/// Bytes of nearly any kind can be read as Chinese; only common letters tell. Of Chinese, Japanese and Korean texts nearly
/// all characters stand in the first parts of their character sets, which hold some thousand common ones; in texts of
/// another encoding few do. Western letters stand alone among ASCII.
struct EncodingGuess {
  /// The best of the candidates; nil where none is likely.
  let encoding: TextEncoding?

  /// Below this share of common letters a text is none of an encoding.
  private static let least = 0.55
  /// So many bytes tell enough.
  private static let sampled = 1 << 16

  init(_ text: UnsafeBufferPointer<UInt8>) {
    let sample = Self.sample(of: text)
    if Self.isWestern(sample) {
      encoding = .windows1252
      return
    }
    // In the order in which they are taken where they are as good.
    let candidates: [(TextEncoding, (inout Shares) -> Void)] = [
      (.gb18030, { $0.countGB(sample) }), (.big5, { $0.countBig5(sample) }), (.shiftJIS, { $0.countShiftJIS(sample) }),
    ]
    let scored = candidates.map { encoding, count in
      var shares = Shares()
      count(&shares)
      return (encoding: encoding, share: shares.common)
    }
    var best = scored[0]
    for other in scored.dropFirst() where other.share > best.share { best = other }
    if best.encoding == .gb18030 {
      // Korean and Japanese of this kind are common Chinese characters, too, but only of some rows.
      if Self.isKorean(sample) { best = (.eucKR, 1) } else if Self.isEUCJapanese(sample) { best = (.eucJP, 1) }
    }
    encoding = best.share >= Self.least ? best.encoding : nil
  }

  /// Lines with bytes beyond ASCII, up to some length.
  private static func sample(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var sample: [UInt8] = []
    var start = 0
    while start < text.count, sample.count < sampled {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      if text[start..<end].contains(where: { $0 >= 0x80 }) {
        sample.append(contentsOf: text[start..<min(end, start + sampled)])
        sample.append(0x0A)
      }
      start = end + 1
    }
    return sample
  }

  /// Whether letters beyond ASCII stand alone beside ASCII letters, as in `Müller`.
  private static func isWestern(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    var alone = 0
    func isLetter(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index] | 0x20)
    }
    func isHigh(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] >= 0x80 }
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      // Signs such as a euro, a dash or a blank say nothing.
      guard byte >= 0xC0 || [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte) else {
        if isHigh(index - 1) || isHigh(index + 1) { letters += 1 }
        continue
      }
      letters += 1
      if !isHigh(index - 1), !isHigh(index + 1), isLetter(index - 1) || isLetter(index + 1) { alone += 1 }
    }
    return letters > 0 && Double(alone) >= 0.8 * Double(letters)
  }

  /// Korean syllables end where the second half of the common Chinese characters begins.
  private static func isKorean(_ bytes: [UInt8]) -> Bool {
    var (syllables, others) = (0, 0)
    Shares.forEachPair(bytes) { lead, trail in
      if (0xB0...0xC8).contains(lead), trail >= 0xA1 { syllables += 1 } else if lead >= 0xB0 { others += 1 }
    }
    return syllables >= 8 && others * 30 <= syllables
  }

  /// Japanese has kana among its characters.
  private static func isEUCJapanese(_ bytes: [UInt8]) -> Bool {
    var (kana, all) = (0, 0)
    Shares.forEachPair(bytes) { lead, _ in
      if lead == 0xA4 || lead == 0xA5 { kana += 1 }
      all += 1
    }
    return kana >= 4 && kana * 8 >= all
  }
}

/// How many characters of a text would be common ones of an encoding.
private struct Shares {
  private var hits = 0
  private var all = 0

  /// 0 where a text has none.
  var common: Double { all == 0 ? 0 : Double(hits) / Double(all) }

  /// Level 1 of GB 2312 and its signs; what GB18030 writes by four bytes says nothing.
  mutating func countGB(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
      if (0x30...0x39).contains(trail) {
        index += 4
        continue
      }
      add((0xA1...0xA3).contains(bytes[index]) || (0xB0...0xD7).contains(bytes[index]) && trail >= 0xA1)
      index += 2
    }
  }

  /// Level 1 of Big5 and its signs.
  mutating func countBig5(_ bytes: [UInt8]) {
    Self.forEachPair(bytes) { lead, trail in
      add((0xA1...0xC6).contains(lead) && ((0x40...0x7E).contains(trail) || trail >= 0xA1))
    }
  }

  /// Kana and level 1 of JIS; kana of half width are taken for a sign of something else.
  mutating func countShiftJIS(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
      if lead < 0x80 {
        index += 1
      } else if (0xA0...0xDF).contains(lead) {
        add(false)
        index += 1
      } else {
        add((0x81...0x83).contains(lead) || (0x88...0x98).contains(lead) && trail >= 0x40)
        index += 2
      }
    }
  }

  private mutating func add(_ isCommon: Bool) {
    all += 1
    if isCommon { hits += 1 }
  }

  /// Each byte beyond ASCII with the one after it.
  static func forEachPair(_ bytes: [UInt8], _ body: (_ lead: UInt8, _ trail: UInt8) -> Void) {
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else {
        body(bytes[index], bytes[index + 1])
        index += 2
      }
    }
  }
}
