"""English words that show that a word of violence means none: accidents, nature, illness, abuse, dismissal, stories."""

from __future__ import annotations

NATURE = frozenset(
    "storm hurricane cyclone typhoon tornado gale flood flooding landslide mudslide rockslide avalanche earthquake quake tremor "
    "tsunami wildfire bushfire lightning thunder thunderstorm heatwave drought blizzard hail volcano lava wave tide "
    "lion leopard tiger elephant hippo hippopotamus crocodile alligator shark bear snake hyena dog bull bee wasp wolf "
    "virus disease cancer cholera measles malaria ebola covid coronavirus famine hunger outbreak epidemic pandemic influenza flu "
    "infection illness stroke pneumonia".split()
)
"""What harms people and attacks nobody."""

ACCIDENTS = frozenset("collide capsize derail overturn plunge erupt skid veer crash".split())
"""Verbs of accidents, under which a verb of harm only counts the victims."""

ACCIDENTAL = frozenset("gas boiler firework fireworks factory mine dust silo transformer".split())
"""What explodes by itself when an explosion is called after it."""

ILLNESSES = frozenset(
    "heart asthma panic anxiety epileptic ischaemic cyber computer virus ransomware phishing malware hacker".split()
)
"""What is before "attack" when no one is hurt by force."""

ABSTRACT = frozenset(
    "budget policy plan record idea bill law proposal report decision inflation poverty corruption disease problem deficit "
    "reform tax pension wage myth theory theme deal price cost reserve profit share currency vote manifesto motion amendment "
    "protein cell gene tumour tumor sector".split()
)
"""What only words attack."""

DISMISSING = frozenset(
    "minister secretary coach manager chief adviser aide official head director executive general governor editor staff worker employee".split()
)
"""People who are "fired" from an office."""

FILMED = frozenset(
    "documentary film video movie scene picture photo photograph footage advert clip goal glance look par basket".split()
)
"""What is "shot" without a shot."""

SALUTES = frozenset("salute broadside question imagination warning starter cannonade flare blank".split())
"""What is "fired" and hits nobody."""

STORIES = frozenset(
    "novel play film movie drama opera thriller tale fiction musical sitcom episode painting exhibition museum documentary".split()
)
"""What tells of violence that did not happen, or long ago."""

PEACEFUL = frozenset(
    "save keep win help protect preserve stay rescue defend raise contain regain maintain overcome".split()
)
"""What somebody "fights" to do."""

SHARP_WORDS = frozenset(
    "fierce scathing verbal stinging blistering withering veiled personal rhetorical".split()
)
"""Which "attacks" are of words."""

PITCH = frozenset(
    "goalkeeper striker midfielder defender winger referee penalty penalties header corner offside halftime kick-off kickoff "
    "equaliser equalizer wicket batsman bowler innings quarterback touchdown league semifinal semi-final quarterfinal "
    "goals scored scorer".split()
) | frozenset({"wing", "midfield", "bench", "pitch"})
"""Words of matches, one of which makes a word of violence in the same sentence one of sport."""
