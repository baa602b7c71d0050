import { describe, expect, it } from "vitest";
import { tact } from "#shared/models/sales-caution.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { buildDossier, type DossierInput } from "#shared/sales/dossier.ts";
import type { LeadRecord } from "#shared/sales/lead-record.ts";
import { score } from "#shared/scoring/score.ts";
import { goldenCase } from "../scoring/golden-cases.ts";

const { industry, infrastructurePeople, answers } = goldenCase("MRO, everything answered");
const respondent = { industry, infrastructurePeople };

const record: LeadRecord = {
  edition: currentEdition,
  answers,
  profile: { ...respondent, headcount: "50-249", role: "quality", region: "us" },
  contact: {
    email: "jo@aero.example",
    organisation: "Aéro Łódź",
    name: "Jo Example",
    phone: "+1 555 010 0100",
  },
  consent: { followUps: true, reportOnly: false },
  scorecard: score(currentEdition, answers, respondent),
  actions: [],
};

const input: DossierInput = {
  record,
  suppressed: false,
  occasion: "new",
  regions: { regionsServed: ["us"], regionsReachable: ["eu"] },
  links: {
    report: "https://remotesupport.example/r/token",
    console: "https://remotesupport.example/console/leads/1",
  },
  receivedAt: new Date("2026-11-24T09:26:00Z"),
  now: new Date("2026-11-24T09:30:00Z"),
};

const dossier = (changes: Partial<DossierInput> = {}, lead: Partial<LeadRecord> = {}) =>
  buildDossier({ ...input, ...changes, record: { ...record, ...lead } });
const reportOnly = { consent: { followUps: false, reportOnly: true } };

describe("a dossier", () => {
  it("says who, how good and since when in its heading, and who they are below", () => {
    expect(dossier()).toMatchObject({
      heading: "B · Aéro Łódź · 4 minutes",
      news: null,
      who: "Jo Example, Quality lead · Aviation maintenance (MRO)",
      say: "“Which finding would you challenge?”",
    });
    expect(dossier({}, { contact: { email: "jo@aero.example", organisation: "X" } }).who).toMatch(
      /^no name, /,
    );
  });

  it("gives fit, need and intent as the reasons, the consent of the form among them", () => {
    expect(dossier().why).toMatch(/^Fit \d+\/40: aviation, .+; Need \d+\/40: .+; Intent 3\/20: consent$/);
  });

  it("offers the call only with a number, and a mail of its own with its subject", () => {
    expect(dossier()).toMatchObject({
      contact: "call, or write once",
      phone: { number: "+1 555 010 0100", href: "tel:+15550100100" },
      links: { reply: "mailto:jo@aero.example?subject=Your%20Digital%20Readiness%20Report" },
    });
    expect(dossier({}, { contact: { email: "jo@aero.example", organisation: "X" } })).toMatchObject({
      contact: "write once",
      phone: null,
    });
  });

  it("carries no way to reach a report-only lead, until they ask for a meeting from a confirmed address", () => {
    const closed = dossier({}, reportOnly);
    expect(closed.contact).toBe("report only: no outreach");
    expect(JSON.stringify(closed)).not.toMatch(/mailto|tel:|jo@aero|555/);
    const asked = dossier({}, { ...reportOnly, actions: ["booking", "confirmed"] });
    expect(asked.links.reply).toContain("mailto:jo@aero.example");
  });

  it("gives a suppressed address no letter and no way to reach it", () => {
    const stopped = dossier({ suppressed: true });
    expect(stopped.heading).toMatch(/^– · /);
    expect(stopped.contact).toBe("none: this address gets no more mail");
    expect(JSON.stringify(stopped)).not.toMatch(/mailto|tel:|jo@aero|555|Fit/);
  });

  it("shows the band with tact from five people, and below only that it is hidden", () => {
    const small = { ...record.profile, infrastructurePeople: 4 };
    expect(dossier()).toMatchObject({ team: expect.stringMatching(/^\d+ · \w+: listen$/), tact });
    expect(dossier({}, { profile: small })).toMatchObject({ team: "4 · hidden under 5: listen", tact: null });
    const outside = { ...record.profile, infrastructurePeople: 0 };
    expect(dossier({}, { profile: outside })).toMatchObject({ team: "all outside: listen", tact: null });
  });

  it.each([
    ["confirmed", "confirmed", "Confirmed the address: A, was B."],
    ["booking", "booked a meeting", "Asked for a meeting: still A."],
    ["what-if", "tried the what-if", "Tried steps in the what-if (never say that you saw it): still A."],
  ] as const)("says what %s changed", (occasion, words, news) => {
    const worst = goldenCase("everything at the bottom").answers;
    const scorecard = score(currentEdition, worst, respondent);
    const actions = ["confirmed", "what-if", "booking"] as const;
    const hot = dossier({ occasion }, { answers: worst, scorecard, actions });
    expect(hot).toMatchObject({ heading: `A · Aéro Łódź · ${words}`, news });
  });

  it("says that nobody has taken up a lead of grade A", () => {
    expect(dossier({ occasion: "untouched" })).toMatchObject({
      heading: "B · Aéro Łódź · nobody has called",
      news: "Grade A, and nobody has taken it up.",
    });
  });
});
