// swift-tools-version: 6.1
import PackageDescription

// A package of your own that uses digest-convert as a library. Outside this repository the dependency is a URL.
let package = Package(
  name: "OwnFormat",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "digest-convert", path: "../..")],
  targets: [
    .executableTarget(
      name: "own-format",
      dependencies: [.product(name: "DigestConvert", package: "digest-convert")])
  ]
)
