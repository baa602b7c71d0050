import type { Edition, TechnicalQuestion } from "#shared/edition.ts";
import type { MethodPage, Statement } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { technicalQuestions } from "#shared/scoring/red-flags.ts";

/** Our own position is no published study: it prints as "our judgement". */
const ownPosition = "S01";

const judgement = (text: string): Statement => ({ text, sourceIds: [] });

const readinessMethod: readonly Statement[] = [
  judgement(
    "Every question has four answers worth 0, 35, 70 and 100 points. A domain is the weighted mean of its answers; the overall score is the weighted mean of the domains. Figures are exact fractions, rounded half up once, for print.",
  ),
  judgement(
    "“I don't know yet” counts as 20 points in the headline. The range shows the score with every unknown at the lowest and at the highest answer. “Does not apply” is taken out.",
  ),
  judgement(
    "Coverage is the weight answered, of all that applies: from 85% the confidence is high, from 60% medium, from 40% low and provisional. Below 40% no number is printed.",
  ),
  judgement(
    "Levels: 0–24 Exposed, 25–44 Reactive, 45–64 Managed, 65–84 Resilient, 85–100 Proven. Two or more overall-capping red flags hold the total at 44, one at 64, an unknown gate question at 64, any other red flag at 84. Caps never raise a score.",
  ),
  judgement(
    "Priority = (need + 5 for a red flag) ÷ effort. Need is what the overall score could gain, caps aside; what a provider could take over plays no part.",
  ),
];

const loadMethod: readonly Statement[] = [
  {
    text: "Team Sustainability Risk = ¾ of the core and ¼ of the measured signals, where at least two signals are known. Core = 0.5 × demand + 0.3 × gap + 0.2 × demand × gap ÷ 100: high demand hurts most where resources are thin. The idea is published, the coefficients are our judgement. Bands: 0–29 Sustainable, 30–49 Watch, 50–69 Strained, 70–100 Unsustainable.",
    sourceIds: ["S09"],
  },
  judgement(
    "Being on call every week sets a floor of 30, with seven or more calls a month 50, with 15 hours of overtime a week 70. A people answer that is not known is left out: no strain is inferred from ignorance.",
  ),
];

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

function capRows({ edition, profile }: ReportInput): MethodPage["caps"] {
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

function citedSources(edition: Edition, parts: unknown): MethodPage["sources"] {
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
