/** The reader: paste text, give a link or a file, and see what it says; nothing is kept unless asked for. */
import { useId, useState } from "preact/hooks";
import "./reader.css";
import { type Problem, post } from "../api/client";
import type { Reading } from "../api/types";
import { asProblem } from "../api/use";
import { Skeleton, Trouble } from "../parts/states";
import { mayJudge } from "../session/session";
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
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    setReading(null);
    try {
      setReading(await post<Reading>("/read", bodyOf(given)));
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
        </p>
      </header>
      <InputForm
        given={given}
        set={(change) => setGiven({ ...given, ...change })}
        read={read}
        busy={busy}
        folded={reading !== null}
      />
      {busy && <Skeleton lines={8} label="Reading" />}
      {problem && <Trouble problem={problem} />}
      {reading && <SideBySide reading={reading} acts={mayJudge.value && <Keep given={given} />} />}
    </div>
  );
}

function bodyOf(given: Given): unknown {
  if (given.way === "file" && given.file) {
    const form = new FormData();
    form.append("file", given.file);
    if (given.outlet) form.append("outlet", given.outlet);
    if (given.date) form.append("date", given.date);
    return form;
  }
  const about = { outlet: given.outlet || null, date: given.date || null };
  return given.way === "link" ? { url: given.url.trim(), ...about } : { text: given.text, ...about };
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
