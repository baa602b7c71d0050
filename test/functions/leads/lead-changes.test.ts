import { describe, expect, it } from "vitest";
import { afterAction, afterStatus, afterSuppression, newLead } from "#functions/leads/lead-changes.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { held } from "#functions/store/held-steps.ts";
import type { RecordedAction } from "#functions/store/lead-actions.ts";
import { type FunnelConfig, parseFunnelConfig } from "#shared/funnel-config.ts";
import { testConfig } from "../test-app.ts";
import { storedLead } from "./stored-lead.ts";

const now = new Date("2030-06-12T12:00:00.000Z");
const later = new Date("2030-06-12T12:05:00.000Z");

/** Everything on. */
const config: FunnelConfig = parseFunnelConfig({
  ...testConfig,
  sales: {
    ...testConfig.sales,
    notices: { slack: true, teams: true, responseClock: { hours: 4 }, dailyDigest: null },
  },
  webhooks: { events: ["lead.created", "lead.confirmed", "lead.changed"] },
});

const submitted = storedLead();

const arrived = (settings = config, suppressed = false) =>
  newLead(submitted, { config: settings, suppressed, now });
const names = ({ steps }: Pick<Assessment, "steps">) => steps.map(({ name }) => name);

function act(lead: Assessment, action: RecordedAction, settings = config): Assessment {
  const changes = afterAction(lead, action, { config: settings, suppressed: false, now: later });
  return { ...lead, ...changes };
}

describe("a new lead", () => {
  it("has its grade, and is told of by mail only unless more is set up", () => {
    const lead = arrived(testConfig);
    expect([lead.grade, names(lead)]).toEqual(["B", ["sales-notice"]]);
  });

  it("is told to every channel and system that is set up", () => {
    expect(names(arrived())).toEqual(["sales-notice", "slack-notice", "teams-notice", "webhook-created"]);
  });

  it("has no grade at a suppressed address", () => {
    expect(arrived(config, true).grade).toBeNull();
  });

  it("is A at once, and on the clock, at an address confirmed before", () => {
    const known = { ...submitted, actions: { confirmed: now.toISOString() } };
    const lead = newLead(known, { config, suppressed: false, now });
    expect(lead.grade).toBe("A");
    expect(names(lead)).toContain("sales-notice-untouched");
  });
});

describe("an act of the prospect's own", () => {
  it.each([
    ["confirmed", ["sales-notice-confirmed", "slack-notice-confirmed", "teams-notice-confirmed"]],
    ["what-if", ["sales-notice-what-if", "slack-notice-what-if", "teams-notice-what-if"]],
    ["booking", ["sales-notice-booking", "slack-notice-booking", "teams-notice-booking"]],
    ["export", []],
  ] as const)("%s is kept with its time and told of", (action, told) => {
    const lead = act(arrived(), action);
    expect(lead.actions).toEqual({ [action]: later.toISOString() });
    const notices = names(lead).filter((name) => /-notice-(?!untouched)/.test(name));
    expect(notices).toEqual(told);
  });

  it("is never told twice for the same reason, whatever became of the notice", () => {
    const once = act(arrived(), "what-if");
    expect(afterAction(once, "what-if", { config, suppressed: false, now: later })).toBeNull();
    const forgotten = { ...once, actions: {} };
    expect(names(act(forgotten, "what-if")).filter((name) => name === "sales-notice-what-if")).toHaveLength(
      1,
    );
  });

  it("changes the grade, and an A starts the clock once", () => {
    const lead = act(arrived(), "confirmed");
    expect(lead.grade).toBe("A");
    const clock = lead.steps.filter(({ name }) => name === "sales-notice-untouched");
    expect(clock.map(({ state, dueAt }) => [state, dueAt])).toEqual([["owed", "2030-06-12T16:05:00.000Z"]]);
    const again = act(lead, "booking");
    expect(again.steps.filter(({ name }) => name === "sales-notice-untouched")).toEqual(clock);
  });

  it("starts no clock where none is set", () => {
    expect(names(act(arrived(testConfig), "confirmed", testConfig))).toEqual([
      "sales-notice",
      "sales-notice-confirmed",
    ]);
  });

  it("makes a suppressed lead no hotter", () => {
    const context = { config, suppressed: true, now: later };
    const changes = afterAction(arrived(config, true), "booking", context);
    expect(changes).toMatchObject({ grade: null, actions: { booking: later.toISOString() } });
    expect(changes?.steps.some(({ name }) => name.endsWith("-booking"))).toBe(false);
  });

  it("tells another system that the address was confirmed, or else that the lead changed", () => {
    expect(names(act(arrived(), "confirmed"))).toContain("webhook-confirmed");
    expect(names(act(arrived(), "what-if"))).toContain("webhook-changed");
  });
});

describe("a held lead", () => {
  it("tells nobody of anything before somebody has looked", () => {
    const lead = arrived();
    const aside = { ...lead, steps: held(lead.steps) };
    const acted = act(aside, "what-if");
    expect(acted.grade).toBe("B");
    expect(names(acted)).toContain("sales-notice-what-if");
    expect(new Set(acted.steps.map(({ state }) => state))).toEqual(new Set(["held"]));
  });
});

describe("the webhook of a change", () => {
  const changedStep = ({ steps }: Pick<Assessment, "steps">) =>
    steps.filter(({ name }) => name === "webhook-changed");

  it("is one step that is owed anew, as a message of its own, at each change", () => {
    const once = act(arrived(), "what-if");
    const sent = {
      ...once,
      steps: once.steps.map((step) => ({ ...step, state: "done" as const, attempts: 2 })),
    };
    const twice = { ...sent, ...afterStatus(sent, "contacted", { config, now: later }) };
    expect(twice.status).toBe("contacted");
    expect(changedStep(twice)).toMatchObject([
      {
        name: "webhook-changed",
        state: "owed",
        attempts: 0,
        dueAt: later.toISOString(),
        lastError: null,
        event: { number: 2, at: later.toISOString() },
      },
    ]);
  });

  it("is owed for no change at all, and for no event that was not asked for", () => {
    expect(afterStatus(arrived(), "new", { config, now })).toBeNull();
    const created = parseFunnelConfig({ ...config, webhooks: { events: ["lead.created"] } });
    expect(changedStep(act(arrived(created), "what-if", created))).toEqual([]);
  });

  it("tells that a suppressed lead lost its grade, once", () => {
    const changes = afterSuppression(arrived(), { config, now });
    expect(changes?.grade).toBeNull();
    expect(changedStep({ steps: changes?.steps ?? [] })).toHaveLength(1);
    expect(afterSuppression(arrived(config, true), { config, now })).toBeNull();
  });
});
