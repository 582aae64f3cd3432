/// Sites that lists of papers link to.
enum LinkHosts {
  enum Kind { case code, project, video, social, badge }

  /// Hosts, which also stand for those below them.
  private static let kinds: [(host: String, kind: Kind)] = [
    ("img.shields.io", .badge), ("shields.io", .badge), ("badge.fury.io", .badge), ("badgen.net", .badge),
    ("awesome.re", .badge), ("star-history.com", .badge), ("visitor-badge.laobi.icu", .badge),
    ("hits.seeyoufarm.com", .badge), ("komarev.com", .badge), ("starchart.cc", .badge),
    ("opensource.org", .badge), ("creativecommons.org", .badge), ("choosealicense.com", .badge),
    ("makeapullrequest.com", .badge), ("codecov.io", .badge), ("travis-ci.org", .badge),
    ("github.com", .code), ("gitlab.com", .code), ("bitbucket.org", .code), ("gitee.com", .code),
    ("codeberg.org", .code), ("huggingface.co", .code), ("hf.co", .code), ("modelscope.cn", .code),
    ("colab.research.google.com", .code), ("anonymous.4open.science", .code), ("code.google.com", .code),
    ("raw.githubusercontent.com", .code), ("gist.github.com", .code), ("kaggle.com", .code),
    ("pypi.org", .code), ("replicate.com", .code), ("paperswithcode.com/dataset", .code),
    ("github.io", .project), ("gitlab.io", .project), ("sites.google.com", .project),
    ("netlify.app", .project), ("vercel.app", .project), ("hf.space", .project), ("pages.dev", .project),
    ("youtube.com", .video), ("youtu.be", .video), ("bilibili.com", .video), ("vimeo.com", .video),
    ("slideslive.com", .video), ("b23.tv", .video),
    ("twitter.com", .social), ("x.com", .social), ("linkedin.com", .social), ("reddit.com", .social),
    ("zhihu.com", .social), ("zhuanlan.zhihu.com", .social), ("medium.com", .social),
    ("substack.com", .social),
    ("discord.gg", .social), ("discord.com", .social), ("mp.weixin.qq.com", .social),
    ("facebook.com", .social),
    ("towardsdatascience.com", .social), ("t.me", .social), ("bsky.app", .social), ("jianshu.com", .social),
    ("csdn.net", .social), ("slideshare.net", .social), ("scholar.google.com", .social),
    ("wikipedia.org", .social),
    ("youtube-nocookie.com", .video), ("orcid.org", .social), ("dev.to", .social),
    ("ycombinator.com", .social),
  ]

