"""What comes out of each rule, one by one, in values that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dateline.model.claim_anchor import claim_anchors
from dateline.model.document import DateSource, Document
from dateline.model.judgement import Action, Decision, Judgement, anchor
from dateline.model.marking import Handling, Marked, Marking, Target, Tlp, Words
from dateline.model.reading import Argument, Attribution, Event, Place, Quote, Reader, Reading
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import EventType, Mode, PlacePrecision, TimePrecision
from dateline.share.release import Material, ReleasedView, release_view
from dateline.share.release.material import Origin

from .worlds import PARTNER, SECRET, TODAY

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DAY = Interval(date(2024, 3, 5), date(2024, 3, 5), TimePrecision.DAY)


def reading(key: str, extra: str = "") -> Reading:
    """A report of one attack in its own words, told again below them."""
    text = f"A drone hit Samarra, killing four, police in {key} said. {extra}"
    document = Document(
        key, text, f"Title of {key}", f"{key} News", (), NOW, DateSource.GIVEN, f"https://{key}.example/"
    )
    trigger = document.span(2, 11)
    place = Place(Argument(document.span(12, 19), "Samarra"), 34.2, 43.87, "91597", "IQ", PlacePrecision.TOWN)
    police = Attribution(Argument(document.span(35, 41), "police"))
    event = Event(
        "e1",
        EventType.ASSAULT,
        Mode.DRONE,
        trigger,
        (trigger,),
        places=(place,),
        when=DAY,
        killed=Count(4, 4, document.span(29, 33)),
        says=(police,),
        evidence=(document.span(0, 55),),
    )
    return Reading(document, Reader("t", "t"), (event,), quotes=(Quote(None, None, trigger, True),))


def material(
    readings: Sequence[Reading], markings: Sequence[tuple[Target, Marking]], **more: object
) -> Material:
    marked = (Marked(n, NOW, "ana", target, marking) for n, (target, marking) in enumerate(markings, 1))
    made = Material(tuple(readings), (), tuple(marked), SECRET)
    return replace(made, **more)  # type: ignore[arg-type]


def view(readings: Sequence[Reading], *markings: tuple[Target, Marking], **more: object) -> ReleasedView:
    return release_view(material(readings, markings, **more), PARTNER, TODAY, {})


def event(found: ReleasedView) -> Event:
    (one,) = found.readings
    return one.events[0]


CLEAR = Marking(Tlp.CLEAR)
ONE = reading("one")
FREE = Handling(Tlp.CLEAR, False)
FROM_WATCH = {"one": Origin("watch", FREE)}
CLAIM = Target("one", "e1", 2, 11)


def test_what_is_not_marked_stays() -> None:
    assert view([ONE]).readings == ()


def test_values_go_without_the_words() -> None:
    found = view([ONE], (Target("one"), CLEAR))
    (document,) = (r.document for r in found.readings)
    assert (document.text, document.title, document.url, document.outlet) == ("", "", None, "one News")
    assert document.id != "one"
    told = event(found)
    assert (told.killed and told.killed.low, told.places[0].name, told.says[0].speaker.name) == (
        4,
        "Samarra",
        "police",
    )
    assert (told.trigger.start, told.trigger.text, told.evidence) == (0, "", ())


def test_words_go_where_the_marking_says_so() -> None:
    found = view([ONE], (Target("one"), replace(CLEAR, words=Words.TEXT)))
    assert found.readings[0].document.text == ONE.document.text
    assert event(found).evidence == ONE.events[0].evidence
    assert found.readings[0].quotes == ONE.quotes


@pytest.mark.parametrize(
    "narrower",
    [
        (replace(CLAIM, field="killed"), Marking(None)),
        (CLAIM, replace(CLEAR, place=PlacePrecision.PROVINCE)),
        (CLAIM, replace(CLEAR, source="somebody")),
    ],
)
def test_words_stay_where_anything_is_narrower(narrower: tuple[Target, Marking]) -> None:
    found = view([ONE], (Target("one"), replace(CLEAR, words=Words.TEXT)), narrower)
    assert (found.readings[0].document.text, found.readings[0].document.title) == ("", "")
    assert found.readings[0].quotes == ()


def test_a_withheld_field_is_as_if_it_was_not_said() -> None:
    found = view([ONE], (Target("one"), CLEAR), (replace(CLAIM, field="killed"), Marking(None)))
    assert event(found).killed is None
    assert found.incidents[0].killed is None


def test_places_and_times_are_coarsened() -> None:
    blurred = replace(CLEAR, place=PlacePrecision.PROVINCE, time=TimePrecision.MONTH)
    found = view([ONE], (Target("one"), blurred))
    assert [(p.name, p.precision) for p in event(found).places] == [("Saladin", PlacePrecision.PROVINCE)]
    assert event(found).when == Interval(date(2024, 3, 1), date(2024, 3, 31), TimePrecision.MONTH)
    assert found.readings[0].document.published is None
    country = view([ONE], (Target("one"), replace(blurred, place=PlacePrecision.COUNTRY)))
    assert [p.name for p in event(country).places] == ["Iraq"]


def test_a_source_is_described() -> None:
    found = view([ONE], (Target("one"), replace(CLEAR, source="an aid organisation")))
    document = found.readings[0].document
    assert (document.outlet, document.published) == ("an aid organisation", NOW)
    assert event(found).says == ()
    assert found.incidents[0].outlets == ("an aid organisation",)


def test_counts_and_tolls_follow_from_what_is_seen() -> None:
    other = reading("two")
    both = view([ONE, other], (Target("one"), CLEAR), (Target("two"), CLEAR))
    assert [(len(i.reports), i.origins) for i in both.incidents] == [(2, 2)]
    one = view([ONE, other], (Target("one"), CLEAR))
    assert [(len(i.reports), i.origins, i.outlets) for i in one.incidents] == [(1, 1, ("one News",))]


def test_copies_are_one_witness_even_without_their_words() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    copies = [reading("one", words), reading("two", words)]
    found = view(copies, (Target("one"), CLEAR), (Target("two"), CLEAR))
    assert [(len(i.reports), i.origins) for i in found.incidents] == [(2, 1)]


def test_what_came_from_a_partner_needs_its_consent_and_never_comes_back() -> None:
    marked = (Target("one"), CLEAR)
    assert view([ONE], marked, received=FROM_WATCH).readings == ()
    assert view([ONE], marked, received=FROM_WATCH, consents=frozenset({("watch", "desk")})).readings
    assert view([ONE], marked, received=FROM_WATCH, consents=frozenset({("watch", "*")})).readings
    assert not view(
        [ONE], marked, received={"one": Origin("desk", FREE)}, consents=frozenset({("desk", "*")})
    ).readings


@pytest.mark.parametrize(
    ("handling", "goes"),
    [
        (Handling(Tlp.CLEAR, True), True),
        (Handling(Tlp.CLEAR, False), False),
        (Handling(Tlp.RED, True), False),
        (Handling(Tlp.GREEN, True, date(2026, 5, 31)), False),
        (None, False),
    ],
)
def test_the_originators_own_handling_holds_in_any_case(handling: Handling | None, goes: bool) -> None:
    received = {"one": Origin("watch", handling)}
    assert bool(view([ONE], (Target("one"), CLEAR), received=received).readings) is goes


def test_a_retracted_document_leaves_and_one_taken_back_too() -> None:
    marked = (Target("one"), CLEAR)
    retraction = Judgement(1, NOW, "ana", Decision(Action.RETRACT, "one"))
    assert view([ONE], marked, judgements=(retraction,)).readings == ()
    assert view([ONE], marked, taken_back={"desk": frozenset({"one"})}).readings == ()
    assert view([ONE], marked, taken_back={"watch": frozenset({"one"})}).readings


def test_a_judgement_goes_where_it_is_marked_itself_and_no_finer_than_its_reports() -> None:
    place = {"start": 3, "end": 9, "text": "Tikrit", "mention": "Tikrit", "ref": None}
    place |= {"lat": 34.6, "lon": 43.68, "gazetteer_id": "90150", "country": "IQ", "precision": "town"}
    anchors = (anchor("one", ONE.events[0]),)
    decision = Decision(Action.CORRECT, "i-1", "a map", anchors, field="places", value=[place])
    judged = (Judgement(9, NOW, "ana", decision),)
    coarse = (Target("one"), replace(CLEAR, place=PlacePrecision.PROVINCE))
    assert view([ONE], coarse, judgements=judged).judgements == ()
    found = view([ONE], coarse, (Target(judgement=9), CLEAR), judgements=judged)
    (told,) = found.judgements
    assert (told.number, told.author, told.decision.reason) == (1, "the releasing organisation", "")
    assert [p.name for p in found.incidents[0].places] == ["Saladin"]


def test_a_marked_claim_is_found_again_where_the_reader_numbers_anew() -> None:
    renumbered = replace(ONE, events=(replace(ONE.events[0], id="e7"),))
    found = view([renumbered], (Target("one"), CLEAR), (CLAIM, Marking(None)))
    assert found.readings == ()
    assert [a.id for a in claim_anchors(renumbered)] == ["e7"]


def test_each_partner_has_ids_of_its_own() -> None:
    marked = (Target("one"), CLEAR)
    other = release_view(material([ONE], [marked]), replace(PARTNER, id="watch"), TODAY, {})
    mine = view([ONE], marked)
    assert mine.readings[0].document.id != other.readings[0].document.id
    assert mine.incidents[0].id != other.incidents[0].id


def test_an_incident_keeps_its_id_when_an_earlier_report_comes() -> None:
    first = view([ONE], (Target("one"), CLEAR))
    two = reading("two")
    both = material([ONE, two], [(Target("one"), CLEAR), (Target("two"), CLEAR)])
    assert release_view(both, PARTNER, TODAY, first.memberships()).incidents[0].id == first.incidents[0].id
