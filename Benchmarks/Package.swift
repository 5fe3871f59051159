// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the main one stays light. See README.md.
let kesiMatrix: Target.Dependency = .product(name: "KesiMatrix", package: "kesi")
let kesi = [
  kesiMatrix, .product(name: "KesiMeasures", package: "kesi"), .product(name: "KesiNetwork", package: "kesi"),
  .product(name: "KesiFormats", package: "kesi"),
]

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "kesi", path: "..")],
  targets: [
    .target(name: "BenchmarkNetworks", dependencies: [kesiMatrix]),
    .executableTarget(name: "generate", dependencies: ["BenchmarkNetworks"]),
    .executableTarget(name: "kernels", dependencies: kesi),
    .executableTarget(name: "planted", dependencies: kesi + [.product(name: "KesiCluster", package: "kesi")]),
    .executableTarget(name: "partners", dependencies: kesi + [.product(name: "KesiCluster", package: "kesi")]),
  ],
  swiftLanguageModes: [.v6]
)
