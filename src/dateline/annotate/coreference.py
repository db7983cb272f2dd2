"""Which noun phrases of one document speak of the same thing, and the fullest name that it is given.

Four passes over the entities in text order, each adding to the chains of those before: names (equal, contained,
initials), appositions, definite descriptions ("the militias", "the president"), pronouns. Precision comes first:
what fits nothing stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from dateline.knowledge.countries import country_named
from dateline.languages.en.people import FEMALE, GROUPS, HE, IT, MALE, NAME_TITLES, OFFICES, SHE, THEY
from dateline.languages.en.speech import SPEAKING
from dateline.model.annotation import AnnotatedDocument, Entity
from dateline.model.vocabulary import EntityType

_SMALL = {
    "the",
    "a",
    "an",
    "of",
    "'s",
    "’s",
    "-",
    ".",
    "al",
    "el",
    "and",
    "for",
    "de",
    "la",
    "its",
    "his",
    "their",
}
_DEFINITE = {"the", "this", "that", "these", "those", "such", "both", "its", "his", "their"}
_GENERIC = {
    "group",
    "organisation",
    "organization",
    "force",
    "forces",
    "militia",
    "movement",
    "country",
    "body",
    "agency",
    "outlet",
    "broadcaster",
    "newspaper",
}

_CHARGING = frozenset(
    "accuse blame deny demand condemn urge reject threaten vow pledge promise call ask".split()
)
"""Further verbs of speakers: what they do, no blast and no building does."""

_BARE_GROUPS = frozenset("group movement organisation organization outfit militia gang faction".split())
_REACH = 3
"""Sentences that a pronoun may stand behind what it means."""

_GROUP_REACH = 4
"""Sentences that "the group" may stand behind the group's name."""

_STATE_WORDS = frozenset(
    "police army navy ministry government council parliament court agency nations un union department office command "
    "station battalion brigade guard coastguard university hospital news press radio times post herald committee".split()
)


def resolve_entities(annotated: AnnotatedDocument) -> tuple[Entity, ...]:
    """The document's entities with their chains filled in; registry ids spread through each chain."""
    chains = _Chains(annotated)
    for step in (
        chains.link_names,
        chains.link_appositions,
        chains.link_aliases,
        chains.link_descriptions,
        chains.link_pronouns,
    ):
        step()
    return chains.entities()


