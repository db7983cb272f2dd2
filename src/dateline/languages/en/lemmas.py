"""English inflection as tables: irregular forms, and the rules that take a regular ending off.

Data only; `dateline.annotate.lemmatiser` applies it. Lemmas follow the conventions of the English treebanks
(an → a, n't → not, me → I, 's → be). Compiled for Dateline; measured on EWT dev in training/CARD.md.
"""

IRREGULAR_VERBS = """
arise arose arisen; awake awoke awoken; be am are is was were been being 's 're 'm ’s ’re ’m s r m re; bear bore borne born
beat beaten; become became; befall befell befallen; beget begot begotten; begin began begun; behold beheld; bend bent
beset; bet; bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred
bring brought; broadcast; build built; burn burnt; burst; bust; buy bought; cast; catch caught; choose chose chosen
cling clung; come came; cost; creep crept; cut; deal dealt; dig dug; dive dove; do does did done doing; draw drew drawn
dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt
fight fought; find found; fit; flee fled; fling flung; fly flew flown; forbid forbade forbidden; forecast
foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone
forsake forsook forsaken; freeze froze frozen; get got gotten; give gave given; go goes went gone
grind ground; grow grew grown; hang hung; have has had having 've ’ve ve; hear heard; hide hid hidden; hit; hold held
hurt; input; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt
leave left; lend lent; let; light lit; lose lost; make made; mean meant; meet met; mislead misled; mistake mistook mistaken
misunderstand misunderstood; mow mown; offset; outbid; outdo outdid outdone; overcome overcame; overhear overheard
override overrode overridden; overrun overran; oversee oversaw overseen; overtake overtook overtaken
overthrow overthrew overthrown; partake partook partaken; pay paid; plead pled; preset; prove proven; put; quit; read
rebuild rebuilt; redo redid redone; repay repaid; reset; retell retold; rethink rethought; rewrite rewrote rewritten; rid
ride rode ridden; ring rang rung; rise rose risen; run ran; saw sawn; say said; see saw seen; seek sought; sell sold
resell resold; send sent; set; sew sewn; shake shook shaken; shave shaven; shed; shine shone; shoot shot; show shown
shrink shrank shrunk; shut; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sling slung
slit; smell smelt; sneak snuck; sow sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt
spin spun; spit spat; split; spoil spoilt; spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck
sting stung; stink stank stunk; stride strode stridden; strike struck stricken; string strung; strive strove striven
swear swore sworn; sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn
tell told; think thought; throw threw thrown; thrust; tread trod trodden; undergo undergoes underwent undergone
understand understood; undertake undertook undertaken; undo undid undone; uphold upheld; upset; wake woke woken; waylay waylaid
wear wore worn; weave wove woven; wed; weep wept; wet; win won; wind wound; withdraw withdrew withdrawn
withhold withheld; withstand withstood; wring wrung; write wrote written
will 'll ’ll wo ll; would 'd ’d d; can ca; need need; shall sha; do du; may might; gon; go gon; get gotta; want wan; dye dyeing
die died dying; lie lied lying lain; tie tied tying; vie vied vying; untie untied untying; singe singeing; age ageing; free freed
agree agreed; disagree disagreed; guarantee guaranteed; decree decreed; oversee; flee; referee refereed
"""
"""Each entry: the lemma, then its irregular forms. A form that is also a lemma of its own keeps the last entry's."""

AMBIGUOUS_VERBS = {
    ("found", "VB"): "found", ("found", "VBP"): "found", ("saw", "VB"): "saw", ("ground", "VB"): "ground",
    ("bound", "VB"): "bound", ("wound", "VB"): "wound", ("lay", "VBD"): "lie", ("left", "VB"): "left",
    ("fell", "VB"): "fell", ("felt", "VB"): "felt", ("bore", "VB"): "bore", ("rose", "VB"): "rose",
    ("shot", "VB"): "shoot", ("might", "MD"): "might", ("'d", "VBD"): "have", ("’d", "VBD"): "have",
    ("'d", "VBN"): "have", ("'s", "VBZ"): "be", ("born", "VBN"): "bear", ("wounded", "VBN"): "wound",
}  # fmt: skip
"""(form, PTB tag) where the tag decides."""

FINITE_FORMS = frozenset(
    ["am", "are", "'m", "'re", "'ve", "’m", "’re", "’ve", "re", "r", "ve", "m", "wan", "gon", "du"]
)
"""Forms tagged as a base or a plain present that aren't their own lemma."""

