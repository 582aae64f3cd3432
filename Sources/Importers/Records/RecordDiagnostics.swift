import DigestDiagnostics

/// What can be wrong with a record of a list, none of which keeps the others from being read.
package enum RecordDiagnostics {
  package static let unreadable = DiagnosticID(
    "record/unreadable", .warning,
    """
    A record of the list names no paper: it has no id, no DOI, no link and no title in a field of a known name. It is \
    kept as data in the metadata of the digest; the other records are read.
    """)
  package static let untitled = DiagnosticID(
    "record/untitled", .warning,
    """
    A reference of a bibliography has no title and no id. It is known by its authors and its year, by its key or by how its \
    abstract begins; that stands where a title would.
    """)
  package static let impossibleValue = DiagnosticID(
    "record/impossible-value", .warning,
    """
    The value of a field is not what its name says: a number where names stand, a day that its month does not have, a \
    DOI that is none. What can be used of it is; the value is kept as it is among the fields that have no place.
    """)
  package static let misspelledField = DiagnosticID(
    "record/misspelled-field", .warning,
    """
    A field has a name that is not known and that is nearly one of a part that the record lacks. It is kept as it is, \
    but no bibliography shows it.
    """)
  package static let assumedName = DiagnosticID(
    "record/assumed-name", .note,
    """
    A name does not say which of its words is the family name, so the usual order was assumed: the family name first in \
    Chinese and Korean names, last in Vietnamese ones, before the initials in `Bee A`. Write `family, given` to say it.
    """)
  package static let commaList = DiagnosticID(
    "record/comma-list", .warning,
    """
    A list of names of BibTeX has commas or semicolons where the word `and` parts names; BibTeX would make one person of \
    them. Where initials leave no doubt (`Smith, J., Doe, A.`) they are read as several names, else the text is kept as \
    it stands.
    """)
  package static let unknownCommand = DiagnosticID(
    "record/unknown-command", .warning,
    """
    This program does not know a command of TeX in a text or a name of a BibTeX file, so it stays as it is written. A \
    macro of an author's own is best replaced by what it stands for.
    """)
  package static let unknownType = DiagnosticID(
    "record/unknown-type", .note,
    """
    The type of an entry of BibTeX or of a reference of RIS is none that this program knows. The word is kept; formats \
    that need a type get a general one.
    """)
  package static let droppedDegree = DiagnosticID(
    "record/dropped-degree", .note,
    "An academic title or degree is not part of a name in a bibliography and was left out.")
  package static let secondRecord = DiagnosticID(
    "record/second-record", .warning,
    """
    Two records are about one paper, because they share an id. They became one: the first counts, and what only the \
    second says is taken from there.
    """)
  package static let conflict = DiagnosticID(
    "record/conflict", .warning,
    """
    Two records of one paper say different things of it. What the first says counts; what the second says of this part \
    is left out.
    """)

  package static let all = [
    unreadable, untitled, impossibleValue, misspelledField, assumedName, commaList, unknownCommand,
    unknownType, droppedDegree, secondRecord,
    conflict,
  ]
}
