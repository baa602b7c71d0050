import type { CauseId, DomainId, Edition, Question } from "#shared/edition.ts";
import { type AnswerChange, type Comparison, compare, type NumberChange } from "#shared/progress/compare.ts";
import { stepRows } from "#shared/report/change-steps.ts";
import type { ChangePage, ChangeRow } from "#shared/report/change-types.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";
import { answerText, listed, longDate } from "#shared/report/wording.ts";

const otherQuestions = "not compared: the questions changed";

function difference({ before, after, comparable }: NumberChange): string {
  if (!comparable) return otherQuestions;
  if (before === null && after === null) return "no number";
  if (before === null) return "no number before";
  if (after === null) return "no number now";
  if (before === after) return "the same";
  return after > before ? `+${after - before}` : `–${before - after}`;
}

function direction({ before, after, comparable }: NumberChange, better: ChangeRow["better"]) {
  if (!comparable || before === null || after === null || before === after) return "none";
  return after > before === (better === "more") ? "better" : "worse";
}

function because(edition: Edition, { question, before, after, move }: AnswerChange): string {
  const words = (answer: AnswerChange["after"]) => `“${answerText(question, answer)}”`;
  if (move === "asked first") return `“${question.text}”: asked first, ${words(after)}`;
  const note = move === "found out" ? ", found out since" : "";
  return `“${textIn(edition, question)}”: from ${words(before)} to ${words(after)}${note}`;
}

const textIn = (edition: Edition, { id, text }: Question) =>
  edition.questions.find((question) => question.id === id)?.text ?? text;

interface RowInput {
  id: string;
  name: string;
  change: NumberChange;
  better: ChangeRow["better"];
  answers?: readonly AnswerChange[];
}

function row(edition: Edition, { id, name, change, better, answers = [] }: RowInput): ChangeRow {
  return {
    id,
    name,
    before: change.before,
    after: change.after,
    better,
    difference: difference(change),
    direction: direction(change, better),
    because: answers.map((answer) => because(edition, answer)),
  };
}

const nameOf = <Id extends DomainId | CauseId>(list: readonly { id: Id; name: string }[], id: Id) =>
  list.find((one) => one.id === id)?.name ?? id;

function scoreSentence(name: string, { before, after, comparable }: NumberChange): string {
  if (!comparable) return `${name} is not compared, since the questions changed.`;
  if (before === null || after === null) return `${name} has no number on one of the two days.`;
  return before === after ? `${name} is ${after}, as before.` : `${name} went from ${before} to ${after}.`;
}

function flagLines({ flags: { cleared, raised } }: Comparison): string[] {
  return [
    ...(cleared.length > 0 ? [`Red flags gone: ${listed(cleared)}.`] : []),
    ...(raised.length > 0 ? [`New red flags: ${listed(raised)}.`] : []),
  ];
}

function firstAsked(comparison: Comparison): number {
  return comparison.domains.flatMap(({ answers }) => answers).filter(({ move }) => move === "asked first")
    .length;
}

function notes(comparison: Comparison, carried: boolean): string[] {
  const asked = firstAsked(comparison);
  return [
    "Compared only with yourself, both times one person's answers. A smaller difference than the range beside a number may be chance.",
    ...(comparison.sameEdition
      ? []
      : [
          "The questions come from another edition than before. Only parts that ask and count the same are compared.",
        ]),
    ...(asked > 0
      ? [
          `${asked === 1 ? "One question was" : `${asked} questions were`} answered for the first time: there, a difference is knowledge, not change.`,
        ]
      : []),
    ...(carried && !comparison.samePeople
      ? ["Another number of people runs infrastructure than before."]
      : []),
  ];
}

/** Returns what changed since an earlier assessment, or null where there is none. */
export function changePage(input: ReportInput): ChangePage | null {
  const { earlier, edition, answers, profile, scorecard } = input;
  if (earlier === undefined) return null;
  const { industry, infrastructurePeople } = profile;
  const after = { edition: edition.id, answers, industry, infrastructurePeople, scorecard };
  const comparison = compare(earlier.measurement, after, { before: earlier.edition, after: edition });
  const carried = showsPeople(input);
  const since = longDate(earlier.measurement.date);
  const readiness = {
    id: "readiness",
    name: "Readiness",
    change: comparison.readiness,
    better: "more",
  } as const;
  const load = { id: "load", name: "Load on the team", change: comparison.load, better: "less" } as const;
  const { rows, slipped } = stepRows(comparison.steps, earlier.edition, carried);
  return {
    headline: `Measured again: what changed since ${since}`,
    since,
    summary: [readiness, ...(carried ? [load] : [])]
      .map(({ name, change }) => scoreSentence(name, change))
      .join(" "),
    notes: notes(comparison, carried),
    scores: [readiness, ...(carried ? [load] : [])].map((one) => row(edition, one)),
    domains: comparison.domains.map(({ id, change, answers: changed }) =>
      row(edition, { id, name: nameOf(edition.domains, id), change, better: "more", answers: changed }),
    ),
    causes: carried
      ? comparison.causes.map(({ id, change, answers: changed }) =>
          row(edition, { id, name: nameOf(edition.causes, id), change, better: "less", answers: changed }),
        )
      : [],
    flags: flagLines(comparison),
    steps: rows,
    slipped,
  };
}
