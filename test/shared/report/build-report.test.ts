import { describe, expect, it } from "vitest";
import { currentEdition } from "#shared/questions/index.ts";
import { planItems } from "#shared/report/plan-page.ts";
import { type Report, withPages } from "#shared/report/report.ts";
import { goldenInput, goldenNames, goldenReport } from "./golden-report.ts";

const aviation = "MRO, everything answered";
const laboratory = "laboratory with unknowns and nobody contacted outside working hours";
const exporter = "export firm, two overall caps";

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}

function sourceIds(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "sourceIds" ? strings(part) : sourceIds(part),
  );
}

const pages = { decisionPage: 2, planPage: 4, offerPage: 9 };

describe.each(goldenNames)("the report of “%s”", (name) => {
  const report = goldenReport(name);

  it("leaves no slot open but page numbers, and never prints a missing value", () => {
    for (const text of strings(report)) {
      expect(withPages(text, pages)).not.toMatch(/[{}]/);
      expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b/);
      expect(text).not.toMatch(/\.\.|[^.]\. \.|“”|\s{2}/);
    }
  });

  it("cites only sources that are printed", () => {
    const printed = new Set([...report.method.sources.map(({ id }) => id), "S01"]);
    for (const id of sourceIds({ ...report, method: report.method.paragraphs }))
      expect(printed).toContain(id);
  });

  it("lists exactly the priorities of the scorecard, in order", () => {
    const { now, next, later } = goldenInput(name).scorecard.priorities;
    const inHouse = goldenInput(name).profile.infrastructurePeople > 0;
    const ids = planItems(report.plan).map(({ recommendationId }) => recommendationId);
    expect(ids).toEqual(inHouse ? [...now, ...next, ...later] : ids);
    expect([...now, ...next, ...later]).toEqual(expect.arrayContaining(ids));
  });

  it("says nothing about the load in the version to share", () => {
    const shared = goldenReport(name, { variant: "without-people" });
    expect(shared.load).toBeNull();
    expect(shared.people).toBeNull();
    expect(shared.quadrant).toBeNull();
    expect(shared.capacity).toBeNull();
    expect(shared.trouble.exposure).toBeNull();
    expect(planItems(shared.plan).filter(({ people }) => people)).toEqual([]);
    const texts = strings({ ...shared, method: [] }).join("\n");
    expect(texts).not.toMatch(/Team Sustainability|Sustainable|Strained|Unsustainable|\bTSR\b|Watch\b/);
    for (const question of currentEdition.questions)
      if (question.kind === "people") expect(texts).not.toContain(question.text);
  });

  it("is the same for the same input", () => {
    expect(goldenReport(name)).toEqual(report);
  });
});

describe("the situation of page 2", () => {
  const situationOf = (name: string, variant: Report["variant"] = "full") =>
    goldenReport(name, { variant }).situation;

  it("lightens the load first where both are bad", () => {
    const { headline, sentences, decision, closeToLine } = situationOf(aviation);
    expect(headline).toBe("Lighten the load first, then fix in this order.");
    expect(sentences[0]).toBe("Only three actions for 30 days.");
    expect(sentences[1]).toBe("“Prove a restore” first, because it gives most for its effort.");
    expect(decision).toBe("What pauses, and who approves?");
    expect(closeToLine).toBe(
      "Close to the line: load 50 is near 50, where this page would read differently.",
    );
  });

  it("allows two actions and frees hours first from a risk of 70", () => {
    const { sentences } = situationOf(exporter);
    expect(sentences[0]).toBe("Only two actions for 30 days.");
    expect(sentences[1]).toBe("“Shed load first” first, because everything else needs the hours it frees.");
  });

  it("asks for dates where the load leaves room", () => {
    const { headline, sentences, decision } = situationOf(laboratory);
    expect(headline).toBe("The load leaves room; the systems need dates.");
    expect(sentences[0]).toContain(
      "Monitoring & incident response limits you most, because you answered “Nobody is told",
    );
    expect(sentences[1]).toBe("Under a tenth of the week is protected for fixing causes.");
    expect(decision).toBe("An owner and a date for “Staffed first line”.");
  });

  it("prints no number under 40 % coverage, and says who can answer", () => {
    const report = goldenReport("nobody in-house, nobody knows: no number, sustainability not applicable");
    expect(report.readiness.score).toBeNull();
    expect(report.situation.headline).toBe("Too little is known for a number yet.");
    expect(report.situation.sentences.join(" ")).toMatch(/can answer “.+ and \d+ more\./);
    expect(report.plan.heading).toBe("What to find out first");
    expect(report.findOut).toHaveLength(26);
  });

  it("is provisional between 40 and 59 %", () => {
    const { headline, sentences } = situationOf("drawn at random 9");
    expect(headline).toMatch(/^Provisional: \d+ answers are still missing\.$/);
    expect(sentences).toContain("Range: 44–97.");
  });

  it("celebrates a top score without inventing work", () => {
    const report = goldenReport("everything at the top");
    expect(report.situation.headline).toBe("Systems hold up, and the load looks carryable.");
    expect(report.situation.decision).toBe("A date to measure again.");
    expect(report.plan.empty).not.toBeNull();
  });

  it("uses readiness only in the version to share", () => {
    expect(situationOf(aviation, "without-people").headline).toBe("The systems need dates.");
    expect(situationOf("everything at the top", "without-people").headline).toBe("Systems hold up.");
  });
});

