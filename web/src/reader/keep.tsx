/** Keeps what was just read: a background job adds it to the record, and its page follows. */
import { useState } from "preact/hooks";
import { BASE, Problem, post } from "../api/client";
import type { Job } from "../api/types";
import { asProblem } from "../api/use";
import { say } from "../parts/toast";
import type { Given } from "./view";

export function Keep({ given }: { given: Given }) {
  const [state, setState] = useState<"" | "adding" | "kept">("");
  const keep = async () => {
    setState("adding");
    try {
      const job = await start(given);
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

function start(given: Given): Promise<Job> {
  if (given.way === "link") {
    return post("/jobs", {
      sources: [given.url.trim()],
      outlet: given.outlet,
      published: given.date || null,
    });
  }
  const form = new FormData();
  form.append("files", given.file && given.way === "file" ? given.file : pasted(given));
  form.append("outlet", given.outlet);
  return post("/jobs/files", form);
}

/** A pasted text as a JSON document, so that its outlet and day are kept. */
function pasted(given: Given): File {
  const document = { text: given.text, outlet: given.outlet, published: given.date || null };
  return new File([JSON.stringify(document)], "pasted.json", { type: "application/json" });
}

/** Resolves when the job's events say that it is done, rejects when they say that it failed. */
function ended(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`${BASE}/jobs/${encodeURIComponent(id)}/events`);
    const finish = (end: () => void) => () => {
      events.close();
      end();
    };
    events.addEventListener("done", finish(resolve));
    for (const state of ["failed", "stopped", "interrupted"]) {
      events.addEventListener(
        state,
        finish(() => reject(notKept(state))),
      );
    }
    events.onerror = finish(() => reject(notKept("lost")));
  });
}

function notKept(state: string): Problem {
  return new Problem(
    0,
    state,
    `It was not kept: the job is ${state}.`,
    "Settings and the server's log say more.",
  );
}
