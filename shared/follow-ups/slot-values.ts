import { slugOf } from "#shared/checklists/domain-checklist.ts";
import { missingQuestions } from "#shared/report/missing-answers.ts";
import { planItems } from "#shared/report/plan-page.ts";
import { rotaFigure } from "#shared/report/rota-figure.ts";
import { extremeDomain } from "#shared/report/situation.ts";
import { industryText } from "#shared/report/trouble-page.ts";
import { inHouse, listed, peopleCount } from "#shared/report/wording.ts";
import type { SlotValues } from "./fill-text.ts";
import { type FirstStep, type FollowUpInput, firstStep, keepingStep } from "./topic-for.ts";
import type { Topic } from "./topics.ts";

/** Where the one button of a mail leads. */
export type Target =
  /** A public page. */
  | { kind: "page"; path: string }
  /** The reader's own report, or a page behind it. */
  | { kind: "report"; path: string }
  | { kind: "calendar" };

export interface Personalized extends SlotValues {
  target: Target;
}

const checklistPath = "/checklists";
/** As many lines as a step has. */
const mostQuestions = 3;
const exportNote = " (check U.S.-person and assessment scope)";

const term = (input: FollowUpInput) => industryText(input).term[input.profile.region];

function stepValues(input: FollowUpInput, { recommendation, domain, after }: FirstStep): Personalized {
  return {
    words: {
      domain: domain.name,
      industryTerm: term(input),
      firstStep: after ? "The first technical step" : "The first step",
      action: recommendation.title,
      proof: recommendation.proof,
    },
    lists: { steps: recommendation.firstSteps },
    target: { kind: "page", path: `${checklistPath}/${slugOf(domain)}#${recommendation.id}` },
  };
}

function openQuestions(input: FollowUpInput): Personalized {
  const low = input.scorecard.overall === null ? null : extremeDomain(input, -1);
  const own = (domain: string) => Number(domain === low?.id);
  const asked = missingQuestions(input)
    .toSorted((one, other) => own(other.domain) - own(one.domain))
    .slice(0, mostQuestions);
  return {
    words: { domain: low?.name ?? "Open questions", industryTerm: term(input) },
    lists: {
      questions: asked.map(
        ({ text, whoToAsk }) => `Ask ${inHouse(input, whoToAsk).replace(/^Your /, "your ")}: ${text}`,
      ),
    },
    target: { kind: "page", path: low === null ? checklistPath : `${checklistPath}/${slugOf(low)}` },
  };
}

function onCall(input: FollowUpInput): Personalized {
  const people = input.profile.infrastructurePeople;
  return {
    words: { nPeople: peopleCount(people), rotaSentence: rotaFigure(input)?.sentence ?? "" },
    lists: {},
    target: { kind: "page", path: `/on-call-calculator?people=${people}&tiers=1` },
  };
}

function columns(input: FollowUpInput): Personalized {
  const items = planItems(input.plan);
  const titles = (doer: string) => {
    const found = items.filter((item) => item.doer === doer);
    // An exporter hands nothing over: those steps are shared, under a condition.
    return listed(
      found.map((item) => `“${item.title}”${item.provider === "Yes" && doer === "Share" ? exportNote : ""}`),
    );
  };
  return {
    words: {
      keepList: titles("Yourself") || "nothing",
      shareList: titles("Share") || "nothing",
      handList: titles("Hand over") || "nothing",
      meetingLength: input.config.sales.meetingLength,
    },
    lists: {},
    target: input.config.sales.bookingUrl === null ? { kind: "report", path: "" } : { kind: "calendar" },
  };
}

/** Returns how many answers may have changed: those at the two lowest levels, and those not known. */
export function openToChange({ answers }: Pick<FollowUpInput, "answers">): number {
  return Object.values(answers).filter((answer) => answer === 0 || answer === 1 || answer === "unknown")
    .length;
}

function measureAgain(input: FollowUpInput): Personalized {
  const count = openToChange(input) || Object.keys(input.answers).length;
  const [first] = planItems(input.plan);
  return {
    words: {
      questionCount: count === 1 ? "1 question" : `${count} questions`,
      action1: first?.title ?? keepingStep(input).recommendation.title,
    },
    lists: {},
    target: { kind: "report", path: "/again" },
  };
}

const makers: Readonly<Record<Topic, (input: FollowUpInput) => Personalized>> = {
  "first-step": (input) => stepValues(input, firstStep(input) ?? keepingStep(input)),
  "nothing-due": (input) => stepValues(input, keepingStep(input)),
  "open-questions": openQuestions,
  "on-call": onCall,
  "two-deep": (input) => ({
    words: { system: industryText(input).system },
    lists: {},
    target: { kind: "page", path: `${checklistPath}/cover-sheet` },
  }),
  columns,
  "columns-by-reply": columns,
  "measure-again": measureAgain,
};

/** Returns what fills a topic for this reader, and where its button leads. */
export function slotValues(topic: Topic, input: FollowUpInput): Personalized {
  return makers[topic](input);
}
