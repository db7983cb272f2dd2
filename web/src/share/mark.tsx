/** Marking a document or a claim: its label, whom it may go to, and what is said less finely. Nothing is given by that. */
import { useId, useState } from "preact/hooks";
import { post } from "../api/client";
import type { NewMarking, Partner } from "../api/types";
import { asProblem } from "../api/use";
import { Dialog } from "../parts/dialog";
import { say } from "../parts/toast";
import { LABELS, labelWords } from "../words/sharing";

const CHOICES = {
  words: [
    ["none", "none of its own words"],
    ["reference", "title and address"],
    ["text", "its text too"],
  ],
  place: [
    ["", "as the report says"],
    ["district", "no finer than a district"],
    ["province", "no finer than a province"],
    ["country", "no finer than a country"],
  ],
  time: [
    ["", "as the report says"],
    ["month", "no finer than a month"],
    ["year", "no finer than a year"],
  ],
} as const;

interface Parts {
  item: string;
  partner: Partner;
  close: () => void;
  done: () => void;
}

const FIRST = { tlp: "amber", words: "none", place: "", time: "", source: "", expires: "", reason: "" };

export function Mark({ item, partner, close, done }: Parts) {
  const [given, setGiven] = useState({ ...FIRST, item, only: true, onward: false });
  const [trouble, setTrouble] = useState<string | null>(null);
  const set = (changes: Partial<typeof given>) => setGiven({ ...given, ...changes });
  const send = async (event: Event) => {
    event.preventDefault();
    const body = {
      items: [given.item],
      tlp: given.tlp || null,
      release_to: given.only && given.tlp ? [partner.id] : [],
      words: given.words,
      place: given.place || null,
      time: given.time || null,
      source: given.source || null,
      expires: given.expires || null,
      onward: given.onward,
      reason: given.reason,
    } as NewMarking;
    try {
      await post("/markings", body);
      say(`${given.item} is marked ${labelWords(body.tlp)}; the preview is worked out anew.`);
      close();
      done();
    } catch (cause) {
      const problem = asProblem(cause);
      setTrouble([problem.message, problem.remedy].filter(Boolean).join("; "));
    }
  };
  return (
    <Dialog title="Mark for sharing" close={close}>
      <form onSubmit={send}>
        <Line
          label="What: a document, or DOCUMENT/CLAIM"
          value={given.item}
          set={(v) => set({ item: v })}
          needed
        />
        <Choice
          label="Label"
          value={given.tlp}
          choices={[...LABELS.map((l) => [l, labelWords(l)] as const), ["", "withheld from everybody"]]}
          set={(v) => set({ tlp: v })}
        />
        {given.tlp && (
          <>
            <label class="check">
              <input
                type="checkbox"
                checked={given.only}
                onChange={(e) => set({ only: e.currentTarget.checked })}
              />
              <span>
                Only to <span dir="auto">{partner.name}</span>
              </span>
            </label>
            <div class="mark-choices">
              <Choice
                label="Own words"
                value={given.words}
                choices={CHOICES.words}
                set={(v) => set({ words: v })}
              />
              <Choice
                label="Places"
                value={given.place}
                choices={CHOICES.place}
                set={(v) => set({ place: v })}
              />
              <Choice label="Times" value={given.time} choices={CHOICES.time} set={(v) => set({ time: v })} />
              <Day label="Last day of release" value={given.expires} set={(v) => set({ expires: v })} />
            </div>
            <Line
              label="Words in place of the source (empty: the source is named)"
              value={given.source}
              set={(v) => set({ source: v })}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={given.onward}
                onChange={(e) => set({ onward: e.currentTarget.checked })}
              />
              <span>May be passed on without asking us</span>
            </label>
          </>
        )}
        <Line label="Why (you may leave it empty)" value={given.reason} set={(v) => set({ reason: v })} />
        {trouble && (
          <p class="problem" role="alert">
            {trouble}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button main">
            Mark
          </button>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface LineParts {
  label: string;
  value: string;
  set: (value: string) => void;
  needed?: boolean;
}

function Line({ label, value, set, needed = false }: LineParts) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        required={needed}
        onInput={(e) => set(e.currentTarget.value)}
      />
    </div>
  );
}

function Day({ label, value, set }: LineParts) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="date" value={value} onInput={(e) => set(e.currentTarget.value)} />
    </div>
  );
}

interface ChoiceParts {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  set: (value: string) => void;
}

function Choice({ label, value, choices, set }: ChoiceParts) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(e) => set(e.currentTarget.value)}>
        {choices.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
