/** Sharing: who is shared with, what each would get and why, what was given, what came in, who disputes, and the log. */
import { useState } from "preact/hooks";
import "./share.css";
import type { Partner } from "../api/types";
import { useAnswer } from "../api/use";
import { NamesSwitch } from "../parts/names";
import { Empty, Skeleton, Trouble } from "../parts/states";
import { place, setQuery } from "../routing/location";
import { Disputes } from "./disputes";
import { Given } from "./given";
import { Inbound } from "./inbound";
import { Log } from "./log";
import { Partners } from "./partners";
import { PreviewOf } from "./preview";
import { Rules } from "./rules";

const SECTIONS = [
  ["preview", "Preview"],
  ["given", "Given"],
  ["rules", "Rules"],
  ["inbound", "Came in"],
  ["disputes", "Disputes"],
  ["log", "Log"],
] as const;

export default function ShareView() {
  const { data, problem, loading, reload } = useAnswer<{ items: Partner[] }>("/partners");
  const query = place.value.query;
  const partners = data?.items ?? [];
  const chosen = partners.find((p) => p.id === query.get("partner")) ?? partners[0] ?? null;
  return (
    <div class="page share">
      <header class="page-head">
        <h1>Share</h1>
        <p class="lead">
          Nothing leaves unless it is marked for a partner and somebody approves it. A preview shows what a
          partner would see, worked out from that alone.
        </p>
        <NamesSwitch />
      </header>
      {problem && <Trouble problem={problem} again={reload} />}
      {!data && loading && <Skeleton lines={6} label="Loading partners" />}
      {data && !chosen && <Nobody />}
      {chosen && (
        <>
          <Partners partners={partners} chosen={chosen} />
          <Section partner={chosen} at={query.get("show") ?? "preview"} changed={reload} />
        </>
      )}
    </div>
  );
}

function Section({ partner, at, changed }: { partner: Partner; at: string; changed: () => void }) {
  const [round, setRound] = useState(0);
  const done = () => {
    changed();
    setRound((n) => n + 1);
  };
  return (
    <>
      <nav class="segments share-sections" aria-label="Sections of sharing">
        {SECTIONS.map(([name, words]) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === at}
            onClick={() => setQuery({ show: name })}
          >
            {words}
          </button>
        ))}
      </nav>
      {at === "given" && <Given key={partner.id} partner={partner} round={round} done={done} />}
      {at === "rules" && <Rules round={round} />}
      {at === "inbound" && <Inbound key={partner.id} partner={partner} done={done} />}
      {at === "disputes" && <Disputes round={round} done={done} />}
      {at === "log" && <Log key={partner.id} partner={partner} />}
      {!SECTIONS.some(([name]) => name !== "preview" && name === at) && (
        <PreviewOf key={partner.id} partner={partner} round={round} done={done} />
      )}
    </>
  );
}

function Nobody() {
  return (
    <Empty title="Nobody is shared with yet">
      <p>
        Add a partner with <code>dateline partner add relief-desk --clearance green</code>. What came from
        others is taken with <code>dateline receive</code>.
      </p>
    </Empty>
  );
}
