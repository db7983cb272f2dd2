/** What the map view knows: the points of the filters, how the reader looks at them, and what is seen so. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { BASE, type Problem } from "../api/client";
import { asProblem } from "../api/use";
import { askedQuery, type Filters, filtersOf } from "../routing/filters";
import { place, setQuery } from "../routing/location";
import { dayNumber } from "../words/dates";
import { PointsWorker } from "./ask";
import type { Unit } from "./bins";
import type { Camera } from "./canvas";
import type { Box } from "./choose";
import type { Mark } from "./cluster";
import type { Order } from "./rows";
import type { Loaded, Seen } from "./worker";

export const PAGE_SIZE = 50;
const SETTLED_MS = 400;

export interface Look {
  box: Box | null;
  zoom: number;
  /** Whether list and timeline keep to what the map shows. */
  follow: boolean;
  /** One mark's place, which list and timeline keep to instead. */
  pick: Mark | null;
  unit: Unit | "auto";
  /** The days that the timeline shows; null for nearly all of the record's. */
  span: [number, number] | null;
  order: Order;
  offset: number;
}

export interface Looking extends Look {
  set: (change: Partial<Look>) => void;
  moved: (box: Box, camera: Camera) => void;
}

export interface MapState {
  filters: Filters;
  loaded: Loaded | null;
  seen: Seen | null;
  problem: Problem | null;
  again: () => void;
  look: Looking;
}

const FIRST: Look = {
  box: null,
  zoom: 1,
  follow: true,
  pick: null,
  unit: "auto",
  span: null,
  order: "newest",
  offset: 0,
};

/** All of it; whenever filters or look change, the worker is asked anew. */
export function useMapState(): MapState {
  const query = place.value.query;
  const filters = filtersOf(query);
  const { worker, ...points } = usePoints(askedQuery(filters));
  const look = useLook();
  useEffect(() => {
    if (!points.loaded) return;
    const { set: _set, moved: _moved, pick, ...plain } = look;
    worker.look({ ...plain, choice: choiceOf(filters), pick: pick && around(pick), size: PAGE_SIZE });
  }, [points.loaded, JSON.stringify(filters), look]);
  return { filters, look, ...points };
}

/** The points that the server's part of the filters leaves, in a worker. */
function usePoints(asked: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  const worker = useMemo(() => new PointsWorker(setSeen), []);
  useEffect(() => () => worker.stop(), []);
  useEffect(() => {
    let gone = false;
    setProblem(null);
    worker
      .load(`${BASE}/incidents/points${asked ? `?${asked}` : ""}`)
      .then((found) => !gone && setLoaded(found))
      .catch((cause) => !gone && setProblem(asProblem(cause)));
    return () => {
      gone = true;
    };
  }, [asked, round]);
  return { loaded, seen, problem, worker, again: () => setRound((n) => n + 1) };
}

function useLook(): Looking {
  const [look, setLook] = useState<Look>(FIRST);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => {
    const set = (change: Partial<Look>) => setLook((before) => ({ ...before, ...change }));
    const moved = (box: Box, camera: Camera) => {
      set({ box, zoom: camera.zoom, offset: 0 });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setQuery({ at: addressOf(camera) }), SETTLED_MS);
    };
    return { ...look, set, moved };
  }, [look]);
}

function choiceOf(filters: Filters) {
  return {
    since: number(filters.since),
    until: number(filters.until),
    modes: filters.mode,
    types: filters.type,
  };
}

function number(day: string | null): number | null {
  return day === null ? null : dayNumber(day);
}

function around(mark: Mark): Box {
  const reach = mark.together ? 1e-6 : 0.02;
  return { west: mark.lon - reach, east: mark.lon + reach, south: mark.lat - reach, north: mark.lat + reach };
}

function addressOf(camera: Camera): string {
  return `${camera.lat.toFixed(3)},${camera.lon.toFixed(3)},${camera.zoom.toFixed(2)}`;
}

/** Where an address says that the map stands. */
export function cameraOf(query: URLSearchParams): Camera | null {
  const parts = (query.get("at") ?? "").split(",").map(Number);
  if (parts.length !== 3 || parts.some((part) => !Number.isFinite(part))) return null;
  return { lat: parts[0] as number, lon: parts[1] as number, zoom: parts[2] as number };
}
