import DigestDiagnostics

/// What can be wrong with JSON as such, whatever it says.
package enum JSONDiagnostics {
  package static let syntax = DiagnosticID(
    "json/syntax", .error,
    """
    The file is not JSON as RFC 8259 defines it. Frequent causes are a comma after the last element, single quotes, \
    comments, a missing comma, or a file that was cut off. The message says what stands where something else was \
    expected.
    """ + OutputNote.text)
  package static let duplicateName = DiagnosticID(
    "json/duplicate-name", .error,
    """
    An object has two members of the same name. Programs disagree about which of them counts, so neither is taken. \
    Remove or rename one.
    """ + OutputNote.text)
  package static let loneSurrogate = DiagnosticID(
    "json/lone-surrogate", .error,
    """
    An escape such as `\\ud83d` is half of a character outside the basic plane and its other half is missing. It \
    stands for no character and cannot be written as UTF-8. Write the character itself, or both halves.
    """)
  package static let nestingLimit = DiagnosticID(
    "json/nesting-limit", .error,
    """
    Arrays and objects are nested deeper than this program reads. The limit keeps a hostile file from exhausting \
    memory.
    """)
  package static let numberLimit = DiagnosticID(
    "json/number-limit", .error,
    """
    A number is larger than a double can hold, which RFC 8259 (section 6) lets a reader refuse. Write it as a \
    string if it is meant as text.
    """)

  package static let all = [syntax, duplicateName, loneSurrogate, nestingLimit, numberLimit]
}
