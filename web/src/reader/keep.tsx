/** Keeps what was just read: a background job adds it to the record, and its page follows. */
import { useState } from "preact/hooks";
import { BASE, post } from "../api/client";
import { asProblem } from "../api/use";
import { say } from "../parts/toast";
import type { Given } from "./view";

interface Started {
  id: string | number;
}

export function Keep({ given }: { given: Given }) {
  const [state, setState] = useState<"" | "adding" | "kept">("");
  const keep = async () => {
    setState("adding");
    try {
      const job = await post<Started>("/jobs", jobOf(given));
      await ended(job.id);
      setState("kept");
      say("Kept. It is linked with what the record has.");
    } catch (cause) {
      setState("");
      say(asProblem(cause).message);
    }
  };
  if (state === "kept") return <span class="badge good">kept in the record</span>;
  return (
    <button type="button" class="button" disabled={state === "adding"} onClick={keep}>
      {state === "adding" ? "Adding …" : "Keep it in the record"}
    </button>
  );
}

function jobOf(given: Given): unknown {
  if (given.way === "link")
    return { sources: [given.url.trim()], outlet: given.outlet || null, date: given.date || null };
  const form = new FormData();
  form.append("files", given.file ?? new File([given.text], "pasted.txt", { type: "text/plain" }));
  if (given.outlet) form.append("outlet", given.outlet);
  if (given.date) form.append("date", given.date);
  return form;
}

/** Resolves when the job's events say that it is done, rejects when they say that it failed. */
function ended(id: string | number): Promise<void> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`${BASE}/jobs/${encodeURIComponent(id)}/events`);
    const finish = (end: () => void) => () => {
      events.close();
      end();
    };
    events.addEventListener("done", finish(resolve));
    events.addEventListener(
      "failed",
      finish(() => reject(new Error("failed"))),
    );
    events.onerror = finish(() => reject(new Error("lost")));
  });
}
