/** Why these reports were held to tell of one happening. */
import type { Incident, Link } from "../api/types";

export function Links({ incident }: { incident: Incident }) {
  if (incident.links.length === 0) return null;
  const links = [...incident.links].sort((a, b) => a.score - b.score);
  return (
    <section class="card" aria-label="Why these reports were linked">
      <h2>Why these reports were linked</h2>
      <p class="quiet small">
        The score is the share of such pairs that were one happening. The least certain stand first.
      </p>
      <ul class="rows links">
        {links.map((link) => (
          <LinkItem
            key={`${link.left.document}/${link.left.event} ${link.right.document}/${link.right.event}`}
            link={link}
            incident={incident}
          />
        ))}
      </ul>
    </section>
  );
}

function LinkItem({ link, incident }: { link: Link; incident: Incident }) {
  return (
    <li>
      <p class="link-ends">
        <span class={`badge number ${link.score < 0.9 ? "warn" : "good"}`}>{link.score.toFixed(2)}</span>
        <span>
          {titleOf(incident, link.left.document)} <span class="quiet">and</span>{" "}
          {titleOf(incident, link.right.document)}
        </span>
      </p>
      <ul class="small reasons">
        {link.reasons.map((reason) => (
          <li key={reason} class={reason.startsWith("but ") ? "against" : "for"}>
            {reason}
          </li>
        ))}
      </ul>
    </li>
  );
}

function titleOf(incident: Incident, document: string) {
  const found = incident.documents.find((d) => d.id === document);
  const words = [found?.outlet, found?.title || document].filter(Boolean).join(": ");
  return (
    <a href={`/documents/${encodeURIComponent(document)}`} dir="auto">
      {words}
    </a>
  );
}
