/** What a partner would get now: in numbers, with the reasons why things stay here, and each incident and document. */
import { useState } from "preact/hooks";
import type { Fate, Partner, Preview, Previewed } from "../api/types";
import { useAnswer } from "../api/use";
import { Pages } from "../parts/more";
import { Skeleton, Trouble } from "../parts/states";
import { may } from "../session/session";
import { counted, number } from "../words/amounts";
import { changeWords } from "../words/sharing";
import { Approve } from "./approve";
import { Beside } from "./beside";
import { FateItem } from "./fate";
import { Mark } from "./mark";

interface Parts {
  partner: Partner;
  round: number;
  done: () => void;
}

type Act = { kind: "approve" } | { kind: "back"; document: string } | { kind: "mark"; document: string };

export function PreviewOf({ partner, round, done }: Parts) {
  const [act, setAct] = useState<Act | null>(null);
  const path = `/partners/${encodeURIComponent(partner.id)}/preview`;
  const { data, problem, loading, reload } = useAnswer<Preview>(path, { v: round || null });
  if (problem) return <Trouble problem={problem} again={reload} />;
  if (!data) return loading ? <Skeleton lines={8} label="Working out what the partner would see" /> : null;
  const close = () => setAct(null);
  return (
    <>
      <Summary partner={partner} preview={data} approve={() => setAct({ kind: "approve" })} />
      <Incidents path={path} round={round} />
      <Documents path={path} round={round} preview={data} partner={partner} ask={setAct} />
      {act?.kind === "approve" && <Approve partner={partner} preview={data} close={close} done={done} />}
      {act?.kind === "back" && (
        <Approve partner={partner} preview={data} document={act.document} close={close} done={done} />
      )}
      {act?.kind === "mark" && <Mark item={act.document} partner={partner} close={close} done={done} />}
    </>
  );
}

function Summary({ partner, preview, approve }: { partner: Partner; preview: Preview; approve: () => void }) {
  const stay = preview.outcomes.withheld ?? 0;
  const nothing = changeWords(preview.objects) === "nothing new";
  return (
    <section class="card summary" aria-label="Summary of the preview">
      <h2>
        <span dir="auto">{partner.name}</span> would see {counted(preview.seen_incidents, "incident")}
      </h2>
      <p>
        from {counted(preview.seen_documents, "document")}; {number(stay)} of the record stay here. A release
        now: {changeWords(preview.incidents)}
        {nothing
          ? ", so the partner is up to date."
          : ` (${changeWords(preview.objects)} in all its objects).`}
      </p>
      {preview.withheld.length > 0 && (
        <details open={preview.withheld.length <= 6}>
          <summary>Why {counted(stay, "document")} stay here</summary>
          <ul class="reasons-why">
            {preview.withheld.map((one) => (
              <li key={one.why}>
                <strong class="number">{number(one.documents)}</strong> <span dir="auto">{one.why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {may("release") ? (
        <div class="buttons">
          <button type="button" class="button main" disabled={nothing} onClick={approve}>
            Approve this release
          </button>
        </div>
      ) : (
        <p class="small quiet">Approving a release takes the role admin.</p>
      )}
    </section>
  );
}

function Incidents({ path, round }: { path: string; round: number }) {
  return (
    <section class="card" aria-label="Incidents as the partner would see them">
      <h2>As the partner would see it</h2>
      <Pages<Previewed>
        path={`${path}/incidents`}
        query={{ limit: 20, v: round || null }}
        label="incidents"
        empty={<p class="quiet">The partner would see no incident.</p>}
      >
        {(items) => (
          <ul class="rows">
            {items.map((item) => (
              <Beside key={item.theirs.id} item={item} />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

const OUTCOMES = ["withheld", "narrowed", "given"] as const;

interface DocumentParts {
  path: string;
  round: number;
  preview: Preview;
  partner: Partner;
  ask: (act: Act) => void;
}

function Documents({ path, round, preview, partner, ask }: DocumentParts) {
  const [some, setSome] = useState<string[]>([]);
  const turn = (name: string) =>
    setSome(some.includes(name) ? some.filter((s) => s !== name) : [...some, name]);
  const back = may("release") && partner.releases > 0;
  return (
    <section class="card" aria-label="Documents and what becomes of them">
      <div class="card-head">
        <h2>Documents</h2>
        <div class="chips" role="group" aria-label="Outcomes to show">
          {OUTCOMES.map((name) => (
            <button
              key={name}
              type="button"
              class="chip"
              aria-pressed={some.includes(name)}
              onClick={() => turn(name)}
            >
              {name} <span class="number">{number(preview.outcomes[name] ?? 0)}</span>
            </button>
          ))}
        </div>
      </div>
      <Pages<Fate>
        path={`${path}/documents`}
        query={{ outcome: some, limit: 30, v: round || null }}
        label="documents"
        empty={<p class="quiet">No document is {some.length > 0 ? some.join(" or ") : "on record"}.</p>}
      >
        {(items) => (
          <ul class="fates">
            {items.map((fate) => (
              <FateItem
                key={fate.document}
                fate={fate}
                mark={may("share") ? () => ask({ kind: "mark", document: fate.document }) : undefined}
                back={
                  back && fate.outcome !== "withheld"
                    ? () => ask({ kind: "back", document: fate.document })
                    : undefined
                }
              />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}
