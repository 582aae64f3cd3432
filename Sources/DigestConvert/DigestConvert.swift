/// The one import of a program that uses this package as a library.
@_exported public import DigestCatalogue
@_exported public import DigestConversion
@_exported public import DigestDiagnostics
@_exported public import DigestExporters
@_exported public import DigestImporters
@_exported public import DigestModel
