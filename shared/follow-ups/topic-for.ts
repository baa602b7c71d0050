/** Which mail goes on which day, decided by the answers. */
import { domainOf } from "#shared/checklists/domain-checklist.ts";
import type { Domain, Edition, Recommendation } from "#shared/edition.ts";
import { recommendationOf } from "#shared/report/plan-item.ts";
import { planItems } from "#shared/report/plan-page.ts";
import type { PlanItem, Report } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { rotaFigure } from "#shared/report/rota-figure.ts";
import { extremeDomain } from "#shared/report/situation.ts";
import type { FollowUpDay, Topic } from "./topics.ts";

/** Everything a mail is made from. */
export interface FollowUpInput extends ReportInput {
  plan: Report["plan"];
}

/** From this load on the first mail is about the load: relief before improvement. */
const loadFirstFrom = 70;
/** Below this share of known answers a plan starts with asking (evidence 7.7). */
const leastCoverage = 0.6;

export interface FirstStep {
  recommendation: Recommendation;
  domain: Domain;
  /** Another kind of step stands before it. */
  after: boolean;
}

function withDomain(edition: Edition, { recommendationId }: Pick<PlanItem, "recommendationId">) {
  const recommendation = recommendationOf(edition, recommendationId);
  const domain = domainOf(edition, recommendation);
  return domain === null ? null : { recommendation, domain };
}

/** Returns the first technical or industry step of the plan, or null where it has none. */
export function firstStep({ edition, plan }: FollowUpInput): FirstStep | null {
  const items = planItems(plan);
  for (const [index, item] of items.entries()) {
    const found = withDomain(edition, item);
    if (found !== null) return { ...found, after: index > 0 };
  }
  return null;
}

/** Returns the check of the domain that is least proven, for who has nothing to do. */
export function keepingStep(input: FollowUpInput): FirstStep {
  const { edition, profile } = input;
  const low = extremeDomain(input, -1) ?? edition.domains[0];
  const fits = (industry: string | null) => industry === null || industry === profile.industry;
  const found = edition.recommendations
    .map((recommendation) => withDomain(edition, { recommendationId: recommendation.id }))
    .find((step) => {
      const question = edition.questions.find(
        ({ id }) => id === step?.recommendation.triggers[0]?.questionId,
      );
      return step?.domain.id === low?.id && fits(question?.kind === "technical" ? question.industry : null);
    });
  if (!found) throw new RangeError(`edition ${edition.id} has a domain without a recommendation`);
  return { ...found, after: false };
}

function stepTopic(input: FollowUpInput): Topic {
  const { overall, coverage } = input.scorecard;
  if (overall === null || coverage < leastCoverage) return "open-questions";
  return firstStep(input) === null ? "nothing-due" : "first-step";
}

/** Returns the topic of a day. */
export function topicFor(day: FollowUpDay, input: FollowUpInput): Topic {
  if (day === 90) return "measure-again";
  if (day === 15) return input.config.sales.bookingUrl === null ? "columns-by-reply" : "columns";
  const loadFirst = (input.scorecard.tsr ?? 0) >= loadFirstFrom;
  const onLoad = loadFirst ? day === 3 : day === 8;
  if (!onLoad) return stepTopic(input);
  return rotaFigure(input) === null ? "two-deep" : "on-call";
}
