import { describe, expect, it } from "vitest";
import { industries } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { minutes } from "#shared/reading-time.ts";
import { formOutline } from "#shared/views/form/form-outline.ts";
import { timeLeft } from "#shared/views/form/time-left.ts";
import { idsInAddress, linkTo } from "../../site/src/scripts/assessment/open-link.ts";
import { regionOfZone } from "../../site/src/scripts/assessment/region-suggestion.ts";
import { failureOf, outcomeOf } from "../../site/src/scripts/assessment/send.ts";
import { salaryText, typedSalary } from "../../site/src/scripts/result/salary.ts";
import { addressOf, stateInAddress } from "../../site/src/scripts/result/what-if-state.ts";
import { smallEdition } from "./small-edition.ts";

const outline = formOutline(currentEdition);

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
    for (const resultUrl of ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert()", 7])
      expect((await outcomeOf(problem(201, { resultUrl }))).kind).toBe("failed");
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
    for (const status of [400, 413, 415, 422, 429, 500, 502, 503])
      expect(await outcomeOf(new Response("<html>", { status }))).toMatchObject({
        kind: "failed",
        message: expect.stringContaining("is kept"),
      });
    expect(await outcomeOf(problem(503, {}, { "retry-after": "60" }))).toMatchObject({
      message: expect.stringContaining("Wait a minute, then press Try again."),
    });
  });

  it("tells a changed sending apart from a repeated one", async () => {
    expect((await outcomeOf(problem(409, {}))).kind).toBe("conflict");
  });
});

describe("a request that fails", () => {
  it("tells offline, late and out of reach apart, and says each time that nothing is lost", () => {
    const messages = [
      failureOf(new TypeError("failed"), false),
      failureOf(new TypeError("failed"), true),
      failureOf(new DOMException("late", "TimeoutError"), true),
    ].map((outcome) => (outcome.kind === "failed" ? outcome.message : ""));
    expect(messages.map((message) => message.split(".")[0])).toEqual([
      "You are offline",
      "We could not reach the server",
      "The server did not answer in time",
    ]);
    for (const message of messages) expect(message).toMatch(/is kept.*[Pp]ress Try again/);
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
    const start = timeLeft(outline, visitor, {}, "core");
    expect(start.questions).toBe(26);
    expect(start.minutes).toBe(6);
    const answers = Object.fromEntries(
      currentEdition.questions.filter(({ core }) => core).map(({ id }) => [id, 1 as const]),
    );
    const profile = { industry: "aviation", infrastructurePeople: "6", role: "owner" };
    expect(timeLeft(outline, { ...visitor, answers }, profile, "core")).toEqual({
      questions: 0,
      minutes: 1,
    });
    expect(timeLeft(outline, { ...visitor, answers }, profile, "rest").questions).toBe(18);
  });

  it("is what the landing pages promise, whatever the industry, and never less before it is known", () => {
    const nobody = { infrastructurePeople: null, answers: {} };
    const promised = industries.map((industry) => minutes(currentEdition, industry, "core"));
    const told = industries.map((industry) => timeLeft(outline, { ...nobody, industry }, {}, "core").minutes);
    expect(told).toEqual(promised);
    expect(timeLeft(outline, { ...nobody, industry: null }, {}, "core").minutes).toBe(Math.max(...promised));
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
