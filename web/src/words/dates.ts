/** Dates in the reader's form. Days on record have no time zone; moments are shown in the reader's own, with its name. */

export interface Span {
  start: string;
  end: string;
  precision?: string;
}

const DAY_MS = 86_400_000;

const dayForm = form({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const monthForm = form({ month: "long", year: "numeric", timeZone: "UTC" });
const yearForm = form({ year: "numeric", timeZone: "UTC" });
const momentForm = form({
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

function form(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(undefined, options);
}

/** A calendar day, as `2024-03-01`, in words. */
export function dayWords(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : dayForm.format(date);
}

/** An interval in words, no finer than it was said. */
export function spanWords(when: Span | null | undefined): string {
  if (!when) return "date not said";
  const start = new Date(`${when.start}T00:00:00Z`);
  const end = new Date(`${when.end}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return `${when.start} – ${when.end}`;
  if (when.start === when.end) return dayForm.format(start);
  if (isWholeYear(when)) return yearForm.format(start);
  if (isWholeMonth(start, end)) return monthForm.format(start);
  return dayForm.formatRange(start, end);
}

/** A moment, as `2024-03-04T15:00:00+00:00`, in the reader's time zone; a day alone stays a day. */
export function momentWords(moment: string | null | undefined): string {
  if (!moment) return "time not known";
  if (moment.length <= 10) return dayWords(moment);
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : momentForm.format(date);
}

/** The reader's time zone by name. */
export function zoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? "local time";
}

/** Days since 1970-01-01 of a calendar day. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** The calendar day of a number of days since 1970-01-01. */
export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

function isWholeYear(when: Span): boolean {
  return when.start.slice(4) === "-01-01" && when.end === `${when.start.slice(0, 4)}-12-31`;
}

function isWholeMonth(start: Date, end: Date): boolean {
  const next = new Date(end.getTime() + DAY_MS);
  const sameMonth =
    start.getUTCMonth() === end.getUTCMonth() && start.getUTCFullYear() === end.getUTCFullYear();
  return start.getUTCDate() === 1 && next.getUTCDate() === 1 && sameMonth;
}
