"""Names of outlets: the well-known agencies and papers, and the words by which other outlets' names are told.

Every row is general knowledge of the press; an outlet's own page says how it calls itself. Used for telling whose
reporting a text repeats, never for judging it.
"""

from __future__ import annotations

import re

WELL_KNOWN = (
    ("Reuters", "Thomson Reuters"),
    ("Associated Press", "AP", "The AP"),
    ("Agence France-Presse", "AFP", "Agence France Presse"),
    ("Deutsche Presse-Agentur", "dpa", "DPA"),
    ("EFE", "Agencia EFE"),
    ("ANSA",),
    ("Kyodo", "Kyodo News"),
    ("Yonhap", "Yonhap News Agency"),
    ("Xinhua", "Xinhua News Agency"),
    ("Global Times",),
    ("TASS", "ITAR-TASS"),
    ("RIA Novosti", "RIA"),
    ("Interfax", "Interfax-Ukraine"),
    ("Ukrinform",),
    ("Ukrainska Pravda",),
    ("Kyiv Independent",),
    ("Anadolu Agency", "Anadolu", "AA"),
    ("Demiroren News Agency", "DHA"),
    ("Hurriyet",),
    ("SANA", "Syrian Arab News Agency"),
    ("Syrian Observatory for Human Rights", "SOHR"),
    ("IRNA", "Islamic Republic News Agency"),
    ("Fars News Agency", "Fars"),
    ("Tasnim", "Tasnim News Agency"),
    ("Mehr News Agency", "Mehr"),
    ("ISNA",),
    ("Press TV",),
    ("Shafaq News",),
    ("Rudaw",),
    ("Kurdistan 24", "Kurdistan24"),
    ("Iraqi News Agency", "INA"),
    ("Al Sumaria", "Alsumaria"),
    ("Saba", "Saba News Agency"),
    ("Al Masirah", "Al-Masirah", "Almasirah"),
    ("Al Jazeera", "Al-Jazeera", "Aljazeera"),
    ("Al Arabiya", "Al-Arabiya"),
    ("Al Mayadeen", "Al-Mayadeen"),
    ("Al-Manar", "Al Manar"),
    ("Al Hadath", "Al-Hadath"),
    ("Asharq Al-Awsat",),
    ("Saudi Press Agency", "SPA"),
    ("Emirates News Agency", "WAM"),
    ("National News Agency", "NNA"),
    ("L'Orient Today",),
    ("Wafa", "WAFA"),
    ("MENA", "Middle East News Agency"),
    ("Middle East Eye",),
    ("Haaretz",),
    ("Ynet",),
    ("Jerusalem Post",),
    ("Times of Israel",),
    ("Kan", "Kan News"),
    ("Tolo News", "TOLOnews"),
    ("Khaama Press",),
    ("Pajhwok", "Pajhwok Afghan News"),
    ("Bakhtar News Agency", "Bakhtar"),
    ("Dawn",),
    ("Geo News",),
    ("Express Tribune",),
    ("Press Trust of India", "PTI"),
    ("ANI",),
    ("IANS",),
    ("NDTV",),
    ("The Hindu",),
    ("The Irrawaddy", "Irrawaddy"),
    ("Myanmar Now",),
    ("Mizzima",),
    ("Democratic Voice of Burma", "DVB"),
    ("Khit Thit Media", "Khit Thit"),
    ("Rappler",),
    ("BenarNews",),
    ("Antara",),
    ("Bernama",),
    ("Garowe Online",),
    ("Shabelle Media", "Radio Shabelle"),
    ("Radio Dalsan",),
    ("Somali National News Agency", "SONNA"),
    ("Horseed Media",),
    ("Addis Standard",),
    ("Radio Dabanga", "Dabanga"),
    ("Sudan Tribune",),
    ("SUNA",),
    ("Premium Times",),
    ("Daily Trust",),
    ("HumAngle",),
    ("News Agency of Nigeria", "NAN"),
    ("Vanguard",),
    ("The Punch",),
    ("Channels Television", "Channels TV"),
    ("Radio Okapi",),
    ("Actualite.cd",),
    ("Studio Tamani",),
    ("Radio France Internationale", "RFI"),
    ("France 24",),
    ("Jeune Afrique",),
    ("BBC", "British Broadcasting Corporation", "BBC News"),
    ("CNN",),
    ("NBC News", "NBC"),
    ("CBS News", "CBS"),
    ("ABC News",),
    ("Fox News",),
    ("NPR", "National Public Radio"),
    ("PBS NewsHour", "PBS"),
    ("Voice of America", "VOA"),
    ("Radio Free Europe/Radio Liberty", "RFE/RL", "Radio Free Europe"),
    ("Radio Free Asia", "RFA"),
    ("Deutsche Welle", "DW"),
    ("Der Spiegel", "Spiegel"),
    ("Bild",),
    ("Le Monde",),
    ("Le Figaro",),
    ("Liberation",),
    ("El Pais", "El País"),
    ("El Mundo",),
    ("El Universal",),
    ("El Tiempo",),
    ("El Espectador",),
    ("Milenio",),
    ("La Jornada",),
    ("Reforma",),
    ("Proceso",),
    ("Caracol Radio",),
    ("Clarin",),
    ("Folha de S.Paulo", "Folha"),
    ("O Globo",),
    ("Corriere della Sera",),
    ("La Repubblica",),
    ("New York Times", "NYT", "NY Times"),
    ("Washington Post", "WaPo", "WP"),
    ("Washington Times", "WT"),
    ("Wall Street Journal", "WSJ"),
    ("Los Angeles Times", "LA Times"),
    ("USA Today",),
    ("Politico",),
    ("Axios",),
    ("Bloomberg", "Bloomberg News"),
    ("Newsweek",),
    ("Foreign Policy",),
    ("The Economist",),
    ("The Atlantic",),
    ("The Intercept",),
    ("The Guardian", "Guardian"),
    ("The Independent",),
    ("The Telegraph", "Daily Telegraph"),
    ("Daily Mail",),
    ("Financial Times", "FT"),
    ("Sky News",),
    ("ITV News", "ITV"),
    ("CBC", "CBC News"),
    ("Meduza",),
    ("Kommersant",),
    ("Novaya Gazeta",),
    ("Rossiya 24",),
    ("Sputnik",),
    ("RT", "Russia Today"),
    ("Mediazona",),
    ("KCNA", "Korean Central News Agency"),
    ("NHK",),
    ("South China Morning Post", "SCMP"),
    ("Nikkei",),
    ("Bellingcat",),
    ("SITE Intelligence Group", "SITE"),
    ("Amaq", "Amaq News Agency"),
)
"""A name as it is shown, then its other forms."""

