/// The commands that mathematics may hold. Any other can do what its author likes, `\input` and `\write18` among them, in
/// the document of whoever cites the paper.
enum LaTeXMathCommands {
  static func contains(_ name: String) -> Bool { all.contains(name) }

  /// Names of `\begin{…}` and `\end{…}`.
  static let environments: Set<String> = [
    "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "cases", "aligned",
    "gathered", "split",
    "subarray", "array",
  ]

  /// What may follow a backslash besides letters.
  static let signs = Set(#",;:!>|{}%$&#_\ '-/"=.^`~"#.utf8)

  private static let all: Set<String> = {
    var all: Set<String> = []
    for rows in [functions, accents, structures, fonts, spaces, symbols] {
      all.formUnion(rows.split(separator: " ").map(String.init))
    }
    return all
  }()

  /// - Sources: LaTeX's `fontmath.ltx`, amsmath, amsfonts, and for signs `unicode-math-table.tex`.
  private static let functions = """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf injlim ker lg lim liminf limsup ln \
    log max min Pr projlim sec sin sinh sup tan tanh varinjlim varliminf varlimsup varprojlim operatorname \
    operatornamewithlimits bmod mod pmod pod
    """

  private static let accents = """
    hat widehat check tilde widetilde acute grave dot ddot dddot ddddot breve bar vec mathring overline underline \
    overbrace underbrace overrightarrow overleftarrow overleftrightarrow underrightarrow underleftarrow \
    underleftrightarrow overbracket underbracket overparen underparen Hat Check Tilde Acute Grave Dot Ddot Breve \
    Bar Vec widecheck wideoverbar
    """

  private static let structures = """
    frac dfrac tfrac cfrac binom dbinom tbinom genfrac sqrt root leftroot uproot overset underset overunderset \
    stackrel sideset substack atop choose brace brack over xleftarrow xrightarrow boxed smash phantom hphantom \
    vphantom mathstrut limits nolimits displaylimits displaystyle textstyle scriptstyle scriptscriptstyle left \
    right middle big Big bigg Bigg bigl Bigl biggl Biggl bigm Bigm biggm Biggm bigr Bigr biggr Biggr lvert rvert \
    lVert rVert lbrace rbrace lbrack rbrack vert Vert mathbin mathrel mathop mathord mathopen mathclose mathpunct \
    mathinner nonumber notag
    """

  private static let fonts = """
    mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal mathds mathbbm boldsymbol pmb bm \
    bf it rm sf tt cal text textrm textbf textit textsf texttt textsc textnormal textup textsuperscript \
    textsubscript emph mbox hbox ensuremath symbf symbfit symbfsf symbffrak symbfscr symbfcal symcal symfrak symit \
    symliteral symnormal symrm symscr symsf symsfit symsfup symtt symup symbb symbbit
    """

  private static let spaces = """
    quad qquad enspace thinspace medspace thickspace negthinspace negmedspace negthickspace space nobreak \
    nobreakspace hfill allowbreak
    """

  private static let symbols = """
    APLboxquestion APLboxupcaret APLnotbackslash APLnotslash And Angstrom Arrowvert Barv Bbbk Box Bumpeq Cap Colon \
    Coloneq Cup DDownarrow DashV DashVDash Dashv Ddownarrow Delta Diamond Doteq Downarrow Equiv Eulerconst Exclam \
    Finv Game Gamma Gt Hermaphrodite Im Join LLeftarrow Lambda Lbrbrak Ldsh Leftarrow Leftrightarrow Lleftarrow \
    Longleftarrow Longleftrightarrow Longmapsfrom Longmapsto Longrightarrow Lparengtr Lsh Lt Lvzigzag Mapsfrom \
    Mapsto Nearrow Not Nwarrow Omega Otimes P Phi Pi Planckconst Prec PropertyLine Psi QED Question RRightarrow \
    Rbrbrak Rdsh Re Rightarrow Rparenless Rrightarrow Rsh Rvzigzag S Searrow Sigma Sqcap Sqcup Subset Succ Supset \
    Swarrow Theta UUparrow Uparrow Updownarrow Upsilon Uuparrow VDash Vbar Vdash Vee Vert Vvdash Vvert Wedge Xi \
    Yup Zbar accurrent acidfree acute acwcirclearrow acwgapcirclearrow acwleftarcarrow acwopencirclearrow \
    acwoverarcarrow acwunderarcarrow adots aleph alpha amalg angdnr angle angles angleubar annuity approx approxeq \
    approxeqq approxident arabichad arabicmaj arceq arrowvert assert ast asteq asteraccent astrosun asymp awint \
    bNot backcong backdprime backepsilon backprime backsim backsimeq backslash backtrprime bagmember bar barV \
    barcap barcup bardownharpoonleft bardownharpoonright barleftarrow barleftarrowrightarrowbar barleftharpoondown \
    barleftharpoonup barovernorthwestarrow barrightarrowdiamond barrightharpoondown barrightharpoonup baruparrow \
    barupharpoonleft barupharpoonright barvee barwedge bbrktbrk bdtriplevdash because benzenr beta beth between \
    bigblacktriangledown bigblacktriangleup bigbot bigcap bigcirc bigcup bigcupdot biginterleave bigodot bigoplus \
    bigotimes bigslopedvee bigslopedwedge bigsqcap bigsqcup bigstar bigtalloblong bigtimes bigtop bigtriangledown \
    bigtriangleleft bigtriangleup biguplus bigvee bigwedge bigwhitestar blackcircledownarrow blackcircledrightdot \
    blackcircledtwodots blackcircleulquadwhite blackdiamonddownarrow blackhourglass blackinwhitediamond \
    blackinwhitesquare blacklefthalfcircle blacklozenge blackpointerleft blackpointerright blackrighthalfcircle \
    blacksmiley blacksquare blacktriangle blacktriangledown blacktriangleleft blacktriangleright blanksymbol \
    blkhorzoval blkvertoval blockfull blockhalfshaded blocklefthalf blocklowhalf blockqtrshaded blockrighthalf \
    blockthreeqtrshaded blockuphalf bot botsemicircle bowtie boxast boxbar boxbox boxbslash boxcircle boxdiag \
    boxdot boxminus boxonbox boxplus boxtimes bracevert breve bsimilarleftarrow bsimilarrightarrow bsolhsub btimes \
    bullet bullseye bumpeq bumpeqq candra cap capbarcup capdot capovercup capwedge caretinsert carriagereturn \
    ccwundercurvearrow cdot cdotp cdots check checkmark chi cirE cirbot circ circeq circlebottomhalfblack circledR \
    circledast circledbullet circledcirc circleddash circledequal circledownarrow circledparallel circledrightdot \
    circledstar circledtwodots circledvert circledwhitebullet circlehbar circlelefthalfblack circlellquad \
    circlelrquad circleonleftarrow circleonrightarrow circlerighthalfblack circletophalfblack circleulquad \
    circleurquad circleurquadblack circlevertfill cirfnint cirmid cirscir closedvarcap closedvarcup \
    closedvarcupsmashprod closure clubsuit colon coloneq commaminus complement concavediamond \
    concavediamondtickleft concavediamondtickright cong congdot conictaper conjquant coprod copyright csub csube \
    csup csupe cuberoot cup cupbarcap cupdot cupleftarrow cupovercap cupvee curlyeqprec curlyeqsucc curlyvee \
    curlywedge curvearrowleft curvearrowleftplus curvearrowright curvearrowrightminus cwcirclearrow \
    cwgapcirclearrow cwopencirclearrow cwrightarcarrow cwundercurvearrow dag dagger daleth danger dashV dashVdash \
    dashcolon dashleftarrow dashleftharpoondown dashrightarrow dashrightharpoondown dashv dbkarrow ddag ddagger \
    ddddot dddot ddot ddots ddotseq delta diameter diamond diamondbotblack diamondcdot diamondleftarrow \
    diamondleftarrowbar diamondleftblack diamondrightblack diamondsuit diamondtopblack dicei diceii diceiii diceiv \
    dicev dicevi digamma dingasterisk disin disjquant div divideontimes divslash dot doteq doteqdot dotequiv \
    dotminus dotplus dots dotsb dotsc dotsi dotsim dotsm dotsminusdots dotso dottedcircle dottedsquare dottimes \
    doublebarvee doublebarwedge doubleplus downarrow downarrowbar downarrowbarred downdasharrow downdownarrows \
    downfishtail downharpoonleft downharpoonleftbar downharpoonright downharpoonrightbar downharpoonsleftright \
    downrightcurvedarrow downtriangleleftblack downtrianglerightblack downuparrows downupharpoonsleftright \
    downwhitearrow downzigzagarrow dprime draftingarrow drbkarrow droang dsol dsub dualmap egsdot eighthnote \
    elinters ell elsdot emptyset emptysetoarr emptysetoarrl emptysetobar emptysetocirc enclosecircle \
    enclosediamond enclosesquare enclosetriangle enleadertwodots eparsl epsilon eqcirc eqcolon eqdef eqdot eqeq \
    eqeqeq eqgtr eqless eqqgtr eqqless eqqplus eqqsim eqqslantgtr eqqslantless eqsim eqslantgtr eqslantless equal \
    equalleftarrow equalparallel equalrightarrow equiv equivDD equivVert equivVvert eqvparsl errbarblackcircle \
    errbarblackdiamond errbarblacksquare errbarcircle errbardiamond errbarsquare eta eth euro exists fallingdotseq \
    fbowtie fcmp fdiagovnearrow fdiagovrdiag female fint fisheye flat fltns forall forks forksnot forkv fourthroot \
    fourvdots fracslash frown fullouterjoin gamma ge geq geqq geqqslant geqslant gescc gesdot gesdoto gesdotol \
    gesles gets gg ggg gggnest gimel glE gla gleichstark glj gnapprox gneq gneqq gnsim grave greater gsime gsiml \
    gtcc gtcir gtlpar gtquest gtrapprox gtrarr gtrdot gtreqless gtreqqless gtrless gtrsim harrowextender hat \
    hatapprox hbar heartsuit hermitmatrix hexagon hexagonblack hknearrow hknwarrow hksearrow hkswarrow \
    hookleftarrow hookrightarrow horizbar hourglass house hrectangle hrectangleblack hslash hyphenbullet hzigzag \
    idotsint iff iiiint iiint iinfin iint imageof imath impliedby implies in increment infty int intBar intbar \
    intbottom intcap intclockwise intcup intercal interleave intextender intlarhk intop intprod intprodr inttop \
    intx inversebullet inversewhitecircle invlazys invnot invwhitelowerhalfcircle invwhiteupperhalfcircle iota \
    isinE isindot isinobar isins isinvb jmath kappa kernelcontraction lAngle lBrace lBrack lParen lambda land \
    langle langledot laplac lat late lbag lblkbrbrak lbrace lbracelend lbracemid lbraceuend lbrack lbrackextender \
    lbracklend lbracklltick lbrackubar lbrackuend lbrackultick lbrbrak lceil lcurvyangle ldotp ldots le leadsto \
    leftarrow leftarrowapprox leftarrowbackapprox leftarrowbsimilar leftarrowless leftarrowonoplus leftarrowplus \
    leftarrowshortrightarrow leftarrowsimilar leftarrowsubset leftarrowtail leftarrowtriangle leftarrowx \
    leftbkarrow leftcurvedarrow leftdasharrow leftdbkarrow leftdbltail leftdotarrow leftdowncurvedarrow \
    leftfishtail leftharpoonaccent leftharpoondown leftharpoondownbar leftharpoonsupdown leftharpoonup \
    leftharpoonupbar leftharpoonupdash leftleftarrows leftmoon leftouterjoin leftrightarrow leftrightarrowcircle \
    leftrightarrows leftrightarrowtriangle leftrightharpoondowndown leftrightharpoondownup leftrightharpoons \
    leftrightharpoonsdown leftrightharpoonsup leftrightharpoonupdown leftrightharpoonupup leftrightsquigarrow \
    leftsquigarrow lefttail leftthreearrows leftthreetimes leftwavearrow leftwhitearrow leq leqq leqqslant \
    leqslant lescc lesdot lesdoto lesdotor lesges less lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim \
    lfbowtie lfloor lftimes lgE lgblkcircle lgblksquare lgroup lgwhtcircle lgwhtsquare lhd linefeed ll llangle \
    llarc llblacktriangle llcorner lll lllnest llparenthesis lltriangle lmoustache lnapprox lneq lneqq lnot lnsim \
    longdashv longdivision longleftarrow longleftrightarrow longleftsquigarrow longmapsfrom longmapsto \
    longrightarrow longrightsquigarrow looparrowleft looparrowright lor lowint lozenge lozengeminus lparen \
    lparenextender lparenlend lparenless lparenuend lrarc lrblacktriangle lrcorner lrtriangle lrtriangleeq lsime \
    lsimg lsqhook ltcc ltcir ltimes ltlarr ltquest ltrivb lvboxline lvzigzag male maltese mapsdown mapsfrom mapsto \
    mapsup mathampersand mathatsign mathcolon mathcomma matheth mathexclam mathhyphen mathoctothorpe mathparagraph \
    mathpercent mathperiod mathplus mathquestion mathratio mathring mathsection mathsemicolon mathslash \
    mathsterling mathunderbar mathvisiblespace mathyen mdblkcircle mdblkdiamond mdblklozenge mdblksquare \
    mdlgblkcircle mdlgblkdiamond mdlgblklozenge mdlgblksquare mdlgwhtcircle mdlgwhtdiamond mdlgwhtlozenge \
    mdlgwhtsquare mdsmblkcircle mdsmblksquare mdsmwhtcircle mdsmwhtsquare mdwhtcircle mdwhtdiamond mdwhtlozenge \
    mdwhtsquare measangledltosw measangledrtose measangleldtosw measanglelutonw measanglerdtose measanglerutone \
    measangleultonw measangleurtone measeq measuredangle measuredangleleft measuredrightangle medblackstar \
    medwhitestar mho mid midbarvee midbarwedge midcir minus minusdot minusfdots minusrdots mlcp models modtwosum \
    mp mu multimap multimapinv nHdownarrow nHuparrow nLeftarrow nLeftrightarrow nRightarrow nVDash nVdash \
    nVleftarrow nVleftarrowtail nVleftrightarrow nVrightarrow nVrightarrowtail nVtwoheadleftarrow \
    nVtwoheadleftarrowtail nVtwoheadrightarrow nVtwoheadrightarrowtail nabla napprox nasymp natural ncong ne \
    nearrow neg neovnwarrow neovsearrow neq nequiv neswarrow neuter nexists ngeq ngtr ngtrless ngtrsim nhVvert \
    nhpar ni niobar nis nisd nleftarrow nleftrightarrow nleq nless nlessgtr nlesssim nmid nni not notaccent notin \
    nparallel npolint nprec npreccurlyeq nrightarrow nsim nsime nsimeq nsqsubseteq nsqsupseteq nsubset nsubseteq \
    nsucc nsucccurlyeq nsupset nsupseteq ntrianglelefteq ntrianglerighteq nu nvDash nvLeftarrow nvLeftrightarrow \
    nvRightarrow nvartriangleleft nvartriangleright nvdash nvinfty nvleftarrow nvleftarrowtail nvleftrightarrow \
    nvrightarrow nvrightarrowtail nvtwoheadleftarrow nvtwoheadleftarrowtail nvtwoheadrightarrow \
    nvtwoheadrightarrowtail nwarrow nwovnearrow nwsearrow obar obot obrbrak obslash ocirc ocommatopright odiv odot \
    odotslashdot ogreaterthan oiiint oiint oint ointctrclockwise ointop olcross olessthan omega ominus operp oplus \
    opluslhrim oplusrhrim origof oslash otimes otimeshat otimeslhrim otimesrhrim oturnedcomma overbar overbrace \
    overbracket overleftarrow overleftharpoon overleftrightarrow overparen overrightarrow overrightharpoon ovhook \
    owns parallel parallelogram parallelogramblack parsim partial partialmeetcontraction pentagon pentagonblack \
    perp perps phi pi pitchfork plusdot pluseqq plushat plussim plussubtwo plustrif pm pointint postalmark pounds \
    prec precapprox preccurlyeq preceq preceqq precnapprox precneq precneqq precnsim precsim prime prod profline \
    profsurf propto prurel psi pullback pushout qprime quarternote questeq rAngle rBrace rBrack rParen rangle \
    rangledot rangledownzigzagarrow rbag rblkbrbrak rbrace rbracelend rbracemid rbraceuend rbrack rbrackextender \
    rbracklend rbracklrtick rbrackubar rbrackuend rbrackurtick rbrbrak rceil rcurvyangle rdiagovfdiag \
    rdiagovsearrow restriction revangle revangleubar revemptyset revnmid rfbowtie rfloor rftimes rgroup rhd rho \
    rightangle rightanglemdot rightanglesqr rightarrow rightarrowapprox rightarrowbackapprox rightarrowbar \
    rightarrowbsimilar rightarrowdiamond rightarrowgtr rightarrowonoplus rightarrowplus rightarrowshortleftarrow \
    rightarrowsimilar rightarrowsupset rightarrowtail rightarrowtriangle rightarrowx rightbkarrow rightcurvedarrow \
    rightdasharrow rightdbltail rightdotarrow rightdowncurvedarrow rightfishtail rightharpoonaccent \
    rightharpoondown rightharpoondownbar rightharpoonsupdown rightharpoonup rightharpoonupbar rightharpoonupdash \
    rightimply rightleftarrows rightleftharpoons rightleftharpoonsdown rightleftharpoonsup rightmoon \
    rightouterjoin rightpentagon rightpentagonblack rightrightarrows rightsquigarrow righttail rightthreearrows \
    rightthreetimes rightwavearrow rightwhitearrow ringplus risingdotseq rmoustache rparen rparenextender \
    rparengtr rparenlend rparenuend rppolint rrangle rrparenthesis rsolbar rsqhook rsub rtimes rtriltri \
    ruledelayed rvboxline rvzigzag sansLmirrored sansLturned scpolint scurel searrow seovnearrow setminus sharp \
    shortdowntack shortlefttack shortrightarrowleftarrow shortuptack shuffle sigma sim sime simeq simgE simgtr \
    similarleftarrow similarrightarrow simlE simless simminussim simneqq simplus simrdots sinewave \
    smallblacktriangleleft smallblacktriangleright smallin smallint smallni smallsetminus smalltriangleleft \
    smalltriangleright smashtimes smblkcircle smblkdiamond smblklozenge smblksquare smeparsl smile smt smte \
    smwhitestar smwhtcircle smwhtdiamond smwhtlozenge smwhtsquare spadesuit sphericalangle sphericalangleup sqcap \
    sqcup sqint sqlozenge sqrt sqrtbottom sqrtsign sqsubset sqsubseteq sqsubsetneq sqsupset sqsupseteq sqsupsetneq \
    square squarebotblack squarecrossfill squarehfill squarehvfill squareleftblack squarellblack squarellquad \
    squarelrblack squarelrquad squareneswfill squarenwsefill squarerightblack squaretopblack squareulblack \
    squareulquad squareurblack squareurquad squarevfill squoval sslash star stareq strns subedot submult subrarr \
    subset subsetapprox subsetcirc subsetdot subseteq subseteqq subsetneq subsetneqq subsetplus subsim subsub \
    subsup succ succapprox succcurlyeq succeq succeqq succnapprox succneq succneqq succnsim succsim sum sumbottom \
    sumint sumtop sun supdsub supedot suphsol suphsub suplarr supmult supset supsetapprox supsetcirc supsetdot \
    supseteq supseteqq supsetneq supsetneqq supsetplus supsim supsub supsup surd swarrow talloblong tau therefore \
    thermod theta thickapprox thicksim threedangle threedotcolon threeunderdot tieconcat tieinfty tilde times \
    timesbar tminus to toea tona top topbot topcir topfork topsemicircle tosa towa tplus trapezium triangle \
    trianglecdot triangledown triangleleft triangleleftblack trianglelefteq triangleminus triangleodot \
    triangleplus triangleq triangleright trianglerightblack trianglerighteq triangles triangleserifs triangletimes \
    triangleubar tripleplus trprime trslash turnangle turnediota turnednot twocaps twocups twoheaddownarrow \
    twoheadleftarrow twoheadleftarrowtail twoheadleftdbkarrow twoheadmapsfrom twoheadmapsto twoheadrightarrow \
    twoheadrightarrowtail twoheaduparrow twoheaduparrowcircle twolowline twonotes typecolon ubrbrak ularc \
    ulblacktriangle ulcorner ultriangle uminus underbrace underbracket underleftarrow underleftharpoondown \
    underleftrightarrow underparen underrightarrow underrightharpoondown unicodecdots unicodeellipsis unlhd unrhd \
    upDigamma upand uparrow uparrowbarred uparrowoncircle upbackepsilon updasharrow updigamma updownarrow \
    updownarrowbar updownarrows updownharpoonleftleft updownharpoonleftright updownharpoonrightleft \
    updownharpoonrightright updownharpoonsleftright upfishtail upharpoonleft upharpoonleftbar upharpoonright \
    upharpoonrightbar upharpoonsleftright upin upint uplus uprightcurvearrow upsilon upuparrows upwhitearrow urarc \
    urblacktriangle urcorner urtriangle vBar vBarv vDash vDdash varVdash varbarwedge varbigtriangledown \
    varbigtriangleup varcarriagereturn varclubsuit vardiamondsuit vardoublebarwedge varepsilon varheartsuit \
    varhexagon varhexagonblack varhexagonlrbonds varisinobar varisins varkappa varlrtriangle varniobar varnis \
    varnothing varointclockwise varphi varpi varrho varsigma varspadesuit varstar varsubsetneq varsupsetneq \
    vartheta vartriangle vartriangleleft vartriangleright varveebar vbraceextender vbrtri vdash vdots vec vectimes \
    vee veebar veedot veedoublebar veeeq veemidvert veeodot veeonvee veeonwedge vert vertoverlay viewdata \
    vlongdash vrectangle vrectangleblack vysmblkcircle vysmblksquare vysmwhtcircle vysmwhtsquare vzigzag wedge \
    wedgebar wedgedot wedgedoublebar wedgemidvert wedgeodot wedgeonwedge wedgeq whitearrowupfrombar \
    whiteinwhitetriangle whitepointerleft whitepointerright whitesquaretickleft whitesquaretickright whthorzoval \
    whtvertoval wideangledown wideangleup widebreve widebridgeabove widecheck widehat wideoverbar widetilde \
    wideutilde wp wr xbsol xi xsol yen zcmp zeta zpipe zproject
    """
}
