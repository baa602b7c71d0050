/** Where the visitor came from, and what the landing page already knows. */
import { type Edition, industries } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";

const campaignNames = ["utm_source", "utm_medium", "utm_campaign"] as const;

function pageBefore(referrer: string, origin: string): string | null {
  if (!referrer || new URL(referrer).origin !== origin) return null;
  return new URL(referrer).pathname;
}

/** An answer chosen on a page before this one stands after "#": browsers never send that part to a server. */
function answersAfterHash(hash: string): FormValues {
  const known = new Set(currentEdition.questions.map(({ id }) => id));
  const pairs = [...new URLSearchParams(hash.slice(1))];
  return Object.fromEntries(pairs.filter(([id, value]) => known.has(id) && /^([0-3]|unknown)$/.test(value)));
}

/**
 * Returns the answers chosen on a landing page, which stand behind "#" and so reach no server.
 * A step or a list of open questions in the same place gives none.
 */
export function answersFromAddress(edition: Edition, hash: string): FormValues {
  const given = [...new URLSearchParams(hash.slice(1))];
  return Object.fromEntries(
    given.filter(
      ([id, value]) =>
        edition.questions.some((question) => question.id === id) && /^([0-3]|unknown)$/.test(value),
    ),
  );
}

/**
 * Returns the fields an address and the page before it fill in: industry, page, campaign and a first answer.
 * @param referrer empty when the browser does not say
 */
export function valuesFromAddress(address: string, referrer: string): FormValues {
  const { searchParams, origin, hash } = new URL(address);
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
    ...answersAfterHash(hash),
  };
}
