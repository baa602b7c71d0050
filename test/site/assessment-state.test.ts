import { describe, expect, it } from "vitest";
import { openQuestions, unansweredQuestions, type Visitor } from "#shared/assessment-path.ts";
import type { Answers } from "#shared/edition.ts";
import { formOutline } from "#shared/views/form/form-outline.ts";
import { forget, loadSaved, save } from "../../site/src/scripts/assessment/saved-answers.ts";
import { stepMistakes } from "../../site/src/scripts/assessment/step-checks.ts";
import {
  coreSteps,
  firstOpenStep,
  fullSteps,
  loadQuestions,
  nextStep,
  previousStep,
  reachableStep,
  stepNumber,
  stepQuestions,
} from "../../site/src/scripts/assessment/steps.ts";
import { toSubmission } from "../../site/src/scripts/assessment/submission.ts";
import { toVisitor } from "../../site/src/scripts/assessment/typed-values.ts";
import { smallEdition } from "./small-edition.ts";

const outline = formOutline(smallEdition);

function visitor(answers: Answers = {}, more: Partial<Visitor> = {}): Visitor {
  return { industry: "aviation", infrastructurePeople: 6, answers, ...more };
}

function questionIds(who: Visitor, step: string): string[] {
  return stepQuestions(outline, who, step).map(({ id }) => id);
}

const core: Answers = { M1: 2, B3: "unknown", MRO1: 1, OC1: 1, OC2: 1, SG1: 2 };

describe("steps of the assessment", () => {
  it("lead from the profile through the core sections to the result", () => {
    const steps = ["profile", "when-something-stops", "records", "work", "two-counts"];
    expect(coreSteps(outline, visitor())).toEqual(steps);
    expect(steps.map((step) => nextStep(outline, visitor(), step))).toEqual([...steps.slice(1), "result"]);
    expect(previousStep(outline, visitor(), "profile")).toBeNull();
    expect(previousStep(outline, visitor(), "result")).toBe("two-counts");
  });

  it("return to the result after the further sections, and to it from contact", () => {
    expect(fullSteps(outline, visitor())).toEqual(["systems-in-detail", "work-in-detail"]);
    expect(nextStep(outline, visitor(), "systems-in-detail")).toBe("work-in-detail");
    expect(nextStep(outline, visitor(), "work-in-detail")).toBe("result");
    expect(nextStep(outline, visitor(), "load")).toBe("result");
    expect(previousStep(outline, visitor(), "systems-in-detail")).toBe("result");
    expect(previousStep(outline, visitor(), "contact")).toBe("result");
  });

  it("leave the people sections out when nobody in-house runs infrastructure", () => {
    const nobody = visitor({}, { infrastructurePeople: 0 });
    expect(coreSteps(outline, nobody)).toEqual(["profile", "when-something-stops", "records"]);
    expect(fullSteps(outline, nobody)).toEqual(["systems-in-detail"]);
    expect(stepNumber(outline, nobody, "records")).toEqual({ at: 3, of: 3 });
  });

  it("ask the overlay of the chosen industry only", () => {
    expect(questionIds(visitor(), "records")).toEqual(["MRO1"]);
    expect(questionIds(visitor({}, { industry: "laboratory" }), "records")).toEqual(["LAB1"]);
    expect(questionIds(visitor({}, { industry: "other" }), "systems-in-detail")).toEqual(["B1", "P3"]);
  });

  it("close the questions that build on on-call when it does not apply", () => {
    const quiet = visitor({ OC1: "na", OC2: 1, OC3: 2 });
    expect(questionIds(quiet, "work")).toEqual(["OC1"]);
    expect(questionIds(quiet, "work-in-detail")).toEqual(["RC2"]);
    expect(questionIds(quiet, "load")).toEqual(["RC2"]);
  });

  it("stop at the first section with an open question", () => {
    expect(firstOpenStep(outline, visitor({}, { industry: null }), "owner")).toBe("profile");
    expect(firstOpenStep(outline, visitor(), undefined)).toBe("profile");
    expect(firstOpenStep(outline, visitor({ M1: 1, B3: 0 }), "owner")).toBe("records");
    expect(firstOpenStep(outline, visitor(core), "owner")).toBeNull();
  });

  it("take a visitor no further than their answers reach", () => {
    const half = visitor({ M1: 1, B3: 0 });
    expect(reachableStep(outline, half, "owner", "contact")).toBe("records");
    expect(reachableStep(outline, half, "owner", "when-something-stops")).toBe("when-something-stops");
    expect(reachableStep(outline, half, "owner", "no-such-step")).toBe("records");
    expect(reachableStep(outline, visitor(core), "owner", "contact")).toBe("contact");
    expect(reachableStep(outline, visitor(core), "owner", "no-such-step")).toBe("result");
  });

  it("number the further sections on from the core ones", () => {
    expect(stepNumber(outline, visitor(), "profile")).toEqual({ at: 1, of: 5 });
    expect(stepNumber(outline, visitor(), "work-in-detail")).toEqual({ at: 7, of: 7 });
    expect(stepNumber(outline, visitor(), "result")).toBeNull();
  });

  it("offer the two questions behind the load number until they are answered", () => {
    expect(loadQuestions(outline, visitor(core)).map(({ id }) => id)).toEqual(["OC3", "RC2"]);
    expect(loadQuestions(outline, visitor({ ...core, OC3: "unknown", RC2: 1 }))).toEqual([]);
  });
});

