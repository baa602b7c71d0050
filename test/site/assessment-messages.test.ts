import { describe, expect, it } from "vitest";
import { currentEdition } from "#shared/questions/index.ts";
import { idsInAddress, linkTo } from "../../site/src/scripts/assessment/open-link.tsx";
import { regionOfZone } from "../../site/src/scripts/assessment/region-suggestion.ts";
import { outcomeOf } from "../../site/src/scripts/assessment/send.ts";
import { answersFromAddress, valuesFromAddress } from "../../site/src/scripts/assessment/source.ts";
import { timeLeft } from "../../site/src/scripts/assessment/time-left.ts";
import { salaryText, typedSalary } from "../../site/src/scripts/result/salary.ts";
import { addressOf, stateInAddress } from "../../site/src/scripts/result/what-if-state.ts";
import { smallEdition } from "./small-edition.ts";

function problem(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

describe("an answer of the API", () => {
  it("leads on to the result when the submission is accepted, first time or again", async () => {
    for (const status of [200, 201])
      expect(await outcomeOf(problem(status, { id: "x", resultUrl: "/r/token" }))).toEqual({
        kind: "accepted",
        resultUrl: "/r/token",
      });
  });

  it("never leads to another site", async () => {
    const outcome = await outcomeOf(problem(201, { resultUrl: "https://elsewhere.example/" }));
    expect(outcome.kind).toBe("failed");
  });

  it("gives mistakes back to their fields", async () => {
    const errors = [{ pointer: "/contact/email", field: "email", message: "Enter your email address." }];
    expect(await outcomeOf(problem(422, { detail: "One field.", errors }))).toEqual({
      kind: "mistakes",
      mistakes: [{ field: "email", message: "Enter your email address." }],
    });
  });

  it("asks for a new proof when the proof was refused", async () => {
    const errors = [{ pointer: "/proof", field: "proof", message: "Too old." }];
    expect((await outcomeOf(problem(422, { errors }))).kind).toBe("proof");
  });

  it("says how long to wait, and that nothing is lost", async () => {
    const outcome = await outcomeOf(problem(429, {}, { "retry-after": "150" }));
    expect(outcome).toEqual({
      kind: "failed",
      message:
        "Too many reports were asked for from your network. Everything you typed is kept. Wait 3 minutes, then press Try again.",
    });
    const broken = await outcomeOf(new Response("<html>", { status: 502 }));
    expect(broken).toMatchObject({ kind: "failed", message: expect.stringContaining("is kept") });
  });

  it("tells a changed sending apart from a repeated one", async () => {
    expect((await outcomeOf(problem(409, {}))).kind).toBe("conflict");
  });
});

describe("what an address brings along", () => {
  it("is the industry, the page before and the campaign", () => {
    const address = "https://site.example/assessment?industry=aviation&utm_source=mail&utm_medium=x&other=1";
    expect(valuesFromAddress(address, "https://site.example/aviation-mro?x=1")).toEqual({
      industry: "aviation",
      page: "/aviation-mro",
      utm_source: "mail",
      utm_medium: "x",
    });
  });

  it("leaves out an unknown industry and a page of another site", () => {
    expect(
      valuesFromAddress("https://site.example/assessment?industry=banking", "https://search.example/q"),
    ).toEqual({});
  });

  it("may be an answer chosen on a landing page, and nothing else", () => {
    expect(answersFromAddress(smallEdition, "#M1=2&step=records&B3=7&ZZ9=1&B1=unknown")).toEqual({
      M1: "2",
      B1: "unknown",
    });
  });
});

describe("a link with open questions", () => {
  it("holds ids only, in the part no server sees", () => {
    const link = linkTo("https://site.example/assessment?industry=aviation#step=result", ["B2", "MRO1"]);
    expect(link).toBe("https://site.example/assessment#ask=B2.MRO1");
    expect(idsInAddress(smallEdition, new URL(link).hash)).toEqual(["MRO1"]);
  });
});

describe("the time left", () => {
  it("is the computed time of the path at the start and falls with each answer", () => {
    const visitor = { industry: "aviation" as const, infrastructurePeople: 6, answers: {} };
    const start = timeLeft(currentEdition, visitor, {}, "core");
    expect(start.questions).toBe(26);
    expect(start.minutes).toBe(6);
    const answers = Object.fromEntries(
      currentEdition.questions.filter(({ core }) => core).map(({ id }) => [id, 1 as const]),
    );
    const profile = { industry: "aviation", infrastructurePeople: "6", role: "owner" };
    expect(timeLeft(currentEdition, { ...visitor, answers }, profile, "core")).toEqual({
      questions: 0,
      minutes: 1,
    });
    expect(timeLeft(currentEdition, { ...visitor, answers }, profile, "rest").questions).toBe(18);
  });
});

describe("the region a clock suggests", () => {
  it("is one of the four, or none where the zone says too little", () => {
    const zones = [
      "America/Chicago",
      "America/Toronto",
      "Europe/Berlin",
      "Europe/London",
      "Europe/Zurich",
      "Asia/Tokyo",
    ];
    expect(zones.map(regionOfZone)).toEqual(["us", null, "eu", "uk", "other", null]);
  });
});

describe("what-if in the address", () => {
  it("comes back as it was written, without ids that are not offered", () => {
    const state = { done: ["R01", "R10"], after: 365 as const };
    expect(stateInAddress(addressOf(state), ["R10", "R01", "R02"])).toEqual({
      done: ["R10", "R01"],
      after: 365,
    });
    expect(stateInAddress("#done=R99&after=7", ["R01"])).toEqual({ done: [], after: 90 });
    expect(addressOf({ done: [], after: 30 })).toBe("");
  });
});

describe("a salary typed on the report", () => {
  it("is read the way people write it", () => {
    expect(["95,000", "95 000", " 95000 ", "95k", "0", ""].map(typedSalary)).toEqual([
      95_000,
      95_000,
      95_000,
      null,
      null,
      null,
    ]);
  });

  it("gives the cost of one departure, and a yearly figure from three people up", () => {
    expect(salaryText("95,000", 6)).toContain("planning 48,000");
    expect(salaryText("95,000", 6)).toContain("In a year");
    expect(salaryText("95,000", 2)).not.toContain("In a year");
    expect(salaryText("", 6)).toBe("");
    expect(salaryText("much", 6)).toBe("Enter a yearly salary as a number, or leave it empty.");
  });
});
