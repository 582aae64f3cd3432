import DigestCatalogue
import Testing

@testable import digest_convert

@Suite struct FillProgressLineTests {
  @Test(
    arguments: [
      (400, 0.1, 0.5, "s.json: 400 records"),
      (1_200_000, 0.4, 57.0, "s.json: 1200000 records, 21052/s, 40 %, 1:25 left"),
      (10, 0.5, 5.0, "s.json: 10 records, 2/s, 50 %, 0:05 left"),
      (10, 1.0, 5.0, "s.json: 10 records, 2/s, 100 %, 0:00 left"),
      (10, nil, 5.0, "s.json: 10 records, 2/s"),
    ] as [(Int, Double?, Double, String)])
  func saysRateAndTimeLeft(records: Int, fraction: Double?, seconds: Double, expected: String) {
    let progress = SnapshotProgress(records: records, fraction: fraction)
    #expect(FillProgressLine.text("s.json", progress, after: .seconds(seconds)) == expected)
  }
}
