/** Asks the server: JSON in and out, one kind of problem, the CSRF token on every change. */

export const BASE = "/api/v1";

/** What the server, or the way to it, says is wrong, and what helps. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly remedy: string | null,
  ) {
    super(message);
  }
}

let token: string | null = null;

/** Keep the session's token for later changes. */
export function keepToken(value: string | null | undefined): void {
  token = value ?? null;
}

export type Query = Record<string, string | number | boolean | string[] | null | undefined>;

export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return ask<T>("GET", path + withQuery(query), undefined, signal);
}

export function post<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return ask<T>("POST", path, body, signal);
}

export function patch<T>(path: string, body: unknown): Promise<T> {
  return ask<T>("PATCH", path, body);
}

export function remove<T>(path: string): Promise<T> {
  return ask<T>("DELETE", path);
}

/** `?a=1&b=2`, without what is null or empty. */
export function withQuery(query: Query): string {
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== "" && one !== false) told.append(name, String(one));
    }
  }
  const text = told.toString();
  return text ? `?${text}` : "";
}

async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET" && token) headers["X-CSRF-Token"] = token;
  if (body !== undefined && !(body instanceof FormData)) headers["Content-Type"] = "application/json";
  const response = await reach(BASE + path, {
    method,
    headers,
    body: encoded(body),
    signal,
    credentials: "same-origin",
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? null : await response.json()) as T;
}

function encoded(body: unknown): BodyInit | undefined {
  if (body === undefined || body instanceof FormData) return body;
  return JSON.stringify(body);
}

async function reach(address: string, how: RequestInit): Promise<Response> {
  try {
    return await fetch(address, how);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Problem(
      0,
      "unreachable",
      "The server does not answer.",
      "Is `dateline serve` still running? Try again when it is.",
    );
  }
}

/** The problem that an answer tells of. */
export async function problemOf(response: Response): Promise<Problem> {
  const told = await response.json().catch(() => null);
  const error = told?.error;
  if (!error) {
    return new Problem(
      response.status,
      "unexpected",
      `The server answered ${response.status}.`,
      "Try again; the server's log says more.",
    );
  }
  return new Problem(response.status, error.code, error.message, error.remedy ?? null);
}
