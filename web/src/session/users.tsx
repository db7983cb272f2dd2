/** Users, for admins: who they are, what their role allows, adding and disabling them. */
import { useId, useState } from "preact/hooks";
import { patch, post } from "../api/client";
import type { User } from "../api/types";
import { asProblem, useAnswer } from "../api/use";
import { Skeleton, Trouble } from "../parts/states";
import { say } from "../parts/toast";
import { dayWords } from "../words/dates";
import { findSession, session } from "./session";

const ROLES = ["reader", "analyst", "admin"] as const;

export function Users() {
  const { data, problem, reload } = useAnswer<{ items: User[] }>("/users");
  const change = async (name: string, changes: Partial<User>) => {
    await patch(`/users/${encodeURIComponent(name)}`, changes).catch((cause) =>
      say(asProblem(cause).message),
    );
    reload();
  };
  return (
    <section class="card" aria-label="Users">
      <h2>Users</h2>
      <p class="quiet small">
        A reader reads; an analyst also sees private persons' names, decides, adds, and marks what may be
        shared; an admin also gives it to partners, and looks after users.
      </p>
      {problem && <Trouble problem={problem} again={reload} />}
      {!data && !problem && <Skeleton lines={3} />}
      {data && data.items.length > 0 && <UserTable users={data.items} change={change} />}
      <AddUser first={data?.items.length === 0} added={reload} />
    </section>
  );
}

function UserTable({
  users,
  change,
}: {
  users: User[];
  change: (name: string, changes: Partial<User>) => void;
}) {
  return (
    <div class="scroll-x">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Since</th>
            <th scope="col">
              <span class="unseen">Act</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.name}>
              <td>
                {user.name} {user.disabled && <span class="badge">disabled</span>}
              </td>
              <td>
                <select
                  aria-label={`Role of ${user.name}`}
                  value={user.role}
                  onChange={(e) => change(user.name, { role: e.currentTarget.value as User["role"] })}
                >
                  {ROLES.map((role) => (
                    <option key={role}>{role}</option>
                  ))}
                </select>
              </td>
              <td class="nowrap">{dayWords(user.created)}</td>
              <td>
                {user.name !== session.value?.user && (
                  <button
                    type="button"
                    class="button small"
                    onClick={() => change(user.name, { disabled: !user.disabled })}
                  >
                    {user.disabled ? "Enable" : "Disable"}
                    <span class="unseen"> {user.name}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AddUser({ first, added }: { first: boolean; added: () => void }) {
  const id = useId();
  const [given, setGiven] = useState({ name: "", password: "", role: "reader" });
  const [trouble, setTrouble] = useState<string | null>(null);
  const role = first ? "admin" : given.role;
  const send = async (event: Event) => {
    event.preventDefault();
    try {
      await post("/users", { ...given, role });
      say(`${given.name} can log in now.`);
      setGiven({ name: "", password: "", role: "reader" });
      setTrouble(null);
      await findSession();
      added();
    } catch (cause) {
      const problem = asProblem(cause);
      setTrouble([problem.message, problem.remedy].filter(Boolean).join("; "));
    }
  };
  return (
    <details>
      <summary>{first ? "Add the first user, an admin" : "Add a user"}</summary>
      <form class="add-user" onSubmit={send}>
        <div class="field">
          <label for={`${id}-name`}>Name</label>
          <input
            id={`${id}-name`}
            type="text"
            required
            autocomplete="off"
            value={given.name}
            onInput={(e) => setGiven({ ...given, name: e.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for={`${id}-password`}>Password</label>
          <input
            id={`${id}-password`}
            type="password"
            required
            autocomplete="new-password"
            value={given.password}
            onInput={(e) => setGiven({ ...given, password: e.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for={`${id}-role`}>Role</label>
          <select
            id={`${id}-role`}
            value={role}
            disabled={first}
            onChange={(e) => setGiven({ ...given, role: e.currentTarget.value })}
          >
            {ROLES.map((role) => (
              <option key={role}>{role}</option>
            ))}
          </select>
        </div>
        {first && <p class="small quiet">From then on this desk asks everybody to log in.</p>}
        {trouble && (
          <p class="problem" role="alert">
            {trouble}
          </p>
        )}
        <button type="submit" class="button main">
          Add
        </button>
      </form>
    </details>
  );
}