IRREGULAR_NOUNS = """
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; louse lice; ox oxen
gunman gunmen; policeman policemen; policewoman policewomen; militiaman militiamen; spokesman spokesmen; fireman firemen
spokeswoman spokeswomen; serviceman servicemen; businessman businessmen; congressman congressmen; fisherman fishermen
chairman chairmen; Frenchman Frenchmen; Englishman Englishmen; crewman crewmen; airman airmen; rifleman riflemen
tribesman tribesmen; clergyman clergymen; salesman salesmen; seaman seamen; hitman hitmen; craftsman craftsmen
grandchild grandchildren; schoolchild schoolchildren; stepchild stepchildren; wife wives; life lives; knife knives
thief thieves; half halves; shelf shelves; wolf wolves; leaf leaves; loaf loaves; calf calves; self selves; elf elves
housewife housewives; midwife midwives; hoof hooves; scarf scarves; sheaf sheaves; crisis crises; analysis analyses
basis bases; thesis theses; hypothesis hypotheses; diagnosis diagnoses; axis axes; oasis oases; parenthesis parentheses
emphasis emphases; criterion criteria; phenomenon phenomena; medium media; datum data; bacterium bacteria
curriculum curricula; memorandum memoranda; stratum strata; alumnus alumni; fungus fungi; cactus cacti; nucleus nuclei
radius radii; stimulus stimuli; syllabus syllabi; appendix appendices; index indices; matrix matrices; vertex vertices
larva larvae; alga algae; vertebra vertebrae; formula formulae; penny pence;  die dice
passerby passersby; brother-in-law brothers-in-law; series; species; means; headquarters; barracks; crossroads; gallows
aircraft; spacecraft; hovercraft; sheep; deer; fish; news; physics; politics; mathematics; economics; ethics; athletics
police; people; cattle; folk folks; thanks; troops; regards; earnings; statistics; surroundings; feces; panties;
supplies; tropics; outskirts; ashes; remains; savings; belongings; whereabouts; logistics; congratulations; riches; clothes; pants; trousers; scissors; glasses; premises; proceeds
offspring; Swiss; Chinese; bus buses; gas gases; lens lenses; quiz quizzes; cookie cookies; movie movies; zombie zombies
calorie calories; pie pies; tie ties; lie lies; genie genies; prairie prairies; rookie rookies; selfie selfies
cache caches; ache aches; headache headaches; toothache toothaches; shoe shoes; toe toes; foe foes; canoe canoes
house houses; cause causes; use uses; excuse excuses; clause clauses; abuse abuses; spouse spouses; fuse fuses
pause pauses; warehouse warehouses; blouse blouses; muse muses; greenhouse greenhouses; niche niches; axe axes
cliche cliches; avalanche avalanches; size sizes; prize prizes; maze mazes; breeze breezes; gaze gazes; bronze bronzes
"""
"""Each entry: the lemma, then its irregular plurals; a lone word is its own lemma in every number."""

IRREGULAR_DEGREES = """
good better best; bad worse worst; far farther farthest further furthest; little; old elder eldest; large larger largest
late later latest; nice nicer nicest; safe safer safest; wide wider widest; close closer closest; strange stranger strangest
fine finer finest; rare rarer rarest; pure purer purest; sure surer surest; brave braver bravest; true truer truest
able abler ablest; simple simpler simplest; huge huger hugest; wise wiser wisest; rude ruder rudest; cute cuter cutest
severe severer severest; free freer freest; gentle gentler gentlest; humble humbler humblest; whole; lame lamer lamest
fierce fiercer fiercest; dense denser densest; white whiter whitest; blue bluer bluest; noble nobler noblest
tall taller tallest; small smaller smallest; full fuller fullest; cool cooler coolest; cheap cheaper cheapest
dull duller dullest; ripe riper ripest; loose looser loosest; tense tenser tensest; vague vaguer vaguest; pale paler palest
gross grosser grossest; ample ampler amplest; subtle subtler subtlest; remote remoter remotest; crude cruder crudest
"""
"""Each entry: the lemma, then its comparatives and superlatives that the rules would miss."""

FUNCTION_WORDS = {
    "an": "a", "n't": "not", "n’t": "not", "nt": "not", "'nt": "not", "me": "I", "i": "I", "him": "he", "her": "she",
    "us": "we", "them": "they", "'em": "they", "'s": "'s", "’s": "'s", "’": "'", "these": "this", "those": "that",
    "whom": "whom", "myself": "myself", "thee": "thou", "'ll": "will", "em": "they", "u": "you",
    "ya": "you", "y'": "you", "'til": "until", "til": "until", "thru": "through", "w/": "with", "b/c": "because",
    "w/o": "without", "cuz": "because", "'cause": "because", "coz": "because", "na": "to", "ta": "to", "'t": "it",
}  # fmt: skip
"""Words of closed classes whose lemma isn't their lower-case form; `her` as a possessive stays (see POSSESSIVES)."""

POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})

VERB_STEMS = (
    (r"^(add|ebb|err|egg|purr|boycott|odd)$", ""),
    (r"(mimic|panic|traffic|picnic|frolic)k$", "-"),
    (r"^(re|be)?(t|w|h|p)ast$", "e"),
    (r"(quot|guid|suad|supersed|massacr|extradit|nam)$", "e"),
    (r"(air|debut)$", ""),
    (r"(bb|dd|gg|mm|nn|pp|rr|tt|vv|kk)$", "-"),
    (
        r"(controll|compell|rebell|propell|expell|repell|dispell|excell|cancell|travell|labell|signall|fuell|patroll)$",
        "-",
    ),
    (
        r"(enroll|fulfill|modell|quarrell|channell|levell|marshall|tunnell|totall|equall|diall|counsell|unravell)$",
        "-",
    ),
    (r"^(focuss|biass|bus|gass)$", "-"),
    (r"quizz$", "-"),
    (r"(focus|bias|canvas|^bus|^gas|quiz|chat|format|combat)$", ""),
    (r"^(ach|cach)$", "e"),
    (r"(breath|bath|loath|sooth|cloth|seeth|teeth|sheath)$", "e"),
    (r"(er-|^h|^inh|^exh)al$", "e"),
    (r"(v|u|c|iz|yz|dg|rg|lg|eez|oz|az|uz|itz|nz)$", "e"),
    (r"(ss|sh|ch|x|w|y|ow|aw|ew|oo|ee)$", ""),
    (r"[^aeiou]s$|[aeiou]s$", "e"),
    (
        r"(pr|cr|r|st)?(chang|rang|exchang|arrang|plung|lung|hing|sing(?=x)|cring|fring|ting(?=x)|bing|veng|leng|loung)$",
        "e",
    ),
    (r"ng$", ""),
    (r"[aeiou]g$", "e"),
    (r"(^cre|^re-cre|^recre|^procre|[^eo])at$", "e"),
    (r"[eo]at$", ""),
    (r"[bcdfgkpstz]l$", "e"),
    (r"(interf|adh|persev|^rev|coh)er$", "e"),
    (r"(expl|ign|rest|impl|depl|^ad|^st|^sc|^b|^sn|^c|^g)or$", "e"),
    (r"(sug|pill|coll)ar$", ""),
    (r"([^eo])ar$", "e"),
    (r"ir$", "e"),
    (r"(our|mur|lur(?=k)|eur)$", ""),
    (r"ur$", "e"),
    (r"(ear|eer|oar|oor|air|er|or)$", ""),
    (r"[aeiou]{2}[^aeiou]$", ""),
    (r"(prov|dec|res|div|gu|coll|coinc|subs|conf|overr|outs|pres|as|str|sl|h|r|t|gl|b|ch)id$", "e"),
    (r"(ud|ad|od)$", "e"),
    (r"(conc|prec|rec|sec|acc|imp|interc|superc)ed$", "e"),
    (r"(ut)$", "e"),
    (r"(inv|rec|exc|ign|inc|exped|wr|desp|sm)it$|^(re)?(un|c|b|k|s|wh|sp)it$", "e"),
    (r"(compl|del|comp|secr|depl|^m)et$", "e"),
    (r"(prom|dev|qu|den|em|^v|^n|^d|outv)ot$", "e"),
    (r"(con|inter|contra|super)ven$", "e"),
    (r"(exam|term|comb|imag|def|decl|derm|tl|dl|ml|ref|conf|incl|discipl|rtw|quarant)in$", "e"),
    (r"^(m|l|d|f|sh|wh|p|w|tw|rel|al|re?m|sh|tw|undef)in$", "e"),
    (r"(postp|cond|eph)on$|^(t|ph|st|cl|dr|z|h|at|b)on$", "e"),
    (r"^(comm|imm|t|pr|att|fin[e-]?t)un$", "e"),
    (r"(esc|sh|dr|sc|scr|deot)ap$|^(t|r|gr)ap$", "e"),
    (r"^(h|c|sl|gr|el|sc|d|r|p|m)op$", "e"),
    (r"^(w|p|sw|r|str|gr|sn|t)ip$", "e"),
    (r"(yp|up)$", "e"),
    (r"[^aeiou][aiou]k$", "e"),
    (r"(comp|reconc|prof|stockp|^f|^p|^t|^w|sm|^rev|^def|^ex|gu)il$", "e"),
    (r"(cons|caj|^p|^h|par|^d)ol$", "e"),
    (r"(ul|yl)$", "e"),
    (r"(inh|exh|sc|^st|imp)al$", "e"),
    (r"(welc|bec|overc|c|outc|inc)om$", "e"),
    (r"(um|ym)$", "e"),
    (r"(fl|bl|sh|fr|^n|^ren|^t|^g|^l)am$", "e"),
    (r"^(subl|t|pr|ch|gr|m)im$", "e"),
    (r"(ib|ob|ub|yb|ab)$", "e"),
    (r"^(th|sch)em$", "e"),
    (r"([aiou]f)$", "e"),
    (r"^[^aeiou]*[aeiouy][^aeiouwxy]$", "e"),
)
"""What is left of a verb without -ed or -ing (stopp, caus, visit) → "-" drop the last letter, "e" add one, "" leave it.
The first pattern that matches decides; none leaves the stem. Order: exceptions, doubling, sure endings, then the rest."""

