/** How the toll moved: each report's range at its time of publication, with the same as a table. */
import type { Step } from "../api/types";
import { rangeWords } from "../words/amounts";
import { momentWords } from "../words/dates";

const WIDTH = 640;
const HEIGHT = 190;
const LEFT = 40;
const BOTTOM = 26;
const TOP = 12;

type Harm = "killed" | "injured";

export function TollOverTime({ tolls }: { tolls: Record<string, Step[]> }) {
  const told = (["killed", "injured"] as const).filter((harm) => dated(tolls[harm]).length > 0);
  const steps = told.flatMap((harm) => dated(tolls[harm]));
  if (steps.length < 2) return null;
  return (
    <section class="card" aria-label="Toll over time">
      <h2>Toll over time</h2>
      <p class="quiet small">Each bar is the range of one report, at the time it was published.</p>
      <Chart harms={told} tolls={tolls} />
      <details>
        <summary>The same as a table</summary>
        <Table harms={told} tolls={tolls} />
      </details>
    </section>
  );
}

interface Scales {
  x: (moment: string) => number;
  y: (people: number) => number;
  max: number;
  first: string;
  last: string;
}

function Chart({ harms, tolls }: { harms: Harm[]; tolls: Record<string, Step[]> }) {
  const scales = scalesOf(harms.flatMap((harm) => dated(tolls[harm])));
  return (
    <svg class="toll-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken(harms, tolls)}>
      {[0, scales.max / 2, scales.max].map((value) => (
        <g key={value} class="axis">
          <line x1={LEFT} x2={WIDTH - 8} y1={scales.y(value)} y2={scales.y(value)} />
          <text x={LEFT - 6} y={scales.y(value) + 4} text-anchor="end">
            {Math.round(value)}
          </text>
        </g>
      ))}
      <g class="axis">
        <text x={LEFT} y={HEIGHT - 6}>
          {momentWords(scales.first)}
        </text>
        <text x={WIDTH - 8} y={HEIGHT - 6} text-anchor="end">
          {momentWords(scales.last)}
        </text>
      </g>
      {harms.map((harm, n) => (
        <Line
          key={harm}
          harm={harm}
          steps={dated(tolls[harm])}
          scales={scales}
          shift={n * 5 - (harms.length - 1) * 2.5}
        />
      ))}
    </svg>
  );
}

function Line({ harm, steps, scales, shift }: { harm: Harm; steps: Step[]; scales: Scales; shift: number }) {
  const at = (step: Step) => scales.x(step.published as string) + shift;
  const last = steps[steps.length - 1] as Step;
  return (
    <g class={`toll-${harm}`}>
      <polyline points={steps.map((s) => `${at(s)},${scales.y(s.low)}`).join(" ")} />
      {steps.map((step) => (
        <g key={`${step.document} ${step.event} ${step.published}`}>
          <line
            class="toll-range"
            x1={at(step)}
            x2={at(step)}
            y1={scales.y(step.low)}
            y2={scales.y(step.high ?? step.low)}
          />
          <circle cx={at(step)} cy={scales.y(step.low)} r="4">
            <title>{`${step.outlet}, ${momentWords(step.published)}: ${rangeWords({ low: step.low, high: step.high })} ${harm}`}</title>
          </circle>
        </g>
      ))}
      <text x={Math.min(at(last) - 8, WIDTH - 60)} y={scales.y(last.low) - 9} text-anchor="end">
        {rangeWords({ low: last.low, high: last.high })} {harm}
      </text>
    </g>
  );
}

function Table({ harms, tolls }: { harms: Harm[]; tolls: Record<string, Step[]> }) {
  const rows = harms.flatMap((harm) => dated(tolls[harm]).map((step) => ({ harm, step })));
  rows.sort((a, b) => (a.step.published as string).localeCompare(b.step.published as string));
  return (
    <div class="scroll-x">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Outlet</th>
            <th scope="col">Toll</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ harm, step }) => (
            <tr key={`${harm} ${step.document} ${step.event} ${step.published}`}>
              <td class="nowrap">{momentWords(step.published)}</td>
              <td>{step.outlet}</td>
              <td class="number">
                {rangeWords({ low: step.low, high: step.high })} {harm}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dated(steps: Step[] | undefined): Step[] {
  return (steps ?? []).filter((step) => step.published !== null);
}

function scalesOf(steps: Step[]): Scales {
  const moments = steps.map((step) => step.published as string).sort();
  const first = moments[0] as string;
  const last = moments[moments.length - 1] as string;
  const from = Date.parse(first);
  const span = Math.max(1, Date.parse(last) - from);
  const highest = Math.max(1, ...steps.map((step) => step.high ?? step.low));
  const max = highest <= 4 ? 4 : Math.ceil(highest / 2) * 2;
  const wide = WIDTH - LEFT - 40;
  return {
    x: (moment) => LEFT + 16 + ((Date.parse(moment) - from) / span) * wide,
    y: (people) => HEIGHT - BOTTOM - (people / max) * (HEIGHT - BOTTOM - TOP),
    max,
    first,
    last,
  };
}

function spoken(harms: Harm[], tolls: Record<string, Step[]>): string {
  return harms
    .map((harm) => {
      const told = dated(tolls[harm]).map(
        (s) => `${rangeWords({ low: s.low, high: s.high })} (${momentWords(s.published)})`,
      );
      return `${harm}: ${told.join(", then ")}`;
    })
    .join(". ");
}
