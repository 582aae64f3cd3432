package import DigestDiagnostics

/// What the check of pages reports.
package enum HTMLDiagnostics {
  package static let structure = DiagnosticID(
    "html/structure", .error,
    "The page is not a document of HTML, or it has an element or an attribute that pages do not have."
      + ProgramFault.explanation)
  package static let anchor = DiagnosticID(
    "html/anchor", .error,
    "Two elements of the page have the same id, or a link leads to an id that no element has."
      + ProgramFault.explanation)
  package static let address = DiagnosticID(
    "html/address", .error,
    "A link of the page leads to something else than the web, mail or a part of the page."
      + ProgramFault.explanation)
  package static let script = DiagnosticID(
    "html/script", .error,
    "The page has another style sheet, script or Content Security Policy than those of this program, or one of its own "
      + "style sheet and script does not have the checksum that the policy says." + ProgramFault.explanation)

  package static let all = [structure, anchor, address, script]
}
