/** Findings and plan as tasks that a task tracker imports. */
import type { DomainAnswer, DomainResult, FindOut, PlanItem, Report } from "#shared/report/report.ts";

export interface Task {
  type: "Step" | "Find out" | "Finding";
  /** Recommendation id of a step, question id of anything else. */
  reference: string;
  title: string;
  description: string;
  /** The list of the plan; null for a finding. */
  list: PlanItem["list"] | null;
  /** YYYY-MM-DD; null for a finding: its step has the date. */
  due: string | null;
  /** A role, never a person; null where the plan names none. */
  owner: string | null;
  effort: string | null;
  doer: string | null;
  doneWhen: string | null;
  steps: readonly string[];
  labels: string[];
  sources: { id: string; title: string; url: string | null }[];
  questionIds: string[];
}

const daysOf: Record<PlanItem["list"], number> = { "30 days": 30, "90 days": 90, "one year": 365 };
/** "What to find out this week". */
const findOutDays = 7;
/** Answers below this are findings: the two lowest levels. */
const goodPoints = 70;

/** Returns the day that many days later. @param date YYYY-MM-DD */
function daysAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function sourcesOf(report: Report, ids: readonly string[]): Task["sources"] {
  return report.method.sources
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title, url }) => ({ id, title, url }));
}

function isLabel(label: string | false): label is string {
  return label !== false;
}

function stepTask(report: Report, item: PlanItem, date: string): Task {
  const columns = [
    `Start: ${item.start}.`,
    ...(item.doneBy === null ? [] : [`In ${item.list}: ${item.doneBy}.`]),
    ...item.after.map(({ checkpoint, text }) => `Then, in ${checkpoint}: ${text}.`),
  ];
  return {
    type: "Step",
    reference: item.recommendationId,
    title: item.title,
    description: [item.reason, ...columns, `${item.effect}.`].join("\n"),
    list: item.list,
    due: daysAfter(date, daysOf[item.list]),
    owner: item.owner,
    effort: `${item.effort}, ${item.effortText}`,
    doer: item.doerNote === null ? item.doer : `${item.doer} (${item.doerNote})`,
    doneWhen: item.doneWhen,
    steps: item.firstSteps,
    labels: [
      item.flag && "red flag",
      item.findOutFirst && "find out first",
      item.nextStep && "next step",
    ].filter(isLabel),
    sources: sourcesOf(report, item.sourceIds),
    questionIds: item.because.map(({ questionId }) => questionId),
  };
}

function findOutTask({ questionId, question, whoToAsk, holds }: FindOut, date: string): Task {
  return {
    type: "Find out",
    reference: questionId,
    title: `Find out: ${question}`,
    description: holds ? `${whoToAsk} Readiness is held until you know.` : whoToAsk,
    list: "30 days",
    due: daysAfter(date, findOutDays),
    owner: whoToAsk.replace(/ can answer this\.$/, ""),
    effort: null,
    doer: "Yourself",
    doneWhen: "Done when the answer is known and written down.",
    steps: [],
    labels: holds ? ["holds readiness"] : [],
    sources: [],
    questionIds: [questionId],
  };
}

function findingTask(report: Report, domain: DomainResult, answer: DomainAnswer): Task {
  const items = report.plan.lists.flatMap(({ items: listed }) => listed);
  const called = items.filter(({ because }) =>
    because.some(({ questionId }) => questionId === answer.questionId),
  );
  const flags = report.flags.filter(({ id }) => id.split("+").includes(answer.questionId));
  return {
    type: "Finding",
    reference: answer.questionId,
    title: `${domain.name}: ${answer.answer}`,
    description: [
      `${answer.question} You answered “${answer.answer}”: ${answer.points} of 100, weight ${answer.weight}.`,
      answer.why.text,
      ...flags.map(({ effect }) => effect),
      ...called.map(({ title, list }) => `In the plan: ${title} (${list}).`),
      answer.references,
    ]
      .filter(Boolean)
      .join("\n"),
    list: null,
    due: null,
    owner: null,
    effort: null,
    doer: null,
    doneWhen: null,
    steps: [],
    labels: flags.length > 0 ? ["red flag"] : [],
    sources: sourcesOf(report, answer.why.sourceIds),
    questionIds: [answer.questionId],
  };
}

/**
 * Returns the plan in its order, then what to find out, then every answer at one of the two lowest levels.
 * @param date the day of the report, YYYY-MM-DD: due dates count from it
 */
export function exportTasks(report: Report, date: string): Task[] {
  const low = report.domains.flatMap((domain) =>
    domain.answers
      .filter(
        ({ questionId, points }) => points !== null && points < goodPoints && !isOpen(report, questionId),
      )
      .map((answer) => findingTask(report, domain, answer)),
  );
  return [
    ...report.plan.lists.flatMap(({ items }) => items).map((item) => stepTask(report, item, date)),
    ...report.findOut.map((open) => findOutTask(open, date)),
    ...low,
  ];
}

function isOpen({ findOut }: Report, id: string): boolean {
  return findOut.some(({ questionId }) => questionId === id);
}
