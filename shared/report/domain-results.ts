import { isLevel } from "#shared/answers.ts";
import type { Domain, TechnicalQuestion } from "#shared/edition.ts";
import type { DomainAnswer, DomainResult, QuotedAnswer } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { quote } from "#shared/report/wording.ts";
import { redFlags, technicalQuestions } from "#shared/scoring/red-flags.ts";
import { technicalPoints } from "#shared/scoring/technical.ts";

const strongFrom = 65;

function references({ frameworks }: TechnicalQuestion): string {
  const { csf, cpg, cis } = frameworks;
  const parts = [
    csf.length > 0 ? `CSF ${csf.join(", ")}` : "",
    cpg.length > 0 ? `CPG ${cpg.join(", ")}` : "",
    cis.length > 0 ? `CIS ${cis.join(", ")}` : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

function domainAnswer(input: ReportInput, question: TechnicalQuestion): DomainAnswer {
  const answer = input.answers[question.id];
  const flagged = input.scorecard.flags.some((flag) => flag.split("+").includes(question.id));
  return {
    ...quote(input.edition, input.answers, question.id),
    weight: question.weight,
    points: technicalPoints(answer),
    why: question.why,
    references: references(question),
    flag: flagged,
  };
}

interface Extremes {
  best: { quoted: QuotedAnswer; level: number } | null;
  lowest: { quoted: QuotedAnswer; level: number } | null;
  open: QuotedAnswer | null;
}

function extremes(input: ReportInput, questions: readonly TechnicalQuestion[]): Extremes {
  const known = questions.flatMap(({ id, weight }) => {
    const level = input.answers[id];
    return isLevel(level) ? [{ quoted: quote(input.edition, input.answers, id), level, weight }] : [];
  });
  const [best] = [...known].sort((one, other) => other.level - one.level || other.weight - one.weight);
  const [lowest] = [...known].sort((one, other) => one.level - other.level || other.weight - one.weight);
  const open = questions.find(({ id }) => input.answers[id] === "unknown");
  return {
    best: best ?? null,
    lowest: lowest ?? null,
    open: open ? quote(input.edition, input.answers, open.id) : null,
  };
}

function headline(domain: Domain, score: number | undefined, { best, lowest, open }: Extremes): string {
  if (score === undefined) return `${domain.name}: nothing to score`;
  if (lowest === null) return `${domain.name}: not known yet`;
  const strength = score >= strongFrom ? domain.strength : best ? `“${best.quoted.answer}”` : "not known yet";
  if (lowest && lowest.level < 3 && lowest.quoted.questionId !== best?.quoted.questionId)
    return `${domain.name}: ${strength}; next, “${lowest.quoted.answer}”`;
  if (open) return `${domain.name}: ${strength}; next, find out what is open`;
  if (lowest && lowest.level < 3 && score >= strongFrom)
    return `${domain.name}: ${strength}; next, beyond “${lowest.quoted.answer}”`;
  return `${domain.name}: ${strength}`;
}

/** A domain of unknowns has a range, and no number that anybody should quote. */
function sentence(
  { name }: Domain,
  score: number | undefined,
  range: { low: number; high: number } | undefined,
  { lowest }: Extremes,
): string {
  if (score === undefined || range === undefined)
    return `${name}: no score, nothing here was asked or applies.`;
  const known = lowest === null ? "not known yet" : String(score);
  return `${name}: ${known} (${range.low}–${range.high}).`;
}

function domainResult(input: ReportInput, domain: Domain, cap: number | undefined): DomainResult {
  const questions = technicalQuestions(input.edition, input.profile.industry).filter(
    (question) => question.domain === domain.id,
  );
  const score = input.scorecard.domains[domain.id];
  const range = input.scorecard.domainRanges[domain.id];
  const found = extremes(input, questions);
  const consequence = (score ?? 0) >= strongFrom ? domain.highConsequence : domain.lowConsequence;
  return {
    id: domain.id,
    name: domain.name,
    weight: domain.weight,
    weightWhy: domain.why,
    score: found.lowest === null ? null : (score ?? null),
    low: range?.low ?? null,
    high: range?.high ?? null,
    sentence: sentence(domain, score, range, found),
    headline: headline(domain, score, found),
    consequence: score === undefined || found.lowest === null ? "" : `At work: ${consequence}.`,
    strength: found.best?.quoted ?? null,
    gap: found.lowest && found.lowest.level < 3 ? found.lowest.quoted : found.open,
    capNote: cap !== undefined && score === cap ? `At most ${cap} while its red flag stands.` : null,
    answers: questions.map((question) => domainAnswer(input, question)),
  };
}

/** Returns the seven domains in the edition's order, each with its answers and why they are asked. */
export function domainResults(input: ReportInput): DomainResult[] {
  const { edition, answers, profile } = input;
  const { domainCaps } = redFlags(edition, technicalQuestions(edition, profile.industry), answers);
  return edition.domains.map((domain) => domainResult(input, domain, domainCaps.get(domain.id)));
}
