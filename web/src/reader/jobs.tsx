/** The jobs of the desk: what is being added, what became of the rest, and stopping what still runs. */
import { useEffect } from "preact/hooks";
import "./reader.css";
import { remove } from "../api/client";
import type { Job } from "../api/types";
import { asProblem } from "../api/use";
import { Pages } from "../parts/more";
import { Empty } from "../parts/states";
import { say } from "../parts/toast";
import { may } from "../session/session";
import { counted, number } from "../words/amounts";
import { momentWords } from "../words/dates";

const LIVE: readonly string[] = ["queued", "running"];
const BADGES: Record<string, string> = { done: "good", failed: "bad", stopped: "warn", interrupted: "warn" };
const AGAIN_MS = 2000;
const SOURCES = 3;

export default function JobsView() {
  return (
    <div class="page">
      <header class="page-head">
        <h1>Jobs</h1>
        <p class="lead">
          Articles that are being added to the record, the last first. What a job has kept is kept, whatever
          becomes of it; add the same again to go on with one that was cut off.
        </p>
      </header>
      <Pages<Job> path="/jobs" query={{ limit: 20 }} label="jobs" empty={<None />}>
        {(jobs, _, reload) => <Jobs jobs={jobs} reload={reload} />}
      </Pages>
    </div>
  );
}

function Jobs({ jobs, reload }: { jobs: Job[]; reload: () => void }) {
  const live = jobs.some((job) => LIVE.includes(job.state));
  useEffect(() => {
    if (!live) return;
    const timer = setTimeout(reload, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [live, jobs]);
  return (
    <ol class="rows jobs" aria-label="Jobs">
      {jobs.map((job) => (
        <li key={job.id} class="card">
          <JobCard job={job} reload={reload} />
        </li>
      ))}
    </ol>
  );
}

function JobCard({ job, reload }: { job: Job; reload: () => void }) {
  const stop = async () => {
    await remove(`/jobs/${encodeURIComponent(job.id)}`).catch((cause) => say(asProblem(cause).message));
    reload();
  };
  return (
    <article class="job">
      <p>
        <span class={`badge ${BADGES[job.state] ?? ""}`}>{job.state}</span> {sourcesOf(job)}
      </p>
      <p class="quiet small">
        {momentWords(job.created)} by {job.author}; {progressOf(job)}
      </p>
      {job.failures.length > 0 && (
        <ul class="problem small">
          {job.failures.map((failure) => (
            <li key={failure}>{failure}</li>
          ))}
        </ul>
      )}
      {LIVE.includes(job.state) && may("add") && (
        <button type="button" class="button small" onClick={stop}>
          Stop<span class="unseen"> adding {sourcesOf(job)}</span>
        </button>
      )}
    </article>
  );
}

function sourcesOf(job: Job): string {
  const shown = job.sources.slice(0, SOURCES).join(", ");
  const rest = job.sources.length - SOURCES;
  return rest > 0 ? `${shown} and ${number(rest)} more` : shown;
}

function progressOf(job: Job): string {
  const { taken, read, failed, incidents } = job.progress;
  const words = [`${counted(taken, "article")} taken in`, `${number(read)} read`];
  if (failed) words.push(`${number(failed)} failed`);
  if (incidents != null) words.push(`${counted(incidents, "incident")} on record then`);
  return words.join(", ");
}

function None() {
  return (
    <Empty title="No job yet">
      <p>
        <a href="/reader">Read an article</a> and choose <em>Keep it in the record</em>.
      </p>
    </Empty>
  );
}
