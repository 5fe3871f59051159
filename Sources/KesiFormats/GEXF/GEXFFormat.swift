extension Format {
  /// GEXF: what Gephi writes, with layout and times.
  static let gexf = graphXML(
    "GEXF", output: "GEXF, for Gephi: actors and ties with all attributes, times, layout and colors",
    read: GEXFHandler.init, write: { try GEXFWriter($0).write(to: $1) })
}
