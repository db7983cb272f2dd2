/** Ranges and counts in words. */

export interface Range {
  low: number;
  high: number | null;
}

const count = new Intl.NumberFormat();
const short = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });

export function number(value: number): string {
  return count.format(value);
}

/** A number for a narrow place: 1.2K. */
export function brief(value: number): string {
  return value < 1000 ? count.format(value) : short.format(value);
}

/** `3`, `3–5`, `3 or more`. */
export function rangeWords(range: Range): string {
  if (range.high === null || range.high === undefined) return `${number(range.low)} or more`;
  return range.low === range.high ? number(range.low) : `${number(range.low)}–${number(range.high)}`;
}

/** A number with its noun. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** What is said of harm, in one line; "no harm told" where nothing is. */
export function harmWords(killed: Range | null, injured: Range | null): string {
  const parts = [];
  if (killed) parts.push(`${rangeWords(killed)} killed`);
  if (injured) parts.push(`${rangeWords(injured)} injured`);
  return parts.join(", ") || "no harm told";
}
