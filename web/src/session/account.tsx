/** Who is logged in, and the way in and out. */
import { Icon } from "../parts/icon";
import { session } from "./session";

export function Account() {
  const now = session.value;
  if (now?.user) {
    return (
      <a
        class="button bare account"
        href="/settings"
        aria-label={`Settings. Logged in as ${now.user}, ${now.role}`}
      >
        <Icon name="person" />
        <span class="account-name">{now.user}</span>
      </a>
    );
  }
  if (now?.open) {
    return (
      <a
        class="button bare account"
        href="/settings"
        aria-label="Settings. Open on this computer only, no log-in needed"
      >
        <Icon name="person" />
        <span class="account-name">this computer</span>
      </a>
    );
  }
  return (
    <a class="button bare account" href="/login">
      <Icon name="person" />
      <span class="account-name">Log in</span>
    </a>
  );
}
