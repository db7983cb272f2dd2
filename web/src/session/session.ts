/** Who is looking: the session as one signal, and what they may do. */
import { computed, signal } from "@preact/signals";
import { get, keepToken, post, remove } from "../api/client";
import type { Session } from "../api/types";
import { findStatus } from "./status";

export const session = signal<Session | null>(null);

/** What a role allows, by the names that the server gives. */
export type Right = "read" | "names" | "judge" | "add" | "share" | "release" | "account" | "admin";

export function may(right: Right): boolean {
  return session.value?.may.includes(right) ?? false;
}

export const mayJudge = computed(() => may("judge"));

/** Ask the server who we are, and what it serves. */
export async function findSession(): Promise<void> {
  await take(await get<Session>("/session"));
}

export async function logIn(name: string, password: string): Promise<void> {
  await take(await post<Session>("/session", { name, password }));
}

export async function logOut(): Promise<void> {
  await remove("/session");
  await findSession();
}

async function take(found: Session): Promise<void> {
  keepToken(found.csrf);
  session.value = found;
  if (may("read")) await findStatus();
}
