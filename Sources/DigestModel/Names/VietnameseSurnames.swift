/// Vietnamese family names, in lower case, with and without their marks.
///
/// - Source: the surnames that cover over nine tenths of Vietnam's people (Lê Trung Hoa, "Họ và tên người Việt Nam").
enum VietnameseSurnames {
  static let all: Set<String> = [
    "nguyễn", "nguyen", "trần", "tran", "lê", "phạm", "pham", "hoàng", "hoang", "huỳnh", "huynh", "phan",
    "vũ", "võ",
    "đặng", "dang", "bùi", "bui", "đỗ", "hồ", "ngô", "ngo", "dương", "duong", "lý", "đinh", "dinh", "đào",
    "dao",
    "đoàn", "doan", "trịnh", "trinh", "trương", "truong", "mai", "lâm", "tạ", "hà", "cao", "châu", "lưu",
    "luu", "vương",
    "vuong", "quách", "tô", "phùng", "phung", "thái", "triệu", "trieu", "nghiêm", "nghiem", "tống", "đàm",
    "kiều", "kieu",
    "lương", "luong", "tăng", "khổng", "giang", "thạch", "le", "vu", "vo", "ho", "do", "ly",
  ]
  /// Surnames that are also words or names of other languages: they count only where the name has marks of Vietnamese.
  static let shared: Set<String> = [
    "mai", "cao", "phan", "dang", "dao", "le", "vu", "vo", "ho", "do", "ly", "giang", "bui",
  ]
}

extension VietnameseSurnames {
  /// Whether a word has a letter that only Vietnamese has.
  static func hasMarks(_ word: NameBytes) -> Bool {
    word.contains { $0 >= 0xC4 }
      && word.text.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x1EA0...0x1EF9, 0x0110, 0x0111, 0x01A0, 0x01A1, 0x01AF, 0x01B0: true
        default: false
        }
      }
  }
}
