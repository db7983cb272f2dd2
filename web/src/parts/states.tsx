/** What stands where content isn't: on its way, nothing there, or a problem; each says what to do. */
import type { ComponentChildren } from "preact";
import type { Problem } from "../api/client";
import { Icon } from "./icon";

/** Grey bars in the shape of what is on its way. */
export function Skeleton({ lines = 4, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{label} …</span>
      {Array.from({ length: lines }, (_, n) => (
        <span key={n} class={`bone bone-${n % 4}`} />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <h2>{title}</h2>
      <div class="quiet">{children}</div>
    </div>
  );
}

/** Words between backticks are commands. */
function withCommands(words: string) {
  return words.split("`").map((part, n) => (n % 2 === 1 ? <code key={part}>{part}</code> : part));
}

export function Trouble({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div class="state trouble" role="alert">
      <h2>
        <Icon name="warn" /> {problem.message}
      </h2>
      {problem.remedy && <p class="quiet">{withCommands(problem.remedy)}</p>}
      {problem.status === 401 && (
        <a
          class="button"
          href={`/login?next=${encodeURIComponent(window.location.pathname + window.location.search)}`}
        >
          Log in
        </a>
      )}
      {again && problem.status !== 401 && (
        <button type="button" class="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}
