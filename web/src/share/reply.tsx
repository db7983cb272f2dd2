/** Saying what we hold of a partner's object, or asking about it. */
import { useId, useState } from "preact/hooks";
import { asProblem } from "../api/use";
import { Dialog } from "../parts/dialog";

const LEVELS = [
  ["", "ask a question"],
  ["strongly-disagree", "strongly disagree"],
  ["disagree", "disagree"],
  ["neutral", "neutral"],
  ["agree", "agree"],
  ["strongly-agree", "strongly agree"],
] as const;

interface Parts {
  id: string;
  named: string;
  close: () => void;
  send: (object: string, opinion: string | null, text: string) => Promise<void>;
}

export function Reply({ id, named, close, send }: Parts) {
  const own = useId();
  const [level, setLevel] = useState("");
  const [text, setText] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    try {
      await send(id, level || null, text);
      close();
    } catch (cause) {
      setTrouble(asProblem(cause).message);
    }
  };
  return (
    <Dialog title="Reply to the partner" close={close}>
      <form onSubmit={submit}>
        <p dir="auto">About: {named}</p>
        <div class="field">
          <label for={`${own}-level`}>What we hold of it</label>
          <select id={`${own}-level`} value={level} onChange={(e) => setLevel(e.currentTarget.value)}>
            {LEVELS.map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${own}-text`}>{level ? "Why (you may leave it empty)" : "The question"}</label>
          <textarea
            id={`${own}-text`}
            rows={3}
            required={!level}
            value={text}
            onInput={(e) => setText(e.currentTarget.value)}
          />
        </div>
        {trouble && (
          <p class="problem" role="alert">
            {trouble}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button main">
            Keep for the next release
          </button>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
