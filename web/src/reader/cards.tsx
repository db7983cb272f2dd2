/** A card for each event and claimed total of a reading; hovering or focusing one lights its words in the article. */
import type { Argument, ReadEvent, Reading } from "../api/types";
import { Certainty } from "../parts/badges";
import { harmWords, rangeWords } from "../words/amounts";
import { spanWords } from "../words/dates";
import { kindWords, predicateWords, typeWords } from "../words/labels";

interface Parts {
  reading: Reading;
  lit: string[];
  light: (cards: string[]) => void;
  /** What stands at the foot of an event's card: where it is on record, how to correct it. */
  foot?: (event: ReadEvent) => preact.ComponentChildren;
}

export function Cards({ reading, lit, light, foot }: Parts) {
  return (
    <div class="cards">
      {reading.events.map((event) => (
        <Card key={event.id} id={event.id} lit={lit} light={light}>
          <EventCard event={event} />
          {foot?.(event)}
        </Card>
      ))}
      {reading.tallies.map((tally) => (
        <Card key={tally.id} id={tally.id} lit={lit} light={light}>
          <h3>
            <span class="mk mk-tally">Claimed total</span> {rangeWords(tally)}{" "}
            {kindWords(tally.type, tally.mode).toLowerCase()}
          </h3>
          <dl>
            <Row name="When" words={tally.when ? spanWords(tally.when) : null} />
            <Row name="Where" words={names(tally.places)} kind="place" />
            <Row name="On" words={names(tally.recipients)} kind="recipient" />
            <Row name="Says" words={names(tally.says.map((s) => s.speaker))} kind="speaker" />
          </dl>
        </Card>
      ))}
      <Others reading={reading} />
    </div>
  );
}

function Card({
  id,
  lit,
  light,
  children,
}: {
  id: string;
  lit: string[];
  light: Parts["light"];
  children: preact.ComponentChildren;
}) {
  return (
    <article
      class={`card event-card ${lit.includes(id) ? "lit" : ""}`}
      id={`card-${id}`}
      tabIndex={-1}
      onMouseEnter={() => light([id])}
      onMouseLeave={() => light([])}
      onFocusIn={() => light([id])}
      onFocusOut={() => light([])}
    >
      {children}
    </article>
  );
}

function EventCard({ event }: { event: ReadEvent }) {
  return (
    <>
      <h3>
        <span class="mk mk-event">{kindWords(event.type, event.mode)}</span> “{event.trigger.text}”{" "}
        <Certainty value={event.certainty} />
      </h3>
      <dl>
        <Row name="When" words={event.when ? spanWords(event.when) : null} kind="time" />
        <Row name="Where" words={names(event.places)} kind="place" />
        <Row name="By" words={names(event.actors)} kind="actor" />
        <Row name="Against" words={names(event.recipients)} kind="recipient" />
        <Row name="With" words={names(event.weapons)} kind="weapon" />
        <Row
          name="Harm"
          words={event.killed || event.injured ? harmWords(event.killed, event.injured) : null}
          kind="number"
        />
        <Row name="Says" words={names(event.says.map((s) => s.speaker))} kind="speaker" />
      </dl>
    </>
  );
}

function Row({ name, words, kind }: { name: string; words: string | null; kind?: string }) {
  if (!words) return null;
  return (
    <div class="card-row">
      <dt>{name}</dt>
      <dd>
        <span class={kind ? `mk mk-${kind}` : ""}>{words}</span>
      </dd>
    </div>
  );
}

function names(some: Argument[]): string | null {
  return [...new Set(some.map((one) => one.text))].join(", ") || null;
}

function Others({ reading }: { reading: Reading }) {
  const { responsibility, relations, misfits } = reading;
  return (
    <>
      {responsibility.length > 0 && (
        <Section title="Who blames, claims, denies">
          {responsibility.map((one) => (
            <li key={`${one.stance} ${one.speaker.start} ${one.accused.start}`}>
              {one.speaker.text} {one.stance} {one.stance === "blames" ? one.accused.text : ""}
            </li>
          ))}
        </Section>
      )}
      {relations.length > 0 && (
        <Section title="Relations">
          {relations.map((one) => (
            <li key={`${one.subject.start} ${one.predicate} ${one.object.start}`}>
              {one.subject.text} <span class="quiet">{predicateWords(one.predicate)}</span> {one.object.text}
            </li>
          ))}
        </Section>
      )}
      {misfits.length > 0 && (
        <Section title="What does not fit">
          {misfits.map((one) => (
            <li key={one.message}>{one.message}</li>
          ))}
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <section class="card">
      <h3>{title}</h3>
      <ul class="small rows">{children}</ul>
    </section>
  );
}

/** What a legend of the article's marks needs to say. */
export const LEGEND: readonly [string, string][] = [
  ["event", typeWords("event")],
  ["actor", "By whom"],
  ["recipient", "Against whom"],
  ["weapon", "With what"],
  ["place", "Where"],
  ["time", "When"],
  ["number", "How many harmed"],
  ["speaker", "Who says so"],
  ["tally", "Claimed total"],
  ["quote", "Quote"],
];
