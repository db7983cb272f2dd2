/** Claimed totals: each as a bar of low to high against what the record holds for the same window. */
import "./tallies.css";
import type { Listing, Tally } from "../api/types";
import { useAnswer } from "../api/use";
import { Verdict } from "../parts/badges";
import { Empty, Skeleton, Trouble } from "../parts/states";
import { place, setQuery } from "../routing/location";
import { counted, rangeWords } from "../words/amounts";
import { momentWords, spanWords } from "../words/dates";
import { Bars } from "./bars";

const VERDICTS = ["short", "exceeded", "contradicted", "explained", "not comparable"] as const;

export default function TalliesView() {
  const verdict = place.value.query.getAll("verdict");
  const cursor = place.value.query.get("cursor");
  const { data, problem, loading, reload } = useAnswer<Listing<Tally>>("/tallies", {
    verdict,
    cursor,
    limit: 50,
  });
  return (
    <div class="page">
      <header class="page-head">
        <h1>Tallies</h1>
        <p class="lead">
          Totals that officials and papers claim, each beside the incidents that the record holds for the same
          window, place and target. A short record is no proof that a claim is wrong: it holds only what you
          have fed it.
        </p>
        <Verdicts some={verdict} />
      </header>
      {problem && <Trouble problem={problem} again={reload} />}
      {!data && loading && <Skeleton lines={10} label="Loading tallies" />}
      {data?.items.length === 0 &&
        (data.next ? <Further next={data.next} /> : <Nothing filtered={verdict.length > 0} />)}
      {data && data.items.length > 0 && (
        <>
          <p class="quiet small" role="status">
            {data.total === null ? "" : counted(data.total, "claimed total")}
          </p>
          <ol class="tallies" aria-busy={loading}>
            {data.items.map((tally) => (
              <TallyItem key={`${tally.document}/${tally.tally}`} tally={tally} />
            ))}
          </ol>
          <Pages next={data.next} first={cursor === null} />
        </>
      )}
    </div>
  );
}

function Verdicts({ some }: { some: string[] }) {
  const turn = (verdict: string) =>
    setQuery({
      verdict: some.includes(verdict) ? some.filter((v) => v !== verdict) : [...some, verdict],
      cursor: null,
    });
  return (
    <div class="chips" role="group" aria-label="Verdicts to show">
      {VERDICTS.map((verdict) => (
        <button
          key={verdict}
          type="button"
          class="chip"
          aria-pressed={some.includes(verdict)}
          onClick={() => turn(verdict)}
        >
          {verdict}
        </button>
      ))}
    </div>
  );
}

function TallyItem({ tally }: { tally: Tally }) {
  return (
    <li class="card tally">
      <div class="tally-head">
        <h2>
          {rangeWords(tally)} {tally.counts}
        </h2>
        <Verdict value={tally.verdict} />
      </div>
      <p class="small tally-about">
        {tally.window ? spanWords(tally.window) : "no window said"}
        {tally.places.length > 0 && ` · ${tally.places.join(", ")}`}
        {tally.recipients.length > 0 && ` · on ${tally.recipients.join(", ")}`}
        {tally.actors.length > 0 && ` · by ${tally.actors.join(", ")}`}
      </p>
      {tally.verdict !== "not comparable" && <Bars tally={tally} />}
      <p class="tally-reason">{tally.reason}</p>
      {tally.sentence && (
        <blockquote class="said" dir="auto">
          <Told sentence={tally.sentence.text} words={tally.text} />
        </blockquote>
      )}
      <p class="small quiet">
        {tally.speakers.length > 0 && `${tally.speakers.join(" ← ")} in `}
        {tally.outlet || "outlet not known"}, {momentWords(tally.published)} ·{" "}
        <a href={source(tally)}>{tally.title || tally.document}</a>
      </p>
      <Clashes tally={tally} />
      <Behind incidents={tally.incidents} />
    </li>
  );
}

/** The sentence with the claimed number marked. */
function Told({ sentence, words }: { sentence: string; words: string }) {
  const at = sentence.indexOf(words);
  if (at < 0) return <>{sentence}</>;
  return (
    <>
      {sentence.slice(0, at)}
      <mark>{words}</mark>
      {sentence.slice(at + words.length)}
    </>
  );
}

function source(tally: Tally): string {
  const at = tally.sentence ? `?at=${tally.sentence.start}-${tally.sentence.end}` : "";
  return `/documents/${encodeURIComponent(tally.document)}${at}`;
}

function Clashes({ tally }: { tally: Tally }) {
  if (tally.clashes.length === 0) return null;
  return (
    <ul class="small clashes">
      {tally.clashes.map((clash) => (
        <li key={`${clash.kind} ${clash.reason}`}>
          <span class="badge bad">does not fit</span> {clash.reason}
        </li>
      ))}
    </ul>
  );
}

const SHOWN = 60;

function Behind({ incidents }: { incidents: string[] }) {
  if (incidents.length === 0) return null;
  return (
    <details class="behind">
      <summary>{counted(incidents.length, "incident")} behind it</summary>
      <ul class="chips">
        {incidents.slice(0, SHOWN).map((id) => (
          <li key={id}>
            <a class="chip" href={`/incidents/${encodeURIComponent(id)}`}>
              {id}
            </a>
          </li>
        ))}
        {incidents.length > SHOWN && <li class="quiet small">and {incidents.length - SHOWN} more</li>}
      </ul>
    </details>
  );
}

function Pages({ next, first }: { next: string | null; first: boolean }) {
  if (!next && first) return null;
  return (
    <nav class="buttons" aria-label="Pages">
      {!first && (
        <button type="button" class="button" onClick={() => setQuery({ cursor: null }, false)}>
          From the first
        </button>
      )}
      {next && (
        <button type="button" class="button" onClick={() => setQuery({ cursor: next }, false)}>
          Next page
        </button>
      )}
    </nav>
  );
}

/** A page of some verdicts is looked for among so many tallies at a time, and may have none. */
function Further({ next }: { next: string }) {
  return (
    <Empty title="None among those looked at so far">
      <button type="button" class="button" onClick={() => setQuery({ cursor: next }, false)}>
        Look further
      </button>
    </Empty>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <Empty title="No tally has such a verdict">
        <button type="button" class="button" onClick={() => setQuery({ verdict: null, cursor: null })}>
          Show all
        </button>
      </Empty>
    );
  }
  return (
    <Empty title="No claimed totals yet">
      <p>
        They appear when a report on record says things like “at least eight drone attacks since January”.
      </p>
    </Empty>
  );
}
