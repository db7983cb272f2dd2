/** Incidents over time, by mode, with a brush: drag for a span of days, click for one bin. */
import { useEffect, useRef, useState } from "preact/hooks";
import { BASE } from "../api/client";
import { number } from "../words/amounts";
import { dayNumber, dayOf, dayWords } from "../words/dates";
import { modeWords } from "../words/labels";
import { type Bins, fits, type Unit } from "./bins";
import { dayAt, type Scale, ticks, xOf } from "./scale";

const HEIGHT = 92;
const UNITS: readonly Unit[] = ["day", "week", "month"];

interface Parts {
  bins: Bins | null;
  /** Whether the points are still on their way, so that nobody can tell whether any has a date. */
  waits: boolean;
  since: string | null;
  until: string | null;
  /** Whether other days are shown than nearly all of the record's. */
  zoomed: boolean;
  brush: (since: string | null, until: string | null) => void;
  setUnit: (unit: Unit) => void;
  zoom: (to: "brush" | "whole" | "usual") => void;
}

export function Timeline(parts: Parts) {
  const { bins, waits } = parts;
  return (
    <section class="timeline" aria-label="Incidents over time" aria-busy={waits}>
      <Head {...parts} />
      {bins && <Chart {...parts} bins={bins} />}
      {!bins && waits && <p class="quiet small timeline-none">Loading the days …</p>}
      {!bins && !waits && <p class="quiet small timeline-none">No incident here has a date.</p>}
    </section>
  );
}

function Head({ bins, since, until, zoomed, brush, setUnit, zoom }: Parts) {
  const days = bins ? (bins.edges.at(-1) ?? 0) - (bins.edges[0] ?? 0) : 0;
  return (
    <div class="timeline-head">
      <div class="timeline-dates">
        <label>
          <span>From</span>
          <input
            type="date"
            value={since ?? ""}
            onChange={(e) => brush(e.currentTarget.value || null, until)}
          />
        </label>
        <label>
          <span>to</span>
          <input
            type="date"
            value={until ?? ""}
            onChange={(e) => brush(since, e.currentTarget.value || null)}
          />
        </label>
        {(since || until) && (
          <button type="button" class="button small" onClick={() => brush(null, null)}>
            All dates
          </button>
        )}
        {since && (
          <a
            class="button small"
            href={`${BASE}/reports/week.html?since=${since}`}
            download={`week-${since}.html`}
            title="The week, Monday to Sunday, that the first day lies in: every attack and claimed total, with sources"
          >
            Report of that week
          </a>
        )}
        {since && until && !zoomed && (
          <button type="button" class="button small" onClick={() => zoom("brush")}>
            Zoom in
          </button>
        )}
        {bins && bins.before > 0 && !zoomed && (
          <button type="button" class="button small" onClick={() => zoom("whole")}>
            {number(bins.before)} earlier
          </button>
        )}
        {zoomed && (
          <button type="button" class="button small" onClick={() => zoom("usual")}>
            Usual span
          </button>
        )}
      </div>
      <div class="segments" role="group" aria-label="Bars by">
        {UNITS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={bins?.unit === one}
            disabled={!fits(one, days)}
            onClick={() => setUnit(one)}
          >
            {one}
          </button>
        ))}
      </div>
    </div>
  );
}

function Chart({ bins, since, until, brush }: Parts & { bins: Bins }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const scale: Scale = { first: bins.edges[0] as number, last: bins.edges.at(-1) as number, width };
  return (
    <>
      <div class="timeline-chart" ref={box}>
        {width > 0 && <Bars bins={bins} scale={scale} since={since} until={until} brush={brush} />}
      </div>
      <Legend bins={bins} />
      <p class="unseen">{summary(bins)}</p>
    </>
  );
}

interface BarParts {
  bins: Bins;
  scale: Scale;
  since: string | null;
  until: string | null;
  brush: (since: string | null, until: string | null) => void;
}

function Bars({ bins, scale, since, until, brush }: BarParts) {
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const shown = drag
    ? sorted(drag)
    : [since ? xOf(scale, dayNumber(since)) : null, until ? xOf(scale, dayNumber(until) + 1) : null];
  const xOfEvent = (event: PointerEvent) =>
    event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
  const finish = (event: PointerEvent) => {
    if (!drag) return;
    const [from, to] = sorted([drag[0], xOfEvent(event)]);
    setDrag(null);
    const [first, last] =
      to - from < 4 ? binAround(bins, dayAt(scale, from)) : [dayAt(scale, from), dayAt(scale, to)];
    brush(dayOf(first), dayOf(last));
  };
  return (
    <svg
      width={scale.width}
      height={HEIGHT + 20}
      role="img"
      aria-label={summary(bins)}
      onPointerDown={(e) => {
        e.currentTarget.setPointerCapture(e.pointerId);
        setDrag([xOfEvent(e), xOfEvent(e)]);
      }}
      onPointerMove={(e) => {
        setOver(dayAt(scale, xOfEvent(e)));
        if (drag) setDrag([drag[0], xOfEvent(e)]);
      }}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
      onPointerLeave={() => setOver(null)}
    >
      <Axis scale={scale} max={bins.max} />
      <Stacks bins={bins} scale={scale} />
      <Veil from={shown[0] ?? null} to={shown[1] ?? null} width={scale.width} />
      {over !== null && !drag && <Over bins={bins} scale={scale} day={over} />}
    </svg>
  );
}

