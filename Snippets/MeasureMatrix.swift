// Two triangles, 0 1 2 and 3 4 5, that one tie joins.
import KesiMatrix
import KesiMeasures

var builder = MatrixBuilder(order: 6, isSymmetric: true, isWeighted: false)
let ties: [(UInt32, UInt32)] = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)]
for (one, other) in ties { builder.add(one, other) }
let matrix = builder.build()

let parallel = Parallel(threads: 2)
print("betweenness: \(try betweenness(of: matrix, on: parallel))")
print("triangles: \(try triangles(of: matrix, on: parallel))")
print("closeness: \(try distances(of: matrix, on: parallel).closeness.map { ($0 * 100).rounded() / 100 })")
let cuts = cutpoints(of: matrix)
print("cut vertices: \(cuts.componentSize.indices.filter(cuts.isArticulation))")
for bridge in cuts.bridges { print("bridge: \(bridge.near)–\(bridge.far)") }
