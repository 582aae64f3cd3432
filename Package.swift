// swift-tools-version: 6.1
import PackageDescription

// `scripts/check-layers` compares the dependencies below with the imports in the sources and with the picture in
// ARCHITECTURE.md. Module names begin with `Digest`, so that a program can have targets of its own called `Diagnostics`
// or `Syntax`; folders keep the short names.
let package = Package(
  name: "digest-convert",
  // `Mutex` of Synchronization needs it; Linux has no such versions. Only Linux is tested.
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "digest-convert", targets: ["digest-convert"]),
    .library(name: "DigestConvert", targets: ["DigestConvert"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // System libraries: a module map and a shim, no logic.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
    // RapidJSON is a C++ template library: this target instantiates it behind a C interface.
    .target(name: "CRapidJSON"),
    // Only for the executable: it takes the place of functions of glibc.
    .target(name: "CMemory"),
    .target(name: "CProcess"),
    .target(name: "CThreads"),
    .target(name: "CAttributes"),
    // Needs the headers of libcurl (Debian: libcurl4-openssl-dev); the library itself is loaded when it is asked for.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    .target(name: "DigestText", path: "Sources/TextBytes"),
    .target(
      name: "DigestPlatform", dependencies: ["CAttributes", "CCurl", "CNettle", "CProcess", "CThreads"],
      path: "Sources/Platform"),
    .target(name: "DigestDiagnostics", path: "Sources/Diagnostics"),
    .target(
      name: "DigestSyntax",
      dependencies: [
        "DigestText", "DigestDiagnostics", "CLibXML2", "CLibYAML", "CMD4C", "CRapidJSON", "CSQLite", "CZlib",
      ],
      path: "Sources/Syntax"),
    // Nothing depends on it for correctness; `Sources/Conversion/Validation/QuickHalf.swift` installs it.
    .target(
      name: "DigestFastValidation", dependencies: ["DigestText", "DigestSyntax"],
      path: "Sources/FastValidation"),
    .target(name: "DigestModel", dependencies: ["DigestText", "DigestDiagnostics"]),
    .target(
      name: "DigestImporters",
      dependencies: ["DigestText", "DigestDiagnostics", "DigestSyntax", "DigestModel"],
      path: "Sources/Importers"),
    // The style sheet and the script of a page, embedded.
    .target(name: "DigestPage", path: "Sources/Page", sources: ["embed.c"]),
    .target(
      name: "DigestExporters",
      dependencies: ["DigestText", "DigestDiagnostics", "DigestSyntax", "DigestModel", "DigestPage"],
      path: "Sources/Exporters"),
    .target(
      name: "DigestCatalogue",
      dependencies: [
        "DigestText", "DigestPlatform", "DigestDiagnostics", "DigestSyntax", "DigestModel", "DigestImporters",
        "DigestExporters", "CZlib", "CMinizip",
      ],
      path: "Sources/Catalogue"),
    .target(name: "DigestSchemas", path: "schemas", sources: ["embed.c"]),
    .target(
      name: "DigestConversion",
      dependencies: [
        "DigestText", "DigestPlatform", "DigestDiagnostics", "DigestSyntax", "DigestFastValidation",
        "DigestModel", "DigestImporters", "DigestExporters", "DigestCatalogue", "DigestSchemas",
      ],
      path: "Sources/Conversion"),
    .target(
      name: "DigestConvert",
      dependencies: [
        "DigestDiagnostics", "DigestModel", "DigestImporters", "DigestExporters", "DigestCatalogue",
        "DigestConversion",
      ]),
    .executableTarget(
      name: "digest-convert",
      dependencies: [
        "DigestPlatform", "DigestDiagnostics", "DigestModel", "DigestImporters", "DigestExporters",
        "DigestCatalogue", "DigestConversion", "CMemory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "DigestTestSupport", dependencies: ["DigestText", "DigestModel", "DigestImporters", "CLibXML2"],
      path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["DigestDiagnostics"]),
    .testTarget(name: "PlatformTests", dependencies: ["DigestPlatform", "DigestTestSupport"]),
    .testTarget(
      name: "SyntaxTests",
      dependencies: ["DigestText", "DigestDiagnostics", "DigestSyntax", "DigestTestSupport"]),
    .testTarget(
      name: "FastValidationTests",
      dependencies: [
        "DigestText", "DigestDiagnostics", "DigestSyntax", "DigestFastValidation", "DigestTestSupport",
      ]),
    .testTarget(name: "DigestModelTests", dependencies: ["DigestDiagnostics", "DigestModel"]),
    .testTarget(
      name: "ImportersTests",
      dependencies: [
        "DigestText", "DigestDiagnostics", "DigestSyntax", "DigestModel", "DigestImporters",
        "DigestTestSupport",
      ]),
    .testTarget(
      name: "ExportersTests",
      dependencies: [
        "DigestText", "DigestDiagnostics", "DigestSyntax", "DigestModel", "DigestImporters",
        "DigestExporters", "DigestConversion", "DigestTestSupport",
      ]),
    .testTarget(
      name: "CatalogueTests",
      dependencies: [
        "DigestPlatform", "DigestDiagnostics", "DigestSyntax", "DigestModel", "DigestCatalogue",
        "DigestTestSupport",
      ]),
    .testTarget(
      name: "ConversionTests",
      dependencies: [
        "DigestDiagnostics", "DigestSyntax", "DigestModel", "DigestImporters", "DigestExporters",
        "DigestCatalogue", "DigestConversion", "DigestTestSupport",
      ]),
    .testTarget(name: "DocumentationTests", dependencies: ["DigestConvert", "DigestTestSupport"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "DigestDiagnostics", "DigestSyntax", "DigestCatalogue", "DigestConversion", "digest-convert",
        "DigestTestSupport",
      ],
      exclude: ["Transcripts"]),
  ],
  // Compilers have other defaults.
  cxxLanguageStandard: .cxx17
)

// Only the compiler of `scripts/fuzz` makes a program of this: libFuzzer brings its beginning.
if Context.environment["FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "digest-fuzz",
      dependencies: [
        "DigestPlatform", "DigestDiagnostics", "DigestSyntax", "DigestModel", "DigestImporters",
        "DigestExporters", "DigestConversion",
      ],
      path: "Tests/Fuzzing", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
