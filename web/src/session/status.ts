/** What the server says of itself: its version, the record, and the settings of the page. */
import { computed, signal } from "@preact/signals";
import { get } from "../api/client";
import type { Status } from "../api/types";

export const status = signal<Status | null>(null);
export const settings = computed(() => status.value?.page ?? null);

export async function findStatus(): Promise<void> {
  status.value = await get<Status>("/status");
}
