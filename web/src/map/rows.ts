/** The list beside the map: one page of the rows that pass, in the order asked for. */
import { ALL, INSIDE } from "./choose";
import { at, NO_DAY, NONE, type Points, PRECISIONS } from "./points";

export type Order = "newest" | "deadliest";

export interface Row {
  id: string;
  type: string;
  mode: string | null;
  place: string | null;
  precision: string;
  lat: number | null;
  lon: number | null;
  start: number | null;
  end: number | null;
  killed: number | null;
  injured: number | null;
}

export interface Page {
  rows: Row[];
  /** Rows that pass the filters and lie in the box; those that pass at all; those of them with no place on the map. */
  inside: number;
  passing: number;
  unplaced: number;
  killed: number;
  injured: number;
}

const WANTED = ALL | INSIDE;

/** `size` rows from `offset` on. */
export function pageOf(points: Points, bits: Uint8Array, order: Order, offset: number, size: number): Page {
  const page: Page = { rows: [], inside: 0, passing: 0, unplaced: 0, killed: 0, injured: 0 };
  for (const row of points[order]) {
    const found = at(bits, row);
    if ((found & ALL) !== ALL) continue;
    page.passing += 1;
    if (Number.isNaN(at(points.lat, row))) page.unplaced += 1;
    if ((found & WANTED) !== WANTED) continue;
    if (page.inside >= offset && page.rows.length < size) page.rows.push(rowOf(points, row));
    page.inside += 1;
    page.killed += Math.max(0, at(points.killed, row));
    page.injured += Math.max(0, at(points.injured, row));
  }
  return page;
}

function rowOf(points: Points, row: number): Row {
  const lat = at(points.lat, row);
  return {
    id: points.ids[row] ?? "",
    type: points.types[at(points.type, row)] ?? "",
    mode: points.modes[at(points.mode, row)] ?? null,
    place: points.places[at(points.place, row)] ?? null,
    precision: PRECISIONS[at(points.precision, row)] ?? "unknown",
    lat: Number.isNaN(lat) ? null : lat,
    lon: Number.isNaN(lat) ? null : at(points.lon, row),
    start: said(at(points.start, row), NO_DAY),
    end: said(at(points.end, row), NO_DAY),
    killed: said(at(points.killed, row), NONE),
    injured: said(at(points.injured, row), NONE),
  };
}

function said(value: number, missing: number): number | null {
  return value === missing ? null : value;
}
