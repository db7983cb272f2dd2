"""Pairs of records that are alike in all that a partner may see, and differ in what is withheld from it.

A world is drawn as a plan: what is public has one filling, what is secret has two, drawn apart, and may be there in one
world and not in the other. Each secret is withheld in one of the ways in which markings withhold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from dateline.model.claim_anchor import claim_anchors
from dateline.model.document import DateSource, Document, Span
from dateline.model.judgement import Action, Decision, Judgement, anchor
from dateline.model.marking import Handling, Marked, Marking, Target, Tlp, Words
from dateline.model.partner import Partner
from dateline.model.reading import (
    Argument,
    Attribution,
    Event,
    Misfit,
    Place,
    Quote,
    Reader,
    Reading,
    Relation,
    Responsibility,
    Tally,
)
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import (
    Certainty,
    EventType,
    HarmType,
    Mode,
    PlacePrecision,
    Predicate,
    Stance,
    TimePrecision,
)
from dateline.share.release.material import Material, Origin

TODAY = date(2026, 6, 1)
PARTNER = Partner("desk", "Relief Desk", Tlp.AMBER)
OTHERS = (Partner("watch", "River Watch", Tlp.RED), Partner("north", "North Office", Tlp.GREEN))
SECRET = bytes(range(32))
START = Span(0, 1, "d")
READER = Reader("test", "drawn")
FIELDS = (
    "mode",
    "when",
    "places",
    "actors",
    "recipients",
    "weapons",
    "killed",
    "injured",
    "certainty",
    "says",
)

TOWNS = (
    ("Samarra", "91597", "IQ", 34.2, 43.87),
    ("Tikrit", "90150", "IQ", 34.6, 43.68),
    ("Baiji", "97783", "IQ", 34.93, 43.49),
    ("Izyum", "707292", "UA", 49.21, 37.25),
)
ONE_PROVINCE = TOWNS[:3]
ACTORS = ("Islamic State", "government forces", "the Fourth Brigade", "Karim al-Example")
SPEAKERS = ("police", "the governor", "Maryam Exampleson", "a driver")
OUTLETS = ("Harbour News", "Valley Post", "Coast Radio")
LETTERS = st.text("abcdefghij", min_size=3, max_size=7)

ADMITTING = st.builds(
    Marking,
    st.sampled_from([Tlp.CLEAR, Tlp.GREEN]),
    st.sampled_from([(), ("desk",), ("desk", "north")]),
    expires=st.sampled_from([None, date(2026, 6, 1), date(2027, 1, 1)]),
    onward=st.booleans(),
    reliability=st.sampled_from([None, "B"]),
    credibility=st.sampled_from([None, "2"]),
) | st.just(Marking(Tlp.AMBER, ("desk",)))
WITHHOLDING = st.sampled_from(
    [
        Marking(None),
        Marking(Tlp.RED, ("desk",)),
        Marking(Tlp.AMBER),
        Marking(Tlp.CLEAR, ("watch",)),
        Marking(Tlp.AMBER, ("watch", "north")),
        Marking(Tlp.GREEN, expires=date(2026, 5, 31)),
    ]
)


@dataclass(frozen=True)
class World:
    """One record with its markings, in what is needed to make it."""

    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    markings: tuple[Marked, ...]
    received: dict[str, Origin]
    consents: frozenset[tuple[str, str]]

    @property
    def material(self) -> Material:
        return Material(self.readings, self.judgements, self.markings, SECRET, self.received, self.consents)


@st.composite
def claim_values(draw: st.DrawFn) -> dict[str, Any]:
    start = date(2024, 3, draw(st.integers(1, 28)))
    killed = draw(st.none() | st.integers(0, 9))
    return {
        "mode": draw(st.sampled_from([Mode.DRONE, Mode.ROCKET, Mode.BOMBING])),
        "when": draw(st.none() | st.just(Interval(start, start, TimePrecision.DAY))),
        "places": draw(st.lists(st.sampled_from(TOWNS), max_size=2, unique=True)),
        "actors": draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True)),
        "recipients": draw(st.lists(st.sampled_from(ACTORS), max_size=1)),
        "weapons": draw(st.lists(st.sampled_from(("drone", "mortar")), max_size=1)),
        "killed": None if killed is None else (killed, draw(st.sampled_from([killed, killed + 2, None]))),
        "injured": draw(st.none() | st.integers(0, 9).map(lambda n: (n, n))),
        "certainty": draw(st.sampled_from([Certainty.ASSERTED, Certainty.ALLEGED])),
        "says": draw(st.lists(st.sampled_from(SPEAKERS), max_size=1)),
        "score": draw(st.sampled_from([0.5, 1.0])),
    }


@st.composite
def claims(draw: st.DrawFn, secrets: bool) -> dict[str, Any]:
    """One claim: public values, a second filling of them, and what of it is secret."""
    secret = secrets and draw(st.booleans())
    hidden = draw(st.sets(st.sampled_from(FIELDS), max_size=3)) if secrets and not secret else set()
    coarse = secrets and not secret and draw(st.booleans())
    return {
        "kind": draw(st.sampled_from("eeet")),
        "values": [draw(claim_values()), draw(claim_values())],
        "secret": secret,
        "there": [draw(st.booleans()), draw(st.booleans())] if secret else [True, True],
        "marking": draw(WITHHOLDING if secret else st.none() | ADMITTING),
        "hidden": {field: draw(WITHHOLDING) for field in sorted(hidden)},
        "coarse": coarse,
    }


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """A whole pair of worlds."""
    documents = []
    for number in range(draw(st.integers(1, 5))):
        way = draw(st.sampled_from(["shown", "shown", "whole", "described", "secret", "theirs"]))
        secrets = way not in ("whole", "secret", "theirs")
        documents.append(
            {
                "id": f"doc-{number}",
                "way": way,
                "claims": draw(st.lists(claims(secrets), min_size=1, max_size=3)),
                "outlet": [draw(st.sampled_from(OUTLETS)), draw(st.sampled_from(OUTLETS))],
                "day": draw(st.integers(1, 40)),
                "hour": [draw(st.integers(0, 23)), draw(st.integers(0, 23))],
                "words": [draw(st.lists(LETTERS, min_size=30, max_size=40)) for _ in range(2)],
                "there": [draw(st.booleans()), draw(st.booleans())] if way == "secret" else [True, True],
                "withheld": draw(st.sampled_from(["unmarked", "marked", "received", "retracted"])),
                "marking": draw(ADMITTING),
                "withholding": draw(WITHHOLDING),
                "blame": draw(st.booleans()),
            }
        )
    judgements = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "action": st.sampled_from([Action.MERGE, Action.CORRECT, Action.DISPUTE]),
                    "secret": st.booleans(),
                    "there": st.lists(st.booleans(), min_size=2, max_size=2),
                    "value": st.integers(0, 20),
                    "about": st.integers(0, 3),
                    "withholding": st.none() | WITHHOLDING,
                }
            ),
            max_size=4,
        )
    )
    return {"documents": documents, "judgements": judgements}


def world(plan: dict[str, Any], which: int) -> World:
    """One of the two worlds of a plan."""
    readings, marked, received, retracted = [], [], {}, []
    for document in plan["documents"]:
        if not document["there"][which]:
            continue
        reading, public = _reading(document, which)
        readings.append(reading)
        marked += _markings(document, reading, public)
        if document["way"] == "theirs":
            key = f"incident--00000000-0000-4000-8000-{int(document['id'][4:]):012}"
            incidents = {event.id: key for event in reading.events}
            received[document["id"]] = Origin(PARTNER.id, Handling(Tlp.CLEAR, False), incidents=incidents)
        if document["way"] == "secret" and document["withheld"] == "received":
            received[document["id"]] = Origin("watch", Handling(Tlp.CLEAR, False))
        if document["way"] == "secret" and document["withheld"] == "retracted":
            retracted.append(document["id"])
    judgements = _judgements(plan, which, readings, retracted)
    marked += [(Target(judgement=j.number), marking) for j, marking in judgements if marking is not None]
    return World(
        tuple(sorted(readings, key=lambda r: r.document.id)),
        tuple(judgement for judgement, _ in judgements),
        tuple(
            Marked(number, datetime(2026, 1, 1, tzinfo=UTC), "ana", target, marking)
            for number, (target, marking) in enumerate(marked, 1)
        ),
        received,
        frozenset({("north", "desk"), ("watch", "north")}),
    )


def _reading(document: dict[str, Any], which: int) -> tuple[Reading, list[str]]:
    """The reading of a document in one world, and the ids of its claims."""
    secret = document["way"] == "secret"
    own = 0 if document["way"] in ("whole", "theirs") else which
    words = document["words"][own]
    text = " ".join(f"{document['id']}x{n}{word}" for n, word in enumerate(words))
    described = document["way"] in ("described", "secret")
    published = datetime(2024, 3, 1, tzinfo=UTC) + timedelta(
        days=document["day"], hours=document["hour"][own if described else 0]
    )
    made = Document(
        document["id"],
        text,
        f"Title {words[0]}",
        document["outlet"][own if described else 0],
        (),
        published,
        DateSource.GIVEN,
        f"https://{words[1]}.example/",
        origin=f"/private/{words[2]}",
    )
    events, tallies, ids = [], [], []
    for number, claim in enumerate(document["claims"], 1):
        if not claim["there"][which]:
            ids.append("")
            continue
        filling = which if secret or claim["secret"] else 0
        values = dict(claim["values"][filling])
        values |= {field: claim["values"][own][field] for field in claim["hidden"]}
        if claim["coarse"]:
            values |= {"places": [ONE_PROVINCE[own]], "when": _day(5 + 9 * own)}
        if document["way"] == "described":
            values["says"] = claim["values"][own]["says"]
        start = text.index(f"x{number * 3}{words[number * 3]}")
        span = Span(start, start + 3 + own, text[start : start + 3 + own])
        ids.append(f"{claim['kind']}{number}")
        if claim["kind"] == "e":
            # An event answers those before it, secret ones too.
            answers = tuple(event.id for event in events)
            events.append(replace(_event(f"e{number}", span, values), responds_to=answers))
        else:
            tallies.append(_tally(f"t{number}", span, values))
    blamed = ()
    if document["blame"] and events and not document["claims"][0]["secret"] and events[0].id == "e1":
        blamed = (
            Responsibility(Stance.BLAMES, _argument("the governor"), _argument("Islamic State"), ("e1",)),
        )
    quote = Quote(None, None, made.span(0, 5 + own), True)
    lead = Relation(_argument("A Person"), Predicate.LEADS, _argument("Islamic State"), (made.span(0, 9),))
    misfit = Misfit("sum", f"{words[0]} doesn't fit", (made.span(0, 9),))
    reading = Reading(made, READER, tuple(events), tuple(tallies), blamed, (quote,), (lead,), (misfit,))
    return reading, ids


def _day(day: int) -> Interval:
    return Interval(date(2024, 3, day), date(2024, 3, day), TimePrecision.DAY)


def _argument(name: str, span: Span = START) -> Argument:
    return Argument(span, name, "is" if name == "Islamic State" else None)


def _place(town: tuple[Any, ...], span: Span) -> Place:
    name, key, country, lat, lon = town
    return Place(_argument(name, span), lat, lon, key, country, PlacePrecision.TOWN)


def _event(key: str, span: Span, values: dict[str, Any]) -> Event:
    def count(field: str) -> Count | None:
        return Count(*values[field], span) if values[field] is not None else None

    return Event(
        key,
        EventType.ASSAULT,
        values["mode"],
        span,
        (span,),
        tuple(_argument(n, span) for n in values["actors"]),
        tuple(_argument(n, span) for n in values["recipients"]),
        tuple(_argument(n, span) for n in values["weapons"]),
        tuple(_place(t, span) for t in values["places"]),
        values["when"],
        count("killed"),
        count("injured"),
        values["certainty"],
        tuple(Attribution(_argument(n, span), span) for n in values["says"]),
        evidence=(span,),
        score=values["score"],
        rule="drawn",
    )


def _tally(key: str, span: Span, values: dict[str, Any]) -> Tally:
    return Tally(
        key,
        Count(2, None, span),
        HarmType.KILLED,
        values["mode"],
        tuple(_argument(n, span) for n in values["actors"]),
        tuple(_argument(n, span) for n in values["recipients"]),
        tuple(_place(t, span) for t in values["places"]),
        values["when"],
        tuple(Attribution(_argument(n, span), span) for n in values["says"]),
        (span,),
        values["score"],
    )


def _markings(document: dict[str, Any], reading: Reading, ids: list[str]) -> list[tuple[Target, Marking]]:
    key, way = document["id"], document["way"]
    if way == "theirs":
        return []
    if way == "secret":
        if document["withheld"] == "unmarked":
            return []
        marking = document["withholding"] if document["withheld"] == "marked" else document["marking"]
        return [(Target(key), marking)]
    own = document["marking"]
    words = {"whole": Words.TEXT}.get(way, Words.NONE)
    source = "an aid organisation" if way == "described" else None
    found = [(Target(key), replace(own, words=words, source=source))]
    anchors = {a.id: a.span for a in claim_anchors(reading)}
    for claim, name in zip(document["claims"], ids, strict=True):
        if not name:
            continue
        span = anchors[name]
        if claim["marking"] is not None:
            found.append((Target(key, name, span.start, span.end), claim["marking"]))
        for field, marking in claim["hidden"].items():
            found.append((Target(key, name, span.start, span.end, field), marking))
        if claim["coarse"]:
            blurred = replace(own, place=PlacePrecision.PROVINCE, time=TimePrecision.MONTH)
            found.append((Target(key, name, span.start, span.end), blurred))
    return found


def _judgements(
    plan: dict[str, Any], which: int, readings: list[Reading], retracted: list[str]
) -> list[tuple[Judgement, Marking | None]]:
    """Each with its marking; public ones are about public events, secret ones may be about any."""
    decided: list[tuple[Decision, Marking | None]] = [
        (Decision(Action.RETRACT, key, "withdrawn"), None) for key in retracted
    ]
    for one in plan["judgements"]:
        decision = _decision(one, plan, which, readings)
        if decision is not None:
            decided.append((decision, one["withholding"] if one["secret"] else Marking(Tlp.CLEAR)))
    at = datetime(2026, 2, 1, tzinfo=UTC)
    return [
        (Judgement(number, at, f"author {which}", decision), marking)
        for number, (decision, marking) in enumerate(decided, 1)
    ]


def _decision(
    one: dict[str, Any], plan: dict[str, Any], which: int, readings: list[Reading]
) -> Decision | None:
    secret = {d["id"] for d in plan["documents"] if d["way"] == "secret"}
    hidden = {
        (d["id"], f"{c['kind']}{n}")
        for d in plan["documents"]
        for n, c in enumerate(d["claims"], 1)
        if c["secret"]
    }
    events = [(r.document.id, e) for r in readings for e in r.events]
    public = [(d, e) for d, e in events if d not in secret and (d, e.id) not in hidden]
    about = events if one["secret"] else public
    if (one["secret"] and not one["there"][which]) or len(about) < 2:
        return None
    chosen = [about[one["about"] % len(about)], about[(one["about"] + 1) % len(about)]]
    # A public judgement may have been made on secret reports too, which are left out for the partner.
    extra = [] if one["secret"] else [pair for pair in events if pair not in public][: which + 1]
    corrects = one["action"] is Action.CORRECT
    return Decision(
        one["action"],
        f"i-{which}",
        f"reason {which}",
        tuple(anchor(d, e) for d, e in (*chosen, *extra)),
        field=None if one["action"] is Action.MERGE else "killed",
        value={"low": one["value"], "best": one["value"], "high": None} if corrects else None,
    )
