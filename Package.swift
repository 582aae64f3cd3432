// swift-tools-version: 6.1
import PackageDescription

// The dependency arrows below are the picture in ARCHITECTURE.md; `scripts/check-layers` compares them
// with the imports that are really there.
let package = Package(
  name: "digest-convert",
  products: [
    .executable(name: "digest-convert", targets: ["digest-convert"]),
    .library(
      name: "DigestConvert",
      targets: ["Diagnostics", "DigestModel", "Importers", "Exporters", "Conversion"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // System libraries: a module map and a shim, no logic.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    // RapidJSON is a C++ template library: this target instantiates it behind a C interface.
    .target(name: "CRapidJSON"),
    .target(name: "CThreads"),

    .target(name: "TextBytes"),
    .target(name: "Diagnostics", dependencies: ["TextBytes"]),
    .target(
      name: "Syntax",
      dependencies: [
        "TextBytes", "Diagnostics", "CLibXML2", "CLibYAML", "CMD4C", "CNettle", "CRapidJSON",
        "CThreads",
      ]),
    .target(name: "DigestModel", dependencies: ["TextBytes", "Diagnostics"]),
    .target(name: "Importers", dependencies: ["TextBytes", "Diagnostics", "Syntax", "DigestModel"]),
    .target(name: "Exporters", dependencies: ["TextBytes", "Diagnostics", "Syntax", "DigestModel"]),
    .target(name: "Schemas", path: "schemas", sources: ["embed.c"]),
    .target(
      name: "Conversion",
      dependencies: [
        "TextBytes", "Diagnostics", "Syntax", "DigestModel", "Importers", "Exporters", "Schemas",
      ]),
    .executableTarget(
      name: "digest-convert",
      dependencies: [
        "Diagnostics", "DigestModel", "Conversion", "Importers", "Exporters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", dependencies: ["Diagnostics", "DigestModel"], path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "SyntaxTests", dependencies: ["TextBytes", "Syntax", "TestSupport"]),
    .testTarget(name: "DigestModelTests", dependencies: ["DigestModel", "TestSupport"]),
    .testTarget(name: "ImportersTests", dependencies: ["Importers", "TestSupport"]),
    .testTarget(name: "ExportersTests", dependencies: ["Exporters", "Importers", "Syntax", "TestSupport"]),
    .testTarget(name: "ConversionTests", dependencies: ["Conversion", "TestSupport"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["digest-convert", "TestSupport"], exclude: ["Transcripts"]),
  ]
)