describe("questions still open", () => {
  it("are unanswered until any answer is given, and open while it is unknown", () => {
    expect(unansweredQuestions(outline, "core", visitor({ M1: "unknown" })).map(({ id }) => id)).toEqual([
      "B3",
      "MRO1",
      "OC1",
      "OC2",
      "SG1",
    ]);
    expect(openQuestions(outline, visitor(core)).map(({ id }) => id)).toEqual(["B3"]);
  });
});

describe("checks of a step", () => {
  const textOf = (id: string) => `What about ${id}?`;

  it("name each unanswered question of the step and the way out", () => {
    expect(stepMistakes(outline, visitor({ M1: 1 }), {}, "when-something-stops", textOf)).toEqual([
      { field: "B3", message: "Answer “What about B3?” or choose “I don't know yet”." },
    ]);
    expect(stepMistakes(outline, visitor(core), {}, "work", textOf)).toEqual([]);
  });

  it("ask for each missing fact of the profile in the order of the page", () => {
    const values = { infrastructurePeople: "a few" };
    const mistakes = stepMistakes(outline, toVisitor(outline, values), values, "profile", textOf);
    expect(mistakes.map(({ field }) => field)).toEqual(["industry", "infrastructurePeople", "role"]);
    expect(mistakes[1]?.message).toBe("Enter a whole number of people, 0 to 10,000.");
  });

  it("let name and phone be empty, and refuse an address that is none", () => {
    const values = { email: "me@", organisation: "Acme", headcount: "1-49", region: "us" };
    const mistakes = stepMistakes(outline, visitor(core), values, "contact", textOf);
    expect(mistakes).toEqual([{ field: "email", message: "Enter an email address like name@company.com." }]);
  });
});

describe("typed values", () => {
  it("become a submission without answers of another industry", () => {
    const values = {
      industry: "aviation",
      infrastructurePeople: "6",
      role: "owner",
      M1: "2",
      B3: "unknown",
      MRO1: "3",
      LAB1: "0",
      OC1: "na",
      OC2: "0",
      email: " a@b.example ",
      organisation: "Acme",
      name: " ",
      headcount: "1-49",
      region: "us",
      benchmark: "on",
      page: "/aviation-mro",
    };
    expect(toSubmission(outline, values, "an-id", null)).toEqual({
      submissionId: "an-id",
      edition: "small",
      answers: { M1: 2, B3: "unknown", MRO1: 3, OC1: "na", OC2: "na", OC3: "na" },
      profile: {
        industry: "aviation",
        headcount: "1-49",
        role: "owner",
        region: "us",
        infrastructurePeople: 6,
      },
      contact: { email: "a@b.example", organisation: "Acme" },
      consent: { followUps: false, benchmark: true, reportOnly: false },
      source: { page: "/aviation-mro" },
    });
  });

  it("leave people answers out when nobody in-house runs infrastructure", () => {
    const values = { industry: "other", infrastructurePeople: "0", M1: "2", OC1: "1" };
    expect(toSubmission(outline, values, "an-id", "work")).toMatchObject({
      answers: { M1: 2 },
      proof: "work",
    });
    expect(toSubmission(outline, values, "an-id", "work").answers).not.toHaveProperty("OC1");
  });
});

function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
}

describe("answers kept on the device", () => {
  const kept = { values: { M1: "2", email: "half typed@" }, step: "records", submissionId: "an-id" };

  it("come back as typed, until they are forgotten", () => {
    const storage = memoryStorage();
    save(storage, "small", kept);
    expect(loadSaved(storage, "small")).toEqual(kept);
    forget(storage, "small");
    expect(loadSaved(storage, "small")).toBeNull();
  });

  it("never belong to another edition", () => {
    const storage = memoryStorage();
    save(storage, "small", kept);
    expect(loadSaved(storage, "2026-1")).toBeNull();
  });

  it("are left alone when something else stands there or storage is refused", () => {
    const storage = memoryStorage();
    storage.setItem("assessment-small", "{not json");
    expect(loadSaved(storage, "small")).toBeNull();
    expect(loadSaved(null, "small")).toBeNull();
    expect(save(null, "small", kept)).toBe(false);
  });
});
