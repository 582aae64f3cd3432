/// Entry types of BibTeX and biblatex that say more than the type of a publication does, and what each dialect has for them.
/// - Source: biblatex 3.18, section 2.1; `btxdoc`, section 3.1.
enum EntryTypeNames {
  /// In lower case.
  static let byName: [String: (biblatex: String, bibtex: String)] = [
    "collection": ("collection", "book"), "reference": ("reference", "book"), "mvbook": ("mvbook", "book"),
    "mvcollection": ("mvcollection", "book"), "mvreference": ("mvreference", "book"),
    "proceedings": ("proceedings", "proceedings"), "mvproceedings": ("mvproceedings", "proceedings"),
    "manual": ("manual", "manual"), "booklet": ("booklet", "booklet"), "inbook": ("inbook", "inbook"),
    "bookinbook": ("bookinbook", "inbook"), "suppbook": ("suppbook", "inbook"),
    "incollection": ("incollection", "incollection"), "suppcollection": ("suppcollection", "incollection"),
    "inreference": ("inreference", "incollection"), "periodical": ("periodical", "misc"),
    "phdthesis": ("thesis", "phdthesis"), "mastersthesis": ("thesis", "mastersthesis"),
    "techreport": ("report", "techreport"),
  ]
}
