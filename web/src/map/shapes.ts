/** Marks as the GeoJSON that the map draws. */
import type { Feature, FeatureCollection, Position } from "geojson";
import { brief } from "../words/amounts";
import type { Mark } from "./cluster";
import type { Countries } from "./outlines";
import { countryAt } from "./outlines";

const EARTH_KM = 6371;
const CORNERS = 64;

/** Points and counts, and the areas behind them. */
export function shapesOf(
  marks: Mark[],
  countries: Countries | null,
): { marks: FeatureCollection; areas: FeatureCollection } {
  const drawn = marks.map((mark, n) => ({ mark, n, outline: outlineOf(mark, countries) }));
  return {
    areas: collection(
      drawn.flatMap(({ mark, n, outline }) =>
        outline ? [{ ...outline, id: n, properties: propertiesOf(mark, n) }] : [],
      ),
    ),
    marks: collection(
      drawn.map(({ mark, n }) => ({
        type: "Feature",
        id: n,
        properties: propertiesOf(mark, n),
        geometry: { type: "Point", coordinates: [mark.lon, mark.lat] },
      })),
    ),
  };
}

/** The ring that shows where a row of the list lies. */
export function ringAt(lon: number, lat: number, radius: number): FeatureCollection {
  return collection([
    { type: "Feature", properties: { r: radius }, geometry: { type: "Point", coordinates: [lon, lat] } },
  ]);
}

/** Pixels: the area of a mark grows with the people harmed; a cluster has room for its count. */
export function radiusOf(mark: { n: number; killed: number; injured: number }): number {
  const people = mark.killed + mark.injured / 4;
  const grown = 5 + 1.9 * Math.sqrt(people);
  return Math.min(34, mark.n > 1 ? Math.max(10 + 2.2 * Math.log10(mark.n) * 2, grown) : grown);
}

function propertiesOf(mark: Mark, n: number): Record<string, unknown> {
  const area = mark.kind === "area" || mark.kind === "country";
  return {
    n,
    kind: area ? "area" : mark.kind,
    r: radiusOf(mark),
    harm: mark.killed > 0 ? "killed" : mark.injured > 0 ? "injured" : "none",
    label: mark.n > 1 || area ? brief(mark.n) : "",
  };
}

function outlineOf(mark: Mark, countries: Countries | null): Feature | null {
  if (mark.kind === "country") return countries ? countryAt(countries, mark.lon, mark.lat) : null;
  if (mark.kind !== "area" || mark.radius === null) return null;
  return {
    type: "Feature",
    properties: {},
    geometry: { type: "Polygon", coordinates: [circle(mark.lon, mark.lat, mark.radius)] },
  };
}

/** A circle on the globe. */
export function circle(lon: number, lat: number, km: number): Position[] {
  const across = (km / EARTH_KM) * (180 / Math.PI);
  const stretch = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: CORNERS + 1 }, (_, n) => {
    const angle = (n / CORNERS) * 2 * Math.PI;
    return [lon + (across / stretch) * Math.cos(angle), lat + across * Math.sin(angle)];
  });
}

function collection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
