/** Counts over time: bins of a day, a week or a month, each split by how the attack was done. */
import { dayOf } from "../words/dates";
import { ELSE, INSIDE } from "./choose";
import { at, NO_DAY, NONE, type Points } from "./points";

export type Unit = "day" | "week" | "month";

export interface Bins {
  unit: Unit;
  /** First day of each bin, and the day after the last. */
  edges: number[];
  /** Counts, bin by bin, for each group. */
  counts: number[][];
  groups: Group[];
  max: number;
  /** Rows without a date, before the first bin and after the last. */
  undated: number;
  before: number;
  after: number;
}

export interface Group {
  /** The mode's name; "" is an attack whose mode isn't said, "*" all other modes and "-" what is no attack. */
  key: string;
  total: number;
}

const GROUPS = 6;
/** What unit suits a span of days, and which still can be drawn. */
const FITS: Record<Unit, number> = { day: 1500, week: 6000, month: 40_000 };

/** The unit that gives the span a readable number of bins. */
export function unitFor(days: number): Unit {
  if (days <= 120) return "day";
  return days <= 1100 ? "week" : "month";
}

/** Whether a span of days can be drawn in this unit. */
export function fits(unit: Unit, days: number): boolean {
  return days <= FITS[unit];
}

/** The days that hold all but the oldest fiftieth of the dated rows: a word about 1620 must not flatten the year. */
export function spanOf(points: Points): [number, number] {
  const dated = points.start.filter((day) => day !== NO_DAY).sort();
  if (dated.length === 0) return [0, 0];
  const cut = dated.length < 10 ? 0 : Math.ceil(dated.length / 50);
  return [at(dated, cut), at(dated, dated.length - 1)];
}

/** The days that hold all dated rows. */
export function wholeSpanOf(points: Points): [number, number] {
  const dated = points.start.filter((day) => day !== NO_DAY);
  return dated.length === 0
    ? [0, 0]
    : [dated.reduce((a, b) => Math.min(a, b)), dated.reduce((a, b) => Math.max(a, b))];
}

/** Which group each mode belongs to: the most frequent ones have their own. */
export function groupsOf(points: Points): { names: string[]; of: Int8Array } {
  const counts = new Float64Array(points.modes.length);
  for (const mode of points.mode) if (mode !== NONE) counts[mode] = at(counts, mode) + 1;
  const named = points.modes
    .map((_, n) => n)
    .filter((n) => at(counts, n) > 0 && points.modes[n] !== "other")
    .sort((a, b) => at(counts, b) - at(counts, a))
    .slice(0, GROUPS);
  const names = [...named.map((n) => points.modes[n] as string), "*", "", "-"];
  const assault = points.types.indexOf("ASSAULT");
  const of = new Int8Array(points.size);
  for (let row = 0; row < points.size; row++) {
    const mode = at(points.mode, row);
    const place = named.indexOf(mode);
    if (mode === NONE) of[row] = at(points.type, row) === assault ? named.length + 1 : named.length + 2;
    else of[row] = place >= 0 ? place : named.length;
  }
  return { names, of };
}

/** Bins over the days from `first` to `last` of the rows that pass all but the time filter and lie in the box. */
export function binned(
  points: Points,
  bits: Uint8Array,
  groups: { names: string[]; of: Int8Array },
  unit: Unit,
  first: number,
  last: number,
): Bins {
  const edges = edgesOf(unit, first, last);
  const index = indexOf(edges);
  const counts = groups.names.map(() => new Array<number>(edges.length - 1).fill(0));
  const found = { undated: 0, before: 0, after: 0 };
  for (let row = 0; row < points.size; row++) {
    if ((at(bits, row) & (ELSE | INSIDE)) !== (ELSE | INSIDE)) continue;
    const day = at(points.start, row);
    const bin = day - (edges[0] as number);
    if (day === NO_DAY) found.undated += 1;
    else if (bin < 0) found.before += 1;
    else if (bin >= index.length) found.after += 1;
    else add(counts[groups.of[row] as number] as number[], at(index, bin));
  }
  return { unit, edges, counts, max: highest(counts), groups: totals(groups.names, counts), ...found };
}

function add(counts: number[], bin: number): void {
  counts[bin] = (counts[bin] ?? 0) + 1;
}

function totals(names: string[], counts: number[][]): Group[] {
  return names.map((key, n) => ({ key, total: (counts[n] ?? []).reduce((sum, v) => sum + v, 0) }));
}

function highest(counts: number[][]): number {
  const bins = counts[0]?.length ?? 0;
  let max = 0;
  for (let bin = 0; bin < bins; bin++)
    max = Math.max(
      max,
      counts.reduce((sum, group) => sum + (group[bin] as number), 0),
    );
  return max;
}

/** First days of the units from the one that holds `first` to the one after `last`. */
export function edgesOf(unit: Unit, first: number, last: number): number[] {
  const edges = [floorTo(unit, first)];
  while ((edges[edges.length - 1] as number) <= last)
    edges.push(nextOf(unit, edges[edges.length - 1] as number));
  return edges;
}

function floorTo(unit: Unit, day: number): number {
  if (unit === "day") return day;
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday, weeks begin on Monday
  return day - Number(dayOf(day).slice(8)) + 1;
}

function nextOf(unit: Unit, day: number): number {
  if (unit === "day") return day + 1;
  if (unit === "week") return day + 7;
  const date = new Date(day * 86_400_000);
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000);
}

/** For each day from the first edge on, its bin. */
function indexOf(edges: number[]): Int32Array {
  const first = edges[0] as number;
  const index = new Int32Array((edges[edges.length - 1] as number) - first);
  for (let bin = 0; bin + 1 < edges.length; bin++)
    index.fill(bin, (edges[bin] as number) - first, (edges[bin + 1] as number) - first);
  return index;
}
