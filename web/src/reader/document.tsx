/** A report on record, with its reading; a value or a span can be corrected, and is kept as a judgement on the incident. */
import { useEffect, useState } from "preact/hooks";
import "./reader.css";
import { get } from "../api/client";
import type { Document, Incident, ReadEvent, Reading } from "../api/types";
import { useAnswer } from "../api/use";
import { type Ask, Judging } from "../incident/judging";
import { Empty, Skeleton, Trouble } from "../parts/states";
import { place } from "../routing/location";
import { mayJudge } from "../session/session";
import { fieldWords } from "../words/labels";
import { SideBySide } from "./side-by-side";

const USES = ["actors", "recipients", "places", "weapons", "killed", "injured"] as const;

export default function DocumentView({ id }: { id: string }) {
  const path = `/documents/${encodeURIComponent(id)}`;
  const about = useAnswer<Document>(path);
  const { data, problem, reload } = useAnswer<Reading>(about.data?.read ? `${path}/reading` : null);
  const incidents = useIncidents(about.data?.incidents ?? []);
  const [ask, setAsk] = useState<{ incident: Incident; ask: Ask } | null>(null);
  const selected = useSelection();
  const trouble = about.problem ?? problem;
  if (trouble) return <Trouble problem={trouble} again={about.problem ? about.reload : reload} />;
  if (about.data && !about.data.read) return <Unread document={about.data} />;
  if (!about.data || !data) return <Skeleton lines={12} label="Loading the report" />;
  const holding = (event: ReadEvent) =>
    incidents.found.find((i) => i.members.some((m) => m.document === id && m.event === event.id));
  return (
    <div class="page reader">
      <h1 class="unseen">Report</h1>
      <SideBySide
        reading={data}
        found={foundOf(place.value.query.get("at"))}
        notes={about.data.retracted && <p class="badge bad">Retracted: it no longer counts</p>}
        foot={(event) => (
          <Foot
            incident={holding(event)}
            selected={selected}
            ask={(incident, ask) => setAsk({ incident, ask })}
          />
        )}
      />
      {ask && (
        <Judging incident={ask.incident} ask={ask.ask} close={() => setAsk(null)} done={incidents.again} />
      )}
    </div>
  );
}

function Unread({ document }: { document: Document }) {
  return (
    <Empty title={document.title || document.id}>
      <p>This report is on record but was not read. `dateline add` reads it when it is added again.</p>
    </Empty>
  );
}

interface FootParts {
  incident: Incident | undefined;
  selected: string;
  ask: (incident: Incident, ask: Ask) => void;
}

function Foot({ incident, selected, ask }: FootParts) {
  if (!incident) return null;
  const present = (field: string) => incident.fields.find((f) => f.field === field)?.value;
  return (
    <footer class="card-foot">
      <a href={`/incidents/${encodeURIComponent(incident.id)}`} dir="auto">
        {incident.title}
      </a>
      {mayJudge.value && selected && (
        <div class="use">
          <span class="small">
            Use “<bdi>{selected.length > 60 ? `${selected.slice(0, 60)}…` : selected}</bdi>” as
          </span>
          <div class="chips">
            {USES.map((field) => (
              <button
                key={field}
                type="button"
                class="chip"
                onMouseDown={(e) => e.preventDefault()}
                onClick={() => ask(incident, { action: "correct", field, value: selected })}
              >
                {fieldWords(field)}
              </button>
            ))}
          </div>
        </div>
      )}
      {mayJudge.value && (
        <button
          type="button"
          class="button small"
          onClick={() => ask(incident, { action: "correct", field: "killed", value: present("killed") })}
        >
          Correct a value
        </button>
      )}
    </footer>
  );
}

/** The incidents that a report's events stand in. */
function useIncidents(ids: string[]) {
  const [found, setFound] = useState<Incident[]>([]);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    Promise.all(ids.map((id) => get<Incident>(`/incidents/${encodeURIComponent(id)}`, {}, stop.signal)))
      .then(setFound)
      .catch(() => undefined); // the report stays readable without them
    return () => stop.abort();
  }, [ids.join(" "), round]);
  return { found, again: () => setRound((n) => n + 1) };
}

/** What is selected in the article, on one line. */
function useSelection(): string {
  const [text, setText] = useState("");
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      const inside = selection?.anchorNode?.parentElement?.closest("#article");
      setText(inside ? String(selection).replace(/\s+/g, " ").trim() : "");
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  return text;
}

function foundOf(at: string | null): [number, number] | null {
  const parts = /^(\d+)-(\d+)$/.exec(at ?? "");
  return parts ? [Number(parts[1]), Number(parts[2])] : null;
}
