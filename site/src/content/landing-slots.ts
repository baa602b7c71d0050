import type { Region } from "#shared/edition.ts";
import { config } from "../brand/brand-config.ts";

/** The word for signing work off where the brand sells first (evidence: 14 CFR and EU 145 usage). */
const returnToService: Record<Region, string> = {
  us: "return to service",
  eu: "release",
  uk: "release",
  other: "return to service",
};

/** What may stand in braces in a landing page file. */
const slots: Record<string, string> = {
  returnToService: returnToService[config.sales.regionsServed[0] ?? "us"],
  storageRegion: config.privacy.storageRegion,
  accessRoles: config.privacy.accessRoles,
};

export const slotNames = Object.keys(slots);

/** Returns the slots of a text that nothing can fill. */
export function unknownSlots(text: string): string[] {
  return [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name ?? "").filter((name) => !(name in slots));
}

/** Returns the text with its slots filled from funnel.config.ts. */
export function fillSlots(text: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
}
