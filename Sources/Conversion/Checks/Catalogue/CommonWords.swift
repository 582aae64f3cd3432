/// Words that stand in texts about any subject, so that two texts which share them need not share a subject.
enum CommonWords {
  /// The first six letters, in lower case and in the singular.
  static let stems = Set(
    words.split { $0 == " " || $0 == "\n" }.map { word in
      let word = word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word
      return String(word.prefix(6))
    })

  private static let words =
    """
    the and for with that this these those from into onto over under between among through across within without
    are was were been being has have had can could may might must should will would does did not nor but yet
    our their its his her they them which who whom whose what when where why how than then there here also
    such each every both all any some more most many much few less least other another same own very only just even
    while since because although though however thus hence therefore moreover further furthermore finally first second
    third one two three four five ten new novel recent recently existing previous current currently standard common
    several various different multiple single whole full large larger small high higher highly low lower good better
    best well strong strongly weak simple complex general generally specific specifically particular important key main
    major based using use used uses useful via per about after before during against toward towards upon beyond instead
    like unlike including include includes given provide provides propose proposes proposed present presents presented
    introduce introduces introduced develop developed describe describes show shows shown demonstrate demonstrates study
    studies studied investigate analyze analysis analyse explore examine consider considered discuss evaluate evaluation
    compare compared comparison find found finding findings result results experiment experiments experimental achieve
    achieves achieved improve improves improved improvement improving increase reduce reduces reduced reducing enable
    enables allow allows make makes made making take takes need needs require requires required help helps lead leads
    obtain obtained apply applied application applications perform performance performs effective effectively
    effectiveness efficient efficiency efficiently significant significantly substantial extensive comprehensive
    approach approaches method methods methodology technique techniques framework frameworks system systems model models
    modeling algorithm algorithms architecture architectures task tasks problem problems challenge challenges challenging
    issue issues limitation limitations data dataset datasets benchmark benchmarks training train trained learning learn
    learned learns network networks deep neural machine information knowledge paper work works research state art
    set sets number numbers level levels type types form forms case cases way ways time times part parts process
    processes order term terms value values function functions structure structures feature features design designed
    quality ability capability capabilities potential open source code available public across large-scale scale
    language image images text input output inputs outputs sample samples example examples baseline baselines accuracy
    accurate outperform outperforms outperforming competitive superior arxiv http https www com org
    trong cho khi theo qua hay hai mang tin thay sang sau ban bao gom cao khung hoa gia duy quan trung
    """
}
