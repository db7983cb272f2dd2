/** The log of sharing: every decision, release, delivery and visit, each line chained to the one before it. */
import { useState } from "preact/hooks";
import type { Chain, LogLine, Partner } from "../api/types";
import { useAnswer } from "../api/use";
import { Icon } from "../parts/icon";
import { Pages } from "../parts/more";
import { may } from "../session/session";
import { counted } from "../words/amounts";
import { momentWords } from "../words/dates";

export function Log({ partner }: { partner: Partner }) {
  const [all, setAll] = useState(true);
  if (!may("share")) return <p class="card quiet">The log is shown to the role analyst.</p>;
  return (
    <section class="card" aria-label="Log of sharing">
      <div class="card-head">
        <h2>Log</h2>
        <ChainState />
      </div>
      <label class="check small">
        <input type="checkbox" checked={!all} onChange={(e) => setAll(!e.currentTarget.checked)} />
        <span>
          Only what is about <span dir="auto">{partner.name}</span>
        </span>
      </label>
      <Pages<LogLine>
        path="/sharing/log"
        query={{ partner: all ? null : partner.id, limit: 50 }}
        label="lines"
        empty={<p class="quiet">Nothing was done yet.</p>}
      >
        {(items) => (
          <ol class="log">
            {items.map((line) => (
              <Line key={line.number} line={line} />
            ))}
          </ol>
        )}
      </Pages>
    </section>
  );
}

function Line({ line }: { line: LogLine }) {
  const detail = Object.keys(line.detail).length > 0;
  return (
    <li>
      <p>
        <span class="number quiet">{line.number}</span> <strong>{line.action}</strong>{" "}
        <span dir="auto">
          {[line.partner, line.item].filter((part, n, both) => part && both.indexOf(part) === n).join(" ")}
        </span>
      </p>
      {line.reason && (
        <p class="small" dir="auto">
          {line.reason}
        </p>
      )}
      <p class="small quiet">
        {momentWords(line.at)}, {line.author} · <code title={line.hash}>{line.hash.slice(0, 12)}</code>
      </p>
      {detail && (
        <details>
          <summary>Details</summary>
          <pre class="detail">{JSON.stringify(line.detail, null, 1)}</pre>
        </details>
      )}
    </li>
  );
}

function ChainState() {
  const { data } = useAnswer<Chain>("/sharing/log/chain");
  if (!data) return null;
  return (
    <p class="small chain" role="status">
      {data.whole ? (
        <span class="badge good">
          <Icon name="check" size={14} /> chain is whole
        </span>
      ) : (
        <span class="badge bad">
          <Icon name="warn" size={14} /> broken at line {data.broken_at}
        </span>
      )}{" "}
      {counted(data.lines, "line")}
      {data.newest_hash && (
        <>
          , newest <code title={data.newest_hash}>{data.newest_hash.slice(0, 12)}</code>
        </>
      )}
    </p>
  );
}
