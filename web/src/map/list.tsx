/** The list that follows map and timeline, a page at a time. */
import { counted, number } from "../words/amounts";
import { dayOf, spanWords } from "../words/dates";
import { kindWords } from "../words/labels";
import type { Order, Page, Row } from "./rows";
import { PAGE_SIZE } from "./state";

interface Parts {
  page: Page;
  order: Order;
  offset: number;
  setOrder: (order: Order) => void;
  setOffset: (offset: number) => void;
  light: (row: Row | null) => void;
}

export function IncidentList({ page, order, offset, setOrder, setOffset, light }: Parts) {
  return (
    <section class="list" aria-label="Incidents">
      <div class="list-head">
        <Heading page={page} />
        <label class="list-order">
          <span class="unseen">Order</span>
          <select value={order} onChange={(e) => setOrder(e.currentTarget.value as Order)}>
            <option value="newest">newest first</option>
            <option value="deadliest">deadliest first</option>
          </select>
        </label>
      </div>
      <ol start={offset + 1}>
        {page.rows.map((row) => (
          <Line key={row.id} row={row} light={light} />
        ))}
      </ol>
      <Pager page={page} offset={offset} setOffset={setOffset} />
    </section>
  );
}

function Heading({ page }: { page: Page }) {
  const harm = [
    page.killed && `${number(page.killed)} killed`,
    page.injured && `${number(page.injured)} injured`,
  ].filter(Boolean);
  return (
    <div role="status">
      <h2>{counted(page.inside, "incident")}</h2>
      <p class="quiet small">{harm.length > 0 ? harm.join(", ") : "no harm told"}</p>
    </div>
  );
}

function Line({ row, light }: { row: Row; light: (row: Row | null) => void }) {
  return (
    <li>
      <a
        class="line"
        href={`/incidents/${encodeURIComponent(row.id)}`}
        onMouseEnter={() => light(row)}
        onMouseLeave={() => light(null)}
        onFocus={() => light(row)}
        onBlur={() => light(null)}
      >
        <span class="line-what">
          <strong>{kindWords(row.type, row.mode)}</strong>
          {row.place && <span class="line-where">{row.place}</span>}
        </span>
        <Harm row={row} />
        <span class="line-when">
          {row.start === null
            ? "date not said"
            : spanWords({ start: dayOf(row.start), end: dayOf(row.end ?? row.start) })}
          {row.lat === null && " · not on the map"}
          {isArea(row) && ` · only the ${row.precision} is known`}
        </span>
      </a>
    </li>
  );
}

function isArea(row: Row): boolean {
  return row.lat !== null && ["district", "province", "country"].includes(row.precision);
}

function Harm({ row }: { row: Row }) {
  return (
    <span class="line-harm number">
      {row.killed ? <span class="killed">{number(row.killed)} killed</span> : null}
      {row.injured ? <span class="injured">{number(row.injured)} injured</span> : null}
    </span>
  );
}

function Pager({
  page,
  offset,
  setOffset,
}: {
  page: Page;
  offset: number;
  setOffset: (offset: number) => void;
}) {
  if (page.inside <= PAGE_SIZE) return null;
  const last = Math.min(page.inside, offset + PAGE_SIZE);
  return (
    <nav class="pager" aria-label="Pages of the list">
      <button
        type="button"
        class="button small"
        disabled={offset === 0}
        onClick={() => setOffset(Math.max(0, offset - PAGE_SIZE))}
      >
        Before
      </button>
      <span class="quiet small number">
        {number(offset + 1)}–{number(last)} of {number(page.inside)}
      </span>
      <button
        type="button"
        class="button small"
        disabled={last >= page.inside}
        onClick={() => setOffset(offset + PAGE_SIZE)}
      >
        After
      </button>
    </nav>
  );
}
