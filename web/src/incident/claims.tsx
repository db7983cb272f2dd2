/** What each report says of one field: the value, who says so, and the sentence where it stands. */
import type { Claim } from "../api/types";
import { momentWords } from "../words/dates";
import { valueWords } from "./values";

export function Claims({ field, claims }: { field: string; claims: Claim[] }) {
  return (
    <ul class="claims">
      {claims.map((claim) => (
        <ClaimItem
          key={`${claim.document} ${claim.event} ${valueWords(field, claim.value)}`}
          field={field}
          claim={claim}
        />
      ))}
    </ul>
  );
}

function ClaimItem({ field, claim }: { field: string; claim: Claim }) {
  return (
    <li class={`claim ${claim.counts ? "" : "claim-past"}`}>
      <p class="claim-value">
        <strong>{valueWords(field, claim.value)}</strong>
        {!claim.counts && <span class="badge">replaced by a later report</span>}
        {claim.partner && <span class="badge">through {claim.partner}</span>}
      </p>
      <p class="small">
        <Speakers speakers={claim.speakers} />
        {claim.outlet || "outlet not known"},{" "}
        <time dateTime={claim.published ?? undefined}>{momentWords(claim.published)}</time>
        {" · "}
        <a href={documentAt(claim)}>{claim.title || claim.document}</a>
      </p>
      <Sentence claim={claim} />
    </li>
  );
}

/** Innermost speaker first: who said it, as whom carried it. */
function Speakers({ speakers }: { speakers: string[] }) {
  if (speakers.length === 0) return null;
  return (
    <>
      <span class="speakers">{speakers.join(" ← ")}</span>
      <span class="quiet"> in </span>
    </>
  );
}

function Sentence({ claim }: { claim: Claim }) {
  if (!claim.sentence) return null;
  return (
    <blockquote class="said" dir="auto">
      {claim.context?.before && <span class="beside">… {claim.context.before} </span>}
      <mark>{claim.sentence.text}</mark>
      {claim.context?.after && <span class="beside"> {claim.context.after} …</span>}
    </blockquote>
  );
}

function documentAt(claim: Claim): string {
  const at = claim.sentence ? `?at=${claim.sentence.start}-${claim.sentence.end}` : "";
  return `/documents/${encodeURIComponent(claim.document)}${at}`;
}
