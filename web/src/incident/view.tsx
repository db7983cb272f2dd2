/** One incident: the current values, under each every claim; the toll, the links, the reports, the history. */
import { useState } from "preact/hooks";
import "./incident.css";
import { BASE } from "../api/client";
import type { Incident } from "../api/types";
import { useAnswer } from "../api/use";
import { Certainty } from "../parts/badges";
import { Icon } from "../parts/icon";
import { NamesSwitch } from "../parts/names";
import { Skeleton, Trouble } from "../parts/states";
import { say } from "../parts/toast";
import { go } from "../routing/location";
import { mayJudge } from "../session/session";
import { counted } from "../words/amounts";
import { momentWords, spanWords, zoneName } from "../words/dates";
import { opinionTone, opinionWords } from "../words/sharing";
import { Fields } from "./fields";
import { History } from "./history";
import { type Ask, Judging } from "./judging";
import { Links } from "./links";
import { TollOverTime } from "./toll";

export default function IncidentView({ id }: { id: string }) {
  const [version, setVersion] = useState(0);
  const [ask, setAsk] = useState<Ask | null>(null);
  const { data, problem, reload } = useAnswer<Incident>(`/incidents/${encodeURIComponent(id)}`, {
    v: version || null,
  });
  const done = (incidents: string[]) => {
    if (incidents.length > 0 && !incidents.includes(id))
      go(`/incidents/${encodeURIComponent(incidents[0] as string)}`);
    else if (incidents.length > 1) say(`Its reports now stand in ${incidents.join(" and ")}.`);
    setVersion((n) => n + 1);
  };
  if (problem) return <Trouble problem={problem} again={reload} />;
  if (!data) return <Skeleton lines={12} label="Loading the incident" />;
  return (
    <article class="page incident">
      <Head incident={data} ask={setAsk} />
      <Fields fields={data.fields} ask={setAsk} />
      <div class="incident-more">
        <TollOverTime tolls={data.tolls} />
        <Links incident={data} />
        <Documents incident={data} />
        <PartnersSay incident={data} />
        <History id={id} version={version} done={done} />
      </div>
      <p class="quiet small zone">Times are shown in {zoneName()}; days on record have no time zone.</p>
      {ask && <Judging incident={data} ask={ask} close={() => setAsk(null)} done={done} />}
    </article>
  );
}

function Head({ incident, ask }: { incident: Incident; ask: (ask: Ask) => void }) {
  return (
    <header class="page-head incident-head">
      <a class="back no-print" href="/" onClick={back}>
        <Icon name="back" size={18} /> Map and list
      </a>
      <h1 dir="auto">{incident.title}</h1>
      <p class="lead">
        <span>{incident.when ? spanWords(incident.when) : "date not said"}</span>
        {incident.where && <span> · {whereWords(incident)}</span>}
        <span>
          {" "}
          · {counted(incident.reports, "report")} of {counted(incident.origins, "independent origin")}
        </span>
      </p>
      <p class="badges">
        <Certainty value={incident.certainty} />
        {incident.disputed.length > 0 && <span class="badge bad">disputed</span>}
        {incident.needs_review && (
          <a class="badge warn no-print" href="/review">
            asks for a look
          </a>
        )}
        <span class="badge">{incident.id}</span>
        {incident.former_ids.length > 0 && (
          <span class="quiet small">once {incident.former_ids.join(", ")}</span>
        )}
      </p>
      <NamesSwitch />
      <Acts incident={incident} ask={ask} />
    </header>
  );
}

function Acts({ incident, ask }: { incident: Incident; ask: (ask: Ask) => void }) {
  return (
    <div class="page-acts no-print">
      {mayJudge.value && (
        <>
          <button type="button" class="button main" onClick={() => ask({ action: "confirm" })}>
            Confirm
          </button>
          <button type="button" class="button" onClick={() => ask({ action: "dispute" })}>
            Dispute
          </button>
          <button type="button" class="button" onClick={() => ask({ action: "merge" })}>
            Merge
          </button>
          {incident.members.length > 1 && (
            <button type="button" class="button" onClick={() => ask({ action: "split" })}>
              Split
            </button>
          )}
        </>
      )}
      <button type="button" class="button" onClick={() => window.print()}>
        <Icon name="print" size={18} /> Print
      </button>
      <a
        class="button"
        href={`${BASE}/incidents/${encodeURIComponent(incident.id)}/report.html`}
        download={`${incident.id}.html`}
      >
        One file to send
      </a>
    </div>
  );
}

function whereWords(incident: Incident): string {
  const where = incident.where;
  if (!where) return "";
  const rough = ["district", "province", "country"].includes(where.precision);
  return rough ? `${where.name} (only the ${where.precision} is known)` : where.name;
}

/** Back to the map as it was left, where it was. */
function back(event: MouseEvent): void {
  if (window.history.length > 1 && document.referrer === "") {
    event.preventDefault();
    window.history.back();
  }
}

function PartnersSay({ incident }: { incident: Incident }) {
  if (incident.partners_say.length === 0) return null;
  return (
    <section class="card" aria-label="What partners say">
      <h2>What partners say</h2>
      <ul class="rows">
        {incident.partners_say.map((said) => (
          <li key={`${said.partner} ${said.at} ${said.text}`}>
            <p>
              <strong>{said.partner}</strong>{" "}
              <span class={`badge ${opinionTone(said.level)}`}>{opinionWords(said)}</span>
            </p>
            <p dir="auto">{said.text}</p>
            <p class="small quiet">{momentWords(said.at)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Documents({ incident }: { incident: Incident }) {
  return (
    <section class="card" aria-label="Reports">
      <h2>Reports</h2>
      <ul class="rows reports">
        {incident.documents.map((document) => (
          <li key={document.id}>
            <a href={`/documents/${encodeURIComponent(document.id)}`} dir="auto">
              {document.title || document.id}
            </a>
            <p class="small quiet">
              {document.outlet || "outlet not known"}, {momentWords(document.published)}
              {document.relays.length > 0 && ` · repeats ${document.relays.join(", ")}`}
            </p>
            {document.url && <p class="small print-only">{document.url}</p>}
          </li>
        ))}
        {incident.retracted.map((report) => (
          <li key={`${report.document}/${report.event}`} class="undone">
            {report.document} <span class="badge">retracted, no. {report.judgement}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
