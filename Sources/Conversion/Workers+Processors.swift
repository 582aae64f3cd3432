import DigestPlatform
import DigestText

extension Workers {
  /// As many as there are processors that this program leaves free.
  static let processors = Workers(count: Processors.count) { count, part in concurrentPerform(count, part) }
}