  /// Hosts of papers, with what their paths hold where the page is about one paper; `nil` for any.
  private static let papers: [(host: String, part: String?)] = [
    ("proceedings.mlr.press", "/v"), ("jmlr.org", "/papers/"), ("jmlr.csail.mit.edu", "/papers/"),
    ("papers.nips.cc", "/paper"), ("papers.neurips.cc", "/paper"), ("proceedings.neurips.cc", "/paper"),
    ("proceedings.nips.cc", "/paper"), ("neurips.cc", "/virtual/2"), ("nips.cc", "/virtual/2"),
    ("openaccess.thecvf.com", "content"), ("cv-foundation.org", "/openaccess/content"),
    ("thecvf.com", "content"),
    ("ecva.net", "/papers"), ("proceedings.iclr.cc", "/paper"), ("proceedings.mlsys.org", "/paper"),
    ("openreview.net", "/pdf"), ("openreview.net", "/forum"), ("bmva.org", "/bmvc"),
    ("bmva-archive.org.uk", nil),
    ("ieeexplore.ieee.org", "document"), ("ieeexplore.ieee.org", "stamp"), ("ieeexplore.ieee.org", "/iel"),
    ("computer.org", "/csdl/"), ("csdl.computer.org", nil), ("sciencedirect.com", "/article/"),
    ("linkinghub.elsevier.com", "/pii/"), ("nature.com", "/articles/"), ("science.org", "/doi"),
    ("sciencemag.org", "/content/"), ("link.springer.com", "/article"), ("link.springer.com", "/chapter"),
    ("springer.com", "/article"), ("springeropen.com", "/articles"), ("biomedcentral.com", "/articles"),
    ("dl.acm.org", "citation"), ("dl.acm.org", "/doi"), ("dl.acm.org", "/ft_gateway"),
    ("portal.acm.org", "citation"),
    ("ojs.aaai.org", "/article"), ("aaai.org", "/ocs/"), ("aaai.org", "/papers/"), ("aaai.org", "/article/"),
    ("ijcai.org", "/proceedings/2"), ("ijcai.org", "/papers"), ("usenix.org", "/presentation/"),
    ("usenix.org", "/system/files"), ("ndss-symposium.org", "/ndss-paper"),
    ("ndss-symposium.org", "/wp-content"),
    ("isca-speech.org", "/archive"), ("isca-archive.org", nil), ("roboticsproceedings.org", "/rss"),
    ("mdpi.com", "/1"), ("mdpi.com", "/2"), ("hindawi.com", "/journals/"), ("frontiersin.org", "/article"),
    ("plos.org", "/article"), ("biorxiv.org", "/content"), ("medrxiv.org", "/content"),
    ("pnas.org", "/content"),
    ("cell.com", "/fulltext"), ("cell.com", "/pdf"), ("cell.com", "/article"), ("thelancet.com", "/article"),
    ("bmj.com", "/content"), ("jamanetwork.com", "/article"), ("direct.mit.edu", "/article"),
    ("mitpressjournals.org", "/doi"), ("academic.oup.com", "/article"), ("cambridge.org", "/article"),
    ("tandfonline.com", "/doi"), ("sagepub.com", "/doi"), ("wiley.com", "/doi"), ("acs.org", "/doi"),
    ("rsc.org", "/article"), ("aps.org", "/abstract"), ("iop.org", "/article"), ("aip.org", nil),
    ("spiedigitallibrary.org", nil), ("emerald.com", "/doi"), ("worldscientific.com", "/doi"),
    ("jstor.org", "/stable/"), ("oup.com", "/article"), ("elifesciences.org", "/articles"),
    ("hal.science", "/hal-"), ("hal.archives-ouvertes.fr", "/hal-"), ("inria.hal.science", "/hal-"),
    ("hal.inria.fr", nil), ("eprint.iacr.org", "/1"), ("eprint.iacr.org", "/2"), ("ssrn.com", "abstract"),
    ("osf.io", "/preprints"), ("psyarxiv.com", nil), ("chemrxiv.org", nil), ("techrxiv.org", nil),
    ("researchsquare.com", "/article"), ("preprints.org", "/manuscript"), ("authorea.com", nil),
    ("researchgate.net", "/publication"), ("citeseerx.ist.psu.edu", nil), ("core.ac.uk", nil),
    ("semanticscholar.org", "/paper/"), ("paperswithcode.com", "/paper/"), ("dblp.org", "/rec/"),
    ("dblp.uni-trier.de", "/rec/"), ("vldb.org", "/pvldb"), ("cidrdb.org", nil), ("distill.pub", "/2"),
    ("transformer-circuits.pub", "/2"), ("proceedings.kr.org", nil), ("graphicsinterface.org", nil),
    ("aclanthology.org", ".pdf"), ("ceur-ws.org", "/vol-"), ("scitepress.org", nil), ("eurasip.org", nil),
    ("muse.jhu.edu", "/article"), ("drops.dagstuhl.de", nil), ("arxiv.org", "/abs/"), ("arxiv.org", "/pdf/"),
    ("europepmc.org", "/article"), ("proceedings.com", nil), ("copernicus.org", "/articles"),
    ("jair.org", "/article"), ("ai.google", "/research/pubs"), ("research.google", "/pubs/"),
    ("research.google.com", "/pubs/"), ("microsoft.com", "/research/publication"),
    ("ismir.net", nil), ("inspirehep.net", nil), ("adsabs.harvard.edu", "/abs"), ("projecteuclid.org", nil),
    ("epubs.siam.org", "/doi"), ("degruyter.com", "/document"), ("ingentaconnect.com", "/content"),
    ("koreascience.or.kr", "/article"), ("jstage.jst.go.jp", "/article"), ("cnki.net", nil),
    ("cyberleninka.ru", "/article"),
    ("scielo.br", nil), ("scielo.org", nil),
  ]

  static func kind(of host: String) -> Kind? {
    kinds.first { isBelow($0.host, host) }?.kind
  }

  /// Whether a page holds data or a model rather than code.
  static func isData(_ host: String, _ path: String) -> Bool {
    if isBelow("huggingface.co", host) || isBelow("hf.co", host) || isBelow("modelscope.cn", host) {
      return true
    }
    return isBelow("kaggle.com", host) && path.hasPrefix("/dataset")
  }

  static func isPaper(_ host: String, _ path: String) -> Bool {
    papers.contains { site in
      guard isBelow(site.host, host) else { return false }
      guard let part = site.part else { return path.utf8.count > 1 }
      return contains(path, part)
    }
  }

  private static func contains(_ path: String, _ part: String) -> Bool {
    let bytes = Array(path.utf8)
    let wanted = Array(part.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  private static func isBelow(_ site: String, _ host: String) -> Bool {
    host == site || host.hasSuffix("." + site)
  }
}
