import KesiNetwork

/// What an organization of ROR is called in a network: a name in Latin letters, one in Chinese, a short one.
struct RORNames {
  let name: String
  /// Nil where no Chinese name is stated. Names in pinyin are none.
  let nameZh: String?
  /// Its acronym.
  let short: String?
  /// All other names that are stated.
  let others: [String]

  func name(in language: Language) -> String { language == .zh ? nameZh ?? name : name }

  init(of record: RORRecord) {
    let names = record.names
    let displayed = names.first(where: \.isDisplayed) ?? names.first { $0.use == .label } ?? names.first
    var name = displayed?.text ?? record.id
    nameZh = Self.chinese(among: names, isChinese: record.place.isChineseSpeaking)
    // The name to display may be Chinese, or its sound in Latin letters.
    if name.hasIdeographs || record.place.isChineseSpeaking && name.isPinyin {
      let english = names.filter { !$0.text.hasIdeographs && !$0.text.isPinyin && $0.use != .acronym }
      name = (english.first { $0.language.isExactly("en") } ?? english.first { $0.language.isEmpty })?.text ?? name
    }
    name = name.without(country: record.countryName)
    let acronyms = names.filter { $0.use == .acronym && !$0.text.hasIdeographs }
    let acronym = acronyms.first { $0.language.isEmpty || $0.language.isExactly("en") }?.text
    short = acronym.flatMap { $0.unicodeScalars.count < name.unicodeScalars.count ? $0 : nil }
    self.name = name
    let taken = [name, nameZh ?? "", short ?? ""]
    var others: [String] = []
    for other in names.map({ $0.text.without(country: record.countryName) })
    where !taken.containsExactly(other) && !others.containsExactly(other) {
      others.append(other)
    }
    self.others = others
  }

  /// Of several the label, of several labels the longest, which are no short forms; of two as long the first by letters,
  /// since records have no order.
  private static func chinese(among names: [RORRecord.Name], isChinese: Bool) -> String? {
    let candidates = names.filter {
      $0.text.hasIdeographs && ($0.language.isChineseLanguage || $0.language.isEmpty && isChinese) && $0.use != .acronym
    }
    let labels = candidates.filter { $0.use == .label }
    return (labels.isEmpty ? candidates : labels).map(\.text).min {
      let (a, b) = ($0.unicodeScalars.count, $1.unicodeScalars.count)
      return a != b ? a > b : $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

extension RORRecord.Place {
  /// Whether a name in Chinese characters is one of the place itself, and none in Japanese.
  var isChineseSpeaking: Bool { ["CN", "HK", "MO", "TW", "SG"].containsExactly(country) }
}

extension String {
  fileprivate var isChineseLanguage: Bool {
    let code = lowercased()
    return code.isExactly("zh") || code.utf8.starts(with: "zh-".utf8)
  }

  fileprivate var hasIdeographs: Bool { unicodeScalars.contains(where: \.isIdeograph) }

  /// Whether it has vowels with marks of tones which no other language of records has as often: `Tiānmùshān Shíyànshì`.
  fileprivate var isPinyin: Bool {
    unicodeScalars.contains { "āēīōūǖǎěǐǒǔǚĀĒĪŌŪǍĚǏǑǓ".unicodeScalars.contains($0) }
  }

  /// Without the country that ROR puts behind names of companies: `Adagene Inc. (China)`.
  fileprivate func without(country: String) -> String {
    let ending = " (\(country))"
    guard !country.isEmpty, utf8.count > ending.utf8.count, utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    else { return self }
    return String(unicodeScalars.dropLast(ending.unicodeScalars.count))
  }
}
