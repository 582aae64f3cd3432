import DigestText

extension Workers {
  /// Many workers, of whom the one with the last part is always done first: on one thread, so that a test that depends on
  /// the order of their work fails each time.
  package static func backwards(_ count: Int) -> Workers {
    Workers(count: count) { count, part in
      for number in (0..<count).reversed() { part(number) }
    }
  }
}
