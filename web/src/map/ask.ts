/** The page's end of the worker: loads points, asks for looks, and drops answers that a newer question has overtaken. */
import { Problem } from "../api/client";
import type { Failed, Load, Loaded, Look, Reply, Seen } from "./worker";

export class PointsWorker {
  private readonly worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  private seq = 0;
  private busy = false;
  private next: Look | null = null;
  private loading: { resolve: (found: Loaded) => void; reject: (problem: Problem) => void } | null = null;

  constructor(private readonly seen: (found: Seen) => void) {
    this.worker.onmessage = (event: MessageEvent<Reply>) => this.take(event.data);
  }

  /** Load the points at an address; a later load overtakes it. */
  load(address: string): Promise<Loaded> {
    this.seq += 1;
    this.next = null;
    this.busy = false;
    const load: Load = { kind: "load", seq: this.seq, address };
    this.worker.postMessage(load);
    return new Promise((resolve, reject) => {
      this.loading = { resolve, reject };
    });
  }

  /** Ask for a look; while one is being answered only the newest waits. */
  look(look: Omit<Look, "kind" | "seq">): void {
    this.next = { ...look, kind: "look", seq: this.seq };
    this.send();
  }

  stop(): void {
    this.worker.terminate();
  }

  private send(): void {
    if (this.busy || !this.next) return;
    this.busy = true;
    this.worker.postMessage(this.next);
    this.next = null;
  }

  private take(reply: Reply): void {
    if (reply.seq !== this.seq) return;
    if (reply.kind === "seen") {
      this.busy = false;
      this.seen(reply);
      this.send();
    } else if (reply.kind === "loaded") this.loading?.resolve(reply);
    else this.loading?.reject(problem(reply));
  }
}

function problem(reply: Failed): Problem {
  return new Problem(reply.status, reply.code, reply.message, reply.remedy);
}
