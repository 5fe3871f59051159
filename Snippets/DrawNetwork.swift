// A figure for a paper: who provides for which chain, without a title; its caption is printed.
import Foundation
import KesiCluster
import KesiDrawing
import KesiFormats
import KesiNetwork

let network = try NetworkReader.read("graphs/wenzhou").network
let analysis = Analysis(of: try NetworkGraph(of: network))

var style = PictureStyle(.en, .print)
style.isPlain = true
let picture = try View.coverage.picture(of: analysis, ViewWishes(style: style))
try Data(picture.bytes(as: .svg)).write(to: URL(filePath: "out/coverage.svg"))
for line in picture.caption { print(line) }
