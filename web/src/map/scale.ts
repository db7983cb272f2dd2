/** Days to pixels and back, and the ticks of a time axis. */
import { dayOf } from "../words/dates";

export interface Scale {
  first: number;
  last: number;
  width: number;
}

export function xOf(scale: Scale, day: number): number {
  return ((day - scale.first) / Math.max(1, scale.last - scale.first)) * scale.width;
}

export function dayAt(scale: Scale, x: number): number {
  const share = Math.max(0, Math.min(1, x / Math.max(1, scale.width)));
  return Math.floor(scale.first + share * (scale.last - scale.first));
}

export interface Tick {
  day: number;
  label: string;
}

const ROOM_PX = 74;
const STEPS = [1, 2, 7, 14] as const;

/** Ticks on round days, months or years, as many as have room. */
export function ticks(scale: Scale): Tick[] {
  const most = Math.max(2, Math.floor(scale.width / ROOM_PX));
  const days = scale.last - scale.first;
  const step = STEPS.find((s) => days / s <= most);
  if (step) return everyDays(scale, step);
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((m) => days / (m * 30.4) <= most) ?? 6000;
  return everyMonths(scale, months);
}

function everyDays(scale: Scale, step: number): Tick[] {
  const found: Tick[] = [];
  for (let day = Math.ceil(scale.first / step) * step; day < scale.last; day += step)
    found.push({ day, label: label(day, "day") });
  return found;
}

function everyMonths(scale: Scale, step: number): Tick[] {
  const [year, month] = dayOf(scale.first).split("-").map(Number) as [number, number];
  let count = Math.ceil((year * 12 + month - 1) / step) * step;
  const found: Tick[] = [];
  for (;;) {
    const day = Math.round(Date.UTC(Math.floor(count / 12), count % 12, 1) / 86_400_000);
    if (day >= scale.last) return found;
    if (day >= scale.first) found.push({ day, label: label(day, step >= 12 ? "year" : "month") });
    count += step;
  }
}

const FORMS = {
  day: new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat(undefined, { month: "short", year: "numeric", timeZone: "UTC" }),
  year: new Intl.DateTimeFormat(undefined, { year: "numeric", timeZone: "UTC" }),
};

function label(day: number, form: keyof typeof FORMS): string {
  return FORMS[form].format(new Date(day * 86_400_000));
}
