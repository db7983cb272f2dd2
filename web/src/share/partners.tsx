/** The partners as cards to choose from: clearance, when something was last given and came, what is not confirmed. */
import type { Partner } from "../api/types";
import { setQuery } from "../routing/location";
import { counted } from "../words/amounts";
import { momentWords } from "../words/dates";
import { labelWords } from "../words/sharing";

export function Partners({ partners, chosen }: { partners: Partner[]; chosen: Partner }) {
  return (
    <ul class="partners" aria-label="Partners">
      {partners.map((partner) => (
        <li key={partner.id}>
          <button
            type="button"
            class="partner"
            aria-pressed={partner.id === chosen.id}
            onClick={() => setQuery({ partner: partner.id })}
          >
            <span class="partner-name" dir="auto">
              {partner.name}
            </span>
            <span class="small quiet">{partner.id}</span>
            <span class="partner-badges">
              <Tlp label={partner.clearance} />
              {partner.unconfirmed.length > 0 && (
                <span class="badge warn">
                  {counted(partner.unconfirmed.length, "retraction")} not confirmed
                </span>
              )}
            </span>
            <span class="small quiet">
              {partner.last_release ? `given ${momentWords(partner.last_release)}` : "was given nothing yet"}
            </span>
            <span class="small quiet">
              {partner.last_delivery
                ? `${counted(partner.deliveries, "delivery", "deliveries")} came, the last ${momentWords(partner.last_delivery)}`
                : "nothing came from it"}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Tlp({ label }: { label: string | null }) {
  return <span class={`badge tlp tlp-${label ?? "none"}`.replace("+", "-")}>{labelWords(label)}</span>;
}
