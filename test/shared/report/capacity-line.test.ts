import { describe, expect, it } from "vitest";
import { type CapacitySource, readerCapacityLine } from "#shared/report/capacity-line.ts";
import { goldenInput, goldenNames, goldenReport } from "./golden-report.ts";

const aviation = "MRO, everything answered";
const laboratory = "laboratory with unknowns and nobody contacted outside working hours";

function sourceOf(name: string): CapacitySource {
  const { edition, answers, profile, scorecard } = goldenInput(name);
  return { ...profile, edition, answers, priorities: scorecard.priorities };
}

function lineOf(name: string) {
  const { capacityLine } = goldenReport(name);
  if (capacityLine === null) throw new Error(`“${name}” has no capacity line.`);
  return capacityLine;
}

describe("the capacity line of a report", () => {
  it.each(goldenNames)("says the same in words and as steps: %s", (name) => {
    const { capacity, capacityLine } = goldenReport(name);
    expect(capacityLine?.sentence ?? null).toBe(capacity);
    const planning = capacityLine?.alone?.available.planning;
    const within = capacityLine?.alone?.steps.filter(({ reach }) => reach === "within").length;
    if (planning && capacity?.includes(": alone,"))
      expect(capacity).toContain(`alone, ${within} of ${capacityLine?.alone?.steps.length} steps`);
  });

  it("puts each step where the one before ended, and leaves out what needs outside cover", () => {
    const { alone } = lineOf(aviation);
    const steps = alone?.steps ?? [];
    expect(steps.map(({ from }) => from)).toEqual([0, ...steps.slice(0, -1).map(({ to }) => to)]);
    expect(steps.filter(({ reach }) => reach === "outside").map(({ title }) => title)).toEqual([
      "Staffed first line",
    ]);
    expect(alone?.available).toEqual({ low: 37, planning: 202, high: 374 });
  });

  it("says by when a step would be set up alone and handed over", () => {
    const steps = lineOf(aviation).alone?.steps ?? [];
    const dates = (title: string) => {
      const step = steps.find((one) => one.title === title);
      return [step?.own, step?.handedOver];
    };
    expect(dates("Staffed first line")).toEqual(["not alone", "month 5"]);
    expect(dates("Ring-fence equipment")).toEqual(["over 24 months", "over 24 months"]);
  });

  it("says what handing over frees, and that moving costs hours first", () => {
    const text = lineOf(aviation).freed.join(" ");
    expect(text).toContain("returns about 19 on-call hours a month; 67 hours of them feed the plan");
    expect(text).toContain("Your own hours rise from 666 to 750");
    expect(lineOf(aviation).moved?.steps[0]?.title).toBe("Responsibility matrix");
  });

  it("draws a zone and tells no date while an answer it rests on is open", () => {
    const { alone } = lineOf(laboratory);
    expect(alone?.available).toEqual({ low: 0, planning: null, high: 518 });
    expect(alone?.steps.filter(({ reach }) => reach === "open")).toHaveLength(7);
    expect(alone?.steps.every(({ own }) => own === null)).toBe(true);
    expect(lineOf(laboratory).assumptions.map(({ id }) => id)).not.toContain("leftPercent");
  });

  it("stays out of the version to share", () => {
    expect(goldenReport(aviation, { variant: "without-people" }).capacityLine).toBeNull();
  });

  it("draws nothing where no step is called for", () => {
    expect(lineOf("everything at the top")).toMatchObject({ alone: null, moved: null, assumptions: [] });
  });
});

describe("a reader's own figures", () => {
  it("move the line, and stand in the table", () => {
    const line = readerCapacityLine(sourceOf(aviation), { leftPercent: 75, "setupHours.S": 8 });
    expect(line.alone?.available.planning).toBe(302);
    expect(line.alone?.steps[0]?.hours).toBe(29);
    expect(line.assumptions.find(({ id }) => id === "leftPercent")?.value).toBe(75);
  });

  it.each([
    ["above its range", { hoursPerPerson: 400 }],
    ["below its range", { hoursPerPerson: 1 }],
    ["no number", { hoursPerPerson: Number.NaN }],
    ["of no known figure", { hoursOfSleep: 8 }],
  ])("are left out when %s", (_, values) => {
    expect(readerCapacityLine(sourceOf(aviation), values)).toEqual(lineOf(aviation));
  });

  it.each(goldenNames)("have a range around ours, and each end of it can be set: %s", (name) => {
    const { assumptions } = goldenReport(name).capacityLine ?? { assumptions: [] };
    for (const { id, value, least, most } of assumptions) {
      expect(least).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(most);
      for (const end of [least, most]) {
        const set = readerCapacityLine(sourceOf(name), { [id]: end }).assumptions;
        expect(set.map((one) => [one.id, one.value])).toEqual(
          assumptions.map((one) => [one.id, one.id === id ? end : one.value]),
        );
      }
    }
  });
});
