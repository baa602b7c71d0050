/** Three facts from technical and industry answers that open a call. No people answer has a part in them. */
import { isLevel, type Respondent, withoutPeopleAnswers } from "#shared/answers.ts";
import type { Answers, DomainId, Edition, Industry, TechnicalQuestion } from "#shared/edition.ts";
import { needContext, technicalNeed } from "#shared/scoring/needs.ts";
import { scorePeople } from "#shared/scoring/people.ts";
import { inPlanOrder, rankNormalized } from "#shared/scoring/plan.ts";
import { technicalQuestions } from "#shared/scoring/red-flags.ts";
import { scoreTechnical } from "#shared/scoring/technical.ts";

export type OpenerSlot = "first" | "industry" | "second" | "third" | "strength";

export interface Opener {
  slot: OpenerSlot;
  questionId: string;
  domain: DomainId;
  /** Neutral: the answer quoted with its question, never a verdict. */
  fact: string;
  question: string;
  /** The words they chose; null: they were not sure. */
  answer: string | null;
  /** The question behind it, for the conversation. */
  ask: string;
}

const domainQuestions: Readonly<Record<DomainId, string>> = {
  BKP: "Which system would you want back first, and who has timed it?",
  PVM: "What makes an update wait: a stop in the work, or hands?",
  IAM: "Which sign-in would hurt most if its password leaked?",
  MIR: "When the night alarm rings, who decides what?",
  NIL: "What on the network does nobody want to touch?",
  CED: "Which record takes longest when an auditor asks?",
  DOC: "What would someone need to take over for two weeks?",
};

const industryQuestions: Readonly<Record<Exclude<Industry, "other">, string>> = {
  aviation: "If the records server died tonight, what could you release tomorrow?",
  laboratory: "What would an assessor ask about the system behind your results?",
  export: "In a 72-hour report, who is awake at hour one?",
};

const strengthQuestion = "What made that possible?";

/** Every text a caller may ask, by slot: for tests and the console. */
export const openerQuestions: Readonly<Record<string, string>> = {
  ...domainQuestions,
  ...industryQuestions,
  strength: strengthQuestion,
};

interface Material {
  edition: Edition;
  answers: Answers;
  industry: Industry;
  questions: readonly TechnicalQuestion[];
}

function chosenWords({ answers }: Material, { id, answers: texts }: TechnicalQuestion): string | null {
  const answer = answers[id];
  return isLevel(answer) ? texts[answer] : null;
}

function opener(material: Material, slot: OpenerSlot, question: TechnicalQuestion): Opener {
  const byDomain = domainQuestions[question.domain];
  const byIndustry = question.industry === null ? byDomain : industryQuestions[question.industry];
  const answer = chosenWords(material, question);
  const { id: questionId, domain, text } = question;
  return {
    slot,
    questionId,
    domain,
    fact: answer === null ? `You were not sure: "${text}"` : `You answered "${answer}" to "${text}"`,
    question: text,
    answer,
    ask: slot === "strength" ? strengthQuestion : byIndustry,
  };
}

/** Each recommendation, in the order of work, offers its question with the largest need; known answers go first. */
function offers(material: Material, respondent: Respondent): TechnicalQuestion[] {
  const { edition, answers, questions } = material;
  const people = scorePeople(edition, answers, respondent.infrastructurePeople);
  const context = needContext(edition, answers, respondent, people);
  const { items } = rankNormalized(edition, answers, respondent, people);
  const offered = inPlanOrder(items).flatMap(({ triggeredBy }) =>
    questions
      .filter(({ id, industry }) => industry === null && triggeredBy.includes(id))
      .sort((a, b) => technicalNeed(context, b).compare(technicalNeed(context, a)))
      .slice(0, 1),
  );
  const known = (question: TechnicalQuestion) => isLevel(answers[question.id]);
  return [...offered.filter(known), ...offered.filter((question) => !known(question))];
}

function lowestOverlay({ questions, answers }: Material): TechnicalQuestion | undefined {
  const low = ([0, 1] as const).flatMap((level) =>
    questions
      .filter(({ id, industry }) => industry !== null && answers[id] === level)
      .sort((a, b) => a.id.localeCompare(b.id, "en")),
  );
  return low[0];
}

/** The best domain's best answer at L2 or L3, outside the domains already used. */
function strength(material: Material, taken: ReadonlySet<DomainId>): TechnicalQuestion | undefined {
  const { edition, answers, industry, questions } = material;
  const scores = scoreTechnical(edition, answers, industry).domains;
  const weightOf = (id: DomainId) => edition.domains.find((domain) => domain.id === id)?.weight ?? 0;
  return questions
    .filter(({ id, domain }) => !taken.has(domain) && (answers[id] === 2 || answers[id] === 3))
    .sort(
      (a, b) =>
        (scores.get(b.domain)?.valueOf() ?? 0) - (scores.get(a.domain)?.valueOf() ?? 0) ||
        weightOf(b.domain) - weightOf(a.domain) ||
        a.domain.localeCompare(b.domain, "en") ||
        Number(answers[b.id]) - Number(answers[a.id]) ||
        b.weight - a.weight ||
        a.id.localeCompare(b.id, "en"),
    )[0];
}

/**
 * Returns up to three openers from three domains: the first step's question, the lowest industry answer
 * (or the next question of another domain), and the next of a third domain; where nothing is left, a strength.
 */
export function openers(edition: Edition, answers: Answers, respondent: Respondent): Opener[] {
  const { industry } = respondent;
  const usable = withoutPeopleAnswers(edition, answers);
  const material = { edition, answers: usable, industry, questions: technicalQuestions(edition, industry) };
  const offered = offers(material, respondent);
  const chosen: Opener[] = [];
  const taken = () => new Set(chosen.map(({ domain }) => domain));
  const nextOffered = () => offered.find(({ domain }) => !taken().has(domain));
  const add = (slot: OpenerSlot, question: TechnicalQuestion | undefined) => {
    const found = question ?? strength(material, taken());
    if (found !== undefined) chosen.push(opener(material, question === undefined ? "strength" : slot, found));
  };
  add("first", nextOffered());
  const overlay = lowestOverlay(material);
  add(overlay === undefined ? "second" : "industry", overlay ?? nextOffered());
  add("third", nextOffered());
  return chosen;
}
