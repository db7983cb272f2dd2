import { describe, expect, it } from "vitest";
import { binned, edgesOf, groupsOf, spanOf } from "./bins";
import { ALL, choose, ELSE, INSIDE, TIME } from "./choose";
import { cluster } from "./cluster";
import { unroll } from "./outlines";
import { latOf, lonOf, mercatorX, mercatorY, type PointsJson, pointsOf } from "./points";
import { pageOf } from "./rows";
import { dayAt, ticks, xOf } from "./scale";
import { circle, radiusOf } from "./shapes";

const WORLD = { west: -180, south: -85, east: 180, north: 85 };
const ANY = { since: null, until: null, modes: [], types: [] };

/** Incidents at (lat, lon), a day apart each. */
function points(places: [number | null, number | null, number][], change: Partial<PointsJson> = {}) {
  const each = <T>(value: (n: number) => T) => places.map((_, n) => value(n));
  return pointsOf({
    ids: each((n) => `i-${n}`),
    lat: places.map((p) => p[0]),
    lon: places.map((p) => p[1]),
    precision: places.map((p) => p[2]),
    precisions: ["exact", "town", "district", "province", "country", "unknown"],
    radius_km: [8, 15, 45, 200, 1000, 25],
    start: each((n) => 19_700 + n),
    end: each((n) => 19_700 + n),
    mode: each((n) => n % 2),
    modes: ["drone", "raid"],
    type: each(() => 0),
    types: ["ASSAULT"],
    killed: each((n) => n),
    injured: each(() => null),
    title_place: each(() => 0),
    places: ["Balad"],
    ...change,
  });
}

describe("filters over columns", () => {
  const some = points([
    [34, 44, 0],
    [34, 44, 0],
    [null, null, 5],
  ]);
  it("answer time, mode and box apart", () => {
    const bits = choose(
      some,
      { ...ANY, since: 19_701, modes: ["drone"] },
      { west: 40, south: 30, east: 50, north: 40 },
    );
    expect([...bits]).toEqual([ELSE | INSIDE, 0, ELSE | TIME]);
  });
  it("take a box over the date line", () => {
    const far = points([
      [0, -179, 0],
      [0, 179, 0],
      [0, 0, 0],
    ]);
    expect(
      [...choose(far, ANY, { west: 175, south: -5, east: 185, north: 5 })].map((b) => (b & INSIDE) > 0),
    ).toEqual([true, true, false]);
  });
  it("count no day where none is said", () => {
    const undated = points([[34, 44, 0]], { start: [null], end: [null] });
    expect(choose(undated, { ...ANY, since: 0 }, null)[0]).toBe(ELSE | INSIDE);
    expect(spanOf(undated)).toEqual([0, 0]);
  });
});

describe("marks", () => {
  it("lose nobody: their counts are those of the rows", () => {
    const many = points(
      Array.from({ length: 500 }, (_, n) => [((n * 37) % 120) - 60, ((n * 91) % 340) - 170, n % 6]),
    );
    const bits = new Uint8Array(many.size).fill(ALL);
    for (const zoom of [0, 2, 4.3, 7, 11]) {
      const marks = cluster(many, bits, WORLD, zoom);
      expect(marks.reduce((sum, mark) => sum + mark.n, 0)).toBe(500);
      expect(marks.reduce((sum, mark) => sum + mark.killed, 0)).toBe((499 * 500) / 2);
    }
  });
  it("are areas where only a district is known, once it can be seen", () => {
    const district = points([[34, 44, 2]]);
    const bits = choose(district, ANY, null);
    expect(cluster(district, bits, WORLD, 2)[0]).toMatchObject({ kind: "point", id: "i-0" });
    expect(cluster(district, bits, WORLD, 7)[0]).toMatchObject({ kind: "area", radius: 45 });
  });
  it("are one where they would overlap, and know that they are all at one place", () => {
    const pair = points([
      [34, 44, 0],
      [34, 44, 0],
    ]);
    expect(cluster(pair, choose(pair, ANY, null), WORLD, 11)[0]).toMatchObject({
      n: 2,
      together: true,
      kind: "cluster",
    });
  });
  it("grow with harm", () => {
    expect(radiusOf({ n: 1, killed: 20, injured: 0 })).toBeGreaterThan(
      radiusOf({ n: 1, killed: 2, injured: 0 }),
    );
  });
});

describe("time", () => {
  it("has weeks that begin on Monday and months on their first", () => {
    expect(edgesOf("week", 19_700, 19_700)[0]).toBe(19_695); // Monday 4 December 2023
    expect(edgesOf("month", 19_700, 19_740)).toEqual([19_692, 19_723, 19_754]);
  });
  it("loses nobody in bins", () => {
    const some = points(Array.from({ length: 60 }, () => [34, 44, 0]));
    for (const unit of ["day", "week", "month"] as const) {
      const bins = binned(some, choose(some, ANY, null), groupsOf(some), unit, 19_700, 19_759);
      expect(bins.groups.reduce((sum, group) => sum + group.total, 0)).toBe(60);
    }
  });
  it("goes to pixels and back", () => {
    const scale = { first: 100, last: 200, width: 500 };
    expect(dayAt(scale, xOf(scale, 142) + 1)).toBe(142);
    expect(ticks(scale).length).toBeGreaterThan(1);
  });
});

describe("the list", () => {
  it("has one page, and counts all", () => {
    const some = points(Array.from({ length: 7 }, () => [34, 44, 0]));
    const page = pageOf(some, choose(some, ANY, null), "deadliest", 2, 3);
    expect(page.rows.map((row) => row.killed)).toEqual([4, 3, 2]);
    expect(page).toMatchObject({ inside: 7, passing: 7, unplaced: 0, killed: 21 });
  });
});

describe("the globe", () => {
  it("survives Mercator", () => {
    expect(lonOf(mercatorX(44.1))).toBeCloseTo(44.1);
    expect(latOf(mercatorY(-34.2))).toBeCloseTo(-34.2);
  });
  it("has circles that close", () => {
    const ring = circle(44, 34, 45);
    expect(ring[0]?.[0]).toBeCloseTo(ring.at(-1)?.[0] ?? 0);
  });
  it("unrolls rings over the date line", () => {
    const ring = [
      [179, 10],
      [-179, 10],
      [-179, 12],
      [179, 12],
      [179, 10],
    ];
    unroll(ring);
    expect(ring.map((p) => p[0])).toEqual([179, 181, 181, 179, 179]);
  });
});
