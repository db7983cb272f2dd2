/** Map and timeline: where and when, what the filters leave, and the list that follows. */
import { lazy, Suspense } from "preact/compat";
import { useState } from "preact/hooks";
import "./map.css";
import { Empty, Skeleton, Trouble } from "../parts/states";
import { countFilters } from "../routing/filters";
import { go, place, setQuery } from "../routing/location";
import { settings, status } from "../session/status";
import { dayNumber } from "../words/dates";
import type { Mark } from "./cluster";
import { MapLegend } from "./legend";
import { Panel } from "./panel";
import type { Row } from "./rows";
import { cameraOf, type Looking, type MapState, useMapState } from "./state";
import { Timeline } from "./timeline";

const Canvas = lazy(() => import("./canvas"));

export default function MapView() {
  const state = useMapState();
  const [lit, setLit] = useState<Row | null>(null);
  const { problem, loaded, filters, again } = state;
  if (problem) return <Trouble problem={problem} again={again} />;
  if (loaded?.size === 0 && countFilters(filters) === 0) return <NothingYet />;
  return (
    <div class="map-view">
      <h1 class="unseen">Map and timeline</h1>
      <Panel state={state} light={setLit} />
      <MapSide state={state} lit={lit} />
      <TimeSide state={state} />
    </div>
  );
}

function MapSide({ state, lit }: { state: MapState; lit: Row | null }) {
  const { loaded, seen, look } = state;
  // Until the settings are known nobody can tell which style to draw.
  const ready = loaded && status.value;
  return (
    <div class="map-side">
      {ready ? (
        <Suspense fallback={<Skeleton label="Loading the map" lines={6} />}>
          <Canvas
            marks={seen?.marks ?? []}
            lit={lightOf(lit)}
            camera={cameraOf(place.value.query)}
            bounds={loaded.bounds}
            tileStyle={settings.value?.tile_style ?? null}
            moved={look.moved}
            picked={(mark) => pick(mark, look)}
          />
        </Suspense>
      ) : (
        <Skeleton label="Loading incidents" lines={6} />
      )}
      <MapLegend />
    </div>
  );
}

function lightOf(row: Row | null) {
  if (!row || row.lat === null || row.lon === null) return null;
  return { lat: row.lat, lon: row.lon, killed: row.killed ?? 0, injured: row.injured ?? 0 };
}

function pick(mark: Mark, look: Looking): void {
  if (mark.id) go(`/incidents/${encodeURIComponent(mark.id)}`);
  else look.set({ pick: mark, offset: 0 });
}

function TimeSide({ state }: { state: MapState }) {
  const { filters, loaded, seen, look } = state;
  const brush = (since: string | null, until: string | null) => {
    look.set({ offset: 0 });
    setQuery({ since, until });
  };
  const brushed = (): [number, number] | null =>
    filters.since && filters.until ? [dayNumber(filters.since), dayNumber(filters.until)] : null;
  return (
    <Timeline
      bins={seen?.bins ?? null}
      waits={!seen}
      since={filters.since}
      until={filters.until}
      zoomed={look.span !== null}
      brush={brush}
      setUnit={(unit) => look.set({ unit })}
      zoom={(to) =>
        look.set({
          span: to === "brush" ? brushed() : to === "whole" ? (loaded?.wholeSpan ?? null) : null,
          unit: "auto",
        })
      }
    />
  );
}

function NothingYet() {
  return (
    <Empty title="The record is empty">
      <p>
        Add reports with <code>dateline add YOUR-FOLDER</code>, or <a href="/reader">read one article here</a>{" "}
        first.
      </p>
    </Empty>
  );
}
