/** The markings on record: what may go to whom, and how finely; the newest of each target counts. */
import type { Marked } from "../api/types";
import { Pages } from "../parts/more";
import { may } from "../session/session";
import { counted } from "../words/amounts";
import { momentWords } from "../words/dates";
import { markingWords } from "../words/sharing";
import { Tlp } from "./partners";

export function Rules({ round }: { round: number }) {
  if (!may("share")) return <p class="card quiet">Markings are shown to the role analyst.</p>;
  return (
    <section class="card" aria-label="Markings">
      <h2>Markings</h2>
      <p class="quiet small">
        What bears no marking goes to nobody. A claim's marking can only take away from its document's, a
        field's from its claim's.
      </p>
      <Pages<Marked>
        path="/markings"
        query={{ limit: 50, v: round || null }}
        label="markings"
        empty={<p class="quiet">Nothing is marked yet, so that nothing goes to anybody.</p>}
      >
        {(items, total) => (
          <>
            {total !== null && <p class="quiet small">{counted(total, "marking")}, the newest first</p>}
            <ul class="rows">
              {items.map((one) => (
                <li key={one.number} class={one.counts ? "" : "replaced"}>
                  <p>
                    <Tlp label={one.marking.tlp} /> <Target marked={one} />{" "}
                    {!one.counts && <span class="badge">replaced by a newer one</span>}
                  </p>
                  {markingWords(one.marking).length > 0 && (
                    <p class="small" dir="auto">
                      {markingWords(one.marking).join(" · ")}
                    </p>
                  )}
                  <p class="small quiet" dir="auto">
                    {momentWords(one.at)}, {one.author}
                    {one.reason && `: ${one.reason}`}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Pages>
    </section>
  );
}

function Target({ marked }: { marked: Marked }) {
  if (marked.judgement !== null) return <span>judgement {marked.judgement}</span>;
  return (
    <>
      <a href={`/documents/${encodeURIComponent(marked.document ?? "")}`}>{marked.document}</a>
      {marked.claim && `, claim ${marked.claim}`}
      {marked.field && `, ${marked.field}`}
    </>
  );
}