function Axis({ scale, max }: { scale: Scale; max: number }) {
  return (
    <g class="axis">
      <line x1="0" x2={scale.width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
      <text x={scale.width - 2} y="10" text-anchor="end">
        {max > 0 ? number(max) : ""}
      </text>
      {ticks(scale).map((tick) => (
        <g key={tick.day}>
          <line x1={xOf(scale, tick.day)} x2={xOf(scale, tick.day)} y1={HEIGHT} y2={HEIGHT + 5} />
          <text x={xOf(scale, tick.day) + 3} y={HEIGHT + 16}>
            {tick.label}
          </text>
        </g>
      ))}
    </g>
  );
}

function Stacks({ bins, scale }: { bins: Bins; scale: Scale }) {
  return (
    <g>
      {stackPaths(bins, scale).map((path, n) => (
        <path key={bins.groups[n]?.key} class={`g-${groupClass(bins, n)}`} d={path} />
      ))}
    </g>
  );
}

/** One path for each group, so that thousands of bars are a handful of elements. */
function stackPaths(bins: Bins, scale: Scale): string[] {
  const base = new Array<number>(bins.edges.length).fill(HEIGHT);
  const unit = bins.max > 0 ? (HEIGHT - 12) / bins.max : 0;
  return bins.counts.map((counts) => {
    let path = "";
    counts.forEach((count, bin) => {
      if (count === 0) return;
      const left = xOf(scale, bins.edges[bin] as number);
      const right = xOf(scale, bins.edges[bin + 1] as number);
      const wide = Math.max(1, right - left - (right - left > 4 ? 1 : 0));
      const high = Math.max(0.6, count * unit);
      base[bin] = (base[bin] as number) - high;
      path += `M${left.toFixed(1)} ${(base[bin] as number).toFixed(1)}h${wide.toFixed(1)}v${high.toFixed(1)}h-${wide.toFixed(1)}z`;
    });
    return path;
  });
}

function Veil({ from, to, width }: { from: number | null; to: number | null; width: number }) {
  if (from === null && to === null) return null;
  const left = Math.max(0, from ?? 0);
  const right = Math.min(width, to ?? width);
  return (
    <g class="veil">
      <rect x="0" y="0" width={Math.max(0, left)} height={HEIGHT} />
      <rect x={right} y="0" width={Math.max(0, width - right)} height={HEIGHT} />
      <rect class="veil-frame" x={left} y="0.5" width={Math.max(1, right - left)} height={HEIGHT - 0.5} />
    </g>
  );
}

function Over({ bins, scale, day }: { bins: Bins; scale: Scale; day: number }) {
  const [first, last] = binAround(bins, day);
  const bin = bins.edges.indexOf(first);
  const count = bins.counts.reduce((sum, group) => sum + (group[bin] ?? 0), 0);
  const middle = xOf(scale, (first + last + 1) / 2);
  const side = middle > scale.width / 2 ? "end" : "start";
  const words =
    first === last ? dayWords(dayOf(first)) : `${dayWords(dayOf(first))} – ${dayWords(dayOf(last))}`;
  return (
    <g class="over">
      <line x1={middle} x2={middle} y1="0" y2={HEIGHT} />
      <text x={middle + (side === "start" ? 5 : -5)} y="10" text-anchor={side}>
        {`${words}: ${number(count)}`}
      </text>
    </g>
  );
}

function Legend({ bins }: { bins: Bins }) {
  return (
    <ul class="legend">
      {bins.groups.map((group, n) =>
        group.total === 0 ? null : (
          <li key={group.key}>
            <span class={`swatch g-${groupClass(bins, n)}`} /> {groupWords(group.key)}{" "}
            <span class="quiet number">{number(group.total)}</span>
          </li>
        ),
      )}
    </ul>
  );
}

function groupClass(bins: Bins, n: number): string {
  const key = bins.groups[n]?.key ?? "";
  return { "*": "rest", "": "unsaid", "-": "politics" }[key] ?? String(n);
}

function groupWords(key: string): string {
  return { "*": "Other ways", "": "Attack, how not said", "-": "No attack" }[key] ?? modeWords(key);
}

function binAround(bins: Bins, day: number): [number, number] {
  let bin = bins.edges.findIndex((edge) => edge > day) - 1;
  if (bin < 0) bin = bins.edges.length - 2;
  return [bins.edges[bin] as number, (bins.edges[bin + 1] as number) - 1];
}

function summary(bins: Bins): string {
  const total = bins.groups.reduce((sum, group) => sum + group.total, 0);
  const first = dayWords(dayOf(bins.edges[0] as number));
  const last = dayWords(dayOf((bins.edges.at(-1) as number) - 1));
  const parts = bins.groups.filter((g) => g.total > 0).map((g) => `${groupWords(g.key)} ${g.total}`);
  return `${total} incidents from ${first} to ${last}: ${parts.join(", ")}. At most ${bins.max} in one ${bins.unit}.`;
}

function sorted(pair: [number, number]): [number, number] {
  return pair[0] <= pair[1] ? pair : [pair[1], pair[0]];
}
