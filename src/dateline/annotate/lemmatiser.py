"""Words with their tags in, lemmas out, by tables and rules (`dateline.languages.en.lemmas`).

The tags say which inflection to undo, so that no dictionary is needed: "wounded" VBN → wound, "wound" VBD → wind.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from dateline.languages.en import lemmas

_STEMS = tuple((re.compile(pattern), change) for pattern, change in lemmas.VERB_STEMS)


def _forms(table: str) -> Mapping[str, str]:
    """Return form → lemma from a table of `lemma form form; …`, one entry a line or between semicolons."""
    entries = [entry.split() for entry in table.replace("\n", ";").split(";") if entry.strip()]
    lone = {entry[0]: entry[0] for entry in entries if len(entry) == 1}
    return lone | {form: entry[0] for entry in reversed(entries) for form in entry[1:]}


_VERBS = _forms(lemmas.IRREGULAR_VERBS)
_BASES = frozenset(
    entry.split()[0] for entry in lemmas.IRREGULAR_VERBS.replace("\n", ";").split(";") if entry.split()
)
_PASTS = frozenset(form for form, base in _VERBS.items() if form != base and form.isalpha() and len(form) > 3)
_NOUNS = _forms(lemmas.IRREGULAR_NOUNS)
_DEGREES = _forms(lemmas.IRREGULAR_DEGREES)


@lru_cache(maxsize=100_000)
def lemma(word: str, upos: str, xpos: str) -> str:
    """Return the lemma of a word by its UPOS and PTB tag; proper nouns keep their capitals, others lose them."""
    undo = _CLASSES.get(upos)
    return word if undo is None else undo(word, xpos)


def function_word(word: str, xpos: str) -> str:
    """Return the lemma of a word of a closed class."""
    word = word.lower()
    if xpos == "PRP$" and word in lemmas.POSSESSIVES:
        return word
    return "'s" if xpos == "POS" and word == "s" else lemmas.FUNCTION_WORDS.get(word, word)


def capitalised(word: str) -> str:
    """Return the lemma with its capital if it's a people's or a creed's."""
    return word.capitalize() if word in lemmas.CAPITALISED else word


def modifier(word: str, xpos: str) -> str:
    """Return the lemma of an adjective or adverb; one in a name (New York) keeps its form."""
    return word if xpos == "NNP" else capitalised(degree(word.lower(), xpos))


def number(word: str, _xpos: str) -> str:
    """Return a number without the commas of its thousands, in lower case; an interjection likewise."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", word.lower())


def corrected(word: str, upos: str, xpos: str) -> str:
    """Return the PTB tag of a word, VBD for a past form that the model takes for a present one ("beheaded", "overran").

    Rare verbs are where the model errs; no English present ends in -ed but for the bases in `ED_BASES`.
    """
    low = word.lower()
    if upos != "VERB" or xpos != "VBP" or low in _BASES:
        return xpos
    regular = low.endswith("ed") and len(low) > 4 and low not in lemmas.ED_BASES
    return "VBD" if regular or low in _PASTS else xpos


def verb(word: str, xpos: str) -> str:
    """Return the infinitive of a verb form: its table entry, else the form without -s, -ed or -ing."""
    word = word.lower()
    known = lemmas.AMBIGUOUS_VERBS.get((word, xpos))
    if known is not None:
        return known
    if xpos in ("VB", "VBP") and word not in lemmas.FINITE_FORMS:
        return _prefixed(word) or word
    if word in _VERBS:
        return _VERBS[word]
    if xpos == "VBZ":
        return _without_s(word)
    return _prefixed(word) or _regular(word)


def _prefixed(word: str) -> str:
    """Return the lemma of re-, over-, out-, under- or un- before an irregular verb, or nothing."""
    match = re.match(r"(re|over|out|under|un|mis|fore|pre)-?(?!lying|tying)(.{4,})$", word)
    return word[: match.start(2)] + _VERBS[match[2]] if match and match[2] in _VERBS else ""


def _regular(word: str) -> str:
    for ending in ("ied", "ying", "ed", "ing", "in'"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            if ending == "ied":
                return stem + ("y" if len(stem) > 1 else "ie")
            if ending == "ying":
                return stem + "y"
            return _restored(stem) if re.search(r"[aeiouy]", stem) else word
    return word


def _restored(stem: str) -> str:
    """Return the stem with its silent e, or without its doubled consonant."""
    change = next((change for pattern, change in _STEMS if pattern.search(stem)), "")
    return stem[:-1] if change == "-" else stem + change


def _without_s(word: str) -> str:
    """Return a word without the -s of a plural or of the third person."""
    if word.endswith("ies") and len(word) > 3:
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if re.search(r"(ss|sh|ch|x|zz|[^aeiou]o|tz)es$", word):
        return word[:-2]
    if word.endswith(("focuses", "biases", "canvases")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def common(word: str, xpos: str) -> str:
    """Return the lemma of a common noun; a lone capital (vitamin C) stays."""
    low = word.lower()
    if low in lemmas.ABBREVIATIONS:
        return lemmas.ABBREVIATIONS[low]
    if len(word) == 1 and word != "i":
        return word
    return capitalised(noun(low) if xpos in ("NNS", "NNPS") else low)


def noun(word: str) -> str:
    """Return the singular of a plural common noun."""
    if word in _NOUNS:
        return _NOUNS[word]
    tail = next((form for form in ("women", "men", "wives", "children") if word.endswith(form)), "")
    if tail:
        return word.removesuffix(tail) + _NOUNS[tail]
    if re.search(r"\d(')?s$", word) or word.endswith("'s"):
        return word if word[-3:-2] == "0" or word[-2:-1] == "0" else re.sub(r"'?s$", "", word)
    if re.search(r"([rtpmnl]us|[io]cus|tus|bus|ias|las)es$", word):
        return word[:-2]
    return _without_s(word)


def proper(word: str, xpos: str) -> str:
    """Return a proper noun as it is written, plural ones without their ending."""
    if xpos != "NNPS":
        return lemmas.MONTHS.get(word.lower().rstrip("."), word) if len(word) > 2 else word
    single = noun(word.lower())
    return word[: len(single)] if word.lower().startswith(single) else word[0] + single[1:]


def degree(word: str, xpos: str) -> str:
    """Return the positive of a comparative or superlative adjective or adverb."""
    if xpos not in ("JJR", "JJS", "RBR", "RBS") or word in ("more", "most", "less", "least"):
        return lemmas.FUNCTION_WORDS.get(word, word) if xpos == "RB" else word
    if word in _DEGREES:
        return "well" if xpos.startswith("RB") and _DEGREES[word] == "good" else _DEGREES[word]
    stem = re.sub(r"(er|est)$", "", word)
    if stem.endswith("i") and len(stem) > 2:
        return f"{stem[:-1]}y"
    return _restored(stem) if re.search(r"(bb|dd|gg|mm|nn|pp|tt|[cvg])$", stem) else stem


_CLASSES: Mapping[str, Callable[[str, str], str]] = {
    **dict.fromkeys(("VERB", "AUX"), verb),
    **dict.fromkeys(("ADJ", "ADV"), modifier),
    **dict.fromkeys(("PRON", "DET", "PART", "ADP", "SCONJ", "CCONJ"), function_word),
    "NOUN": common,
    "PROPN": proper,
    "NUM": number,
    "INTJ": number,
}
