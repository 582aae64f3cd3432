import DigestDiagnostics

/// What can be wrong with XML as such, whatever it says.
package enum XMLDiagnostics {
  package static let syntax = DiagnosticID(
    "xml/syntax", .error,
    """
    The file is not well-formed XML. Frequent causes are an element that is not closed or closed in the wrong order, a \
    bare `&` or `<` in text, an attribute without quotes, and a file that was cut off. The message says what was found \
    where.
    """)
  package static let repaired = DiagnosticID(
    "xml/repaired", .warning,
    """
    The file is not well-formed XML, and a strict program refuses it. What can be read was read; compare the result \
    near this place. Frequent causes are an element that is not closed, a bare `&` or `<` in text, and text after the \
    end of the document.
    """)
  package static let nestingLimit = DiagnosticID(
    "xml/nesting-limit", .error,
    """
    Elements are nested deeper than this program reads. The limit keeps a hostile file from exhausting memory.
    """)
  package static let entityLimit = DiagnosticID(
    "xml/entity-limit", .error,
    """
    Entities refer to each other so often that the document would grow beyond the limit when they are written out, or \
    without end. Files that do this are made to exhaust memory; write the repeated parts out.
    """)
  package static let sizeLimit = DiagnosticID(
    "xml/size-limit", .error, "The XML parser reads files of up to 2 GB. Split the file.")
  package static let undeclaredEntity = DiagnosticID(
    "xml/undeclared-entity", .warning,
    """
    `&name;` stands for something that the document does not declare, and a strict program refuses it. Names of HTML, \
    such as `&nbsp;`, were read as the characters they mean; any other was kept as it is written. Write the character \
    itself, or its number.
    """)
  package static let externalEntity = DiagnosticID(
    "xml/external-entity", .warning,
    """
    An entity stands for the content of another file. This program reads no file that a document names, so that \
    content is missing. Write it into the document.
    """)
  package static let undeclaredPrefix = DiagnosticID(
    "xml/undeclared-prefix", .warning,
    """
    A name has a prefix, such as `xlink:`, that no `xmlns:…` declares. It was read as if it meant what it usually \
    means. Add the declaration to the root element.
    """)

  package static let all = [
    syntax, repaired, nestingLimit, entityLimit, sizeLimit, undeclaredEntity, externalEntity,
    undeclaredPrefix,
  ]
}
