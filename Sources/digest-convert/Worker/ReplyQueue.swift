/// Replies on their way to standard output.
struct ReplyQueue {
  /// Whether they go in the order of the requests.
  private let isOrdered: Bool
  /// Those that may be written.
  private var ready = Queue<[UInt8]>()
  /// How much of the first was written.
  private var offset = 0
  /// Those that wait for others before them, by the number of the request.
  private var waiting: [Int: [UInt8]] = [:]
  /// The number of the request whose reply is next.
  private(set) var next = 1
  /// How many bytes are held.
  private(set) var bytes = 0
  /// How many replies were written.
  private(set) var written = 0

  init(isOrdered: Bool) { self.isOrdered = isOrdered }

  var isEmpty: Bool { ready.isEmpty }

  mutating func add(_ reply: [UInt8], number: Int) {
    bytes += reply.count
    guard isOrdered else { return ready.append(reply) }
    waiting[number] = reply
    while let reply = waiting.removeValue(forKey: next) {
      ready.append(reply)
      next += 1
    }
  }

  /// Writes as much as is taken.
  /// - Parameter write: writes bytes from an offset on, and says how many.
  mutating func write<Failure: Error>(
    _ write: (_ bytes: [UInt8], _ offset: Int) throws(Failure) -> Int
  ) throws(Failure) {
    guard let first = ready.first else { return }
    let count = try write(first, offset)
    offset += count
    bytes -= count
    if offset == first.count {
      _ = ready.popFirst()
      offset = 0
      written += 1
    }
  }
}
