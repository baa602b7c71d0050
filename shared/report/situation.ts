/** Page 2: one of seven patterns, chosen from the printed numbers. */
import { isLevel } from "#shared/answers.ts";
import type { Domain, TechnicalQuestion } from "#shared/edition.ts";
import { missingQuestions } from "#shared/report/missing-answers.ts";
import type { PlanItem, Situation } from "#shared/report/report.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";
import { situationReason } from "#shared/report/situation-reason.ts";
import { capitalized, inHouse, listedBriefly, peopleCount, quote, quoted } from "#shared/report/wording.ts";
import { technicalQuestions } from "#shared/scoring/red-flags.ts";
import { technicalPoints } from "#shared/scoring/technical.ts";

type Parts = Omit<Situation, "closeToLine" | "why">;

const protectedTime = [
  "No time is protected for fixing causes.",
  "Under a tenth of the week is protected for fixing causes.",
  "A tenth of the week or more is protected, but not when it is busy.",
  "A tenth of the week or more is protected, busy months included.",
] as const;

function points(input: ReportInput, { id }: TechnicalQuestion): number | null {
  return technicalPoints(input.answers[id]);
}

function scoredDomains(input: ReportInput): { domain: Domain; score: number }[] {
  return input.edition.domains.flatMap((domain) => {
    const score = input.scorecard.domains[domain.id];
    return score === undefined ? [] : [{ domain, score }];
  });
}

/** Returns the domain with the highest (1) or lowest (-1) score; ties go to the larger weight, then the order. */
export function extremeDomain(input: ReportInput, direction: 1 | -1): Domain | null {
  const [first] = scoredDomains(input).sort(
    (one, other) => direction * (other.score - one.score) || other.domain.weight - one.domain.weight,
  );
  return first?.domain ?? null;
}

function domainQuestions(input: ReportInput, domain: Domain): TechnicalQuestion[] {
  return technicalQuestions(input.edition, input.profile.industry).filter(
    (question) => question.domain === domain.id && points(input, question) !== null,
  );
}

/** "{topDomain} leads because you answered …", or just the fact where no answer is known. */
function topSentence(input: ReportInput): string {
  const domain = extremeDomain(input, 1);
  if (!domain) return "";
  const [best] = domainQuestions(input, domain)
    .filter(({ id }) => isLevel(input.answers[id]))
    .sort(
      (one, other) => (points(input, other) ?? 0) - (points(input, one) ?? 0) || other.weight - one.weight,
    );
  if (!best) return `${domain.name} leads.`;
  return `${domain.name} leads because you answered ${quoted(quote(input.edition, input.answers, best.id))}.`;
}

function lowSentence(input: ReportInput): string {
  const domain = extremeDomain(input, -1);
  if (!domain) return "";
  const [lowest] = domainQuestions(input, domain).sort(
    (one, other) => (points(input, one) ?? 0) - (points(input, other) ?? 0) || other.weight - one.weight,
  );
  if (!lowest) return `${domain.name} limits you most.`;
  const reason =
    input.answers[lowest.id] === "unknown"
      ? `“${lowest.text}” is still open`
      : `you answered ${quoted(quote(input.edition, input.answers, lowest.id))}`;
  return `${domain.name} limits you most, because ${reason}.`;
}

function leastProven(input: ReportInput): string {
  const domain = extremeDomain(input, -1);
  return domain ? `Least proven is ${domain.name}` : "";
}

function actionReason(item: PlanItem): string {
  if (item.flag) return "it is a red flag";
  if (item.recommendationId === "R30") return "everything else needs the hours it frees";
  return "it gives most for its effort";
}

function ownerAndDate(first: PlanItem | undefined): string {
  return first ? `An owner and a date for “${first.title}”.` : "A date to measure again.";
}

function mostForEffort(first: PlanItem | undefined): string[] {
  return first ? [`“${first.title}” gives most for its effort.`] : [];
}

function heaviestCauses(input: ReportInput): string {
  const bars = input.edition.causes
    .map(({ id, name }) => ({ name, risk: input.scorecard.causes[id] }))
    .filter((bar): bar is { name: string; risk: number } => bar.risk !== null)
    .sort((one, other) => other.risk - one.risk);
  const [first, second] = bars;
  if (!first) return "";
  return second ? `${first.name} and ${second.name} weigh most.` : `${first.name} weighs most.`;
}

function tooLittleKnown(input: ReportInput): Parts {
  const { coverage, low, high, overall } = input.scorecard;
  const missing = missingQuestions(input);
  const asks = missing.map(({ text, whoToAsk }) => ({ text, role: inHouse(input, whoToAsk) }));
  const roles = [...new Set(asks.map(({ role }) => role))];
  const share = (wanted: string) => asks.filter(({ role }) => role === wanted);
  const [role] = roles.sort((one, other) => share(other).length - share(one).length);
  const asked = role ? listedBriefly(share(role).map(({ text }) => `“${text}”`)) : "";
  const range = overall === null ? [] : [`Range: ${low}–${high}.`];
  const answersMissing = missing.length === 1 ? "1 answer is" : `${missing.length} answers are`;
  return {
    headline:
      overall === null
        ? "Too little is known for a number yet."
        : `Provisional: ${answersMissing} still missing.`,
    sentences: [
      `Known: ${Math.floor(coverage * 100 + 0.5)}% of the weight.`,
      ...range,
      ...(role ? [`${role} can answer ${asked}.`] : []),
    ],
    decision: "Who asks?",
  };
}

