import DigestModel
import DigestSyntax

/// Statistics for programs; the shape is `schemas/stats.schema.json`.
public enum StatisticsJSON {
  /// A change that readers would misread raises it.
  private static let version = 1

  /// All that was counted.
  public static func bytes(of statistics: DigestStatistics) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginMapping()
    writer.member("version", version)
    writer.member("papers", statistics.papers)
    writer.member("topics", statistics.topics)
    writer.list("digests", statistics.digests) { writer, digest in
      writer.member("label", digest.label)
      if let period = digest.period { writer.member("period", period.description) }
      writer.member("papers", digest.papers)
      writer.member("new", digest.new)
      writer.member("again", digest.again)
      writer.member("topics", digest.topics)
    }
    writer.list("months", statistics.months) { writer, month in
      if let period = month.month { writer.member("month", period.description) }
      writer.member("new", month.new)
      writer.member("again", month.again)
      writer.member("total", month.total)
    }
    writer.list("papersByDigests", Array(statistics.papersByDigests.enumerated())) { writer, count in
      writer.member("digests", count.offset + 1)
      writer.member("papers", count.element)
    }
    writer.list("sharing", statistics.sharing) { writer, sharing in
      writer.member("first", statistics.digests[sharing.first].label)
      writer.member("second", statistics.digests[sharing.second].label)
      writer.member("papers", sharing.papers)
    }
    writer.list("mostNamed", statistics.mostNamed) { writer, count in
      if let id = count.id { writer.member("id", id.description) }
      if !count.name.isEmpty { writer.member("name", count.name) }
      writer.member("mentions", count.count)
    }
    for (key, counts) in [
      ("mostUsedTopics", statistics.mostUsedTopics), ("tags", statistics.tags),
      ("authors", statistics.authors),
    ] {
      writer.list(key, counts) { writer, count in
        writer.member("name", count.name)
        writer.member("papers", count.count)
      }
    }
    writer.endMapping()
    return writer.finish()
  }
}

extension JSONWriter {
  /// A sequence of mappings.
  fileprivate mutating func list<Element>(
    _ key: String, _ elements: [Element], _ members: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    beginSequence()
    for element in elements {
      beginMapping()
      members(&self, element)
      endMapping()
    }
    endSequence()
  }
}