BY_FORM = {form.casefold(): names[0] for names in WELL_KNOWN for form in names}

AMBIGUOUS = frozenset(
    [
        "AA",
        "Fars",
        "Mehr",
        "Saba",
        "Kan",
        "Dawn",
        "Vanguard",
        "Sputnik",
        "SITE",
        "SPA",
        "RIA",
        "MENA",
        "Reforma",
        "Proceso",
        "Bild",
        "Guardian",
        "Independent",
        "RT",
        "DW",
        "FT",
        "WP",
        "WT",
        "Spiegel",
        "Liberation",
        "EFE",
        "INA",
        "NAN",
        "NNA",
        "DHA",
        "ISNA",
        "Folha",
        "AP",
        "Rudaw",
        "Irrawaddy",
        "Anadolu",
        "Hurriyet",
        "CBC",
        "NBC",
        "CBS",
        "PBS",
        "ANI",
        "NPR",
    ]
)
"""Forms that are words, names or initials of other things too: believed in brackets after a place and after
"Source:", and beside a verb of reporting only where they are names in capitals of three letters or more."""

NAMED_BY_END = (
    r"(?:Times|News(?: Agency| Network| Service| Channel)?|Press Agency|Tribune|Gazette|Herald|Chronicle|Courier|Dispatch|Bulletin|"
    r"Journal|Telegraph|Telegram|Ledger|Wire|Newswire|Examiner|Inquirer|Standard|Mirror|Daily|Weekly|Magazine|Radio|TV|Television|"
    r"Broadcasting(?: Corporation| Service| Company)?|FM|Media(?: Network| Group| Center| Centre| Office)?|Newspaper|Post|Press|Voice|"
    r"Online|Reporter|Echo|Sentinel|Enquirer|"
    r"(?:Evening|Morning|Daily|Sunday|Weekly) (?:Mail|Star|Sun|Express|Record|Leader|Monitor|Observer|Independent|Nation|Trust|Graphic|Review|Argus|Advertiser|Citizen))"
    r"(?: (?:Citizen|Argus|Sentinel|Banner|Union|Star|Sun|Leader|Record|Advocate|Democrat|Republican|Press|Herald|Courier|\d{1,2}))?"
)
"""Last words of outlets' names. "Agency", "Monitor" and "Observer" alone end the names of too many others."""

NAMED_BY_START = r"(?:Radio|TV|Televisión|Canal|Channel|Daily|Voice of|Voz de|Voz del|Diario|El Diario|Agence|Agencia|Noticias)"
"""First words of outlets' names."""

NOT_OUTLETS = re.compile(
    r"(?:Border|Command|Guard|Military|Army|Police|Trading|Check|Security|Observation|Outpost|First|Last|Army|Navy|Force|Bench|Social) Post"
    r"|(?:Hot|Barbed|Razor|Trip|High) Wire|(?:Social|State|Local|Foreign|Western|International|National|Israeli|Iranian|Russian|Iraqi|Government) Media"
    r"|(?:Security|Gold|Military|Living|Double) Standard|.* Telegram Channel|(?:Breaking|Latest|Fake|Good|Bad|Local) News|(?:Modern|Hard|End|Recent|Ancient|Medieval) Times"
    r"|.*Medical Examiner|Military Radio|Two-way Radio|(?:Weekly|Daily|Monthly|Press|Status|Security|Situation|Operational|Information) (?:Bulletin|Dispatch|Press|Journal)"
    r"|(?:By|On) (?:Radio|Television|TV|Telegram)|Trip Wire|(?:The|A|An|His|Her|Its|Their) (?:Press|Daily|Post|Voice|Wire|Star|Standard|Mirror|Radio|Television|TV|Media|Weekly|Magazine|Newspaper|Today|Online|Bulletin|Dispatch|Journal)"
)
"""Look like outlets' names and are none."""

KINDS = (
    r"(?:newspaper|daily|weekly|paper|broadcaster|news agency|press agency|news wire|newswire|wire service|news website|news site|"
    r"news portal|news outlet|website|radio station|radio|television station|television channel|television network|TV station|TV channel|"
    r"TV network|channel|tabloid|magazine|news channel|news network|media outlet|news service|monthly)"
)
"""What kind of outlet a name belongs to, as an apposition says it."""
