"""Tables of English words that attribute: verbs by the frame in which they do, nouns, prepositions.

A verb is listed where news uses it to give somebody's words or views. The lists started from the cues that were
counted in the training part of PolNeAR (Newell, Margolin and Ruths 2018), each kept if more than about half of its
uses there attribute, and were widened to the verbs of situation reports, communiqués and transcripts. All entries
are lemmas in lower case, the British spelling beside the American one.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEAKING = _words(
    "say tell add write report announce state claim allege assert argue insist maintain contend note observe remark "
    "comment explain reply respond answer declare warn caution stress emphasise emphasize point acknowledge admit "
    "concede confess confirm deny estimate predict forecast promise vow pledge swear threaten boast brag complain "
    "lament recall recount testify confide conclude suggest imply hint indicate signal reveal disclose reiterate repeat "
    "tweet post email mention advise assure inform notify remind brief proclaim affirm reaffirm aver opine posit "
    "speculate clarify specify continue counter retort quip joke underline underscore highlight pronounce attest "
    "certify communicate relay message telegraph broadcast cable narrate relate describe "
    "charge protest object"
)
"""Verbs of saying: a clause or a quotation is their object ("said that ...", '"...", said X', "X, he says, ...")."""

THINKING = _words(
    "think believe know fear hope expect suspect doubt feel understand assume reckon consider imagine guess suppose "
    "learn find hear show worry agree judge calculate determine establish decide hold figure bet anticipate caution "
    "wonder demonstrate document realise realize recognise recognize see read want"
)
"""Verbs of holding and finding out: they attribute only with a finite clause ("analysts believe that ...")."""

OWN_VOICE = _words(
    "know realise realize recognise recognize see read want show demonstrate determine establish decide"
)
"""Verbs whose clause the writer vouches for, or that give no claim: they make no frame of an indirect quote."""

UTTERING = _words(
    "go begin start shout cry yell scream laugh smile sigh sob whisper mutter murmur mumble ask wonder inquire enquire "
    "chant sing pray intone interrupt interject exclaim thunder fume plead beg muse gasp groan grumble growl bark snap "
    "scoff sneer tease text reflect venture volunteer urge offer implore chime finish conclude persist ponder query "
    "rail rage read put ring run quote warn speak wail weep call scrawl sign paint rule decree stipulate demand propose recommend"
)
"""Verbs that give somebody's words only with a quotation ('"Run!" she shouted')."""

NAMING = _words(
    "call term describe dub label brand characterise characterize deem portray denounce decry hail refer style "
    "designate christen deride mock view see regard paint cast liken compare depict"
)
"""Verbs whose complement is somebody's own word for a thing ('what he called "a farce"')."""

TAKING_SIDES = _words(
    "accuse blame condemn criticise criticize reject dismiss praise slam blast thank deplore demand urge ask appeal "
    "implore beg beseech plead press exhort order instruct command invite encourage vow pledge promise threaten defend "
    "deny rebuke rebut refute scold attack lambast lambaste denounce welcome mourn salute bemoan lament decry cite "
    "invoke express voice issue release publish circulate chant carry bear "
    "hope seek want speak talk boast apologise apologize complain acknowledge admit justify credit congratulate "
    "assail castigate ridicule rail lash attribute propose offer advocate insist declare hear rant joke"
)
"""Verbs that attribute a quoted piece in their complement ('accused "outlaw groups" of ...', 'begs for "boots"')."""

COUNTING = _words("put count log record tally estimate document register number verify list report place")
"""Verbs with which a source gives a number ("the NUG counts 68 air raids", "he put the dead at 31")."""

ANNOUNCING = _words("report confirm announce allege recount detail")
"""Verbs whose plain object is what their subject says ("reported an attack", "confirmed the deaths")."""

ANSWERING = _words(
    "claim charge accuse blame condemn denounce arrest detain indict convict sentence arraign jail deny investigate"
)
"""Verbs for what follows an attack: a day beside them is their own ("claimed responsibility on Tuesday for an attack")."""

HEARSAY_VERBS = _words(
    "say report believe think know claim allege rumour rumor understand presume estimate suspect assume consider deem "
    "hold repute tell profess purport expect"
)
"""Verbs which, in the passive with an infinitive, attribute ("is believed to have fled"), and "claims to have ..."."""

RELAYING = _words("quote cite echo paraphrase relay")
"""Verbs with which one speaker passes on another's words: their object is the inner speaker."""