class _Chains:
    """Groups of entities under construction: `of[i]` is the number of entity i's group."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        self.annotated = annotated
        self.found = annotated.entities
        self.of = list(range(len(self.found)))
        self.members = {i: [i] for i in self.of}
        self.by_head = {e.head: i for i, e in enumerate(self.found)}
        self.words = [self._name_words(e) for e in self.found]

    def join(self, left: int, right: int) -> None:
        """Put two entities' groups together; the earlier one's number stays."""
        keep, lose = sorted((self.of[left], self.of[right]))
        if keep != lose:
            for member in self.members.pop(lose):
                self.of[member] = keep
                self.members[keep].append(member)

    def entities(self) -> tuple[Entity, ...]:
        """The entities with chain numbers, and with a registry id that any member of the chain has by name."""
        refs: dict[int, str] = {}
        for i, entity in enumerate(self.found):
            if entity.ref:
                refs.setdefault(self.of[i], entity.ref)
        return tuple(
            replace(e, chain=self.of[i], ref=e.ref or refs.get(self.of[i])) for i, e in enumerate(self.found)
        )

    def _name_words(self, entity: Entity) -> tuple[str, ...]:
        """The lower-cased words of a name without titles and small words; () for a description."""
        if not entity.named:
            return ()
        tokens = self.annotated.tokens
        words = []
        for token in tokens[entity.first : entity.last + 1]:
            word = token.text.lower().rstrip(".") if len(token.text) > 2 else token.text.lower()
            if token.upos == "PROPN" and word not in _SMALL and word not in NAME_TITLES:
                words.append(word)
        return tuple(words)

    def link_names(self) -> None:
        """Names with the same words, a person's last name, and initials of a longer name."""
        seen: dict[str, list[int]] = defaultdict(list)
        for i, words in enumerate(self.words):
            match = (
                next((j for j in reversed(seen[words[-1]]) if self._same_name(i, j)), None) if words else None
            )
            if match is None and len(words) == 1 and words[0].isalpha() and len(words[0]) > 1:
                match = next((j for j in seen["." + words[0]]), None)
            if match is not None:
                self.join(match, i)
            for word in set(words):
                seen[word].append(i)
            if len(words) > 1:
                seen["." + self._initials(self.found[i])].append(i)
        self._link_bracketed()

    def _initials(self, entity: Entity) -> str:
        words = entity.span.text.replace("-", " ").replace("’s", "").replace("'s", "").split()
        return "".join(w[0] for w in words if w[0].isupper() and w.lower() not in _SMALL).lower()

    def _link_bracketed(self) -> None:
        """A name and the short form in brackets right after it: "Popular Mobilization Forces (PMF)"."""
        tokens = self.annotated.tokens
        for i, entity in enumerate(self.found):
            opening = entity.first - 1
            if entity.named and opening > 0 and tokens[opening].text == "(" and entity.last + 1 < len(tokens):
                before = [j for j, e in enumerate(self.found) if e.last == opening - 1 and e.named]
                if before and tokens[entity.last + 1].text == ")" and entity.span.text.isupper():
                    self.join(min(before, key=lambda j: self.found[j].first), i)

    def _same_name(self, i: int, j: int) -> bool:
        """Whether one name's words lie in the other's, and their kinds don't disagree."""
        left, right = self.found[i], self.found[j]
        a, b = set(self.words[i]), set(self.words[j])
        if left.type and right.type and left.type != right.type and a != b:
            return False
        if a == b:
            return True
        person = EntityType.PERSON in (left.type, right.type)
        if person:
            short, long = sorted((self.words[i], self.words[j]), key=len)
            return set(short) <= set(long) and (short[-1] == long[-1] or len(short) > 1)
        return len(min(a, b, key=len)) > 1 and (a <= b or b <= a)

    def link_appositions(self) -> None:
        """A noun phrase and its apposition: "the prime minister, Mustafa al-Kadhimi"."""
        for i, entity in enumerate(self.found):
            token = self.annotated.tokens[entity.head]
            if token.relation == "appos" and token.head in self.by_head:
                governor = self.by_head[token.head]
                dated = any(t.first <= token.head <= t.last for t in self.annotated.times)
                if not dated and not self._are_two_names(i, governor):
                    self.join(governor, i)

    def link_aliases(self) -> None:
        """A phrase and the name that a clause gives it: "a front calling itself X", "a man who goes by X"."""
        tokens = self.annotated.tokens
        names = {e.first: i for i, e in enumerate(self.found) if e.named}
        for i, entity in enumerate(self.found):
            for c in self.annotated.children(entity.head):
                if tokens[c].relation == "acl" and tokens[c].lemma.lower() in {
                    "call",
                    "know",
                    "name",
                    "dub",
                    "go",
                    "style",
                }:
                    given = next(
                        (names[k] for k in range(c + 1, min(c + 5, len(tokens))) if k in names), None
                    )
                    if given is not None and not entity.named:
                        self.join(i, given)

    def _are_two_names(self, i: int, j: int) -> bool:
        left, right = self.found[i], self.found[j]
        return left.named and right.named and left.type != right.type

    def link_descriptions(self) -> None:
        """A definite description joins the last earlier phrase with the same head word and no clashing word."""
        for i, entity in enumerate(self.found):
            if (
                not entity.named
                and self.annotated.tokens[entity.head].upos != "PRON"
                and self._is_definite(entity)
            ):
                match = next((j for j in range(i - 1, -1, -1) if self._describes(i, j)), None)
                match = match if match is not None else self._named_group(i)
                if match is not None:
                    self.join(match, i)

    def _named_group(self, i: int) -> int | None:
        """The group named last, for a bare "the group" that no earlier phrase explains."""
        entity, tokens = self.found[i], self.annotated.tokens
        if tokens[entity.head].lemma.lower() not in _BARE_GROUPS or self._modifiers(i):
            return None
        if tokens[entity.head].xpos.endswith("S") or any(
            tokens[c].relation in {"nmod", "acl"} for c in self.annotated.children(entity.head)
        ):
            return None
        here = self._sentence(i)
        for j in range(i - 1, -1, -1):
            other = self.found[j]
            if here - self._sentence(j) > _GROUP_REACH:
                return None
            if other.named and other.type is EntityType.ORGANISATION and not self._is_of_state(other):
                return j
        return None

    def _is_of_state(self, entity: Entity) -> bool:
        """Whether a body is a state's, a newsroom or an office, which nobody calls "the group"."""
        words = {w.lower() for w in entity.span.text.replace("'s", "").replace("’s", "").split()}
        return bool(words & _STATE_WORDS) or country_named(entity.span.text) is not None

    def _is_definite(self, entity: Entity) -> bool:
        token = self.annotated.tokens[entity.first]
        return token.lemma.lower() in _DEFINITE or token.text.lower() in _DEFINITE

    def _describes(self, i: int, j: int) -> bool:
        """Whether the description `i` can mean the earlier phrase `j`."""
        tokens = self.annotated.tokens
        one, other = tokens[self.found[i].head], tokens[self.found[j].head]
        if one.xpos.endswith("S") != other.xpos.endswith("S") or self._overlap(i, j):
            return False
        lemma = one.lemma.lower()
        if other.lemma.lower() == lemma or (lemma in _GENERIC and other.lemma.lower() in _GENERIC):
            return self._modifiers(i) <= self._modifiers(j) or not self._modifiers(j)
        if lemma in OFFICES and self.found[j].type is EntityType.PERSON and self.found[j].named:
            return lemma in self._all_words(j) and self._modifiers(i) <= self._all_words(j)
        return False

    def _overlap(self, i: int, j: int) -> bool:
        return self.found[i].span.overlaps(self.found[j].span)

    def _all_words(self, j: int) -> set[str]:
        members = self.members[self.of[j]]
        return {w.lower() for m in members for w in self.found[m].span.text.split()}

    def _modifiers(self, i: int) -> set[str]:
        """The words of a phrase that narrow its head."""
        entity = self.found[i]
        tokens = self.annotated.tokens[entity.first : entity.last + 1]
        return {
            t.lemma.lower() for t in tokens if t.upos in {"ADJ", "PROPN", "NOUN"} and t.index != entity.head
        }

    def link_pronouns(self) -> None:
        """A pronoun joins the nearest earlier phrase that fits; subjects of the same or the last sentence first."""
        for i, entity in enumerate(self.found):
            word = entity.span.text.lower()
            if self.annotated.tokens[entity.head].upos == "PRON" and word in HE | SHE | THEY | IT:
                match = self._antecedent(i, word)
                if match is not None:
                    self.join(match, i)

    def _antecedent(self, i: int, word: str) -> int | None:
        here = self.annotated.sentence_of(self.found[i].head)
        rival = self._clause_subject(i)
        near = takewhile(lambda j: here.index - self._sentence(j) <= _REACH, range(i - 1, -1, -1))
        fitting = [j for j in near if self._fits(j, word) and not self._overlap(i, j) and self.of[j] != rival]
        if self._acts(i) and word in IT:
            fitting = [j for j in fitting if self._can_act(j)] or fitting
        speaker = self._teller(i)
        if speaker in fitting:
            return speaker
        ranked = sorted(fitting, key=lambda j: self._rank(j, here.index), reverse=True)
        return ranked[0] if ranked else None

    def _acts(self, i: int) -> bool:
        """Whether the pronoun does what only people and bodies do: "it accused the army"."""
        token = self.annotated.tokens[self.found[i].head]
        verb = self.annotated.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        return token.relation == "nsubj" and (verb in SPEAKING or verb in _CHARGING)

    def _can_act(self, j: int) -> bool:
        entity = self.found[j]
        head = self.annotated.tokens[entity.head].lemma.lower()
        return (
            entity.type in {EntityType.ORGANISATION, EntityType.PLACE, EntityType.NATIONALITY}
            or head in _GENERIC
            or (head in GROUPS)
        )

    def _teller(self, i: int) -> int | None:
        """Who says the clause whose subject the pronoun is: "the coalition, which …, says that it hit a post"."""
        tokens = self.annotated.tokens
        token = tokens[self.found[i].head]
        clause = tokens[token.head] if token.relation == "nsubj" and token.head >= 0 else None
        while clause is not None and clause.relation == "conj" and clause.head >= 0:
            clause = tokens[clause.head]
        if clause is None or clause.relation != "ccomp" or clause.head < 0:
            return None
        verb = tokens[clause.head]
        if verb.lemma.lower() not in SPEAKING or verb.index > token.index:
            return None
        told = (
            c
            for c in self.annotated.children(verb.index)
            if tokens[c].relation == "nsubj" and c in self.by_head
        )
        return next((self.by_head[c] for c in told), None)

    def _clause_subject(self, i: int) -> int:
        """The chain of the subject of the verb whose object the pronoun is, which it can't mean; -1 for others."""
        token = self.annotated.tokens[self.found[i].head]
        if token.relation not in {"obj", "iobj", "obl"} or token.text.lower().endswith("self"):
            return -1
        verb, seen = token.head, 0
        while verb >= 0 and seen < 4:
            for c in self.annotated.children(verb):
                if self.annotated.tokens[c].relation == "nsubj" and c in self.by_head:
                    return self.of[self.by_head[c]]
            verb, seen = self.annotated.tokens[verb].head, seen + 1
        return -1

    def _sentence(self, j: int) -> int:
        return self.annotated.sentence_of(self.found[j].head).index

    def _rank(self, j: int, here: int) -> tuple[float, int]:
        """Recency by sentence, subjects and whole-sentence phrases above objects."""
        token = self.annotated.tokens[self.found[j].head]
        subject = token.relation == "nsubj" and not self._only_speaks(token.head)
        distance = here - self._sentence(j)
        return (
            -distance
            + (0.6 if subject else 0.0)
            - (0.3 if token.relation in {"nmod", "compound"} else 0.0)
            - (0.4 if subject and self._is_aside(token.head) else 0.0),
            j,
        )

    def _is_aside(self, verb: int) -> bool:
        """Whether a verb only describes a noun of its sentence."""
        return self.annotated.tokens[verb].deprel == "acl:relcl"

    def _only_speaks(self, verb: int) -> bool:
        """Whether a verb is an attribution after what is said: "…, residents said"."""
        token = self.annotated.tokens[verb]
        said = any(
            self.annotated.tokens[c].relation in {"ccomp", "parataxis"} and c < verb
            for c in self.annotated.children(verb)
        )
        return token.lemma.lower() in SPEAKING and (said or token.relation == "parataxis")

    def _fits(self, j: int, word: str) -> bool:
        """Whether a phrase agrees with the pronoun in number, kind and gender."""
        entity = self.found[j]
        head = self.annotated.tokens[entity.head]
        if head.upos == "PRON":
            return head.text.lower() in _same_pronouns(word)
        plural = head.xpos.endswith("S") and head.upos in {"NOUN", "PROPN"}
        if word in THEY:
            return (
                plural
                or entity.type is EntityType.ORGANISATION
                or _is_coordinated(self.annotated, entity.head)
            )
        if word in IT:
            return not plural and entity.type is not EntityType.PERSON and head.upos in {"NOUN", "PROPN"}
        words = self._all_words(j)
        wrong = words & (FEMALE if word in HE else MALE)
        return entity.type is EntityType.PERSON and not plural and not wrong


def _same_pronouns(word: str) -> frozenset[str]:
    return next(group for group in (HE, SHE, THEY, IT) if word in group)


def _is_coordinated(annotated: AnnotatedDocument, head: int) -> bool:
    return any(annotated.tokens[c].relation == "conj" for c in annotated.children(head))


def fullest(entities: Iterable[Entity]) -> Entity:
    """The member of one chain that names it best: a name before a description, longer before shorter, early first.

    A country is never named by the title of its president.
    """
    entities = list(entities)
    if any(country_named(e.span.text) for e in entities):
        entities = [e for e in entities if e.type is not EntityType.PERSON or country_named(e.span.text)]
    return max(
        entities,
        key=lambda e: (e.named, not _is_pronoun(e), min(len(e.span.text), 60) if e.named else 0, -e.first),
    )


def _is_pronoun(entity: Entity) -> bool:
    return entity.span.text.lower() in HE | SHE | THEY | IT
