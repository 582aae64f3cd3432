/// One highlight as ranges of the text; empty ranges stand for what is missing.
struct HighlightItem {
  var rank: Range<Int>
  /// The label of the field that has the papers; empty where they stand in the first line.
  var paperLabel = 0..<0
  var leading: LeadingPapers
  var name: Range<Int>
  /// What the first line says after the name.
  var words: Range<Int>
  var fields: [(label: Range<Int>, text: Range<Int>)] = []
  var range: Range<Int>
}