function withoutLoad(input: ReportInput, first: PlanItem | undefined): Parts {
  const { overall, level, tsrState } = input.scorecard;
  const number = `Readiness ${overall}, ${level}.`;
  const noLoad =
    input.variant === "without-people"
      ? []
      : [
          tsrState === "not applicable"
            ? "Load: not applicable, nobody in-house runs infrastructure."
            : "Load: not enough answers for a number.",
        ];
  if ((overall ?? 0) >= 65)
    return {
      headline: "Systems hold up.",
      sentences: [number, topSentence(input), `${leastProven(input)}.`, ...noLoad],
      decision: ownerAndDate(first),
    };
  return {
    headline: "The systems need dates.",
    sentences: [number, lowSentence(input), ...mostForEffort(first), ...noLoad],
    decision: ownerAndDate(first),
  };
}

function strongCalm(input: ReportInput, first: PlanItem | undefined, alone: string | null): Parts {
  const { overall, level, tsr, band } = input.scorecard;
  return {
    headline: "Systems hold up, and the load looks carryable.",
    sentences: [
      `Readiness ${overall}, ${level}; load ${tsr}, ${band}.`,
      topSentence(input),
      alone ? `${leastProven(input)}; ${alone}.` : `${leastProven(input)}.`,
    ],
    decision: first ? `A date for “${first.title}”.` : "A date to measure again.",
  };
}

function strongStrained(input: ReportInput): Parts {
  const people = peopleCount(input.profile.infrastructurePeople);
  return {
    headline: "Systems are strong; the work behind them is thinly shared.",
    sentences: [
      `Readiness ${input.scorecard.overall} rests on ${people}.`,
      heaviestCauses(input),
      "New projects would use the same hours.",
    ],
    decision: "What work leaves first?",
  };
}

function weakCalm(input: ReportInput, first: PlanItem | undefined): Parts {
  const protectedAnswer = input.answers.TS2;
  return {
    headline: "The load leaves room; the systems need dates.",
    sentences: [
      lowSentence(input),
      ...(isLevel(protectedAnswer) ? [protectedTime[protectedAnswer]] : []),
      ...mostForEffort(first),
    ],
    decision: ownerAndDate(first),
  };
}

const smallNumbers = ["no", "one", "two", "three"] as const;

function weakStrained(first: PlanItem | undefined, actionsNow: number): Parts {
  const count = smallNumbers[actionsNow] ?? String(actionsNow);
  return {
    headline: "Lighten the load first, then fix in this order.",
    sentences: [
      `Only ${count} ${actionsNow === 1 ? "action" : "actions"} for 30 days.`,
      ...(first ? [`“${first.title}” first, because ${actionReason(first)}.`] : []),
      "The rest waits on purpose (page {planPage}).",
    ],
    decision: "What pauses, and who approves?",
  };
}

/** Says which border is near: this page would read differently on its other side. */
function closeToLine({ scorecard }: ReportInput, withLoad: boolean): string | null {
  const { low, high, tsr } = scorecard;
  const readiness = low !== null && high !== null && low < 65 && high >= 65;
  const load = withLoad && tsr !== null && tsr >= 45 && tsr <= 54;
  const borders = [
    ...(readiness ? [`the readiness range ${low}–${high} crosses 65`] : []),
    ...(load ? [`load ${tsr} is near 50`] : []),
  ];
  if (borders.length === 0) return null;
  return `Close to the line: ${borders.join(", and ")}, where this page would read differently.`;
}

/**
 * Returns the headline, at most four sentences and the one decision of page 2.
 * @param items the plan's items in order
 * @param neverAlone ids that no team of this size should carry alone
 */
export function situation(
  input: ReportInput,
  items: readonly PlanItem[],
  neverAlone: ReadonlySet<string>,
): Situation {
  const { overall, coverage, tsr } = input.scorecard;
  const [first] = items;
  const withLoad = showsPeople(input) && tsr !== null;
  const why = situationReason(input, withLoad);
  if (overall === null || coverage < 0.6) return { ...tooLittleKnown(input), closeToLine: null, why };
  const close = closeToLine(input, withLoad);
  const clean = (parts: Parts): Situation => ({
    ...parts,
    sentences: parts.sentences.filter(Boolean).map(capitalized),
    closeToLine: close,
    why,
  });
  if (!withLoad) return clean(withoutLoad(input, first));
  const alone = items.filter(({ recommendationId }) => !neverAlone.has(recommendationId)).length;
  const aloneText = items.length > 0 ? `${alone} of ${items.length} actions need no provider` : null;
  if (overall >= 65) return clean(tsr >= 50 ? strongStrained(input) : strongCalm(input, first, aloneText));
  const now = items.filter(({ list }) => list === "30 days").length;
  return clean(tsr >= 50 ? weakStrained(first, now) : weakCalm(input, first));
}
