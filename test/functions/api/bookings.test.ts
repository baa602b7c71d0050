import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookingLink } from "#functions/bookings/booking-link.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { privatePath } from "#functions/tokens.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testSecrets } from "../test-app.ts";

const secrets = { cal: "what Cal.com signs with", calendly: "what Calendly signs with" };
let services: LocalServices;
let app: TestApp;
beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table, { bookingSecrets: secrets });
});
afterAll(() => services.stop());

async function stored(id: string): Promise<Assessment> {
  const assessment = await readAssessment(services.table, id);
  if (assessment === null) throw new Error(`There is no assessment ${id}.`);
  return assessment;
}

async function newLead(): Promise<Assessment> {
  return stored((await submitWithProof(app, sampleSubmission())).id);
}

const confirm = (lead: Assessment) => app.post(`${privatePath(testSecrets.token, lead, "report")}/confirm`);

/** What comes back from the page our link leads to. */
function referenceOf(lead: Assessment): string {
  const link = new URL(
    bookingLink("https://calendar.example/us/30min?month=2026-11", testSecrets.token, lead),
  );
  expect(link.searchParams.get("utm_content")).toBe(link.searchParams.get("metadata[lead]"));
  return link.searchParams.get("utm_content") ?? "";
}

interface Told {
  email?: string;
  reference?: string | undefined;
}

/** The parts of the documented messages that matter, and some that do not. */
const calBody = ({ email = "somebody@example.com", reference }: Told, triggerEvent = "BOOKING_CREATED") => ({
  triggerEvent,
  createdAt: "2026-11-25T09:30:00.538Z",
  payload: {
    type: "30min",
    title: "30min between Sales and Somebody",
    organizer: { email: "sales@remotesupport.example", name: "Sales", timeZone: "America/New_York" },
    responses: { name: { label: "your_name", value: "Somebody" } },
    attendees: [{ email, name: "Somebody", timeZone: "America/Chicago" }],
    uid: crypto.randomUUID(),
    metadata: reference === undefined ? {} : { lead: reference },
    status: "ACCEPTED",
  },
});
const calendlyBody = ({ email = "somebody@example.com", reference }: Told, event = "invitee.created") => ({
  event,
  created_at: "2026-11-25T09:30:00.000000Z",
  payload: {
    email,
    name: "Somebody",
    status: "active",
    rescheduled: false,
    tracking: { utm_campaign: null, utm_source: null, utm_content: reference ?? null, salesforce_uuid: null },
    uri: `https://api.calendly.com/scheduled_events/${crypto.randomUUID()}/invitees/1`,
  },
});

const hmac = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest("hex");
const seconds = (offset = 0) => String(Math.floor(Date.now() / 1000) + offset);

function sendCal(message: unknown, secret: string = secrets.cal) {
  const body = JSON.stringify(message);
  const headers = { "content-type": "application/json", "x-cal-signature-256": hmac(secret, body) };
  return app.request("/api/bookings/cal", { method: "POST", body, headers });
}
function sendCalendly(message: unknown, secret: string = secrets.calendly, time = seconds()) {
  const body = JSON.stringify(message);
  const signature = `t=${time},v1=${hmac(secret, `${time}.${body}`)}`;
  const headers = { "content-type": "application/json", "calendly-webhook-signature": signature };
  return app.request("/api/bookings/calendly", { method: "POST", body, headers });
}

