/** The team's view beside the manager's, as far as a pulse published one. */
import type { CauseId, Edition } from "#shared/edition.ts";
import { gapFrom, highestShown, lowestShown } from "#shared/pulse/rules.ts";
import { managersRisk } from "#shared/pulse/tally.ts";
import type { TeamRow, TeamView } from "#shared/report/page-types.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { longDate } from "#shared/report/wording.ts";

/** Tens; the outer ones are open, so that nobody reads from them that everybody answered alike. */
export function shownRisk(risk: number): string {
  if (risk <= lowestShown) return `${lowestShown} or less`;
  return risk >= highestShown ? `${highestShown} or more` : `about ${risk}`;
}

function gapText(manager: number | null, team: number | null): string {
  if (team === null) return "not shown: fewer than five answered this part";
  if (manager === null) return "you have not answered all of it";
  const gap = team - manager;
  if (Math.abs(gap) < gapFrom) return "you and the team see about the same";
  return gap > 0 ? "the team carries more than you see" : "the team carries less than you see";
}

function row(
  { edition, answers }: ReportInput,
  { id, name }: Edition["causes"][number],
  causes: Readonly<Record<CauseId, number | null>>,
  before: Readonly<Record<CauseId, number | null>> | undefined,
): TeamRow {
  const manager = managersRisk(edition, answers, id);
  const team = causes[id];
  const was = before?.[id] ?? null;
  return {
    id,
    name,
    manager,
    team,
    teamText: team === null ? "–" : shownRisk(team),
    beforeText: was === null ? null : shownRisk(was),
    gap: gapText(manager, team),
    apart: team !== null && manager !== null && Math.abs(team - manager) >= gapFrom,
  };
}

/** Returns the team's view, or null where none was published for this edition. */
export function teamView(input: ReportInput): TeamView | null {
  const results = (input.pulse?.published ?? []).filter(({ edition }) => edition === input.edition.id);
  const [last, before] = [results.at(-1), results.at(-2)];
  if (last === undefined) return null;
  return {
    headline: "Your team's view beside yours",
    closedOn: longDate(last.closedOn),
    rows: input.edition.causes.map((cause) => row(input, cause, last.causes, before?.causes)),
    notes: [
      "From five or more people, each about their own conditions, rounded to tens; 100 is worst. How many answered is shown to nobody.",
      "Yours is worked out from the same questions. Two of them ask you about the most loaded person, and each of the team about themselves: there, the team reads lower by itself.",
      `A gap is something to talk about, not something to prove. Our judgement: from ${gapFrom} up.`,
    ],
  };
}
