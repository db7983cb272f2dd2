/** The record's closed words as people read them. */

export const MODES: Record<string, string> = {
  drone: "Drone attack",
  airstrike: "Airstrike",
  rocket: "Rocket attack",
  missile: "Missile attack",
  shelling: "Shelling",
  bombing: "Bombing",
  "suicide-bombing": "Suicide bombing",
  mine: "Mine",
  grenade: "Grenade attack",
  shooting: "Shooting",
  clash: "Clash",
  raid: "Raid",
  abduction: "Abduction",
  arson: "Arson",
  stabbing: "Stabbing",
  other: "Other attack",
};

export const CERTAINTIES = ["asserted", "alleged", "denied", "planned", "possible", "general"] as const;

const TYPES: Record<string, string> = {
  ASSAULT: "Attack",
  AGREE: "Agreement",
  CONSULT: "Talks",
  SUPPORT: "Support",
  CONCEDE: "Concession",
  COOPERATE: "Cooperation",
  AID: "Aid",
  RETREAT: "Retreat",
  REQUEST: "Request",
  ACCUSE: "Accusation",
  REJECT: "Rejection",
  THREATEN: "Threat",
  PROTEST: "Protest",
  SANCTION: "Sanction",
  MOBILIZE: "Mobilisation",
  COERCE: "Coercion",
  KILLED: "Killed",
  INJURED: "Injured",
  DISPLACED: "Displaced",
  DETAINED: "Detained",
};

const FIELDS: Record<string, string> = {
  type: "What kind",
  mode: "How",
  when: "When",
  places: "Where",
  actors: "By whom",
  recipients: "Against whom",
  weapons: "With what",
  killed: "Killed",
  injured: "Injured",
  certainty: "How sure",
};

const PREDICATES: Record<string, string> = {
  part_of: "part of",
  member_of: "member of",
  sponsored_by: "sponsored by",
  leads: "leads",
  allied_with: "allied with",
  hosts: "hosts",
  located_in: "located in",
  also_known_as: "also known as",
  supports: "supports",
  fights: "fights",
  talks_to: "talks to",
  blames: "blames",
};

export function modeWords(mode: string): string {
  return MODES[mode] ?? plain(mode);
}

export function typeWords(type: string): string {
  return TYPES[type] ?? plain(type);
}

export function fieldWords(field: string): string {
  return FIELDS[field] ?? plain(field);
}

export function predicateWords(predicate: string): string {
  return PREDICATES[predicate] ?? predicate.replaceAll("_", " ").toLowerCase();
}

/** What happened, in one or two words. */
export function kindWords(type: string, mode: string | null): string {
  return mode ? modeWords(mode) : typeWords(type);
}

function plain(word: string): string {
  const spaced = word.replaceAll("_", " ").replaceAll("-", " ").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
