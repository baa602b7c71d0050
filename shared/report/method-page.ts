import type { Edition, TechnicalQuestion } from "#shared/edition.ts";
import type { MethodPage } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { loadMethod, readinessMethod } from "#shared/report/scoring-rules.ts";
import { ownPosition } from "#shared/report/wording.ts";
import { technicalQuestions } from "#shared/scoring/red-flags.ts";

function domainRows({ edition, profile }: ReportInput): MethodPage["domains"] {
  const questions = technicalQuestions(edition, profile.industry);
  return edition.domains.map(({ id, name, weight }) => ({
    name,
    weight,
    questions: questions
      .filter(({ domain }) => domain === id)
      .map((question) => `${question.id} (${question.weight})`)
      .join(", "),
  }));
}

function capText(edition: Edition, { domain, flag }: TechnicalQuestion): string {
  const name = edition.domains.find(({ id }) => id === domain)?.name ?? domain;
  const domainCap = flag?.domainCap == null ? "" : `${name} at most ${flag.domainCap}`;
  return [domainCap, flag?.capsOverall ? "caps the total" : ""].filter(Boolean).join("; ");
}

/** Returns what each red flag of the industry limits. */
export function capRows({ edition, profile }: ReportInput): MethodPage["caps"] {
  const single = technicalQuestions(edition, profile.industry)
    .filter(({ flag }) => flag !== null)
    .map((question) => ({ flag: question.id, text: capText(edition, question) }));
  return [...single, { flag: "M1 and M3, both lowest", text: "caps the total" }];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Returns every source id that a part of the report cites. */
function citedIn(part: unknown): string[] {
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "sourceIds" && Array.isArray(value) ? value.map(String) : citedIn(value),
  );
}

/** Returns the sources that parts of a report cite, as the list of sources prints them. */
export function citedSources(edition: Edition, parts: unknown): MethodPage["sources"] {
  const cited = new Set(citedIn(parts));
  return edition.sources.flatMap(({ id, title, url, mark, note }) =>
    cited.has(id) && id !== ownPosition && mark !== "M" ? [{ id, title, url, mark, note }] : [],
  );
}

/**
 * Returns how everything was worked out, with the sources that the rest of the report cites.
 * @param parts the rest of the report, searched for source ids
 */
export function methodPage(input: ReportInput, parts: unknown): MethodPage {
  const withLoad = input.variant === "full" && input.profile.infrastructurePeople > 0;
  const basis = withLoad ? [...loadMethod, ...input.edition.modelBasis] : [];
  const paragraphs = [...readinessMethod, ...basis];
  return {
    headline: "How this was worked out; how to challenge it",
    paragraphs,
    domains: domainRows(input),
    caps: capRows(input),
    sources: citedSources(input.edition, [parts, paragraphs]),
    marks:
      "V: seen on the publisher's page or in a full-text copy. V2: seen in a secondary source; open the text before relying on it. No source beside a statement: our judgement.",
    mappingNote:
      "Aligned to NIST CSF 2.0, CISA CPG 2.0 and CIS Controls v8.1 by reference number, read in transcriptions (V2). Numbers only: the wording of the CIS Controls is licensed.",
    notAsked: "Not asked at all: security awareness training (CIS 14; CPG 3.J, 3.L).",
    challenge:
      "To challenge a score, send us the question id. We answer with the weight, the source or a correction.",
  };
}
