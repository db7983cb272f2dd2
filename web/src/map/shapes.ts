/** Marks as the GeoJSON that the map draws. */
import type { Feature, FeatureCollection, Position } from "geojson";
import { brief } from "../words/amounts";
import type { Mark } from "./cluster";
import type { Countries } from "./outlines";
import { countryAt } from "./outlines";

const EARTH_KM = 6371;
const CORNERS = 48;

/** Points and counts, and the areas behind them. */
export function shapesOf(
  marks: Mark[],
  countries: Countries | null,
): { marks: FeatureCollection; areas: FeatureCollection } {
  const growth = growthOf(marks);
  const drawn = marks.map((mark, n) => ({ mark, n, outline: outlineOf(mark, countries) }));
  return {
    areas: collection(
      drawn.flatMap(({ mark, n, outline }) =>
        outline ? [{ ...outline, id: n, properties: propertiesOf(mark, n, growth) }] : [],
      ),
    ),
    marks: collection(
      drawn.map(({ mark, n }) => ({
        type: "Feature",
        id: n,
        properties: propertiesOf(mark, n, growth),
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

interface Sized {
  n: number;
  killed: number;
  injured: number;
}

const LEAST_PX = 5;
const MOST_PX = 34;
const STEEPEST = 1.9;

/** How fast marks grow with the people harmed: so that the largest that is shown just fits. */
export function growthOf(marks: Sized[]): number {
  const most = marks.reduce((max, mark) => Math.max(max, peopleOf(mark)), 0);
  return most > 0 ? Math.min(STEEPEST, (MOST_PX - LEAST_PX) / Math.sqrt(most)) : STEEPEST;
}

/** Pixels: the area of a mark grows with the people harmed; a cluster has room for its count. */
export function radiusOf(mark: Sized, growth = STEEPEST): number {
  const grown = LEAST_PX + growth * Math.sqrt(peopleOf(mark));
  return Math.min(MOST_PX, mark.n > 1 ? Math.max(9 + 3 * Math.log10(mark.n), grown) : grown);
}

/** The injured count for a quarter. */
function peopleOf(mark: Sized): number {
  return mark.killed + mark.injured / 4;
}

function propertiesOf(mark: Mark, n: number, growth: number): Record<string, unknown> {
  const area = mark.kind === "area" || mark.kind === "country";
  return {
    n,
    kind: area ? "area" : mark.kind,
    r: radiusOf(mark, growth),
    harm: mark.killed > 0 ? "killed" : mark.injured > 0 ? "injured" : "none",
    label: mark.n > 1 ? brief(mark.n) : "",
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
