/// The words of dates, in lower case and without full stops.
///
/// - Source: the Unicode Common Locale Data Repository, Gregorian months, wide and abbreviated forms.
enum DateWords {
  /// Months as they stand in dates. A word that is another month in another language is left out.
  static let months: [String: Int] = {
    let rows: [[String]] = [
      // English, BibTeX
      [
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sep sept", "october oct", "november nov", "december dec",
      ],
      // German
      [
        "januar jänner jän", "februar feber", "märz mär mrz maerz", "april", "mai", "juni", "juli", "august",
        "september", "oktober okt", "november", "dezember dez",
      ],
      // French
      [
        "janvier janv", "février fevrier févr fév fevr", "mars", "avril avr", "mai", "juin", "juillet juil",
        "août aout", "septembre", "octobre", "novembre", "décembre decembre déc",
      ],
      // Spanish
      [
        "enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago",
        "septiembre setiembre set", "octubre", "noviembre", "diciembre dic",
      ],
      // Portuguese
      [
        "janeiro", "fevereiro fev", "março marco", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro out", "novembro", "dezembro",
      ],
      // Italian
      [
        "gennaio gen", "febbraio febbr", "marzo", "aprile", "maggio magg", "giugno giu", "luglio lug",
        "agosto",
        "settembre sett", "ottobre ott", "novembre", "dicembre",
      ],
      // Dutch
      [
        "januari", "februari", "maart mrt", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober",
        "november", "december",
      ],
      // Swedish, Danish, Norwegian
      [
        "januari januar", "februari februar", "mars marts", "april", "maj mai", "juni", "juli",
        "augusti august", "september", "oktober", "november", "december desember des",
      ],
      // Polish
      [
        "stycznia styczeń sty", "lutego luty lut", "marca marzec", "kwietnia kwiecień kwi", "maja",
        "czerwca czerwiec cze", "lipca lipiec lip", "sierpnia sierpień sie", "września wrzesień wrz",
        "października październik paź", "listopada", "grudnia grudzień gru",
      ],
      // Czech
      [
        "ledna leden led", "února únor úno", "března březen bře", "dubna duben dub", "května květen kvě",
        "června červen", "července červenec", "srpna srpen srp", "září zář", "října říjen říj", "",
        "prosince prosinec pro",
      ],
      // Russian
      [
        "января январь янв", "февраля февраль фев февр", "марта март мар", "апреля апрель апр", "мая май",
        "июня июнь июн", "июля июль июл", "августа август авг", "сентября сентябрь сен сент",
        "октября октябрь окт", "ноября ноябрь ноя нояб", "декабря декабрь дек",
      ],
      // Ukrainian
      [
        "січня січень січ", "лютого лютий лют", "березня березень бер", "квітня квітень кві",
        "травня травень тра", "червня червень чер", "липня липень лип", "серпня серпень сер",
        "вересня вересень вер", "жовтня жовтень жов", "", "грудня грудень гру",
      ],
      // Turkish
      [
        "ocak oca", "şubat şub", "mart", "nisan nis", "mayıs", "haziran haz", "temmuz tem", "ağustos ağu",
        "eylül eyl", "ekim eki", "kasım kas", "aralık ara",
      ],
      // Indonesian
      [
        "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus agu", "september", "oktober",
        "november", "desember",
      ],
    ]
    var months: [String: Int] = [:]
    for row in rows {
      for (i, words) in row.enumerated() {
        for word in words.split(separator: " ") { months[String(word)] = i + 1 }
      }
    }
    return months
  }()

  static let seasons: [String: EDTFDate.Season] = [
    "spring": .spring, "frühling": .spring, "frühjahr": .spring, "printemps": .spring, "primavera": .spring,
    "lente": .spring, "wiosna": .spring, "весна": .spring,
    "summer": .summer, "sommer": .summer, "été": .summer, "verano": .summer, "verão": .summer,
    "estate": .summer, "zomer": .summer, "lato": .summer, "лето": .summer,
    "autumn": .autumn, "fall": .autumn, "herbst": .autumn, "automne": .autumn, "otoño": .autumn,
    "outono": .autumn, "autunno": .autumn, "herfst": .autumn, "jesień": .autumn, "осень": .autumn,
    "winter": .winter, "hiver": .winter, "invierno": .winter, "inverno": .winter, "zima": .winter,
    "зима": .winter,
  ]

  /// After `mùa`.
  static let vietnameseSeasons: [String: EDTFDate.Season] = [
    "xuân": .spring, "hạ": .summer, "hè": .summer, "thu": .autumn, "đông": .winter,
  ]

  /// Parts of a year as first and last month.
  static let partsOfYear: [String: (first: Int, last: Int)] = [
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "h1": (1, 6), "h2": (7, 12),
  ]

  /// What makes a date approximate.
  static let approximately: Set<String> = [
    "ca", "circa", "c", "about", "around", "approx", "approximately", "etwa", "um", "vers", "environ",
    "khoảng",
    "около", "ок", "约", "約",
  ]

  /// Words between an interval's ends.
  static let to: Set<String> = [
    "to", "until", "till", "through", "thru", "bis", "au", "à", "al", "đến", "tới", "по",
  ]

  /// The end of an interval that still goes on.
  static let present: Set<String> = ["present", "now", "ongoing", "today", "heute", "nay"]

  /// Digits left open.
  static let unspecified: Set<String> = ["xx", "xxxx", "uu", "uuuu"]

  /// What says nothing that a date holds: days of the week, ordinals, prepositions, what happened on that day, time
  /// zones.
  static let silent: Set<String> = {
    let words = """
      monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
      montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
      st nd rd th er de del of the d l le la el den der im in on at ngày năm
      published publication submitted posted online accepted received revised updated released created date year
      veröffentlicht publié
      am pm z t gmt utc ut est edt cst cdt mst mdt pst pdt cet cest bst ist jst kst hkt msk
      г года г-
      """
    return Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }()

  /// What narrows a date in a way that EDTF does not know.
  static let vague: Set<String> = [
    "early", "mid", "middle", "late", "end", "beginning", "start", "anfang", "mitte", "ende", "début", "fin",
    "đầu", "giữa", "cuối",
  ]
}
