/** The dialog of every decision on an incident: confirm, correct, dispute, merge, split; each can be undone. */
import { useId, useState } from "preact/hooks";
import { post } from "../api/client";
import type { Incident } from "../api/types";
import { asProblem } from "../api/use";
import { Dialog } from "../parts/dialog";
import { say } from "../parts/toast";
import { CERTAINTIES, fieldWords, MODES } from "../words/labels";
import { editable, HOW_TO_WRITE, valueWords } from "./values";

export type Action = "confirm" | "correct" | "dispute" | "merge" | "split";

export interface Ask {
  action: Action;
  field?: string;
  value?: unknown;
}

interface Decided {
  number: number;
  incidents: string[];
}

interface Parts {
  incident: Incident;
  ask: Ask;
  close: () => void;
  done: (incidents: string[]) => void;
}

const TITLES: Record<Action, string> = {
  confirm: "Confirm",
  correct: "Correct a value",
  dispute: "Dispute",
  merge: "Merge with other incidents",
  split: "Take reports out",
};

const EXPLAINED: Record<Action, string> = {
  confirm: "You hold that this is right. It stands above every later linking.",
  correct: "Your value becomes the current one; what the reports say stays beside it.",
  dispute: "It is marked as disputed. The value stays as it is.",
  merge: "The incidents become one: they are one happening.",
  split: "The chosen reports become an incident of their own.",
};

/** What a field with words of its own takes. */
const WORDS_OF: Record<string, readonly string[]> = {
  mode: [...Object.keys(MODES), "none"],
  certainty: CERTAINTIES,
};

export function Judging({ incident, ask, close, done }: Parts) {
  const [field, setField] = useState(ask.field ?? "");
  const [value, setValue] = useState(editable(ask.value) || (WORDS_OF[ask.field ?? ""]?.[0] ?? ""));
  const [others, setOthers] = useState("");
  const [out, setOut] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const decided = await post<Decided>(
        "/judgements",
        bodyOf(incident, ask.action, { field, value, others, out, reason }),
      );
      say(`Kept as judgement ${decided.number}.`, { label: "Undo", run: () => undo(decided.number, done) });
      done(decided.incidents);
      close();
    } catch (cause) {
      const problem = asProblem(cause);
      setTrouble([problem.message, problem.remedy].filter(Boolean).join(" "));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={
        ask.field && ask.action !== "correct"
          ? `${TITLES[ask.action]}: ${fieldWords(ask.field)}`
          : TITLES[ask.action]
      }
      close={close}
    >
      <form onSubmit={send}>
        <p class="quiet">{EXPLAINED[ask.action]}</p>
        {ask.action === "correct" && (
          <Correction
            incident={incident}
            field={field}
            value={value}
            setField={setField}
            setValue={setValue}
          />
        )}
        {ask.action === "merge" && <Others others={others} setOthers={setOthers} />}
        {ask.action === "split" && <Reports incident={incident} out={out} setOut={setOut} />}
        <Reason reason={reason} setReason={setReason} needed={ask.action !== "confirm"} />
        {trouble && (
          <p class="problem" role="alert">
            {trouble}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button main" disabled={busy}>
            {TITLES[ask.action]}
          </button>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Take a judgement back, and say so. */
export async function undo(number: number, done: (incidents: string[]) => void): Promise<void> {
  try {
    const decided = await post<Decided>(`/judgements/${number}/undo`, {});
    say(`Judgement ${number} no longer holds.`);
    done(decided.incidents);
  } catch (cause) {
    say(asProblem(cause).message);
  }
}

interface Filled {
  field: string;
  value: string;
  others: string;
  out: string[];
  reason: string;
}

function bodyOf(incident: Incident, action: Action, filled: Filled): unknown {
  const { field, value, others, out, reason } = filled;
  if (action === "merge")
    return { action, incidents: [incident.id, ...others.split(/[\s,;]+/).filter(Boolean)], reason };
  if (action === "split") return { action, incident: incident.id, reports: out, reason };
  if (action === "correct") return { action, incident: incident.id, field, value, reason };
  return { action, incident: incident.id, field: field || null, reason };
}

interface CorrectionParts {
  incident: Incident;
  field: string;
  value: string;
  setField: (field: string) => void;
  setValue: (value: string) => void;
}

function Correction({ incident, field, value, setField, setValue }: CorrectionParts) {
  const id = useId();
  return (
    <>
      <div class="field">
        <label for={`${id}-field`}>Field</label>
        <select
          id={`${id}-field`}
          value={field}
          onChange={(e) => {
            const chosen = e.currentTarget.value;
            setField(chosen);
            const present = editable(incident.fields.find((f) => f.field === chosen)?.value);
            setValue(present || (WORDS_OF[chosen]?.[0] ?? ""));
          }}
        >
          {Object.keys(HOW_TO_WRITE).map((name) => (
            <option key={name} value={name}>
              {fieldWords(name)}
            </option>
          ))}
        </select>
      </div>
      <p class="small quiet">
        Now: {valueWords(field, incident.fields.find((f) => f.field === field)?.value)}
      </p>
      <div class="field">
        <label for={`${id}-value`}>New value</label>
        <ValueBox id={`${id}-value`} hint={`${id}-hint`} field={field} value={value} setValue={setValue} />
        <span class="hint" id={`${id}-hint`}>
          {HOW_TO_WRITE[field]}
        </span>
      </div>
    </>
  );
}

interface ValueParts {
  id: string;
  hint: string;
  field: string;
  value: string;
  setValue: (value: string) => void;
}

/** A list to choose from where the field takes a word of the vocabulary, a box for words where it takes others. */
function ValueBox({ id, hint, field, value, setValue }: ValueParts) {
  const words = WORDS_OF[field];
  if (!words) {
    return (
      <input
        id={id}
        type="text"
        required
        value={value}
        aria-describedby={hint}
        onInput={(e) => setValue(e.currentTarget.value)}
      />
    );
  }
  return (
    <select id={id} value={value} aria-describedby={hint} onChange={(e) => setValue(e.currentTarget.value)}>
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
  );
}

function Others({ others, setOthers }: { others: string; setOthers: (others: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>Incidents to merge into this one</label>
      <input
        id={id}
        type="text"
        required
        placeholder="i-02bb41"
        value={others}
        onInput={(e) => setOthers(e.currentTarget.value)}
      />
      <span class="hint">Their ids, as their pages show them; several with spaces between.</span>
    </div>
  );
}

function Reports({
  incident,
  out,
  setOut,
}: {
  incident: Incident;
  out: string[];
  setOut: (out: string[]) => void;
}) {
  return (
    <fieldset class="field">
      <legend>Reports that tell of something else</legend>
      {incident.members.map((report) => {
        const key = `${report.document}/${report.event}`;
        const document = incident.documents.find((d) => d.id === report.document);
        return (
          <label key={key} class="check">
            <input
              type="checkbox"
              checked={out.includes(key)}
              onChange={() => setOut(out.includes(key) ? out.filter((k) => k !== key) : [...out, key])}
            />
            <span>
              {document?.outlet}: {document?.title || key} <span class="quiet small">({key})</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Reason({
  reason,
  setReason,
  needed,
}: {
  reason: string;
  setReason: (reason: string) => void;
  needed: boolean;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{needed ? "Why, for those who come after you" : "Why (you may leave it empty)"}</label>
      <textarea
        id={id}
        rows={2}
        required={needed}
        value={reason}
        onInput={(e) => setReason(e.currentTarget.value)}
      />
    </div>
  );
}
