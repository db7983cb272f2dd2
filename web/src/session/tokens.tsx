/** API tokens of whoever is logged in: made once, shown once, revoked here. */
import { useId, useState } from "preact/hooks";
import { post, remove } from "../api/client";
import type { MadeToken, Token } from "../api/types";
import { asProblem, useAnswer } from "../api/use";
import { say } from "../parts/toast";
import { dayWords } from "../words/dates";
import { session } from "./session";

export function Tokens() {
  const { data, reload } = useAnswer<{ items: Token[] }>("/tokens");
  const [made, setMade] = useState<MadeToken | null>(null);
  const revoke = async (token: Token) => {
    await remove(`/tokens/${encodeURIComponent(token.id)}`).catch((cause) => say(asProblem(cause).message));
    reload();
  };
  const live = (data?.items ?? []).filter((token) => !token.revoked);
  return (
    <section class="card" aria-label="API tokens">
      <h2>API tokens</h2>
      <p class="quiet small">For scripts that ask the API in your name.</p>
      {made && (
        <p role="status">
          Copy it now, it is not shown again: <code class="secret">{made.secret}</code>
        </p>
      )}
      <ul class="rows tokens">
        {live.map((token) => (
          <li key={token.id}>
            <span>
              <strong>{token.label}</strong>{" "}
              <span class="quiet small">
                {token.scopes.join(", ")};{" "}
                {token.expires ? `until ${dayWords(token.expires)}` : "does not end"}
              </span>
            </span>
            <button type="button" class="button small" onClick={() => revoke(token)}>
              Revoke<span class="unseen"> {token.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <MakeToken
        made={(token) => {
          setMade(token);
          reload();
        }}
      />
    </section>
  );
}

function MakeToken({ made }: { made: (token: MadeToken) => void }) {
  const id = useId();
  const rights = session.value?.may ?? [];
  const [label, setLabel] = useState("");
  const [scopes, setScopes] = useState<string[]>(["read"]);
  const turn = (scope: string) =>
    setScopes(scopes.includes(scope) ? scopes.filter((s) => s !== scope) : [...scopes, scope]);
  const send = async (event: Event) => {
    event.preventDefault();
    try {
      made(await post<MadeToken>("/tokens", { label, scopes, days: 90 }));
      setLabel("");
    } catch (cause) {
      say(asProblem(cause).message);
    }
  };
  return (
    <details>
      <summary>Make a token</summary>
      <form class="add-user" onSubmit={send}>
        <div class="field">
          <label for={id}>What it is for</label>
          <input
            id={id}
            type="text"
            required
            value={label}
            onInput={(e) => setLabel(e.currentTarget.value)}
          />
        </div>
        <fieldset class="field">
          <legend>What it may do</legend>
          {rights.map((scope) => (
            <label key={scope} class="check">
              <input type="checkbox" checked={scopes.includes(scope)} onChange={() => turn(scope)} /> {scope}
            </label>
          ))}
        </fieldset>
        <p class="small quiet">It ends after 90 days.</p>
        <button type="submit" class="button main" disabled={scopes.length === 0}>
          Make it
        </button>
      </form>
    </details>
  );
}
