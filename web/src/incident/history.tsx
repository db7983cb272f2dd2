/** What was done to the incident, by the machine and by people; what people decided can be undone here. */
import type { Change, Judgement, History as Told } from "../api/types";
import { useAnswer } from "../api/use";
import { Skeleton, Trouble } from "../parts/states";
import { mayJudge } from "../session/session";
import { momentWords } from "../words/dates";
import { fieldWords } from "../words/labels";
import { undo } from "./judging";
import { valueWords } from "./values";

export function History({
  id,
  version,
  done,
}: {
  id: string;
  version: number;
  done: (incidents: string[]) => void;
}) {
  const { data, problem, loading, reload } = useAnswer<Told>(`/incidents/${encodeURIComponent(id)}/history`, {
    v: version || null,
  });
  return (
    <section class="card no-print" aria-label="History">
      <h2>History</h2>
      {problem && <Trouble problem={problem} again={reload} />}
      {!data && loading && <Skeleton lines={3} />}
      {data && <Decisions judgements={data.judgements} done={done} />}
      {data && <Changes changes={data.changes} />}
    </section>
  );
}

function Decisions({ judgements, done }: { judgements: Judgement[]; done: (incidents: string[]) => void }) {
  if (judgements.length === 0) return <p class="quiet small">Nobody has decided anything about it yet.</p>;
  return (
    <ol class="rows decisions">
      {judgements.map((judgement) => (
        <li key={judgement.number} class={judgement.holds ? "" : "undone"}>
          <p>
            <strong>{decisionWords(judgement)}</strong>{" "}
            <span class="quiet">
              by {judgement.author}, {momentWords(judgement.at)}
            </span>
            {!judgement.holds && (
              <span class="badge">{judgement.action === "undo" ? "an undoing" : "undone"}</span>
            )}
          </p>
          {judgement.reason && <p class="small">“{judgement.reason}”</p>}
          {judgement.holds && mayJudge.value && (
            <button type="button" class="button small" onClick={() => undo(judgement.number, done)}>
              Undo no. {judgement.number}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function decisionWords(judgement: Judgement): string {
  const field = judgement.field ? ` ${fieldWords(judgement.field)}` : "";
  const value =
    judgement.action === "correct" && judgement.field
      ? ` to ${valueWords(judgement.field, judgement.value)}`
      : "";
  return `no. ${judgement.number} ${judgement.action}${field}${value}`;
}

function Changes({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>Everything that was done ({changes.length})</summary>
      <ol class="small changes">
        {changes.map((change) => (
          <li key={change.number}>
            <time dateTime={change.at}>{momentWords(change.at)}</time> {change.author}: {change.action}{" "}
            {change.item}
          </li>
        ))}
      </ol>
    </details>
  );
}