CAPITALISED = frozenset(
    [
        "afghan",
        "african",
        "albanian",
        "algerian",
        "american",
        "arab",
        "arabian",
        "arabic",
        "argentinian",
        "armenian",
        "asian",
        "australian",
        "austrian",
        "azerbaijani",
        "bahraini",
        "bangladeshi",
        "basque",
        "belgian",
        "bosnian",
        "brazilian",
        "british",
        "bulgarian",
        "burmese",
        "buddhist",
        "cambodian",
        "canadian",
        "catholic",
        "chechen",
        "chilean",
        "chinese",
        "christian",
        "colombian",
        "congolese",
        "coptic",
        "croatian",
        "cuban",
        "cypriot",
        "czech",
        "danish",
        "dutch",
        "egyptian",
        "english",
        "eritrean",
        "estonian",
        "ethiopian",
        "european",
        "filipino",
        "finnish",
        "french",
        "georgian",
        "german",
        "greek",
        "haitian",
        "hindu",
        "hungarian",
        "indian",
        "indonesian",
        "iranian",
        "iraqi",
        "irish",
        "islamic",
        "islamist",
        "israeli",
        "italian",
        "japanese",
        "jewish",
        "jordanian",
        "kashmiri",
        "kenyan",
        "korean",
        "kurdish",
        "kuwaiti",
        "latin",
        "lebanese",
        "liberian",
        "libyan",
        "lithuanian",
        "malaysian",
        "malian",
        "mexican",
        "moroccan",
        "muslim",
        "nazi",
        "nepalese",
        "nigerian",
        "norwegian",
        "omani",
        "pakistani",
        "palestinian",
        "persian",
        "peruvian",
        "polish",
        "portuguese",
        "qatari",
        "roman",
        "romanian",
        "russian",
        "rwandan",
        "saudi",
        "scottish",
        "serbian",
        "shia",
        "shiite",
        "sikh",
        "somali",
        "soviet",
        "spanish",
        "sudanese",
        "sunni",
        "swedish",
        "swiss",
        "syrian",
        "tajik",
        "taliban",
        "tamil",
        "thai",
        "tibetan",
        "tunisian",
        "turkish",
        "turkmen",
        "ugandan",
        "ukrainian",
        "uzbek",
        "venezuelan",
        "victorian",
        "vietnamese",
        "welsh",
        "yazidi",
        "yemeni",
        "zionist",
    ]
)
"""Adjectives and nouns that keep a capital."""

MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "aug": "August", "sep": "September",
    "sept": "September", "oct": "October", "nov": "November", "dec": "December", "mon": "Monday", "tue": "Tuesday",
    "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday",
}  # fmt: skip
"""Abbreviated months and weekdays, without the stop."""

ABBREVIATIONS = {
    "am": "a.m.", "pm": "p.m.", "etc": "etc.", "hrs": "hour", "yrs": "year", "mins": "minute", "st.": "street",
}  # fmt: skip
"""Common nouns written short."""

ED_BASES = frozenset(
    "need feed speed breed bleed exceed succeed proceed heed weed seed shed shred embed wed bed accede concede precede recede".split()
)
"""Verbs whose present ends in -ed, so that it says nothing of the past."""
