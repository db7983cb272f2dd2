/** Approving a release, or taking a document back: with a reason, of just what was looked at. */
import { useId, useState } from "preact/hooks";
import { post } from "../api/client";
import type { MadeRelease, Partner, Preview } from "../api/types";
import { asProblem } from "../api/use";
import { Dialog } from "../parts/dialog";
import { say } from "../parts/toast";
import { changeWords } from "../words/sharing";

interface Parts {
  partner: Partner;
  preview: Preview;
  document?: string;
  close: () => void;
  done: () => void;
}

export function Approve({ partner, preview, document, close, done }: Parts) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    setSent(true);
    try {
      const body = { reason, state: preview.state, take_back: document ? [document] : [] };
      const made = await post<MadeRelease>(`/partners/${encodeURIComponent(partner.id)}/releases`, body);
      say(`Release ${made.number} to ${partner.id}: ${changeWords(made.incidents)}.`);
      close();
      done();
    } catch (cause) {
      const problem = asProblem(cause);
      setTrouble([problem.message, problem.remedy].filter(Boolean).join("; "));
      setSent(false);
      if (problem.status === 409) done();
    }
  };
  const title = document ? "Take back a document" : "Approve this release";
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={send}>
        {document ? (
          <p>
            What rests on <strong>{document}</strong> is withdrawn from {partner.name} or said anew, and the
            document stays away. Whatever else is due goes along.
          </p>
        ) : (
          <p>
            {partner.name} gets {changeWords(preview.incidents)} of incidents ({changeWords(preview.objects)}{" "}
            in all objects). What it has fetched can be taken back, but not made unknown.
          </p>
        )}
        <div class="field">
          <label for={id}>Why, for those who come after you</label>
          <textarea
            id={id}
            rows={2}
            required
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
          <button type="submit" class={`button ${document ? "danger" : "main"}`} disabled={sent}>
            {document ? "Take it back" : "Approve"}
          </button>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
