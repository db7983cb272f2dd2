/** Small marked words: how sure, which verdict, which rule. */

export function Certainty({ value }: { value: string }) {
  return <span class={`badge certainty-${value}`}>{value}</span>;
}

const VERDICTS: Record<string, string> = {
  explained: "explained",
  short: "record is short",
  exceeded: "record exceeds",
  contradicted: "contradicted",
  "not comparable": "not comparable",
};

export function Verdict({ value }: { value: string }) {
  return <span class={`badge verdict-${value.replace(" ", "-")}`}>{VERDICTS[value] ?? value}</span>;
}
