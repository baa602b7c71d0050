/** What a browser loads is cut from the edition: what it shows must be what the whole edition would show. */
import { describe, expect, it } from "vitest";
import type { Edition } from "#shared/edition.ts";
import { buildReport } from "#shared/report/build-report.ts";
import { readerCapacityLine } from "#shared/report/capacity-line.ts";
import { planAfter } from "#shared/report/plan-after.ts";
import { screenEdition } from "#shared/report/screen-edition.ts";
import { screenReport } from "#shared/report/screen-report.ts";
import { trialEdition } from "#shared/report/trial-edition.ts";
import { CapacityFigure, FreedList } from "#shared/views/result/capacity-part.tsx";
import { ScreenResult } from "#shared/views/result/screen-result.tsx";
import { goldenInput, goldenNames, goldenReport } from "./golden-report.ts";

describe.each(goldenNames)("“%s” on a cut edition", (name) => {
  const input = goldenInput(name);

  it("shows the same result on screen", () => {
    const edition = screenEdition(input.edition);
    expect(String(ScreenResult({ report: screenReport({ ...input, edition }) }))).toBe(
      String(ScreenResult({ report: buildReport(input) })),
    );
  });

  it("tries steps and hours with the same outcome", () => {
    const { options } = goldenReport(name).whatIf;
    const done = options.slice(0, 3).map(({ recommendationId }) => recommendationId);
    const outcome = (edition: Edition) => {
      const { answers, profile, scorecard } = input;
      const line = readerCapacityLine(
        { ...profile, edition, answers, priorities: scorecard.priorities },
        { hoursPerPerson: 120 },
      );
      return [
        planAfter({ edition, answers, respondent: profile, options, done, after: 90 }),
        String(CapacityFigure({ line })),
        String(FreedList({ line })),
      ];
    };
    expect(outcome(trialEdition(input.edition))).toEqual(outcome(input.edition));
  });
});
