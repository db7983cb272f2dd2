/** The reader: paste text, give a link or a file, and see what it says; nothing is kept unless asked for. */
import { useId, useState } from "preact/hooks";
import "./reader.css";
import { type Problem, post } from "../api/client";
import type { Reading, Readings } from "../api/types";
import { asProblem } from "../api/use";
import { Skeleton, Trouble } from "../parts/states";
import { may } from "../session/session";
import { Keep } from "./keep";
import { SideBySide } from "./side-by-side";

type Way = "text" | "link" | "file";

export interface Given {
  way: Way;
  text: string;
  url: string;
  file: File | null;
  outlet: string;
  date: string;
}

const NOTHING: Given = { way: "text", text: "", url: "", file: null, outlet: "", date: "" };

export default function ReaderView() {
  const [given, setGiven] = useState<Given>(NOTHING);
  const [readings, setReadings] = useState<Reading[]>([]);
  const [failures, setFailures] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    setReadings([]);
    try {
      const found = await ask(given);
      setReadings(found.readings);
      setFailures(found.failures.map((failure) => `${failure.source}: ${failure.message}`));
    } catch (cause) {
      setProblem(asProblem(cause));
    }
    setBusy(false);
  };
  return (
    <div class="page reader">
      <header class="page-head">
        <h1>Reader</h1>
        <p class="lead">
          See what a report says: each event with who, where, when, how many, and who says so. Nothing is
          kept.
          {may("add") && (
            <>
              {" "}
              What was kept, and what is being added, is under <a href="/jobs">Jobs</a>.
            </>
          )}
        </p>
      </header>
      <InputForm
        given={given}
        set={(change) => setGiven({ ...given, ...change })}
        read={read}
        busy={busy}
        folded={readings.length > 0}
      />
      {busy && <Skeleton lines={8} label="Reading" />}
      {problem && <Trouble problem={problem} />}
      <Failures failures={failures} />
      {readings.map((reading) => (
        <SideBySide
          key={reading.document.id}
          reading={reading}
          acts={may("add") && readings.length === 1 && <Keep given={given} />}
        />
      ))}
    </div>
  );
}

function ask(given: Given): Promise<Readings> {
  const about = { outlet: given.outlet, published: given.date || null };
  if (given.way === "link") return post("/read", { url: given.url.trim(), ...about });
  if (given.way === "text") return post("/read", { text: given.text, ...about });
  const form = new FormData();
  if (given.file) form.append("file", given.file);
  form.append("outlet", given.outlet);
  return post("/read/file", form);
}

function Failures({ failures }: { failures: string[] }) {
  if (failures.length === 0) return null;
  return (
    <ul class="card problem" role="alert">
      {failures.map((failure) => (
        <li key={failure}>{failure}</li>
      ))}
    </ul>
  );
}

const WAYS: readonly [Way, string][] = [
  ["text", "Text"],
  ["link", "Link"],
  ["file", "File"],
];

interface FormParts {
  given: Given;
  set: (change: Partial<Given>) => void;
  read: (event: Event) => void;
  busy: boolean;
  folded: boolean;
}

function InputForm({ given, set, read, busy, folded }: FormParts) {
  const id = useId();
  return (
    <form class="card input-form" onSubmit={read}>
      <div class="segments" role="group" aria-label="What to read">
        {WAYS.map(([way, name]) => (
          <button key={way} type="button" aria-pressed={given.way === way} onClick={() => set({ way })}>
            {name}
          </button>
        ))}
      </div>
      <Source given={given} set={set} folded={folded} />
      <div class="input-about">
        <div class="field">
          <label for={`${id}-outlet`}>Outlet</label>
          <input
            id={`${id}-outlet`}
            type="text"
            value={given.outlet}
            onInput={(e) => set({ outlet: e.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for={`${id}-date`}>Published on</label>
          <input
            id={`${id}-date`}
            type="date"
            value={given.date}
            onInput={(e) => set({ date: e.currentTarget.value })}
          />
        </div>
        <button type="submit" class="button main" disabled={busy}>
          {busy ? "Reading …" : "Read"}
        </button>
      </div>
    </form>
  );
}

function Source({ given, set, folded }: Pick<FormParts, "given" | "set" | "folded">) {
  const id = useId();
  if (given.way === "link") {
    return (
      <div class="field">
        <label for={id}>Address of the article</label>
        <input
          id={id}
          type="url"
          required
          placeholder="https://"
          value={given.url}
          onInput={(e) => set({ url: e.currentTarget.value })}
        />
        <span class="hint">The server fetches it, so it works only where the server has a network.</span>
      </div>
    );
  }
  if (given.way === "file") {
    return (
      <div class="field">
        <label for={id}>A file</label>
        <input
          id={id}
          type="file"
          required
          accept=".txt,.html,.htm,.json,.pdf,.eml"
          onChange={(e) => set({ file: e.currentTarget.files?.[0] ?? null })}
        />
        <span class="hint">.txt, .html, .json, .pdf or .eml</span>
      </div>
    );
  }
  return (
    <div class="field">
      <label for={id}>The report's text</label>
      <textarea
        id={id}
        rows={folded ? 3 : 10}
        required
        dir="auto"
        value={given.text}
        onInput={(e) => set({ text: e.currentTarget.value })}
        placeholder="Paste a report here"
      />
    </div>
  );
}
