/** Natural Earth's coasts and borders, which come with the page: a map that needs no network. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import fine from "world-atlas/countries-50m.json?url";
import coarse from "world-atlas/countries-110m.json?url";

export type Country = Feature<Polygon | MultiPolygon, { name: string }>;
export type Countries = FeatureCollection<Polygon | MultiPolygon, { name: string; x?: number }>;

/** Countries as polygons; `fine` has four times the detail and six times the size. */
export async function countries(detail: "coarse" | "fine"): Promise<Countries> {
  const response = await fetch(detail === "fine" ? fine : coarse);
  const topology = (await response.json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const found = feature(topology, topology.objects.countries) as Countries;
  for (const country of found.features) for (const part of partsOf(country as Country)) part.forEach(unroll);
  return found;
}

/** One point for each country's name, in its largest part. */
export function labels(found: Countries): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: found.features.map((country) => {
      const { ring, area } = largest(country as Country);
      return {
        type: "Feature",
        properties: { name: country.properties.name, area },
        geometry: { type: "Point", coordinates: middle(ring) },
      };
    }),
  };
}

/** The country around a point. */
export function countryAt(found: Countries, lon: number, lat: number): Country | null {
  const around = found.features.find((country) =>
    rings(country as Country).some((ring) => holds(ring, lon, lat)),
  );
  return (around as Country | undefined) ?? null;
}

function rings(country: Country): Position[][] {
  return partsOf(country).map((part) => part[0] ?? []);
}

function partsOf(country: Country): Position[][][] {
  const shape = country.geometry;
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
}

/** A ring over the date line goes on beyond 180 degrees instead of jumping around the world; one around a pole is closed there. */
export function unroll(ring: Position[]): void {
  let shift = 0;
  let before = ring[0]?.[0] ?? 0;
  for (const point of ring) {
    const lon = point[0] as number;
    if (lon - before > 180) shift -= 360;
    if (before - lon > 180) shift += 360;
    before = lon;
    point[0] = lon + shift;
  }
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (!first || !last || Math.abs((first[0] as number) - (last[0] as number)) < 180) return;
  const pole = (first[1] as number) > 0 ? 85 : -85;
  ring.push([last[0] as number, pole], [first[0] as number, pole], [...first]);
}

function largest(country: Country): { ring: Position[]; area: number } {
  const sized = rings(country).map((ring) => ({ ring, area: areaOf(ring) }));
  return sized.reduce((best, one) => (one.area > best.area ? one : best), { ring: [], area: 0 });
}

/** In square degrees, shrunk towards the poles: enough to say which part is the largest. */
function areaOf(ring: Position[]): number {
  let sum = 0;
  for (let n = 0; n + 1 < ring.length; n++) {
    const [x1, y1] = ring[n] as [number, number];
    const [x2, y2] = ring[n + 1] as [number, number];
    sum += (x1 * y2 - x2 * y1) / 2;
  }
  const lat = ring[0]?.[1] ?? 0;
  return Math.abs(sum) * Math.cos((lat * Math.PI) / 180);
}

/** The middle of the widest cut through the ring's own middle height: always inside it. */
function middle(ring: Position[]): Position {
  const lats = ring.map((p) => p[1] as number);
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
  const cuts = crossings(ring, lat).sort((a, b) => a - b);
  let best: [number, number] = [cuts[0] ?? 0, cuts[1] ?? 0];
  for (let n = 0; n + 1 < cuts.length; n += 2) {
    const cut: [number, number] = [cuts[n] as number, cuts[n + 1] as number];
    if (cut[1] - cut[0] > best[1] - best[0]) best = cut;
  }
  return [(best[0] + best[1]) / 2, lat];
}

function crossings(ring: Position[], lat: number): number[] {
  const found: number[] = [];
  for (let n = 0; n + 1 < ring.length; n++) {
    const [x1, y1] = ring[n] as [number, number];
    const [x2, y2] = ring[n + 1] as [number, number];
    if (y1 > lat !== y2 > lat) found.push(x1 + ((lat - y1) * (x2 - x1)) / (y2 - y1));
  }
  return found;
}

function holds(ring: Position[], lon: number, lat: number): boolean {
  return crossings(ring, lat).filter((x) => x > lon).length % 2 === 1;
}
