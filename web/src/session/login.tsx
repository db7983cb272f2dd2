/** Logging in. */
import { useId, useState } from "preact/hooks";
import { asProblem } from "../api/use";
import { go, place } from "../routing/location";
import { logIn, session } from "./session";

export default function LogIn() {
  const id = useId();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await logIn(name, password);
      go(nextAddress(place.value.query.get("next")), true);
    } catch (cause) {
      const problem = asProblem(cause);
      setTrouble([problem.message, problem.remedy].filter(Boolean).join("; "));
      setBusy(false);
    }
  };
  return (
    <div class="page login">
      <form class="card" onSubmit={enter}>
        <h1>Log in</h1>
        {session.value?.open && (
          <p class="quiet">
            This desk has no users yet: on this computer everything is open, and you need not log in.
          </p>
        )}
        <div class="field">
          <label for={`${id}-name`}>Name</label>
          <input
            id={`${id}-name`}
            name="name"
            type="text"
            autocomplete="username"
            required
            value={name}
            onInput={(e) => setName(e.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for={`${id}-password`}>Password</label>
          <input
            id={`${id}-password`}
            name="password"
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(e) => setPassword(e.currentTarget.value)}
          />
        </div>
        {trouble && (
          <p class="problem" role="alert">
            {trouble}
          </p>
        )}
        <button type="submit" class="button main" disabled={busy}>
          Log in
        </button>
      </form>
    </div>
  );
}

/** An address inside this page only. */
export function nextAddress(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/";
}
