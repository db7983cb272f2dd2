/** What was given to a partner and taken back, by whom and why; what it confirmed, and giving again. */
import { useId, useState } from "preact/hooks";
import { post } from "../api/client";
import type { MadeRelease, Partner, Release } from "../api/types";
import { asProblem } from "../api/use";
import { Pages } from "../parts/more";
import { say } from "../parts/toast";
import { may } from "../session/session";
import { momentWords } from "../words/dates";
import { changeWords } from "../words/sharing";
import { Ask } from "./ask";

interface Parts {
  partner: Partner;
  round: number;
  done: () => void;
}

type Act = { kind: "confirm"; number: number } | { kind: "again"; document: string };

export function Given({ partner, round, done }: Parts) {
  const [act, setAct] = useState<Act | null>(null);
  const path = `/partners/${encodeURIComponent(partner.id)}/releases`;
  const confirm = async (number: number, reason: string) => {
    await post(`${path}/${number}/acknowledgement`, { reason });
    say(`Release ${number} is confirmed.`);
    done();
  };
  const again = async (document: string, reason: string) => {
    const made = await post<MadeRelease>(path, { reason, again: [document] });
    say(`Release ${made.number} gives ${document} again.`);
    done();
  };
  if (!may("share")) return <p class="card quiet">What was given is shown to the role analyst.</p>;
  return (
    <section class="card" aria-label="What was given">
      <div class="card-head">
        <h2>Given to {partner.name}</h2>
        <SignedFile partner={partner} done={done} />
      </div>
      <Pages<Release>
        path={path}
        query={{ limit: 30, v: round || null }}
        label="releases"
        empty={<p class="quiet">Nothing was given yet. Approve a release under Preview.</p>}
      >
        {(items) => (
          <ol class="rows releases">
            {items.map((one) => (
              <Item
                key={one.number}
                release={one}
                ask={setAct}
                later={items.filter((i) => i.number > one.number)}
              />
            ))}
          </ol>
        )}
      </Pages>
      {act?.kind === "confirm" && (
        <Ask
          title={`Release ${act.number} was confirmed`}
          text={`${partner.name} confirmed that what was withdrawn is gone there.`}
          label="How it was said"
          needed={false}
          close={() => setAct(null)}
          send={(reason) => confirm(act.number, reason)}
        />
      )}
      {act?.kind === "again" && (
        <Ask
          title="Give it again"
          text={`${act.document} may go to ${partner.name} again, as far as it is marked; whatever else is due goes along.`}
          label="Why, for those who come after you"
          needed
          close={() => setAct(null)}
          send={(reason) => again(act.document, reason)}
        />
      )}
    </section>
  );
}

/** A partner without a network sends a file and its signature; both are chosen at once. */
function SignedFile({ partner, done }: { partner: Partner; done: () => void }) {
  const id = useId();
  const take = async (chosen: FileList | null) => {
    const files = [...(chosen ?? [])];
    const signature = files.find((file) => file.name.endsWith(".sig"));
    const content = files.find((file) => file !== signature);
    if (!signature || !content) {
      say("Choose the file and its signature, which ends in .sig, together.");
      return;
    }
    try {
      const body = { content: await content.text(), signature: await signature.text() };
      const path = `/partners/${encodeURIComponent(partner.id)}/releases/acknowledgements`;
      const found = await post<{ releases: number[] }>(path, body);
      const told =
        found.releases.length > 0 ? `confirms ${found.releases.join(", ")}` : "confirms nothing new";
      say(`The signed file ${told}.`);
      done();
    } catch (cause) {
      say(asProblem(cause).message);
    }
  };
  return (
    <div class="field">
      <label for={id}>A signed confirmation, with its .sig</label>
      <input id={id} type="file" multiple onChange={(e) => take(e.currentTarget.files)} />
    </div>
  );
}

function Item({ release, later, ask }: { release: Release; later: Release[]; ask: (act: Act) => void }) {
  const away = release.taken_back.filter((key) => !later.some((one) => one.given_again.includes(key)));
  return (
    <li>
      <p>
        <strong>
          {release.number}. {release.action}
        </strong>{" "}
        <span class="small quiet">
          {momentWords(release.at)}, {release.author}
        </span>{" "}
        {release.acknowledgement ? (
          <span class="badge good">{release.acknowledgement.signed ? "confirmed, signed" : "confirmed"}</span>
        ) : (
          release.action === "retracted" && <span class="badge warn">not confirmed</span>
        )}
      </p>
      <p dir="auto">{release.reason}</p>
      <p class="small quiet">
        {changeWords(release.objects)} in its objects
        {release.taken_back.length > 0 && ` · taken back: ${release.taken_back.join(", ")}`}
        {release.given_again.length > 0 && ` · given again: ${release.given_again.join(", ")}`}
      </p>
      {release.acknowledgement && (
        <p class="small quiet" dir="auto">
          confirmed {momentWords(release.acknowledgement.at)}, {release.acknowledgement.author}
          {release.acknowledgement.reason && `: ${release.acknowledgement.reason}`}
        </p>
      )}
      <div class="buttons">
        {!release.acknowledged && (
          <button
            type="button"
            class="button small"
            onClick={() => ask({ kind: "confirm", number: release.number })}
          >
            The partner confirmed it<span class="unseen">, release {release.number}</span>
          </button>
        )}
        {may("release") &&
          away.map((key) => (
            <button
              key={key}
              type="button"
              class="button small"
              onClick={() => ask({ kind: "again", document: key })}
            >
              Give {key} again
            </button>
          ))}
      </div>
    </li>
  );
}
