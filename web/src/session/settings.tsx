/** Settings: who is logged in, what is served, users and API tokens. */
import { useEffect } from "preact/hooks";
import "./settings.css";
import { go } from "../routing/location";
import { number } from "../words/amounts";
import { zoneName } from "../words/dates";
import { logOut, may, session } from "./session";
import { findStatus, status } from "./status";
import { Tokens } from "./tokens";
import { Users } from "./users";

export default function Settings() {
  const now = session.value;
  useEffect(() => {
    findStatus().catch(() => undefined);
  }, [now?.user]);
  return (
    <div class="page settings">
      <header class="page-head">
        <h1>Settings</h1>
      </header>
      <section class="card" aria-label="You">
        <h2>You</h2>
        {now?.open ? (
          <p>
            This desk has no users: everybody on this computer is its admin, and nobody else can reach it. To
            open it to others, make an admin first: <code>dateline user add NAME --role admin</code>.
          </p>
        ) : (
          <p>
            {now?.user ? `Logged in as ${now.user}, ${now.role}.` : "Not logged in."} Times are shown in{" "}
            {zoneName()}.
          </p>
        )}
        {now?.user && !now.open && (
          <button type="button" class="button" onClick={() => logOut().then(() => go("/login"))}>
            Log out
          </button>
        )}
        {!now?.user && !now?.open && (
          <a class="button main" href="/login">
            Log in
          </a>
        )}
      </section>
      <Served />
      {now?.user && !now.open && <Tokens />}
      {may("admin") && <Users />}
    </div>
  );
}

function Served() {
  const told = status.value;
  if (!told) return null;
  return (
    <section class="card" aria-label="This desk">
      <h2>This desk</h2>
      <p class="quiet">
        Dateline {told.version}
        {told.reader && `, read with ${told.reader.model}`}
      </p>
      <dl class="counts">
        {Object.entries(told.counts).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="number">{number(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
