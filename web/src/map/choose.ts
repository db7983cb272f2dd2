/** Which incidents pass the filters that the page answers itself, in one walk over the columns. */
import { at, NO_DAY, type Points } from "./points";

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Choice {
  /** Days since 1970, both included; null is open. */
  since: number | null;
  until: number | null;
  modes: string[];
  types: string[];
}

/** A row passes all but the time filter. */
export const ELSE = 1;
/** A row passes the time filter. */
export const TIME = 2;
/** A row lies in the box. */
export const INSIDE = 4;
export const ALL = ELSE | TIME;

/** For each row the bits above; a row without a place is inside when no box is given. */
export function choose(points: Points, choice: Choice, box: Box | null): Uint8Array {
  const modes = wanted(points.modes, choice.modes);
  const types = wanted(points.types, choice.types);
  const bits = new Uint8Array(points.size);
  for (let row = 0; row < points.size; row++) {
    if (!passes(points, row, modes, types)) continue;
    let found = ELSE;
    if (inTime(points, row, choice)) found |= TIME;
    if (box === null || within(points, row, box)) found |= INSIDE;
    bits[row] = found;
  }
  return bits;
}

function passes(points: Points, row: number, modes: Set<number> | null, types: Set<number> | null): boolean {
  if (modes && !modes.has(at(points.mode, row))) return false;
  return !types || types.has(at(points.type, row));
}

function inTime(points: Points, row: number, choice: Choice): boolean {
  if (choice.since === null && choice.until === null) return true;
  const start = at(points.start, row);
  if (start === NO_DAY) return false;
  if (choice.until !== null && start > choice.until) return false;
  return choice.since === null || at(points.end, row) >= choice.since;
}

function within(points: Points, row: number, box: Box): boolean {
  const lat = at(points.lat, row);
  if (!(lat >= box.south && lat <= box.north)) return false;
  const lon = at(points.lon, row);
  // A view across the date line has its east beyond 180 or its west below -180.
  return inside(lon, box) || inside(lon + 360, box) || inside(lon - 360, box);
}

function inside(lon: number, box: Box): boolean {
  return lon >= box.west && lon <= box.east;
}

/** The numbers of the wanted words; null wants all. */
function wanted(words: string[], some: string[]): Set<number> | null {
  if (some.length === 0) return null;
  return new Set(some.map((word) => words.indexOf(word)).filter((n) => n >= 0));
}
