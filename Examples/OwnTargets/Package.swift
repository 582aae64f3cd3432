// swift-tools-version: 6.1
import PackageDescription

// A package with targets that are called like folders of digest-convert. Only `reading-list` uses the library; the
// others show that their names, and those of their types, are free.
let package = Package(
  name: "OwnTargets",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "digest-convert", path: "../..")],
  targets: [
    .target(name: "Conversion"),
    .target(name: "Diagnostics"),
    .target(name: "Exporters"),
    .target(name: "Importers"),
    .target(name: "Platform"),
    .target(name: "Schemas"),
    .target(name: "Syntax"),
    .target(name: "TestSupport"),
    .target(name: "TextBytes"),
    .executableTarget(
      name: "reading-list",
      dependencies: [
        "Conversion", "Diagnostics", "Exporters", "Importers", "Platform", "Schemas", "Syntax", "TestSupport",
        "TextBytes", .product(name: "DigestConvert", package: "digest-convert"),
      ]),
  ]
)
