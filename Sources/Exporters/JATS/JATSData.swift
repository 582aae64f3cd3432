import DigestModel
import DigestSyntax

/// A value that the model has no word for, as text that can be read back: text as it is, everything else as JSON.
struct JATSData {
  let text: String
  /// Whether `text` is JSON. White space alone is, too, since no element is empty (rule J1).
  let isJSON: Bool

  init(_ value: DataValue) {
    if case .string(let text) = value, text.hasWords {
      self.text = text
      isJSON = false
      return
    }
    var json = JSONWriter(style: .compact)
    JATSData.write(value, to: &json)
    // Without the newline that ends a file.
    text = String(decoding: json.finish().dropLast(), as: UTF8.self)
    isJSON = true
  }

  private static func write(_ value: DataValue, to json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .bool(let value): json.boolean(value)
    case .number(let spelling): json.number(spelling: spelling)
    case .string(let text): json.text(text)
    case .sequence(let items):
      json.beginSequence()
      for item in items { write(item, to: &json) }
      json.endSequence()
    case .mapping(let fields):
      json.beginMapping()
      for field in fields {
        json.key(field.key)
        write(field.value, to: &json)
      }
      json.endMapping()
    }
  }
}
