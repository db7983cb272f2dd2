/** Article and cards beside each other; pointing at either lights the other. */
import { useEffect, useState } from "preact/hooks";
import type { ReadEvent, Reading } from "../api/types";
import { Empty } from "../parts/states";
import { momentWords } from "../words/dates";
import { Article } from "./article";
import { Cards, LEGEND } from "./cards";

interface Parts {
  reading: Reading;
  found?: [number, number] | null;
  foot?: (event: ReadEvent) => preact.ComponentChildren;
  acts?: preact.ComponentChildren;
  notes?: preact.ComponentChildren;
}

export function SideBySide({ reading, found = null, foot, acts, notes }: Parts) {
  const [lit, setLit] = useState<string[]>([]);
  useEffect(() => {
    if (found) document.querySelector(".found")?.scrollIntoView({ block: "center" });
  }, [found]);
  const { document: told, events, tallies } = reading;
  const pick = (card: string) => {
    const there = document.getElementById(`card-${card}`);
    there?.scrollIntoView({ block: "nearest" });
    there?.focus({ preventScroll: true });
  };
  return (
    <div class="side-by-side">
      <section class="card paper" aria-label="Article">
        <header>
          <h2 dir="auto">{told.title || "Without a title"}</h2>
          <p class="small quiet">
            {told.outlet || "outlet not known"}, {momentWords(told.published)}
            {told.url && (
              <>
                {" · "}
                <a href={safeLink(told.url)} rel="noreferrer noopener" target="_blank">
                  source
                </a>
              </>
            )}
          </p>
          {acts}
        </header>
        {notes}
        <Article reading={reading} lit={lit} light={setLit} pick={pick} found={found} />
        <ul class="marks-legend small" aria-label="What the marks mean">
          {LEGEND.map(([kind, words]) => (
            <li key={kind}>
              <span class={`mk mk-${kind}`}>{words}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="What it says">
        {events.length + tallies.length === 0 ? (
          <Empty title="No event found">
            <p>
              The reader found no attack, act or claimed total in this text. It reads English reports only.
            </p>
          </Empty>
        ) : (
          <Cards reading={reading} lit={lit} light={setLit} foot={foot} />
        )}
      </section>
    </div>
  );
}

/** Only web addresses become links: a report may claim any address as its own. */
export function safeLink(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}
