/** The review queue: one question at a time, the least certain first, answered by keys; what was answered can be undone. */
import { useEffect, useState } from "preact/hooks";
import "./review.css";
import { post } from "../api/client";
import type { Agreement, Listing, Question } from "../api/types";
import { asProblem, useAnswer } from "../api/use";
import { undo } from "../incident/judging";
import { Empty, Skeleton, Trouble } from "../parts/states";
import { say } from "../parts/toast";
import { mayJudge } from "../session/session";
import { counted, number } from "../words/amounts";
import { momentWords } from "../words/dates";
import { fieldWords } from "../words/labels";

const BATCH = 20;

interface Decided {
  number: number;
  incidents: string[];
}

export default function ReviewView() {
  const [round, setRound] = useState(0);
  const [cursor, setCursor] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<string[]>([]);
  const [answered, setAnswered] = useState<string[]>([]);
  const { data, problem, loading, reload } = useAnswer<Listing<Question>>("/review", {
    limit: BATCH,
    cursor,
    v: round || null,
  });
  const items = data?.items ?? [];
  const question = items.find((q) => !answered.includes(q.id) && !skipped.includes(q.id)) ?? null;
  const left = (data?.total ?? 0) - items.filter((q) => answered.includes(q.id)).length;
  const again = () => {
    setSkipped([]);
    setCursor(null);
    setRound((n) => n + 1);
  };
  const answer = async (asked: Question, said: "yes" | "no", reason: string) => {
    try {
      const decided = await post<Decided>("/review/answers", { item: asked.id, answer: said, reason });
      setAnswered((before) => [...before, asked.id]);
      const back = () =>
        undo(decided.number, () => setAnswered((before) => before.filter((id) => id !== asked.id)));
      say(`Answered ${said}, kept as judgement ${decided.number}.`, { label: "Undo", run: back });
    } catch (cause) {
      say(asProblem(cause).message);
    }
  };
  useEffect(() => {
    if (data?.next && !question) setCursor(data.next);
  }, [question === null, data?.next]);
  return (
    <div class="page review">
      <header class="page-head">
        <h1>Review</h1>
        <p class="lead">
          What the record is least sure of comes first. Others' answers stay hidden until you have given
          yours: two answers are worth more when neither knew of the other.
        </p>
        {data && (
          <p class="quiet small" role="status">
            {counted(left, "question")} left for you
          </p>
        )}
      </header>
      {problem && <Trouble problem={problem} again={reload} />}
      {!data && loading && <Skeleton lines={8} label="Loading questions" />}
      {question && (
        <Card
          key={question.id}
          question={question}
          answer={answer}
          skip={() => setSkipped((s) => [...s, question.id])}
        />
      )}
      {data && !question && !data.next && <Done skipped={skipped.length} again={again} />}
      <AgreementCard round={answered.length} />
    </div>
  );
}

function Done({ skipped, again }: { skipped: number; again: () => void }) {
  return (
    <Empty title={skipped > 0 ? "Only skipped questions are left" : "Nothing is left to ask you"}>
      {skipped > 0 ? (
        <button type="button" class="button main" onClick={again}>
          Look at the skipped ones
        </button>
      ) : (
        <p>
          New questions come with new reports. <a href="/">Go to the map</a>.
        </p>
      )}
    </Empty>
  );
}

interface CardParts {
  question: Question;
  answer: (question: Question, said: "yes" | "no", reason: string) => void;
  skip: () => void;
}

function Card({ question, answer, skip }: CardParts) {
  const [reason, setReason] = useState("");
  const [sent, setSent] = useState(false);
  const give = (said: "yes" | "no") => {
    if (sent || !mayJudge.value) return;
    setSent(true);
    answer(question, said, reason);
  };
  useKeys({ y: () => give("yes"), n: () => give("no"), s: skip });
  return (
    <section class="card question" aria-labelledby="asked">
      <p class="small quiet">
        <span class="badge warn number">{Math.round(question.certainty * 100)} % sure</span>{" "}
        <a href={`/incidents/${encodeURIComponent(question.incident)}`}>{question.incident}</a>
        {question.answered_by > 0 && ` · ${counted(question.answered_by, "other reviewer")} answered`}
      </p>
      <h2 id="asked">{asked(question)}</h2>
      <ul class="small reasons">
        {question.reasons.map((reason) => (
          <li key={reason} class={reason.startsWith("but ") ? "against" : "for"}>
            {reason}
          </li>
        ))}
      </ul>
      <Sides question={question} />
      {mayJudge.value ? (
        <div class="answers">
          <label class="field">
            <span class="label">Why (you may leave it empty)</span>
            <input type="text" value={reason} onInput={(e) => setReason(e.currentTarget.value)} />
          </label>
          <div class="buttons">
            <button type="button" class="button main" disabled={sent} onClick={() => give("yes")}>
              Yes <kbd>y</kbd>
            </button>
            <button type="button" class="button" disabled={sent} onClick={() => give("no")}>
              No <kbd>n</kbd>
            </button>
            <button type="button" class="button bare" onClick={skip}>
              Skip <kbd>s</kbd>
            </button>
          </div>
        </div>
      ) : (
        <p class="quiet">
          Answering takes the role analyst. <a href="/login?next=/review">Log in</a> with such an account to
          answer.
        </p>
      )}
    </section>
  );
}

function asked(question: Question): string {
  if (question.field) return `${fieldWords(question.field)}: does the present value stand?`;
  return "Do these two reports tell of one happening?";
}

function Sides({ question }: { question: Question }) {
  return (
    <ul class="sides">
      {question.sides.map((side) => (
        <li key={`${side.document}/${side.event}`}>
          <p class="small">
            <strong>{side.outlet || "outlet not known"}</strong>, {momentWords(side.published)}
          </p>
          <p class="small">
            <a href={`/documents/${encodeURIComponent(side.document)}`} dir="auto">
              {side.title || side.document}
            </a>
          </p>
          {side.sentences.map((sentence) => (
            <blockquote key={sentence.start} class="said" dir="auto">
              {sentence.text}
            </blockquote>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Single keys, but never while somebody types or a dialog is open. */
function useKeys(keys: Record<string, () => void>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const target = event.target as Element;
      if (target.closest("input, textarea, select, dialog, [contenteditable]")) return;
      const run = keys[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}

function AgreementCard({ round }: { round: number }) {
  const { data } = useAnswer<Agreement>("/review/agreement", { v: round || null });
  if (!data) return null;
  return (
    <section class="card agreement" aria-label="Agreement of reviewers">
      <h2>How far reviewers agree</h2>
      {data.alpha === null ? (
        <p class="quiet">
          No question has two answers yet. Agreement shows when a second reviewer has answered some of the
          same.
        </p>
      ) : (
        <p>
          <strong class="number">{data.alpha.toFixed(2)}</strong> by Krippendorff's alpha, over{" "}
          {counted(data.units, "question")} that {number(data.reviewers.length)} reviewers answered (
          {data.reviewers.join(", ")}). 1 is full agreement, 0 is chance.
        </p>
      )}
      {data.differ.length > 0 && (
        <details>
          <summary>{counted(data.differ.length, "question")} answered differently</summary>
          <ul class="rows small">
            {data.differ.map((one) => (
              <li key={one.unit.join(" ")}>
                {one.unit.join(" · ")}:{" "}
                {Object.entries(one.answers)
                  .map(([who, said]) => `${who} ${said}`)
                  .join(", ")}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
