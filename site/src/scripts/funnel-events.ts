/** First-party counters of the funnel: which page, which step, which campaign, and never who. */
import { wantsNoTracking } from "./no-tracking.ts";
import { publicPath, visitSource } from "./visit-source.ts";

export type FunnelEvent = "view" | "start" | "step" | "submit";

/**
 * Counts once, without waiting; nothing is sent when the browser asks not to be followed.
 * @param page the page that is counted: for "view" the one shown, otherwise where the visit began
 */
export function countEvent(event: FunnelEvent, { page, step }: { page?: string; step?: string } = {}): void {
  if (wantsNoTracking()) return;
  const { page: first, utm_campaign: campaign } = visitSource();
  navigator.sendBeacon?.("/api/events", JSON.stringify({ event, page: page ?? first, step, campaign }));
}

/** Counts the page shown; private pages and wrong addresses are not counted. */
export function countView(): void {
  const page = publicPath();
  if (page !== null) countEvent("view", { page });
}
