/// The version of this package, in SARIF reports and for `--version`.
public let programVersion = "1.0.0"
