/// Words of conferences, journals and archives.
enum VenueWords {
  /// Acronyms of conferences and journals, in lower case.
  private static let acronyms: Set<String> = [
    // Machine learning and artificial intelligence.
    "neurips", "nips", "icml", "iclr", "aaai", "ijcai", "ecai", "uai", "aistats", "colt", "jmlr", "tmlr",
    "mlsys",
    "colm", "acml", "ecml", "pkdd", "ecml-pkdd", "icann", "ijcnn", "automl", "collas", "aamas", "icaps",
    "alt",
    "iconip", "pakdd", "icdm", "sdm", "kdd", "sigkdd", "jair", "aij", "tnnls", "clear", "log", "midl", "cpal",
    "pricai", "gecco", "cogsci", "ccn", "aies", "facct", "fat*", "ai4science", "tai", "mlj", "dmkd", "tkdd",
    "tkde",
    // Vision, graphics, multimedia.
    "cvpr", "cvprw", "iccv", "iccvw", "eccv", "eccvw", "wacv", "wacvw", "bmvc", "accv", "3dv", "icip", "icpr",
    "fg",
    "tpami", "pami", "ijcv", "tip", "tmm", "tcsvt", "cviu", "pr", "prl", "siggraph", "siggraph-asia", "tog",
    "tvcg",
    "eurographics", "egsr", "pg", "cgf", "ismar", "vr", "ieeevr", "mm", "acmmm", "acm-mm", "icmr", "icme",
    "mmm",
    "miccai", "isbi", "tmi", "media", "ipmi", "jbhi", "tbme", "iccp", "i3d", "sgp", "scia", "gcpr", "icassp",
    // Language and speech.
    "acl", "emnlp", "naacl", "naacl-hlt", "eacl", "aacl", "coling", "conll", "tacl", "cl", "lrec",
    "lrec-coling",
    "semeval", "*sem", "ranlp", "ijcnlp", "sigdial", "inlg", "wmt", "iwslt", "mrl", "blackboxnlp", "bea",
    "sigmorphon",
    "interspeech", "taslp", "slt", "asru", "odyssey", "ssw", "ismir", "dcase", "waspaa", "spl", "tsp", "arr",
    // Robotics and control.
    "icra", "iros", "rss", "corl", "ral", "ra-l", "tro", "t-ro", "ijrr", "humanoids", "case", "robio", "hri",
    "roman",
    "ro-man", "iser", "isrr", "wafr", "cdc", "acc", "ecc", "l4dc", "iv", "itsc", "tits", "t-its", "tiv",
    "t-iv",
    "aim", "biorob", "ichr", "soro", "tase", "tmech",
    // Data, retrieval, web, recommendation.
    "sigir", "sigir-ap", "wsdm", "cikm", "www", "recsys", "ecir", "ictir", "chiir", "trec", "tois", "sigmod",
    "vldb",
    "pvldb", "icde", "edbt", "pods", "cidr", "webconf", "thewebconf", "umap", "jcdl", "icwsm", "hypertext",
    "asonam",
    "dasfaa", "tors", "tweb",
    // Systems, architecture, networks, high performance.
    "osdi", "sosp", "nsdi", "atc", "eurosys", "asplos", "isca", "micro", "hpca", "dac", "date", "iccad",
    "isscc",
    "fpga", "fccm", "fpl", "sc", "ics", "ppopp", "hpdc", "ipdps", "icpp", "cluster", "sigcomm", "mobicom",
    "mobisys",
    "sensys", "infocom", "imc", "conext", "hotnets", "hotos", "fast", "socc", "middleware", "iiswc", "ispass",
    "pact",
    "cgo", "taco", "tcad", "tpds", "sigmetrics", "percom", "ubicomp", "imwut", "cal", "iccd", "glsvlsi",
    "asap",
    "vlsi", "jssc", "hotchips", "cf", "sigops", "apsys", "icnp", "icdcs", "euro-par", "sec", "mlarchsys",
    "emc2",
    // Security.
    "ccs", "usenix", "ndss", "oakland", "s&p", "sp", "euros&p", "eurosp", "acsac", "raid", "esorics",
    "asiaccs",
    "dsn", "pets", "popets", "satml", "tifs", "tdsc", "crypto", "eurocrypt", "asiacrypt", "tcc", "ches",
    "pkc", "fc",
    "soups", "woot", "wisec", "sacmat", "csf", "blackhat", "iacr",
    // Software engineering and programming languages.
    "icse", "fse", "esec", "esec/fse", "ase", "issta", "tosem", "tse", "emse", "msr", "saner", "icpc",
    "icsme",
    "icst", "pldi", "popl", "oopsla", "icfp", "cav", "tacas", "fmcad", "vmcai", "ecoop", "splash", "forge",
    "llm4code",
    "jss", "ist", "re", "sle", "aplas", "esop",
    // People and computers, society.
    "chi", "uist", "cscw", "iui", "dis", "tei", "assets", "mobilehci", "imx", "tochi", "hcomp", "vis", "vast",
    "infovis", "eurovis", "pacificvis", "l@s", "lak", "edm", "aied", "its", "icml-w", "sigcse",
    // Theory and mathematics.
    "stoc", "focs", "soda", "itcs", "icalp", "ec", "socg", "esa", "approx", "isit", "tit", "siam", "simax",
    "sicomp",
    "jacm", "cacm", "csur",
    // Science.
    "pnas", "prl", "prx", "nejm", "jama", "bmj", "plos", "jacs", "jcp", "jcim", "elife", "bib", "nar",
    "recomb",
    "ismb", "psb", "amia", "ml4h", "chil", "mlhc", "cmame", "jctc", "prd", "pra", "prb", "pre", "apj",
    "mnras",
    "tgrs", "grsl", "igarss", "isprs", "jstars", "rse", "agu",
  ]

