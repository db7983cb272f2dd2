/** The panel beside the map: filters, and the list of what they and the map leave. */
import { useState } from "preact/hooks";
import { BASE, withQuery } from "../api/client";
import { Dialog } from "../parts/dialog";
import { Icon } from "../parts/icon";
import { Empty, Skeleton } from "../parts/states";
import { cleared, countFilters } from "../routing/filters";
import { setQuery } from "../routing/location";
import { number } from "../words/amounts";
import type { Box } from "./choose";
import { FilterForm, FilterTags } from "./filters";
import { IncidentList } from "./list";
import type { Row } from "./rows";
import type { MapState } from "./state";
import type { Seen } from "./worker";

export function Panel({ state, light }: { state: MapState; light: (row: Row | null) => void }) {
  const { filters, loaded, look } = state;
  const [sheet, setSheet] = useState(false);
  const words = { filters, modes: loaded?.modes ?? [], types: loaded?.types ?? [] };
  const set = countFilters(filters);
  return (
    <aside class="panel" aria-label="Filters and list">
      <div class="panel-form">
        <FilterForm {...words} />
      </div>
      <div class="panel-top">
        <button type="button" class="button panel-open" onClick={() => setSheet(true)}>
          <Icon name="filter" size={18} /> Filters
          {set > 0 && <span class="badge">{set}</span>}
        </button>
        <label class="check small">
          <input
            type="checkbox"
            checked={look.follow}
            onChange={(e) => look.set({ follow: e.currentTarget.checked, offset: 0 })}
          />
          Only what the map shows
        </label>
        {look.box && (
          <button type="button" class="button small" onClick={() => setQuery({ bbox: areaOf(look.box) })}>
            Keep to this area
          </button>
        )}
      </div>
      <FilterTags filters={filters}>
        {look.pick && <PickTag name={look.pick.place} drop={() => look.set({ pick: null, offset: 0 })} />}
      </FilterTags>
      <Found state={state} light={light} />
      {sheet && (
        <Dialog title="Filters" close={() => setSheet(false)}>
          <FilterForm {...words} open />
        </Dialog>
      )}
    </aside>
  );
}

/** What the map shows as the API's `bbox`: west, south, east, north, on the globe. */
function areaOf(box: Box | null): string | null {
  if (!box) return null;
  if (box.east - box.west >= 360) return [-180, south(box), 180, north(box)].join(",");
  return [around(box.west), south(box), around(box.east), north(box)].join(",");
}

function south(box: Box): string {
  return Math.max(-90, box.south).toFixed(3);
}

function north(box: Box): string {
  return Math.min(90, box.north).toFixed(3);
}

function around(degrees: number): string {
  return (((((degrees + 180) % 360) + 360) % 360) - 180).toFixed(3);
}

function PickTag({ name, drop }: { name: string; drop: () => void }) {
  return (
    <li>
      <button type="button" class="chip" aria-pressed="true" onClick={drop}>
        at {name || "this place"} <span aria-hidden="true">×</span>
        <span class="unseen">, show the whole map's again</span>
      </button>
    </li>
  );
}

function Found({ state, light }: { state: MapState; light: (row: Row | null) => void }) {
  const { seen, look } = state;
  if (!seen) return <Skeleton lines={10} label="Loading incidents" />;
  if (seen.page.inside === 0) return <NothingHere state={state} seen={seen} />;
  return (
    <>
      <IncidentList
        page={seen.page}
        order={look.order}
        offset={look.offset}
        setOrder={(order) => look.set({ order, offset: 0 })}
        setOffset={(offset) => look.set({ offset })}
        light={light}
      />
      <Exports query={exportQuery(state)} />
      {look.follow && !look.pick && seen.page.unplaced > 0 && (
        <p class="quiet small list-foot">
          {number(seen.page.unplaced)} more have no place on the map.{" "}
          <button type="button" class="button small" onClick={() => look.set({ follow: false, offset: 0 })}>
            List them too
          </button>
        </p>
      )}
    </>
  );
}

const FORMATS = ["csv", "geojson", "acled", "ucdp", "hxl"] as const;

/** What the filters leave, as files; what the map shows doesn't narrow them. */
function Exports({ query }: { query: string }) {
  return (
    <p class="quiet small list-foot">
      All that the filters leave as{" "}
      {FORMATS.map((format, n) => (
        <span key={format}>
          {n > 0 && ", "}
          <a href={`${BASE}/exports/${format}${query}`} download="">
            {format}
          </a>
        </span>
      ))}
    </p>
  );
}

function exportQuery({ filters }: MapState): string {
  return withQuery({ ...filters });
}

function NothingHere({ state, seen }: { state: MapState; seen: Seen }) {
  const { look, filters } = state;
  const elsewhere = seen.page.passing;
  return (
    <Empty title="No incident here">
      {elsewhere > 0 && (
        <p>
          {number(elsewhere)} elsewhere or with no place.{" "}
          <button type="button" class="button small" onClick={() => look.set({ follow: false, pick: null })}>
            Show them all
          </button>
        </p>
      )}
      {elsewhere === 0 && countFilters(filters) > 0 && (
        <p>
          The filters leave nothing.{" "}
          <button type="button" class="button small" onClick={() => setQuery(cleared(), false)}>
            Clear all filters
          </button>
        </p>
      )}
    </Empty>
  );
}
