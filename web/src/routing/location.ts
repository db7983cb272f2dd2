/** Where the reader is: path and query as one signal, changed only by `go`; links inside the page never reload it. */
import { computed, signal } from "@preact/signals";

export interface Place {
  path: string;
  query: URLSearchParams;
}

export const place = signal<Place>(read());
export const path = computed(() => place.value.path);

/** Go to an address inside the page; `replace` leaves no step in the browser's history. */
export function go(address: string, replace = false): void {
  const at = window.location;
  if (address === at.pathname + at.search) return;
  window.history[replace ? "replaceState" : "pushState"](null, "", address);
  const before = place.value.path;
  place.value = read();
  if (!replace && place.value.path !== before) window.scrollTo(0, 0);
}

/** Change some of the query's values; null takes a name out. */
export function setQuery(changes: Record<string, string | string[] | null>, replace = true): void {
  const query = new URLSearchParams(place.value.query);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of [value].flat()) if (one) query.append(name, one);
  }
  const text = readable(query);
  go(place.value.path + (text ? `?${text}` : ""), replace);
}

/** The query as people can read it: commas and colons stay themselves. */
function readable(query: URLSearchParams): string {
  return query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** Listen to links and to the browser's back and forward; called once. */
export function startRouting(): void {
  window.addEventListener("popstate", () => {
    place.value = read();
  });
  document.addEventListener("click", (event) => {
    const address = insideAddress(event);
    if (address === null) return;
    event.preventDefault();
    go(address);
  });
}

function insideAddress(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return null;
  const outside = link.origin !== window.location.origin || link.pathname.startsWith("/api/");
  return outside || link.getAttribute("href")?.startsWith("#") ? null : link.pathname + link.search;
}

function read(): Place {
  if (typeof window === "undefined") return { path: "/", query: new URLSearchParams() };
  return { path: window.location.pathname, query: new URLSearchParams(window.location.search) };
}
