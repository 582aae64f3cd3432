import Foundation

// libFuzzer calls these two. The environment names the target, since arguments are libFuzzer's.

private let variable = "FUZZ_TARGET"

/// The target of this process; set before the first input and never after.
nonisolated(unsafe) private var chosen: FuzzTarget?

/// Chooses the target, or lists all with the extensions of their seeds and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  chosen = ProcessInfo.processInfo.environment[variable].flatMap(FuzzTarget.named)
  if chosen == nil {
    for target in FuzzTarget.all { print(target.name, target.seeds.joined(separator: ",")) }
    exit(0)
  }
  return 0
}

/// Tries one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  chosen?.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
