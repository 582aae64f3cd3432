/// Signs of typography that mean something at the beginning or between the parts of a line.
enum Signs {
  /// Bullets that Markdown does not know, with the blank after them, as the first sign of an item of a list.
  static let bullets: [StaticString] = [
    "• ", "· ", "◦ ", "○ ", "● ", "▪ ", "▫ ", "■ ", "□ ", "‣ ", "▸ ", "► ", "▶ ", "➤ ", "➢ ", "❖ ", "🔹 ",
    "🔸 ", "👉 ",
  ]

  /// Those that begin a line inside a paragraph; dashes do so there, too.
  static let bulletsInParagraph: [StaticString] = ["– ", "— ", "• ", "◦ ", "○ ", "▪ ", "‣ "]

  /// Those that stand before the label of a field; a dash or an arrow only before a bold one.
  static let fieldBullets: [(bullet: StaticString, isBeforeBold: Bool)] = [
    ("·", false), ("•", false), ("‣", false), ("▪", false), ("–", true), ("—", true), ("→", true),
    ("◦", false),
    ("○", false),
  ]

  /// Arrows between a name and what is said of it, a blank before them.
  static let arrowsBetween: [StaticString] = ["-> ", "→ ", "=> ", "⇒ "]

  /// Arrows before a label, which belong to it.
  static let arrowsBeforeLabel: [StaticString] = ["→", "⇒", "➡", "=>", "->"]

  /// Dots in the middle of a line, beside `·`. Three bytes each.
  static let middleDots: [StaticString] = ["•", "‧", "∙", "⋅", "・"]

  /// Commas and semicolons of East Asian texts. Three bytes each.
  static let wideCommas: [StaticString] = ["、", "，", "；"]

  /// Brackets around what is said in passing.
  static let brackets: [(opening: StaticString, closing: StaticString)] = [
    ("(", ")"), ("[", "]"), ("（", "）"), ("【", "】"),
  ]

  /// Signs that end a sentence or a part of one.
  static let ends: [StaticString] = [".", ",", ";", "!", "?", "。", "，", "；"]

  static let fullStops: [StaticString] = [".", "。"]

  /// Line breaks inside a cell.
  static let breaks: [StaticString] = ["<br>", "<br/>", "<br />", "<BR>"]

  /// The branches of a tree that is drawn in ASCII, up to the dashes that follow.
  static let branches: [StaticString] = ["|--", "+--", "`--"]
}
