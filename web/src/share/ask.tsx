/** A dialog that asks for one text before something is done. */
import { useId, useState } from "preact/hooks";
import { asProblem } from "../api/use";
import { Dialog } from "../parts/dialog";

interface Parts {
  title: string;
  text: string;
  label: string;
  needed: boolean;
  close: () => void;
  send: (reason: string) => Promise<void>;
}

export function Ask({ title, text, label, needed, close, send }: Parts) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    try {
      await send(reason);
      close();
    } catch (cause) {
      const problem = asProblem(cause);
      setTrouble([problem.message, problem.remedy].filter(Boolean).join("; "));
    }
  };
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={submit}>
        <p dir="auto">{text}</p>
        <div class="field">
          <label for={id}>{label}</label>
          <textarea
            id={id}
            rows={2}
            required={needed}
            value={reason}
            onInput={(e) => setReason(e.currentTarget.value)}
          />
        </div>
        {trouble && (
          <p class="problem" role="alert">
            {trouble}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button main">
            {title}
          </button>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
