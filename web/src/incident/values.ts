/** Values of an incident's fields, current or claimed, as words; and as the words that a correction takes. */
import { type Range, rangeWords } from "../words/amounts";
import { type Span, spanWords } from "../words/dates";
import { modeWords } from "../words/labels";

interface Toll {
  low: number;
  best?: number;
  high: number | null;
}

/** What is shown where a value isn't there. */
export const NOT_SAID = "not said";

export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return NOT_SAID;
  if (Array.isArray(value)) return value.length > 0 ? value.map(nameOf).join("; ") : NOT_SAID;
  if (typeof value !== "object") return field === "mode" ? modeWords(String(value)) : String(value);
  if ("low" in value) return tollWords(value as Toll);
  if ("start" in value) return spanWords(value as Span);
  return nameOf(value);
}

/** The current value in the words that `correct` takes, to be edited. */
export function editable(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(nameOf).join("; ");
  if (typeof value !== "object") return String(value);
  if ("low" in value) return tollText(value as Toll);
  if ("start" in value) return intervalText(value as Span);
  return nameOf(value);
}

/** How to write a field's value, beside its box. */
export const HOW_TO_WRITE: Record<string, string> = {
  killed: "12, 9-12, 9+ or none",
  injured: "12, 9-12, 9+ or none",
  when: "2021-07-05, 2021-07-05/2021-07-07 or none",
  mode: "none where the reports do not say",
  certainty: "general is habitual or background, no single happening",
  places: "names, with ; between them; NAME@LAT,LON for a point that the gazetteer lacks",
  actors: "names, with ; between them",
  recipients: "names, with ; between them",
  weapons: "names, with ; between them",
};

function tollWords(toll: Toll): string {
  const range = rangeWords(toll as Range);
  return toll.best !== undefined && toll.high !== toll.low ? `${toll.best} (${range})` : range;
}

function tollText(toll: Toll): string {
  if (toll.high === null) return `${toll.low}+`;
  return toll.low === toll.high ? `${toll.low}` : `${toll.low}-${toll.high}`;
}

function intervalText(when: Span): string {
  return when.start === when.end ? when.start : `${when.start}/${when.end}`;
}

function nameOf(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    const named = value as { name?: string; text?: string };
    return named.name ?? named.text ?? "";
  }
  return String(value);
}
