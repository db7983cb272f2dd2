/** What the map draws at one zoom: marks for points, areas for what is known to lie somewhere within. */
import { ALL, type Box } from "./choose";
import { at, COUNTRY, DISTRICT, latOf, lonOf, type Points } from "./points";

export interface Mark {
  lat: number;
  lon: number;
  /** Incidents, and their sums of killed and injured. */
  n: number;
  killed: number;
  injured: number;
  /** The incident, where there is one only. */
  id: string | null;
  /** Kilometres around, for an area; null for a point or a cluster; a country has none but an outline. */
  radius: number | null;
  kind: "point" | "cluster" | "area" | "country";
  /** All its incidents have this very place. */
  together: boolean;
  place: string;
}

const CELL_PX = 58;
const TILE_PX = 512;
/** An area smaller than this on the screen is a mark like others. */
const AREA_PX = 16;
/** From this zoom on a country is drawn by its outline. */
const COUNTRY_ZOOM = 2.6;
const WORLD_KM = 40_075;

interface Heap {
  n: number;
  x: number;
  y: number;
  killed: number;
  injured: number;
  row: number;
  area: boolean;
  together: boolean;
}

/** The marks of the rows that pass, in and a little around the box. */
export function cluster(points: Points, bits: Uint8Array, box: Box, zoom: number): Mark[] {
  const scale = TILE_PX * 2 ** zoom;
  const cell = CELL_PX / (TILE_PX * 2 ** (Math.round(zoom * 2) / 2));
  const heaps = new Map<string | number, Heap>();
  const wide = widened(box);
  for (let row = 0; row < points.size; row++) {
    if ((at(bits, row) & ALL) !== ALL || !near(points, row, wide)) continue;
    const area = isArea(points, row, zoom, scale);
    add(heaps, area ? areaKey(points, row) : cellKey(points, row, cell), points, row, area);
  }
  const found = [...heaps.values()];
  const loose = merged(
    found.filter((h) => !h.area),
    cell * 0.62,
  );
  return [...found.filter((h) => h.area), ...loose].map((heap) => markOf(points, heap));
}

function isArea(points: Points, row: number, zoom: number, scale: number): boolean {
  const precision = at(points.precision, row);
  if (precision < DISTRICT || precision > COUNTRY) return false;
  if (precision === COUNTRY) return zoom >= COUNTRY_ZOOM;
  const km = points.radius[precision] as number;
  return (km / (WORLD_KM * Math.cos((at(points.lat, row) * Math.PI) / 180))) * scale >= AREA_PX;
}

function areaKey(points: Points, row: number): string {
  return `${at(points.lat, row)} ${at(points.lon, row)} ${at(points.precision, row)}`;
}

function cellKey(points: Points, row: number, cell: number): number {
  return Math.floor(at(points.x, row) / cell) * 67_108_864 + Math.floor(at(points.y, row) / cell);
}

function add(
  heaps: Map<string | number, Heap>,
  key: string | number,
  points: Points,
  row: number,
  area: boolean,
): void {
  const x = at(points.x, row);
  const y = at(points.y, row);
  const killed = Math.max(0, at(points.killed, row));
  const injured = Math.max(0, at(points.injured, row));
  const heap = heaps.get(key);
  if (!heap) {
    heaps.set(key, { n: 1, x, y, killed, injured, row, area, together: true });
    return;
  }
  heap.together &&= Math.abs(heap.x / heap.n - x) < 1e-9 && Math.abs(heap.y / heap.n - y) < 1e-9;
  heap.n += 1;
  heap.x += x;
  heap.y += y;
  heap.killed += killed;
  heap.injured += injured;
}

/** Neighbours that would overlap become one, the larger first. */
function merged(heaps: Heap[], distance: number): Heap[] {
  const kept: Heap[] = [];
  for (const heap of heaps.sort((a, b) => b.n - a.n)) {
    const host = kept.find(
      (k) =>
        Math.abs(k.x / k.n - heap.x / heap.n) < distance && Math.abs(k.y / k.n - heap.y / heap.n) < distance,
    );
    if (host) absorb(host, heap);
    else kept.push(heap);
  }
  return kept;
}

function absorb(host: Heap, other: Heap): void {
  const apart = Math.abs(host.x / host.n - other.x / other.n) + Math.abs(host.y / host.n - other.y / other.n);
  host.together &&= other.together && apart < 1e-9;
  host.n += other.n;
  host.x += other.x;
  host.y += other.y;
  host.killed += other.killed;
  host.injured += other.injured;
}

function markOf(points: Points, heap: Heap): Mark {
  const precision = at(points.precision, heap.row);
  const single = heap.n === 1;
  return {
    lat: latOf(heap.y / heap.n),
    lon: lonOf(heap.x / heap.n),
    n: heap.n,
    killed: heap.killed,
    injured: heap.injured,
    id: single ? (points.ids[heap.row] ?? null) : null,
    radius: heap.area && precision !== COUNTRY ? (points.radius[precision] ?? null) : null,
    kind: heap.area ? (precision === COUNTRY ? "country" : "area") : single ? "point" : "cluster",
    together: heap.together,
    place: single || heap.together ? (points.places[at(points.place, heap.row)] ?? "") : "",
  };
}

function near(points: Points, row: number, box: Box): boolean {
  const lat = at(points.lat, row);
  const lon = at(points.lon, row);
  return lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east;
}

function widened(box: Box): Box {
  const x = (box.east - box.west) * 0.15;
  const y = (box.north - box.south) * 0.15;
  if (box.east > 180 || box.west < -180)
    return { west: -180, east: 180, south: box.south - y, north: box.north + y };
  return { west: box.west - x, east: box.east + x, south: box.south - y, north: box.north + y };
}
