import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { type OpenedLink, unknownLink } from "#functions/api/opened-link.ts";
import { pulseOf } from "#functions/pulse/pulse-of.ts";
import { ownReportOf, reportOf } from "#functions/report.ts";
import type { Report } from "#shared/report/report.ts";

/** The version to share: without the part on how the work is carried. */
export const shortened = "without-people";

/**
 * Returns the version of the report to show. Sales always gets the shortened one: no people answer is quoted
 * by sales, who see the band only (evidence.md, ethical limit 7). So does whoever was passed the link to share.
 * @param asked value of ?variant=
 * @throws ApiProblem 404 for a mistyped variant, which must not hand out more than was asked for
 */
export function variantOf({ scope }: OpenedLink, asked = "full"): Report["variant"] {
  if (asked !== "full" && asked !== shortened) throw unknownLink();
  return scope === "sales" || scope === "share" ? shortened : asked;
}

/**
 * Returns the report behind a link: a meeting is booked in the owner's name from the owner's whole report only. The
 * team's view is in the report that was mailed, and in no other.
 */
export async function reportBehind(
  { scope, assessment }: OpenedLink,
  variant: Report["variant"],
  { table, config, secrets }: Pick<ApiDependencies, "table" | "config" | "secrets">,
): Promise<Report> {
  const own = scope === "report" || scope === "result";
  if (!own || variant !== "full") return reportOf(assessment, config, variant);
  const pulse = scope === "report" ? await pulseOf(table, assessment) : undefined;
  return ownReportOf(assessment, config, secrets.token, pulse);
}
