import { describe, expect, it } from "vitest";
import { currentEdition } from "#shared/questions/index.ts";
import { planCsv, planJson } from "#shared/report/exports/plan-export.ts";
import { exportTasks } from "#shared/report/exports/tasks.ts";
import { planItems } from "#shared/report/plan-page.ts";
import { goldenInput, goldenNames, goldenReport } from "../golden-report.ts";
import { readCsv } from "./read-csv.ts";

const aviation = "MRO, everything answered";
const laboratory = "laboratory with unknowns and nobody contacted outside working hours";
const date = "2026-11-24";

describe.each(goldenNames)("the tasks of “%s”", (name) => {
  const report = goldenReport(name);
  const tasks = exportTasks(report, date);

  it("hold every step in the order of the plan, then every open question, then low answers", () => {
    const items = planItems(report.plan);
    expect(tasks.slice(0, items.length).map(({ reference }) => reference)).toEqual(
      items.map(({ recommendationId }) => recommendationId),
    );
    const after = tasks.slice(items.length, items.length + report.findOut.length);
    expect(after.map(({ reference }) => reference)).toEqual(
      report.findOut.map(({ questionId }) => questionId),
    );
    expect(tasks.slice(items.length + after.length).every(({ type }) => type === "Finding")).toBe(true);
  });

  it("have a title and a description each, and no empty source", () => {
    for (const { title, description, sources } of tasks) {
      expect(title).not.toBe("");
      expect(description).not.toMatch(/undefined|null|NaN|^\s*$/);
      for (const source of sources) expect(source.title).not.toBe("");
    }
  });

  it("are the same in CSV and JSON", () => {
    const [head, ...rows] = readCsv(planCsv(report, date).replace(/^\uFEFF/, ""));
    const json = JSON.parse(planJson(report, date)) as { tasks: { title: string }[] };
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
    expect(rows.map(([title]) => title)).toEqual(json.tasks.map(({ title }) => title));
    expect(json.tasks).toEqual(tasks);
  });

  it("quote no answer on people in the version to share", () => {
    const text = planJson(goldenReport(name, { variant: "without-people" }), date);
    for (const { kind, text: question } of currentEdition.questions)
      if (kind === "people") expect(text).not.toContain(question);
  });
});

describe("a task", () => {
  it("has all a tracker needs, its date counted from the day of the report", () => {
    const [first] = exportTasks(goldenReport(aviation), date);
    expect(first).toMatchObject({
      type: "Step",
      reference: "R01",
      title: "Prove a restore",
      list: "30 days",
      due: "2026-12-24",
      owner: "IT lead",
      effort: "S, about two days",
      doer: "Share (owner signs off)",
      questionIds: ["B2"],
    });
    expect(first?.description).toMatch(/^Because you answered “.+” to “When was data last restored/);
    expect(first?.doneWhen).toMatch(/^Done when /);
    expect(first?.steps).toHaveLength(3);
    expect(first?.sources.length).toBeGreaterThan(0);
  });

  it("is due 30, 90 or 365 days after the report, leap years and turns of the year included", () => {
    const due = (day: string) => [
      ...new Set(exportTasks(goldenReport(aviation), day).flatMap((task) => task.due ?? [])),
    ];
    expect(due(date)).toEqual(["2026-12-24", "2027-02-22", "2027-11-24"]);
    expect(due("2028-02-29")).toEqual(["2028-03-30", "2028-05-29", "2029-02-28"]);
  });

  it("asks the role that can answer an open question within a week", () => {
    const open = exportTasks(goldenReport(laboratory), date).find(({ type }) => type === "Find out");
    expect(open).toMatchObject({ due: "2026-12-01", owner: expect.stringMatching(/^[A-Z].+[a-z]$/) });
    expect(open?.owner).not.toContain("can answer");
  });

  it("says of a low answer what was asked, what it weighs and which step meets it", () => {
    const finding = exportTasks(goldenReport(aviation), date).find(
      ({ type, reference }) => type === "Finding" && reference === "B2",
    );
    expect(finding?.description).toMatch(
      /: 35 of 100, weight \d\.\n[\s\S]+In the plan: Prove a restore \(30 days\)/,
    );
    expect(finding).toMatchObject({ due: null, list: null });
  });

  it("marks what stands behind a red flag", () => {
    const tasks = exportTasks(goldenReport("export firm, two overall caps"), date);
    const flagged = tasks.filter(({ labels }) => labels.includes("red flag"));
    expect(flagged.map(({ type, reference }) => `${type} ${reference}`)).toEqual([
      "Step R07",
      "Step R13",
      "Finding I1",
      "Finding N2",
    ]);
  });

  it("never lists a question that was not asked", () => {
    const name = "core path only, everything at level 2: next steps fill the list";
    const asked = Object.keys(goldenInput(name).answers);
    const listed = exportTasks(goldenReport(name), date).filter(({ type }) => type !== "Step");
    expect(listed.filter(({ reference }) => !asked.includes(reference))).toEqual([]);
  });
});
