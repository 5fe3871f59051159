// Four organizations and their joint projects as a matrix. The first two have two projects: their tie weighs 2.
import KesiMatrix

let projects: [(UInt32, UInt32)] = [(0, 1), (0, 1), (0, 2), (1, 2), (2, 3)]
var builder = MatrixBuilder(order: 4, isSymmetric: true, isWeighted: true)
for (one, other) in projects { builder.add(one, other) }
let matrix = builder.build()

print("\(matrix.order) vertices, \(matrix.tieCount) ties")
print("neighbors of 2: \(matrix.neighbors(of: 2))")
matrix.forEachTie { source, target, weight in print("\(source)–\(target) weighs \(weight)") }
