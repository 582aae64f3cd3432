import DigestFastValidation
import DigestSyntax
import DigestText

/// The half of validation that only sees that an output is valid.
enum QuickHalf {
  /// To do without the target `DigestFastValidation`, make this `nil`: every check stays as strict, and becomes slower.
  static let installed: (any QuickValidation)? = FastValidation(workers: .processors)
}
