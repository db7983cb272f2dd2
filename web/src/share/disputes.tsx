/** Opinions and questions: what partners say of our incidents, and what we say of theirs. */
import { useState } from "preact/hooks";
import { post } from "../api/client";
import type { Said } from "../api/types";
import { useAnswer } from "../api/use";
import { Skeleton, Trouble } from "../parts/states";
import { say } from "../parts/toast";
import { may } from "../session/session";
import { momentWords } from "../words/dates";
import { opinionTone, opinionWords } from "../words/sharing";
import { Reply } from "./reply";

export function Disputes({ round, done }: { round: number; done: () => void }) {
  const { data, problem, loading, reload } = useAnswer<{ items: Said[] }>("/disputes", { v: round || null });
  const [about, setAbout] = useState<Said | null>(null);
  const reply = async (object: string, opinion: string | null, text: string) => {
    await post(`/partners/${encodeURIComponent(about?.partner ?? "")}/replies`, { object, opinion, text });
    say("Kept; the next release tells it to the partner, and to nobody else.");
    done();
  };
  if (problem) return <Trouble problem={problem} again={reload} />;
  if (!data) return loading ? <Skeleton lines={6} label="Loading disputes" /> : null;
  return (
    <section class="card" aria-label="Disputes and questions">
      <h2>Disputes and questions</h2>
      {data.items.length === 0 && (
        <p class="quiet">Nobody has said anything yet, neither of our incidents nor we of theirs.</p>
      )}
      <ul class="rows">
        {data.items.map((said) => (
          <li key={`${said.partner} ${said.at} ${said.object} ${said.text.slice(0, 40)}`}>
            <p>
              <strong>{said.by_us ? `We to ${said.partner}` : said.partner}</strong>{" "}
              <span class={`badge ${opinionTone(said.level)}`}>{opinionWords(said)}</span>{" "}
              <About said={said} />
            </p>
            {said.text && <p dir="auto">{said.text}</p>}
            <p class="small quiet">{momentWords(said.at)}</p>
            {said.id && may("share") && (
              <button type="button" class="button small" onClick={() => setAbout(said)}>
                Reply<span class="unseen"> to {said.partner}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {about?.id && (
        <Reply named={about.text || about.id} id={about.id} close={() => setAbout(null)} send={reply} />
      )}
    </section>
  );
}

function About({ said }: { said: Said }) {
  if (said.incident) {
    return (
      <a href={`/incidents/${encodeURIComponent(said.incident)}`} dir="auto">
        {said.title || said.incident}
      </a>
    );
  }
  return (
    <span class="small quiet" dir="auto">
      {said.title || said.object}
    </span>
  );
}
