import ArgumentParser
import KesiDrawing
import KesiNetwork

/// How a picture looks, whatever it shows.
struct PictureOptions: ParsableArguments {
  @Option(
    help:
      "What the color of symbols tells: kind, zone, chain or community. Beyond as many groups as there are colors, the smaller share a gray."
  )
  var color = ColorBy.kind

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draw only ties of this weight or more. Actors stay, and stand where all ties put them.", valueName: "weight"))
  var minWeight: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Name so many actors, the most important first; 0 for none, all for all. Default: as many as the view holds.",
      valueName: "number"))
  var labels: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Set the picture on a page: \(Page.names.joined(separator: ", ")), turned as it fits best, or WIDTHxHEIGHT in millimeters. Default: as large as what is drawn.",
      valueName: "page"))
  var page: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The font, by a name that fontconfig knows; letters that it lacks come from the usual ones.", valueName: "name"))
  var font: String?

  @Flag(
    help:
      "A figure for a paper: no title, gaps, notes or source; the legend stays. What belongs into the caption is printed on standard error."
  )
  var plain = false

  @Flag(help: "Names and words in Chinese and, below or beside it, in English, whatever --lang says.")
  var bilingual = false

  func validate() throws {
    _ = try chosenPage()
    _ = try chosenLabels()
    _ = try leastWeight()
  }

  /// - Throws: `UnknownWord` for a font that is not there.
  func style(_ language: Language, _ theme: ThemeName) throws -> PictureStyle {
    var style = PictureStyle(language, theme, isBilingual: bilingual)
    style.color = color
    style.minWeight = try leastWeight()
    style.labels = try chosenLabels()
    style.page = try chosenPage()
    style.font = try font.map { name throws(UnknownWord) in try PictureFont(named: name) }
    style.isPlain = plain
    return style
  }

  private func chosenPage() throws -> Page? {
    try page.map { word in
      guard let page = Page(word) else {
        throw ValidationError(
          "--page: “\(word.visible(most: 60))” is no page. Write \(Page.names.joined(separator: ", ")), or WIDTHxHEIGHT in millimeters, each from 50 to 2000, such as 210x148."
        )
      }
      return page
    }
  }

  private func chosenLabels() throws -> PictureStyle.Labels {
    guard let labels else { return .usual }
    if labels == "all" { return .all }
    guard labels.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let count = Int(labels)
    else {
      throw ValidationError(
        "--labels: “\(labels.visible(most: 60))” is no number of labels. Write a whole number from 0 on, or all.")
    }
    return .most(count)
  }

  private func leastWeight() throws -> Double? {
    try minWeight.map { word in
      guard word.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }), let weight = Double(word), weight.isFinite,
        weight > 0
      else {
        throw ValidationError(
          "--min-weight: “\(word.visible(most: 60))” is no weight. Write a number above 0, such as 2 or 0.5.")
      }
      return weight
    }
  }
}

extension ColorBy: ExpressibleByArgument {}
