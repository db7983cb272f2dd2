/** What becomes of one document in a release, and why. */
import type { Fate } from "../api/types";
import { momentWords } from "../words/dates";

const TONES: Record<string, string> = { given: "good", narrowed: "warn", withheld: "bad" };
const WORDS: Record<string, string> = {
  none: "without its words",
  reference: "with title and address",
  text: "with its text",
};

interface Parts {
  fate: Fate;
  mark?: () => void;
  back?: () => void;
}

export function FateItem({ fate, mark, back }: Parts) {
  return (
    <li class="fate">
      <div class="fate-head">
        <a href={`/documents/${encodeURIComponent(fate.document)}`} dir="auto">
          {fate.title || fate.document}
        </a>
        <span class={`badge ${TONES[fate.outcome] ?? ""}`}>{fate.outcome}</span>
      </div>
      <p class="small quiet" dir="auto">
        {fate.outlet || "outlet not known"}, {momentWords(fate.published)}
        {fate.from_partner && ` · through ${fate.from_partner}`}
      </p>
      {fate.why ? (
        <p class="small" dir="auto">
          Stays here: {fate.why}.
        </p>
      ) : (
        <p class="small">
          {fate.given} of {fate.claims} claims go, {WORDS[fate.words]}.
        </p>
      )}
      {fate.narrowings.length > 0 && (
        <ul class="small narrowings">
          {fate.narrowings.map((one) => (
            <li key={`${one.item} ${one.how}`} dir="auto">
              <strong>{one.item}</strong>: {one.how} <span class="quiet">({one.why})</span>
            </li>
          ))}
        </ul>
      )}
      {(mark || back) && (
        <div class="buttons">
          {mark && (
            <button type="button" class="button small" onClick={mark}>
              Mark<span class="unseen"> {fate.document}</span> …
            </button>
          )}
          {back && (
            <button type="button" class="button small danger" onClick={back}>
              Take back<span class="unseen"> {fate.document}</span> …
            </button>
          )}
        </div>
      )}
    </li>
  );
}
