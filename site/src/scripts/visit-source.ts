/**
 * Where a visit began: the first page, and the campaign its address named. Kept in this tab only, until it is closed,
 * so that it arrives with a submission after a walk through the site; nothing is kept against the visitor's wish.
 */
import { wantsNoTracking } from "./no-tracking.ts";

const campaignNames = ["utm_source", "utm_medium", "utm_campaign"] as const;
const key = "visit-source";

export type VisitSource = Partial<Record<"page" | (typeof campaignNames)[number], string>>;

/** Returns what an address says of where a visit begins. @param page path of the page; null for a private one */
export function sourceInAddress(address: string, page: string | null): VisitSource {
  const source: VisitSource = page === null ? {} : { page };
  const { searchParams } = new URL(address);
  for (const name of campaignNames) {
    const value = searchParams.get(name)?.trim().slice(0, 120);
    if (value) source[name] = value;
  }
  return source;
}

/** Returns the path of the page shown, or null for private pages and wrong addresses: those have no canonical link. */
export function publicPath(): string | null {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  return canonical ? new URL(canonical.href).pathname : null;
}

function namesCampaign(source: VisitSource): boolean {
  return campaignNames.some((name) => source[name] !== undefined);
}

function isSource(kept: unknown): kept is VisitSource {
  return (
    typeof kept === "object" &&
    kept !== null &&
    Object.entries(kept).every(
      ([name, value]) => ["page", ...campaignNames].includes(name) && typeof value === "string",
    )
  );
}

function kept(): VisitSource | null {
  try {
    const source: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isSource(source) ? source : null;
  } catch {
    // Storage is switched off, or holds something else: the visit begins here.
    return null;
  }
}

/** Returns where this visit began; an address with a campaign begins a new one. */
export function visitSource(): VisitSource {
  const here = sourceInAddress(location.href, publicPath());
  if (wantsNoTracking() || namesCampaign(here)) return here;
  return kept() ?? here;
}

/** Remembers where the visit began. */
export function keepVisitSource(): void {
  if (wantsNoTracking() || publicPath() === null) return;
  try {
    sessionStorage.setItem(key, JSON.stringify(visitSource()));
  } catch {
    // Then only what this page knows travels with a submission.
  }
}
