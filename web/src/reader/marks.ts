/** The spans of a reading, laid over the text: pieces that don't overlap, each with all the marks that cover it. */
import type { Reading, Span } from "../api/types";
import { unitsOf } from "../words/spans";

export type Kind =
  | "event"
  | "actor"
  | "recipient"
  | "weapon"
  | "place"
  | "time"
  | "number"
  | "speaker"
  | "quote"
  | "tally";

export interface Mark {
  start: number;
  end: number;
  kind: Kind;
  /** The cards that the mark belongs to: ids of events and tallies. */
  of: string;
}

export interface Piece {
  text: string;
  /** Code points of the document's text. */
  start: number;
  end: number;
  marks: Mark[];
}

/** Which kind is shown where several cover a piece: the narrowest claim first. */
export const KINDS: readonly Kind[] = [
  "event",
  "number",
  "time",
  "weapon",
  "actor",
  "recipient",
  "place",
  "tally",
  "speaker",
  "quote",
];

/** All marks of a reading. */
export function marksOf(reading: Reading): Mark[] {
  return [
    ...reading.events.flatMap(eventMarks),
    ...reading.tallies.flatMap(tallyMarks),
    ...quoteMarks(reading),
  ];
}

/** The text cut wherever a mark begins or ends. */
export function piecesOf(text: string, marks: Mark[], from = 0): Piece[] {
  const unit = unitsOf(text);
  const end = from + Array.from(text).length;
  const inside = marks.filter((m) => m.end > from && m.start < end && m.end > m.start);
  const cuts = new Set([from, end]);
  for (const mark of inside) {
    if (mark.start > from) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const open = [...inside].sort((a, b) => a.start - b.start);
  return sorted.slice(0, -1).map((start, n) => {
    const stop = sorted[n + 1] as number;
    const covering = open.filter((m) => m.start <= start && m.end >= stop);
    return { text: text.slice(unit(start - from), unit(stop - from)), start, end: stop, marks: covering };
  });
}

/** Paragraphs of a text with where each begins, in code points. */
export function paragraphs(text: string): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  for (const part of text.split(/(\n\s*\n|\n)/)) {
    if (part.trim()) found.push({ text: part, start });
    start += Array.from(part).length;
  }
  return found;
}

/** The kind that a piece is coloured by. */
export function leading(marks: Mark[]): Kind | null {
  return KINDS.find((kind) => marks.some((m) => m.kind === kind)) ?? null;
}

function eventMarks(event: Reading["events"][number]): Mark[] {
  const mark = (kind: Kind) => (span: Span) => ({ start: span.start, end: span.end, kind, of: event.id });
  const times = event.when?.span ? [event.when.span] : [];
  const counts = [event.killed?.span, event.injured?.span].filter((s): s is Span => Boolean(s));
  return [
    ...[event.trigger, ...event.mentions].map(mark("event")),
    ...event.actors.map(mark("actor")),
    ...event.recipients.map(mark("recipient")),
    ...event.weapons.map(mark("weapon")),
    ...event.places.map(mark("place")),
    ...times.map(mark("time")),
    ...counts.map(mark("number")),
    ...event.says.map((s) => mark("speaker")(s.speaker)),
  ];
}

function tallyMarks(tally: Reading["tallies"][number]): Mark[] {
  return [{ start: tally.number.start, end: tally.number.end, kind: "tally", of: tally.id }];
}

function quoteMarks(reading: Reading): Mark[] {
  return reading.quotes.map((quote, n) => ({
    start: quote.content.start,
    end: quote.content.end,
    kind: "quote",
    of: `q${n}`,
  }));
}