INVERTING = _words(
    "say add write reply respond ask note explain continue tweet declare recall remark observe report announce warn "
    "argue claim state comment conclude insist answer joke shout admit agree begin quip laugh exclaim read chant suggest "
    "cry yell posit complain lament muse"
)
"""Verbs that may stand before their subject after a quotation ('"...", said X')."""

PLATFORMS = _words("telegram whatsapp facebook twitter instagram tiktok youtube vkontakte weibo")
"""Where claims are posted; written like places, and after "on" like targets."""

MEDIA = _words(
    "statement report communique communiqué release message letter email e-mail memo memorandum post tweet text video "
    "audio recording note banner leaflet pamphlet poster sign placard flyer manifesto editorial commentary article "
    "column blog speech address sermon interview testimony affidavit complaint lawsuit filing indictment document "
    "transcript bulletin dispatch cable headline broadcast voicemail announcement declaration resolution ruling decree "
    "decision order survey study poll account tally count list dossier brief briefing book diary caption figure "
    "figures data record statistics website channel page"
)
"""Things that carry words: as a subject they speak for their author, after "in" they say where words were said."""

CONTENT_NOUNS = _words(
    "statement claim allegation assertion report announcement declaration warning suggestion belief view opinion fear "
    "concern hope suspicion conviction argument contention accusation charge denial promise pledge vow threat admission "
    "acknowledgement acknowledgment confession conclusion finding assumption prediction forecast rumour rumor notion "
    "idea theory version assurance insistence complaint criticism remark comment observation testimony news word "
    "speculation impression estimate assessment expectation revelation confirmation hint boast"
)
"""Nouns that take a that-clause which is somebody's claim ("the claim by X that ...")."""

ANNOUNCED = CONTENT_NOUNS | _words(
    "message statement toll point answer reply case story letter communiqué communique"
)
"""Nouns after which a colon opens what their author says ("a message from X: it would ...", "revised the toll: ...")."""

HANDLING = _words(
    "make issue give express voice repeat offer reach have raise hold share put float air advance publish "
    "release circulate send post distribute"
)
"""Verbs whose subject is the author of the claim that is their object ("X made the claim that ...")."""

RECKONINGS = _words(
    "count reckoning estimate tally account admission telling calculation version assessment view opinion book "
    "words figures figure numbers statistics eyes judgment judgement estimation definition description"
)
"""Nouns after "by", "in", "on" and a genitive that attribute what stands beside them ("by his account")."""

NAMERS = _words(
    "alias aka a.k.a. nicknamed nickname codenamed codename code-named dubbed named called titled entitled headlined "
    "captioned known tagged hashtag word words term phrase expression epithet sobriquet moniker"
)
"""Words after which quotation marks hold a name or a word as such, not speech."""

WORKS = _words(
    "film movie book novel song album play poem painting series episode show documentary essay article magazine "
    "newspaper exhibition operation programme program project campaign track single game"
)
"""Kinds of works and undertakings whose names stand in quotation marks."""

COMMENTING = _words("contradict echo cite refer confirm rebut quote raise bring repeat reverse dispute")
"""Participles after a comma with which the writer, not the speaker, goes on ("..., contradicting an earlier report")."""

REPRODUCED = _words(
    "communiqué communique statement text letter declaration message release manifesto bulletin resolution testimony "
    "transcript note"
)
"""Nouns for a text that is reproduced whole in the paragraphs after its introduction."""

WHOLE = (
    "in full",
    "full text",
    "the text of",
    "as follows",
    "the following",
    "reproduce",
    "in translation",
    "verbatim",
)
"""Phrases that say that a text follows whole ("the communiqué that we reproduce here")."""

CLOSING = (
    "so far the",
    "so far its",
    "end of",
    "ends",
    "here ends",
    "end statement",
    "-30-",
    "the statement ends",
)
"""How the paragraph after a reproduced text begins."""

RESUMING = (
    "of these",
    "of those",
    "of them",
    "for example",
    "for instance",
    "in the same",
    "in all",
    "in total",
    "minutes later",
    "moments later",
    "hours later",
    "seconds later",
    "shortly afterwards",
    "shortly after",
    "a further",
    "at least",
    "all of them",
    "none of",
    "most of",
    "some of",
    "the rest",
    "another",
    "others",
    "they",
    "both",
    "then",
)
"""Beginnings of a sentence that goes on from the one before, whose speaker it then shares."""