describe("the plan", () => {
  const itemOf = (id: string, variant: Report["variant"] = "full") =>
    planItems(goldenReport(aviation, { variant }).plan).find(
      ({ recommendationId }) => recommendationId === id,
    );

  it("quotes a people answer in the full version only", () => {
    expect(itemOf("R11")?.lead).toBe(
      "Alert hygiene, because you answered “7–18” to “How many out-of-hours calls, texts or alerts reach each on-call person a month?”.",
    );
    expect(itemOf("R11", "without-people")?.lead).toBe("Alert hygiene.");
  });

  it("says who can answer where only an unknown calls for a step", () => {
    const patchClock = planItems(goldenReport(laboratory).plan).find(({ title }) => title === "Patch clock");
    expect(patchClock?.lead).toBe(
      "Patch clock: confirm first; IT lead can answer “How fast are critical firewall and VPN updates installed?”.",
    );
  });

  it("starts with the 30-day column and ends with that of its own list", () => {
    expect(itemOf("R10")).toMatchObject({
      start: "Name who answers; list alarms worth waking for",
      doneBy: "24/7 desk live",
      after: [{ checkpoint: "one year", text: "Measure calls avoided" }],
      doer: "Hand over",
    });
    expect(itemOf("R10")?.doneWhen).toMatch(/^First month done when /);
    expect(itemOf("R01")?.doneWhen).toMatch(/^Done when /);
  });

  it("starts a next step at the column that leads beyond the second-best answer", () => {
    const [first] = planItems(
      goldenReport("core path only, everything at level 2: next steps fill the list").plan,
    );
    expect(first).toMatchObject({ recommendationId: "R04", nextStep: true, doneBy: null, after: [] });
    expect(first?.start).toBe("≥95% on time, reported");
  });

  it("names the condition before anything is handed over", () => {
    expect(goldenReport(aviation).plan.condition).toContain("Responsibility matrix");
  });
});

describe("caps and flags", () => {
  it("names the cap with what stands without it", () => {
    const report = goldenReport(exporter);
    expect(report.readiness.capNote).toBe("44, capped by 2 red flags (62 without the overall cap)");
    expect(report.flags.map(({ id, recommendationId }) => [id, recommendationId])).toEqual([
      ["I1", "R07"],
      ["N2", "R13"],
    ]);
    expect(report.flags[0]?.effect).toContain("limits the total to 44; 62 without the overall cap");
  });

  it("names the questions that hold the total", () => {
    const { readiness, findOut } = goldenReport("two unknown gates hold a strong score");
    expect(readiness.capNote).toMatch(/^64, held until you find out: “.+” and “.+” \(89 without\)$/);
    expect(findOut.filter(({ holds }) => holds)).toHaveLength(2);
  });
});

describe("what a reader sees of rules", () => {
  it("shows no European rule to a US station without an EU approval", () => {
    const ids = goldenReport(aviation).trouble.rules.map(({ id }) => id);
    expect(ids).toContain("AV-1");
    expect(ids).not.toContain("AV-7");
  });

  it("shows a UK repair station no rule, and says so", () => {
    const { rules, readerNote } = goldenReport(aviation, { region: "uk" }).trouble;
    expect(rules).toEqual([]);
    expect(readerNote).toContain("UK rules were not read");
  });

  it("never hands an export step over", () => {
    const items = planItems(goldenReport(exporter).plan);
    expect(items.map(({ doer }) => doer)).not.toContain("Hand over");
  });

  it("gives the cost of one departure in shares without a salary and in amounts with one", () => {
    expect(goldenReport(aviation).trouble.exposure?.departure.planning).toBe("50% of a yearly salary");
    const { departure, yearly } = goldenReport(aviation, { salary: 95_000 }).trouble.exposure ?? {};
    expect(departure).toEqual({ low: "20,000", planning: "48,000", high: "190,000" });
    expect(yearly).toEqual({ low: "9,800", planning: "36,000", high: "200,000" });
  });
});

describe("what the report does not claim", () => {
  const nothing = "nobody in-house, nobody knows: no number, sustainability not applicable";

  it("gives a domain of unknowns a range and no number", () => {
    const [backup] = goldenReport(nothing).domains;
    expect(backup).toMatchObject({
      score: null,
      low: 0,
      high: 100,
      sentence: "Backup & recovery: not known yet (0–100).",
      consequence: "",
    });
  });

  it("asks the outside provider where nobody in-house runs infrastructure", () => {
    const report = goldenReport(nothing);
    const asked = report.findOut.map(({ whoToAsk }) => whoToAsk);
    expect(asked).toContain("Your outside IT provider can answer this.");
    expect(strings(report.plan).join(" ")).not.toMatch(/\bIT (lead|manager)\b/);
  });

  it("names the hold only where it limits the total", () => {
    expect(goldenReport(laboratory).findOut.filter(({ holds }) => holds)).toEqual([]);
  });

  it("draws no signal bar from one signal", () => {
    expect(goldenReport(laboratory).people?.signals.risk).toBeNull();
    expect(goldenReport(aviation).people?.signals.risk).toBe(39);
  });

  it("gives one person no two-tier rota", () => {
    const rota = goldenReport("on call every week, all else healthy: floor 30").people?.rota;
    expect(rota?.rows).toHaveLength(1);
    expect(rota?.sentence).toMatch(
      /^If everyone shared it evenly: 1 person, one tier: .+ Two tiers need a second person\.$/,
    );
  });

  it("tells an exporter what to check before any provider touches a step", () => {
    for (const { doer, doerNote } of planItems(goldenReport(exporter).plan))
      if (doer === "Share") expect(doerNote).toContain("check U.S.-person and assessment scope");
  });

  it("mentions the responsibility matrix once: as the condition", () => {
    const { condition, furtherTitles } = goldenReport(laboratory).plan;
    expect(condition).toContain("Responsibility matrix");
    expect(furtherTitles).not.toContain("Responsibility matrix");
  });
});
