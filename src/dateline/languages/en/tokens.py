"""Tables for splitting English text into sentences and words, after the conventions of UD English-EWT and GUM."""

from __future__ import annotations

PREFIXES = frozenset(
    "anti counter cross co e ex extra fore hyper inter intra macro micro mid mini mis multi non over para post pre pro "
    "proto pseudo quasi re semi sub super supra trans tri ultra un under uni".split()
)
"""First parts that a hyphen joins to the rest as one word (counted in EWT and GUM)."""

TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpl sgt cmdr adm brig sen rep gov pres rev hon st messrs sr jr fr insp supt".split()
)
"""Abbreviations that a name follows, so that their stop never ends a sentence."""

ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun "
    "no nos vs etc inc ltd corp co bros e.g i.e cf al approx dept est ft mt u.s u.n u.k e.u d.c a.m p.m ph.d u.s.a "
    "ariz calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt "
    "wash wis wyo ala ark del".split()
)
"""Other abbreviations written with a stop; a capital after one may or may not start a sentence."""

CLITICS = ("n't", "n’t", "'s", "’s", "'m", "’m", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d")
"""Endings that are words of their own."""

CONTRACTIONS = {"cannot": (3,), "gonna": (3,), "wanna": (3,), "gotta": (3,)}
"""Words written as one that are two: the offsets where the next word starts."""

UNITS = frozenset("km m mm cm kg g lb ft mph kph am pm mm kmh bn".split())
"""Units that are split off the digits before them."""

SENTENCE_STARTERS = frozenset(
    "the a an he she it they we i you his her its their this that these those there in on at by for from after before "
    "since when while but and however meanwhile police officials some many two three four five".split()
)
"""Words which, capitalised after an abbreviation, start a sentence."""
