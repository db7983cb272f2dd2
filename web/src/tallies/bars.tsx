/** A claimed range over the record's range, on one scale from nothing up. */
import type { Tally } from "../api/types";
import { type Range, rangeWords } from "../words/amounts";

const WIDTH = 600;
const ROW = 22;

export function Bars({ tally }: { tally: Tally }) {
  const claimed: Range = { low: tally.low, high: tally.high };
  const max = topOf(claimed, tally.record);
  return (
    <div
      class="bars"
      role="img"
      aria-label={`Claimed ${rangeWords(claimed)}, on record ${rangeWords(tally.record)}`}
    >
      <Bar name="claimed" range={claimed} max={max} />
      <Bar name="on record" range={tally.record} max={max} />
    </div>
  );
}

function Bar({ name, range, max }: { name: string; range: Range; max: number }) {
  const open = range.high === null;
  const low = (range.low / max) * WIDTH;
  const high = open ? WIDTH : ((range.high as number) / max) * WIDTH;
  return (
    <>
      <span class="bars-name">{name}</span>
      <svg
        class={`bars-row ${name === "claimed" ? "bars-claimed" : "bars-record"}`}
        viewBox={`0 0 ${WIDTH} ${ROW}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect class="bars-sure" x="0" y="3" width={Math.max(1.5, low)} height={ROW - 6} />
        {high > low && <rect class="bars-perhaps" x={low} y="3" width={high - low} height={ROW - 6} />}
      </svg>
      <span class="bars-words number">{rangeWords(range)}</span>
    </>
  );
}

/** The scale's end: above the highest bound; an open one gets a quarter more. */
function topOf(claimed: Range, record: Range): number {
  const top = Math.max(claimed.high ?? claimed.low * 1.25, record.high ?? record.low * 1.25, 1);
  return top;
}
