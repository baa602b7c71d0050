import { isLevel } from "#shared/answers.ts";
import type { PeopleQuestion } from "#shared/edition.ts";
import type { CauseBar, PeopleAnswer, PeoplePage, Statement } from "#shared/report/report.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";
import { rotaFigure } from "#shared/report/rota-figure.ts";
import { teamView } from "#shared/report/team-view.ts";
import { quote } from "#shared/report/wording.ts";
import { riskOf } from "#shared/scoring/people.ts";

const contextNote: Statement = {
  text: "Published context, not your peers: no survey we know covers aviation maintenance, laboratories or export compliance, and no arithmetic joins these figures.",
  sourceIds: [],
};

const barRule: Statement = {
  text: "A bar is the weighted mean of its answers: the best answer counts 0, then 30, 65 and 100. What is not known is left out.",
  sourceIds: [],
};

function asked(input: ReportInput, wanted: (question: PeopleQuestion) => boolean): PeopleAnswer[] {
  return input.edition.questions
    .filter((question): question is PeopleQuestion => question.kind === "people")
    .filter((question) => wanted(question) && input.answers[question.id] !== undefined)
    .map((question) => ({
      ...quote(input.edition, input.answers, question.id),
      weight: question.weight,
      risk: input.answers[question.id] === "na" ? null : riskOf(question, input.answers),
    }));
}

function causeBars(input: ReportInput): CauseBar[] {
  const { causes, causeStates } = input.scorecard;
  return input.edition.causes.map(({ id, name }) => ({
    id,
    name,
    risk: causes[id],
    state: causeStates[id],
    answers: asked(input, (question) => question.cause === id),
  }));
}

function weighsMost(input: ReportInput): string | null {
  const [heaviest] = input.edition.causes
    .map((cause) => ({ cause, risk: input.scorecard.causes[cause.id] }))
    .filter(({ risk }) => risk !== null && risk > 0)
    .sort((one, other) => (other.risk ?? 0) - (one.risk ?? 0));
  return heaviest ? `${heaviest.cause.name} weighs most: ${heaviest.cause.summary}.` : null;
}

function publishedContext(input: ReportInput): Statement[] {
  const answered = new Set(Object.keys(input.answers));
  const figures = input.edition.benchmarks
    .filter(({ useWith }) =>
      useWith.some((place) => place === "people-page" || (isPeople(input, place) && answered.has(place))),
    )
    .map(({ text, who, mark, sourceIds }) => ({
      text: `${text}. Asked: ${who}.${mark === "V2" ? " Seen in secondary sources." : ""}`,
      sourceIds,
    }));
  return [contextNote, ...figures];
}

function isPeople(input: ReportInput, id: string): boolean {
  return input.edition.questions.some((question) => question.id === id && question.kind === "people");
}

/** One signal alone would print as a verdict; the score needs two, and so does the bar. */
function knownSignals({ edition, answers }: ReportInput): number {
  return edition.questions.filter(
    (question) => question.kind === "people" && question.role === "signal" && isLevel(answers[question.id]),
  ).length;
}

/** Returns the page on how the work is carried, or null where it is left out. */
export function peoplePage(input: ReportInput): PeoplePage | null {
  if (!showsPeople(input)) return null;
  const small = input.profile.infrastructurePeople <= 2;
  return {
    headline: small ? "How this job is carried" : "How the work is carried",
    weighsMost: weighsMost(input),
    causes: causeBars(input),
    signals: {
      risk: knownSignals(input) >= 2 ? input.scorecard.signals : null,
      answers: asked(input, ({ role, cause }) => role === "signal" || cause === null),
    },
    barRule,
    rota: rotaFigure(input),
    ethics: [...input.edition.ethics],
    onCallCaveat: input.edition.onCallCaveat,
    context: publishedContext(input),
    team: teamView(input),
    smallTeamNote: small
      ? "In a team this small, answers point to someone. Read every line as being about this job, not about a person."
      : null,
  };
}