describe.each([
  ["Cal.com", (told: Told) => calBody(told), sendCal],
  ["Calendly", (told: Told) => calendlyBody(told), sendCalendly],
] as const)("a booking from %s", (_, bodyOf, send) => {
  it("sets the status by the reference of our link and tells sales, once however often it comes", async () => {
    const lead = await newLead();
    const message = bodyOf({ reference: referenceOf(lead) });
    expect((await send(message)).status).toBe(204);
    const after = await stored(lead.id);
    expect([after.status, Object.keys(after.actions)]).toEqual(["booked", ["booking"]]);
    expect(after.followUpsStopped).toMatchObject({ by: "booking" });
    expect(after.steps.filter(({ name }) => name === "sales-notice-booking")).toHaveLength(1);
    expect(app.owed.filter((id) => id === lead.id)).toHaveLength(2);

    expect((await send(message)).status).toBe(204);
    expect((await send(bodyOf({ reference: referenceOf(lead) }))).status).toBe(204);
    expect(await stored(lead.id)).toEqual(after);
  });

  it("finds the lead by its address only when the address was confirmed", async () => {
    const lead = await newLead();
    const { email } = lead.contact;
    expect((await send(bodyOf({ email }))).status).toBe(204);
    expect((await stored(lead.id)).status).toBe("new");
    const stopped = await newLead();
    await app.post(`${privatePath(testSecrets.token, stopped, "report")}/not-me`);
    await confirm(stopped);
    await send(bodyOf({ email: stopped.contact.email }));
    expect((await stored(stopped.id)).status).toBe("new");
    await confirm(lead);
    await send(bodyOf({ email: email.toUpperCase(), reference: "a campaign of somebody's" }));
    expect((await stored(lead.id)).status).toBe("booked");
  });

  it("goes by our reference before the address", async () => {
    const [lead, other] = [await newLead(), await newLead()];
    await confirm(other);
    await send(bodyOf({ email: other.contact.email, reference: referenceOf(lead) }));
    expect([(await stored(lead.id)).status, (await stored(other.id)).status]).toEqual(["booked", "new"]);
  });

  it("is refused with a wrong signature, and changes nothing", async () => {
    const lead = await newLead();
    const message = bodyOf({ reference: referenceOf(lead) });
    expect((await send(message, "another secret")).status).toBe(401);
    expect(await stored(lead.id)).toEqual(lead);
  });

  it("takes no link that was made for something else as the reference", async () => {
    const lead = await newLead();
    const token = privatePath(testSecrets.token, lead, "report").slice("/r/".length);
    expect((await send(bodyOf({ reference: token }))).status).toBe(204);
    expect((await stored(lead.id)).status).toBe("new");
  });

  it("of nobody we know is taken without effect", async () => {
    expect((await send(bodyOf({}))).status).toBe(204);
  });

  it("leaves a lead that is won as it is", async () => {
    const lead = await newLead();
    await changeAssessment(services.table, lead.id, () => ({ status: "won" }));
    await send(bodyOf({ reference: referenceOf(lead) }));
    expect(await stored(lead.id)).toMatchObject({ status: "won", actions: { booking: expect.any(String) } });
  });
});

describe("the booking webhooks", () => {
  it("are not there without a secret", async () => {
    const without = createTestApp(services.table);
    expect((await without.request("/api/bookings/cal", { method: "POST", body: "{}" })).status).toBe(404);
    const onlyCal = createTestApp(services.table, { bookingSecrets: { cal: secrets.cal } });
    expect((await onlyCal.request("/api/bookings/cal", { method: "POST", body: "{}" })).status).toBe(401);
    expect((await onlyCal.request("/api/bookings/calendly", { method: "POST", body: "{}" })).status).toBe(
      404,
    );
  });

  it("refuse an old message of Calendly, and one from the future", async () => {
    const lead = await newLead();
    const message = calendlyBody({ reference: referenceOf(lead) });
    expect((await sendCalendly(message, secrets.calendly, seconds(-600))).status).toBe(401);
    expect((await sendCalendly(message, secrets.calendly, seconds(600))).status).toBe(401);
    expect((await sendCalendly(message, secrets.calendly, "")).status).toBe(401);
    expect((await stored(lead.id)).status).toBe("new");
  });

  it("take what is no booking without effect", async () => {
    const lead = await newLead();
    const reference = referenceOf(lead);
    expect((await sendCal(calBody({ reference }, "BOOKING_CANCELLED"))).status).toBe(204);
    expect((await sendCal({ triggerEvent: "PING", createdAt: "2026-11-25T09:30:00Z" })).status).toBe(204);
    expect((await sendCalendly(calendlyBody({ reference }, "invitee.canceled"))).status).toBe(204);
    expect((await stored(lead.id)).status).toBe("new");
  });

  it("say what is wrong with a signed message in another shape", async () => {
    const answer = await sendCal({ content: "A new event has been scheduled" });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ detail: "Send the webhook without a payload template." });
    expect((await sendCal({ triggerEvent: "BOOKING_CREATED", payload: { attendees: [{}] } })).status).toBe(
      422,
    );
  });
});
