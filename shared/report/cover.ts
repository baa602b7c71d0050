import { roleLabel } from "#shared/profile.ts";
import type { Cover } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { industryText } from "#shared/report/trouble-page.ts";
import { capitalized, longDate, peopleCount } from "#shared/report/wording.ts";

/** Returns what stands on the first page: whose answers, of which day, and how to handle them. */
export function cover(input: ReportInput): Cover {
  const { profile, config } = input;
  const { name, disclaimer } = industryText(input);
  const statement = "One person's answers, not an audit. Handle as internal.";
  return {
    title: "Digital Readiness Report",
    organisation: input.organisation,
    date: longDate(input.date),
    statement,
    disclaimer: disclaimer.replace("One person's answers, not an audit. ", ""),
    subject: capitalized(
      [
        name === "Other" ? "" : name,
        profile.infrastructurePeople === 0
          ? "nobody in-house runs infrastructure"
          : `${peopleCount(profile.infrastructurePeople)} running infrastructure`,
        profile.headcount === null ? "" : `${profile.headcount.replace("-", "–")} staff`,
        `answered by: ${roleLabel(profile.role)}`,
      ]
        .filter(Boolean)
        .join(" · "),
    ),
    brandName: config.brand.name,
  };
}
