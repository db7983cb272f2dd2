"""Rows of cases for the rules that read dates, relays, paragraphs, boilerplate, encodings and languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from textwrap import fill

import pytest

from dateline.intake.boilerplate import body_of, is_boilerplate
from dateline.intake.dates import date_in_dateline, date_in_url, is_date_line, parse_published
from dateline.intake.encoding import decode
from dateline.intake.language import language_of
from dateline.intake.paragraphs import looks_like_title, paragraphs_of, title_and_body
from dateline.intake.relays import find_relays, opening_outlet

from . import samples

LATEST = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-07-25", datetime(2021, 7, 25, tzinfo=UTC)),
        ("2021-07-25T15:17:02Z", datetime(2021, 7, 25, 15, 17, 2, tzinfo=UTC)),
        ("Sun, 25 Jul 2021 15:17:02 +0000", datetime(2021, 7, 25, 15, 17, 2, tzinfo=UTC)),
        ("25 July 2021", datetime(2021, 7, 25, tzinfo=UTC)),
        ("Sunday, July 25, 2021", datetime(2021, 7, 25, tzinfo=UTC)),
        ("Sept. 3, 2021", datetime(2021, 9, 3, tzinfo=UTC)),
        ("25/07/2021", datetime(2021, 7, 25, tzinfo=UTC)),
        ("25.07.2021", datetime(2021, 7, 25, tzinfo=UTC)),
    ],
)
def test_dates_in_fields(value: str, expected: datetime) -> None:
    assert parse_published(value) == expected


@pytest.mark.parametrize(
    "value", ["", "2021-13-45", "2021-02-30", "yesterday", "July 2021", "07/08/2021", "0001-01-01"]
)
def test_what_is_no_date(value: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        parse_published(value)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KABUL, 14 July 2020 (Agency) - Two bombs went off", "2020-07-14"),
        ("July 25, 2021 - Something happened", "2021-07-25"),
        ("By Staff Reporter | 3 March 2022", "2022-03-03"),
        ("LIVE: Convoy ambushed, 10 June 2021", "2021-06-10"),
        ("HERAT, 24 Saratan 1399 (14 July 2020). Since dawn", "2020-07-14"),
        ("Published: Sunday, 25 July 2021 15:17", "2021-07-25"),
        ("GENEVA / KABUL (3 March 2022) – The office", "2022-03-03"),
        ("Erbil (Agency), 3 May 2021 — Two", "2021-05-03"),
        ("Situation Report No. 4, 12 March 2022", "2022-03-12"),
        ("Maiduguri, Nigeria, Sept. 3, 2021 -- A bomb", "2021-09-03"),
        ("BAGHDAD, July 25 (Agency) - A year is missing", None),
        ("On 14 July 2020, soldiers entered", None),
        ("In Kabul, 14 July 2020 was a day", None),
        ("The ministry said on July 3, 2021, that", None),
        ("Soldiers were killed on 3 March 2022 - the day", None),
        ("Reporting period: 1 to 30 September 2021.", None),
        ("KABUL, 14 July 2030 (Agency) - Not yet", None),
    ],
)
def test_dates_of_datelines(line: str, expected: str | None) -> None:
    found = date_in_dateline(line, LATEST)
    assert (found.date().isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sunday, 25 July 2021 15:17 GMT", True),
        ("Updated: July 25, 2021", True),
        ("July 25, 2021 - Two hit", False),
    ],
)
def test_lines_that_are_dates(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2021/07/25/rockets", "2021-07-25"),
        ("https://a.example/world/2021/jul/25/rockets", "2021-07-25"),
        ("https://a.example/rockets-2021-07-25.html", "2021-07-25"),
        ("https://a.example/20210725-rockets", "2021-07-25"),
        ("http://web.archive.org/web/20151026092316/http://q.example/2014/05/16/x/", "2014-05-16"),
        ("http://web.archive.org/web/20151026092316/http://q.example/x/", None),
        ("https://a.example/2021/13/45/", None),
        ("https://a.example/20219999/", None),
        ("https://20210725.example/", None),
        ("https://a.example/12345678901", None),
    ],
)
def test_dates_of_addresses(url: str, expected: str | None) -> None:
    found = date_in_url(url, LATEST)
    assert (found.date().isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        ("MOSUL (Reuters) - Two rockets hit.", "", ("Reuters",)),
        ("MOSUL, Iraq (AP) — Two rockets hit.", "", ("Associated Press",)),
        ("MOSUL, 3 May 2021 (Tigris News Agency) - Two rockets hit.", "", ("Tigris News Agency",)),
        ("MOSUL (Reuters) - Two rockets hit.", "Reuters", ()),
        ("Two rockets hit, the Washington Times said.", "", ("Washington Times",)),
        ("Two rockets hit, as first reported by the Tigris Courier.", "", ("Tigris Courier",)),
        ("The Mosul Gazette, citing two officials, reported a strike.", "", ("Mosul Gazette",)),
        ("Local broadcaster Nineveh TV showed smoke.", "", ("Nineveh TV",)),
        ("A colonel told Radio Nineveh that nobody was hurt.", "", ("Radio Nineveh",)),
        (
            "Syrian state television, denouncing the raid, said one man died.",
            "",
            ("Syrian state television",),
        ),
        ("According to the state-run Golden Valley Daily, three died.", "", ("Golden Valley Daily",)),
        ("The group's radio station, Shoura, has not mentioned it.", "", ("Shoura",)),
        ("Bayraq, a newspaper close to the party, says so.", "", ("Bayraq",)),
        ("Tigris News/ Two rockets hit, the Mosul Herald reported.", "", ("Mosul Herald",)),
        ("The governor said so. Soldiers took the border post.", "", ()),
        ("The International Atomic Energy Agency said it was told.", "", ()),
        ("The minister's press secretary said nothing. The Border Post reported an attack.", "", ()),
        ("The group said on its Telegram channel that it fired.", "", ()),
        ("The county's Medical Examiner said he died.", "", ()),
        ("Nobody believed the Daily Telegraph yesterday.", "", ()),
    ],
)
def test_relays(text: str, outlet: str, expected: tuple[str, ...]) -> None:
    assert find_relays(text, outlet) == expected


def test_a_source_line_names_relays_by_initials_too() -> None:
    body = body_of([*samples.PARAGRAPHS, "Source: WT"], "", LATEST)
    assert body.paragraphs == samples.PARAGRAPHS and body.sources == ("WT",)
    assert find_relays(body.text, "", body.sources) == ("Washington Times",)
    assert find_relays("The Mosul News Agency is new.", "", ("MNA",)) == ("Mosul News Agency",)


def test_the_outlet_that_signs_at_the_top_is_no_relay() -> None:
    assert opening_outlet("Tigris News/ Two rockets hit.") == "Tigris News"
    assert opening_outlet("Sunni/Shia tensions rose.") == ""
    assert find_relays("Tigris News/ Two rockets hit, Tigris News reported.") == ()


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("radio icon", True),
        ("Share", True),
        ("Facebook Twitter WhatsApp", True),
        ("Read also: Governor opens two schools", True),
        ("RELATED: Governor opens two schools", True),
        ("© 2021 Tigris Courier. All rights reserved.", True),
        ("A checkpoint south of Mosul. (Photo: Handout)", True),
        ("Photo by the ministry", True),
        ("We use cookies to improve your visit.", True),
        ("Sign up for our newsletter", True),
        ("* * *", True),
        ('"Share what you know," he told them.', False),
        ("Related violence killed twelve people in the district.", False),
        ("By using drones, the group had killed twelve people.", False),
        ("Sponsored militias attacked the base.", False),
        ("Trending north, the front has moved.", False),
        ("Cookie factory workers were among the dead.", False),
        ("Two people were killed.", False),
        ("OVERVIEW", False),
        ("Video of the strike was shared widely, and police asked for more.", False),
    ],
)
def test_boilerplate(paragraph: str, expected: bool) -> None:
    assert is_boilerplate(paragraph) is expected


def test_what_stands_above_the_body_is_used_and_removed() -> None:
    paragraphs = ["25 July 2021, 15:17 GMT", "By Staff Reporter", samples.TITLE, *samples.PARAGRAPHS]
    body = body_of(paragraphs, samples.TITLE, LATEST)
    assert body.paragraphs == samples.PARAGRAPHS
    assert body.published == datetime(2021, 7, 25, tzinfo=UTC)


WRAPPED = {
    "blank lines": "\n\n".join(samples.PARAGRAPHS),
    "single lines": "\n".join(samples.PARAGRAPHS),
    "cut at 72": "\n\n".join(fill(each, 72) for each in samples.PARAGRAPHS),
    "cut, no blank lines": "\n".join(fill(each, 72) for each in samples.PARAGRAPHS),
    "cut and indented": "\n".join(fill(each, 72, initial_indent="    ") for each in samples.PARAGRAPHS),
    "invisible characters": "\n\n".join(samples.PARAGRAPHS)
    .replace("rockets", "roc\u00adkets\u200b")
    .replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("name", WRAPPED)
def test_paragraphs_come_back_from_lines(name: str) -> None:
    assert tuple(paragraphs_of(WRAPPED[name])) == samples.PARAGRAPHS
    title, rest = title_and_body(paragraphs_of(f"{samples.TITLE}\n\n{WRAPPED[name]}"))
    assert (title, tuple(rest)) == (samples.TITLE, samples.PARAGRAPHS)


def test_lists_and_turns_stay_apart() -> None:
    width = "The incidents of the week were these, and each of them is told in one line below:\n"
    lines = ["- Mosul: two rockets hit the road that leads to the airport early on Sunday.", "- Erbil: none."]
    assert paragraphs_of(width * 3 + "\n".join(lines))[-2:] == lines
    turns = [
        "PRESENTER: What do we know so far about the attack on the road to the airport?",
        "COLONEL: Little.",
    ]
    assert paragraphs_of(width * 3 + "\n".join(turns))[-2:] == turns


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("A bomb exploded on Sunday near the information cen-", "tre of the office."),
            "A bomb exploded on Sunday near the information centre of the office.",
        ),
        (
            ("The men who were held belonged to a small state-", "backed militia."),
            "The men who were held belonged to a small state-backed militia.",
        ),
    ],
)
def test_words_cut_at_a_lines_end(lines: tuple[str, str], expected: str) -> None:
    filler = fill(samples.TEXT.replace("\n", " "), len(lines[0]))
    assert paragraphs_of(f"{filler}\n\n{lines[0]}\n{lines[1]}")[-1] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Two rockets hit airport road near Mosul", True),
        ("Why did the talks fail?", True),
        ("MOSUL - Two rockets hit the road", False),
        ("Two rockets hit the road.", False),
        ('"We heard two blasts," he said', False),
        ("By: the desk of the courier", False),
        ("Overview", False),
    ],
)
def test_titles(line: str, expected: bool) -> None:
    assert looks_like_title(line) is expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_of_english(encoding: str) -> None:
    text = "He said “no” – it’s in the café near San José.\n" * 3
    assert decode(text.replace("\n", "\r\n").encode(encoding), "a") == text
    assert decode(text.encode(encoding), "a", "nonsense") == text


def test_encodings_of_others() -> None:
    russian = "Президент заявил, что войска вошли в город. Погибли три человека. " * 5
    assert decode(russian.encode("cp1251"), "a", "windows-1251") == russian
    assert decode(russian.encode("cp1251"), "a") == russian
    assert decode("déjà".encode("cp1252"), "a", "iso-8859-1") == "déjà"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (samples.TEXT, "en"),
        ("Hola.", "en"),
        (
            "El presidente dijo que la policía ha detenido a tres hombres en la ciudad por el ataque que mató a dos personas.",
            "es",
        ),
        (
            "Le président a dit que les soldats ont été attaqués dans la ville et que deux hommes sont morts sur la route.",
            "fr",
        ),
        ("Президент заявил, что войска вошли в город.", "ru"),
        ("Президент заявив, що війська України перейшли річку.", "uk"),
        ("قال المتحدث باسم الجيش إن القوات دخلت المدينة.", "ar"),
    ],
)
def test_languages(text: str, expected: str) -> None:
    assert language_of(text) == expected
