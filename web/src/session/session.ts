/** Who is looking: the session as one signal, and what their role allows. */
import { computed, signal } from "@preact/signals";
import { get, keepToken, post, remove } from "../api/client";

export type Role = "reader" | "analyst" | "admin";

export interface Session {
  user: string | null;
  role: Role | null;
  csrf: string | null;
  open: boolean;
}

export const session = signal<Session | null>(null);

const RANK: Record<Role, number> = { reader: 1, analyst: 2, admin: 3 };

/** Whether the role at hand allows what `role` allows. */
export function allows(role: Role): boolean {
  const mine = session.value?.role ?? null;
  return mine !== null && RANK[mine] >= RANK[role];
}

export const mayJudge = computed(() => allows("analyst"));

/** Ask the server who we are. */
export async function findSession(): Promise<void> {
  take(await get<Session>("/session"));
}

export async function logIn(name: string, password: string): Promise<void> {
  take(await post<Session>("/session", { name, password }));
}

export async function logOut(): Promise<void> {
  await remove("/session");
  await findSession();
}

function take(found: Session): void {
  keepToken(found.csrf);
  session.value = found;
}
