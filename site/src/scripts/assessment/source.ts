/** Where the visitor came from, and what the landing page already knows. */
import { industries } from "#shared/edition.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";

const campaignNames = ["utm_source", "utm_medium", "utm_campaign"] as const;

function pageBefore(referrer: string, origin: string): string | null {
  if (!referrer || new URL(referrer).origin !== origin) return null;
  return new URL(referrer).pathname;
}

/**
 * Returns the fields an address and the page before it fill in: industry, page and campaign.
 * @param referrer empty when the browser does not say
 */
export function valuesFromAddress(address: string, referrer: string): FormValues {
  const { searchParams, origin } = new URL(address);
  const industry = industries.find((known) => known === searchParams.get("industry"));
  const page = searchParams.get("page") ?? pageBefore(referrer, origin);
  const campaign = campaignNames.flatMap((name): [string, string][] => {
    const value = searchParams.get(name)?.slice(0, 120);
    return value ? [[name, value]] : [];
  });
  return {
    ...(industry ? { industry } : {}),
    ...(page?.startsWith("/") ? { page: page.slice(0, 200) } : {}),
    ...Object.fromEntries(campaign),
  };
}
