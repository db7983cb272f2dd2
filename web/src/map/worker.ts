/** Holds the points away from the page's thread: loads them once, then answers each change of filter or view. */
import { problemOf } from "../api/client";
import { type Bins, binned, fits, groupsOf, spanOf, type Unit, unitFor, wholeSpanOf } from "./bins";
import { type Box, type Choice, choose } from "./choose";
import { cluster, type Mark } from "./cluster";
import { type Points, type PointsJson, pointsOf } from "./points";
import { type Order, type Page, pageOf } from "./rows";

export interface Load {
  kind: "load";
  seq: number;
  address: string;
}

export interface Look {
  kind: "look";
  seq: number;
  choice: Choice;
  /** What the map shows, and whether list and timeline keep to it. */
  box: Box | null;
  zoom: number;
  follow: boolean;
  /** One place only, instead of what the map shows. */
  pick: Box | null;
  unit: Unit | "auto";
  /** The days that the timeline shows; null for all of the record's. */
  span: [number, number] | null;
  order: Order;
  offset: number;
  size: number;
}

export interface Loaded {
  kind: "loaded";
  seq: number;
  size: number;
  modes: string[];
  types: string[];
  /** The days of nearly all, and of really all. */
  span: [number, number];
  wholeSpan: [number, number];
  bounds: Box | null;
}

export interface Seen {
  kind: "seen";
  seq: number;
  marks: Mark[];
  bins: Bins | null;
  page: Page;
  took: number;
}

export interface Failed {
  kind: "failed";
  seq: number;
  status: number;
  code: string;
  message: string;
  remedy: string | null;
}

export type Request = Load | Look;
export type Reply = Loaded | Seen | Failed;

let points: Points | null = null;
let groups: ReturnType<typeof groupsOf> | null = null;
let whole: [number, number] = [0, 0];

self.onmessage = async (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.kind === "load") self.postMessage(await load(request));
  else if (points) self.postMessage(look(points, request));
};

async function load(request: Load): Promise<Loaded | Failed> {
  const response = await fetch(request.address, { credentials: "same-origin" }).catch(() => null);
  if (!response?.ok) return failed(request.seq, response);
  points = pointsOf((await response.json()) as PointsJson);
  groups = groupsOf(points);
  whole = spanOf(points);
  return {
    kind: "loaded",
    seq: request.seq,
    size: points.size,
    modes: points.modes,
    types: points.types,
    span: whole,
    wholeSpan: wholeSpanOf(points),
    bounds: boundsOf(points),
  };
}

async function failed(seq: number, response: Response | null): Promise<Failed> {
  if (response === null) {
    const remedy = "Is `dateline serve` still running? Try again when it is.";
    return {
      kind: "failed",
      seq,
      status: 0,
      code: "unreachable",
      message: "The server does not answer.",
      remedy,
    };
  }
  const { status, code, message, remedy } = await problemOf(response);
  return { kind: "failed", seq, status, code, message, remedy };
}

function look(points: Points, ask: Look): Seen {
  const began = performance.now();
  const bits = choose(points, ask.choice, ask.pick ?? (ask.follow ? ask.box : null));
  const marks = ask.box ? cluster(points, bits, ask.box, ask.zoom) : [];
  const page = pageOf(points, bits, ask.order, ask.offset, ask.size);
  return {
    kind: "seen",
    seq: ask.seq,
    marks,
    bins: timeline(points, bits, ask),
    page,
    took: performance.now() - began,
  };
}

function timeline(points: Points, bits: Uint8Array, ask: Look): Bins | null {
  const [first, last] = ask.span ?? whole;
  if (!groups || (first === 0 && last === 0)) return null;
  const days = last - first + 1;
  const unit = ask.unit === "auto" || !fits(ask.unit, days) ? unitFor(days) : ask.unit;
  return binned(points, bits, groups, unit, first, last);
}

function boundsOf(points: Points): Box | null {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (let row = 0; row < points.size; row++) {
    const lat = points.lat[row] as number;
    const lon = points.lon[row] as number;
    if (Number.isNaN(lat)) continue;
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box.west > box.east ? null : box;
}
