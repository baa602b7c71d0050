/** A link with answers, opened: what reads it is loaded only then. */
import { find } from "../markup.ts";
import type { Desk } from "./desk.ts";
import type { StepId } from "./steps.ts";

/**
 * Offers the answers that the address carries.
 * @param stay the step to show when the visitor leaves them
 * @returns null when it carries none; empty when that is done; otherwise why it cannot be, and nothing is shown yet
 */
export async function openCarriedLink(desk: Desk, stay: StepId): Promise<string | null> {
  const { hash } = location;
  if (!new URLSearchParams(hash.slice(1)).has("resume")) return null;
  const tools = await import("./keep-tools.ts").catch(() => null);
  if (tools !== null) return tools.openLink(desk, hash, stay);
  return "The answers of the link could not be opened, because a part of this page did not load. Open the link again; it still holds them.";
}

/** Says something above the form that belongs to no field; it goes with the next turn of a page. */
export function sayNotice({ root }: Desk, text: string | null): void {
  if (!text) return;
  const notice = find(root, "[data-notice]");
  notice.textContent = text;
  notice.hidden = false;
}
