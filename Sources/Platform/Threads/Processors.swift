/// What the machine has to run threads on.
package enum Processors {
  /// How many threads can run at once.
  package static var count: Int { Thread.processorCount }
}
