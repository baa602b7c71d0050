import type { Industry, ProviderShare, Recommendation } from "#shared/edition.ts";

/** Said beside every provider step of an export reader. */
export const exportProviderNote = "check U.S.-person and assessment scope";

/** Returns how much of a step a provider can run; for export a Yes is Shared. */
export function providerShare(
  { provider }: Pick<Recommendation, "provider">,
  industry: Industry,
): ProviderShare {
  return industry === "export" && provider === "Yes" ? "Shared" : provider;
}
