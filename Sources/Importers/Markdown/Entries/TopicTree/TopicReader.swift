import DigestModel

/// The label of a topic.
struct TopicReader {
  let context: MarkdownContext
  let marks: MarkReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
  }

  /// A topic with its label, without marks around it, the colon after it and the number before it.
  /// - Parameter enumerator: the number of its list item, if it has one.
  func topic(
    _ line: Range<Int>, enumerator: Range<Int>? = nil, children: [Digest.Entry], range: Range<Int>
  ) -> Digest.Topic {
    var label = marks.withoutColon(marks.unwrapped(marks.withoutColon(line)))
    var number = enumerator.map(context.enumerator)
    if number == nil, let end = Enumerator.end(in: context.bytes[label]) {
      let rest = context.trimmed(end..<label.upperBound)
      if !rest.isEmpty {
        number = context.enumerator(label.lowerBound..<end)
        label = marks.withoutColon(marks.unwrapped(marks.withoutColon(rest)))
      }
    }
    return Digest.Topic(
      enumerator: number, label: context.richText(label), children: children, anchor: context.anchor(range))
  }
}
