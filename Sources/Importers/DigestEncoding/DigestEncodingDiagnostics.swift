import DigestDiagnostics

/// What can be wrong with a YAML or JSON file that is well-formed and not a digest.
package enum DigestEncodingDiagnostics {
  package static let notADigest = DiagnosticID(
    "shape/not-a-digest", .error,
    """
    The file is neither a digest (a mapping with `digest`, `metadata`, `sections` or `papers`) nor a list of papers \
    (records with `id`, `title` and so on).
    """)
  package static let newerVersion = DiagnosticID(
    "shape/newer-version", .error,
    """
    `digest:` is the version of the shape. This file has a newer one than this program knows, so parts of it could be \
    misread. Use a newer digest-convert. Older versions are always read.
    """)
  package static let typeMismatch = DiagnosticID(
    "shape/type-mismatch", .error,
    """
    A value is of another type than its place asks for: a list where one text stands, a number where JSON needs a \
    string. In YAML every scalar is text where text is asked for, whatever it looks like.
    """)
  package static let unknownKey = DiagnosticID(
    "shape/unknown-key", .error,
    """
    The shape has no such key here, and what stands under it would be lost. It may be misspelled, or belong one level \
    up or down. Members of your own go under `extra` of `metadata` or of a paper.
    """)
  package static let missingKey = DiagnosticID(
    "shape/missing-key", .error, "A part of the digest lacks a key that it cannot be understood without.")
  package static let unknownValue = DiagnosticID(
    "shape/unknown-value", .error, "The key takes one of a few words, and this is none of them.")
  package static let lostDigits = DiagnosticID(
    "shape/id-lost-digits", .error,
    """
    An arXiv id is text, but some program took it for a number and dropped its zeros: `2409.10000` became `2409.1`, \
    `0704.0001` became `704.0001`. Which digits were lost cannot be known, so none are guessed. Write the whole id in \
    quotes.
    """)
  package static let notAnID = DiagnosticID(
    "shape/not-an-id", .error,
    """
    The text is not a paper id. Known are arXiv ids (`2409.10000`, `2409.10000v2`, `cs/0501001`, with or without \
    `arXiv:`), addresses of arXiv, DOIs, and other http addresses. Months run from 01 to 12; ids have four digits \
    after the point until 2014 and five from 2015.
    """)
  package static let missingID = DiagnosticID(
    "shape/missing-id", .error,
    "A record of a paper names it neither by an id, nor by a DOI, nor by a link, so nothing can refer to it.")
  package static let duplicatePaper = DiagnosticID(
    "shape/duplicate-paper", .warning,
    "Two records are about the same paper. The first counts; what only the second says is taken from there.")
  package static let conflict = DiagnosticID(
    "shape/conflicting-records", .warning,
    """
    Two records of one paper say different things of it. What the first says counts; what the second says of this part \
    is left out.
    """)
  package static let derivedDiffers = DiagnosticID(
    "shape/derived-differs", .warning,
    """
    The index `papers` repeats what the sections say of a paper (names, topics, keywords, rank, mentions), so that \
    other programs need not gather it. Here it says something else. The sections win; change them, not the index.
    """)

  package static let all = [
    notADigest, newerVersion, typeMismatch, unknownKey, missingKey, unknownValue, lostDigits, notAnID,
    missingID,
    duplicatePaper, conflict, derivedDiffers,
  ]
}