  /// Archives and words that say that a paper is not published yet, in lower case.
  static let preprint: Set<String> = [
    "arxiv", "axriv", "arxiv.org", "corr", "preprint", "preprints", "biorxiv", "medrxiv", "chemrxiv",
    "techrxiv",
    "psyarxiv", "ssrn", "openreview", "online", "blog", "tech", "technical", "report", "unpublished",
    "manuscript",
    "eprint", "researchgate", "zenodo", "hal", "预印本", "github", "website",
  ]

  /// Words that say that a paper was only sent there, in lower case.
  static let submitted: Set<String> = [
    "submission", "submissions", "submitted", "review", "reviewing", "rejected", "withdrawn", "withdraw",
    "arr",
  ]

  /// Parts of venues beside acronyms, in lower case.
  static let parts: Set<String> = [
    "workshop", "workshops", "findings", "finding", "track", "datasets", "dataset", "benchmarks", "benchmark",
    "main",
    "industry", "tutorial", "symposium", "asia", "w", "d&b", "db", "companion", "lbw", "srw", "position",
    "d", "b", "&", "and", "of", "the", "on", "in", "at", "for", "system", "systems", "dbtrack",
  ]

  /// Words around a venue, in lower case.
  static let fillers: Set<String> = [
    "in", "at", "on", "to", "by", "the", "of", "and", "&", "accepted", "accept", "appear", "appears",
    "appeared",
    "published", "publication", "presented", "under", "will", "be", "also", "proc", "proceedings", "as", "a",
    "an",
    "oral", "orals", "spotlight", "spotlights", "poster", "posters", "highlight", "highlights", "talk",
    "best",
    "paper", "papers", "award", "awards", "runner-up", "runner", "up", "finalist", "finalists", "student",
    "nominee",
    "nomination", "candidate", "outstanding", "honorable", "honourable", "mention", "distinguished", "top",
    "notable",
    "short", "long", "full", "demo", "extended", "abstract", "conference", "conf", "journal", "camera",
    "ready",
    "version", "special", "issue", "early", "access", "new", "notable-top-25", "25%", "5%", "rfp", "preprint",
    "会议", "期刊", "录用", "接收", "発表", "学会", "invited", "regular", "late", "breaking", "volume", "vol", "no", "pp",
    "iclr-w", "+", "/", "-", "–", "updated", "posted", "released", "date", "time", "year", "venue", "pub",
  ]

  /// Words that the name of a journal or of proceedings has, in lower case.
  static let journals: Set<String> = [
    "journal", "transactions", "trans", "magazine", "proceedings", "conference", "symposium", "annals",
    "bulletin",
    "quarterly", "ieee", "acm", "siam", "phys", "comput", "lett", "rev", "commun", "int", "j", "workshop",
    "workshops",
    "letters",
  ]

  /// What the name of a journal begins with, in lower case.
  static let beginnings: Set<String> = [
    "nature", "science", "npj", "plos", "bmc", "frontiers", "ieee", "acm", "cell",
  ]

  /// Names of journals that no word gives away, in lower case.
  static let names: Set<String> = [
    "nature", "science", "cell", "neurocomputing", "neural networks", "neural computation",
    "pattern recognition",
    "machine learning", "artificial intelligence", "artificial life", "information fusion",
    "information sciences",
    "knowledge-based systems", "expert systems with applications", "sensors", "remote sensing", "automatica",
    "robotica",
    "bioinformatics", "medical image analysis", "computers & graphics", "applied sciences", "electronics",
    "entropy",
    "scientific reports", "scientific data", "advanced materials", "advanced science", "chemical science",
    "digital discovery", "patterns", "iscience", "autonomous robots", "engineering", "research",
    "soft robotics",
    "speech communication", "computational linguistics", "natural language engineering",
    "chemistry of materials",
    "communications of the acm", "physical review letters", "physical review x", "the lancet", "nano letters",
    "neuroimage", "cognition", "information", "algorithms", "mathematics", "artificial intelligence review",
    "machine learning: science and technology", "multimedia tools and applications", "foundations and trends",
    "springer", "elsevier", "mdpi", "wiley", "spie", "dissertation", "communications materials",
    "j. comput. phys", "comput. phys. commun", "advanced functional materials", "small", "joule", "matter",
  ]

  /// Small words inside the names of journals.
  static let small: Set<String> = [
    "of", "on", "in", "at", "and", "for", "the", "&", "de", "la", "to", "with", "der", "für", "-",
  ]

  /// - Parameter word: in lower case; a year may be attached to it: `iclr2024`, `cvpr'24`.
  static func isAcronym(_ word: String) -> Bool {
    if acronyms.contains(word) { return true }
    let letters = word.prefix { !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "_" }
    let rest = word.dropFirst(letters.count)
    guard letters.count > 1, !rest.isEmpty, rest.allSatisfy({ $0.isNumber || "'’_".contains($0) }) else {
      return false
    }
    let name = letters.hasSuffix("-") ? letters.dropLast() : letters
    return acronyms.contains(String(name)) || preprint.contains(String(name))
  }
}
