/** The record's incidents as columns of numbers, so that 100,000 are filtered in a few milliseconds. */

/** As the server sends them; null where the record doesn't say. */
export interface PointsJson {
  ids: string[];
  lat: (number | null)[];
  lon: (number | null)[];
  precision: (number | null)[];
  precisions: string[];
  /** How far a place of each precision reaches, in kilometres. */
  radius_km: number[];
  start: (number | null)[];
  end: (number | null)[];
  mode: (number | null)[];
  modes: string[];
  type: (number | null)[];
  types: string[];
  killed: (number | null)[];
  injured: (number | null)[];
  title_place: (number | null)[];
  places: string[];
}

/** Places' precisions, finest first; a district, province or country is an area. */
export const PRECISIONS = ["exact", "town", "district", "province", "country", "unknown"] as const;
export const DISTRICT = 2;
export const COUNTRY = 4;

export const NO_DAY = -0x80000000;
export const NONE = -1;

export interface Points {
  size: number;
  ids: string[];
  places: string[];
  modes: string[];
  types: string[];
  /** Web Mercator from 0 to 1, NaN where no place is known. */
  x: Float64Array;
  y: Float64Array;
  lat: Float64Array;
  lon: Float64Array;
  precision: Uint8Array;
  /** Kilometres around the point, by PRECISIONS. */
  radius: number[];
  start: Int32Array;
  end: Int32Array;
  mode: Int16Array;
  type: Int16Array;
  killed: Int32Array;
  injured: Int32Array;
  place: Int32Array;
  /** Row numbers, newest first and deadliest first. */
  newest: Int32Array;
  deadliest: Int32Array;
}

/** Columns out of the server's answer. */
export function pointsOf(json: PointsJson): Points {
  const size = json.ids.length;
  const lat = Float64Array.from(json.lat, (v) => v ?? Number.NaN);
  const lon = Float64Array.from(json.lon, (v) => v ?? Number.NaN);
  const start = Int32Array.from(json.start, (v) => v ?? NO_DAY);
  const killed = Int32Array.from(json.killed, (v) => v ?? NONE);
  const injured = Int32Array.from(json.injured, (v) => v ?? NONE);
  return {
    size,
    ids: json.ids,
    places: json.places,
    modes: json.modes,
    types: json.types,
    x: lon.map((v) => mercatorX(v)),
    y: lat.map((v) => mercatorY(v)),
    lat,
    lon,
    precision: Uint8Array.from(json.precision, (v) => precisionOf(json.precisions[v ?? -1])),
    radius: PRECISIONS.map((name) => json.radius_km[json.precisions.indexOf(name)] ?? 0),
    start,
    end: Int32Array.from(json.end, (v, n) => v ?? start[n] ?? NO_DAY),
    mode: Int16Array.from(json.mode, (v) => v ?? NONE),
    type: Int16Array.from(json.type, (v) => v ?? NONE),
    killed,
    injured,
    place: Int32Array.from(json.title_place, (v) => v ?? NONE),
    newest: ordered(size, (a, b) => at(start, b) - at(start, a) || a - b),
    deadliest: ordered(
      size,
      (a, b) =>
        at(killed, b) - at(killed, a) || at(injured, b) - at(injured, a) || at(start, b) - at(start, a),
    ),
  };
}

/** A column's value; rows are always there. */
export function at(column: Int32Array | Int16Array | Uint8Array | Float64Array, row: number): number {
  return column[row] as number;
}

export function mercatorX(lon: number): number {
  return (lon + 180) / 360;
}

export function mercatorY(lat: number): number {
  const clipped = Math.max(-85, Math.min(85, lat));
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (clipped * Math.PI) / 360)) / (2 * Math.PI);
}

export function lonOf(x: number): number {
  return x * 360 - 180;
}

export function latOf(y: number): number {
  return (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;
}

function precisionOf(name: string | undefined): number {
  const found = PRECISIONS.indexOf((name ?? "unknown") as (typeof PRECISIONS)[number]);
  return found < 0 ? PRECISIONS.length - 1 : found;
}

function ordered(size: number, compare: (a: number, b: number) => number): Int32Array {
  return Int32Array.from({ length: size }, (_, n) => n).sort(compare);
}
