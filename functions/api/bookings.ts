import type { OpenAPIHono } from "@hono/zod-openapi";
import { countOutcome } from "#functions/api/counted-event.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { ApiProblem } from "#functions/api/problem.ts";
import type { BookingMessage } from "#functions/bookings/booking.ts";
import { cal } from "#functions/bookings/cal.ts";
import { calendly } from "#functions/bookings/calendly.ts";
import { settleBooking } from "#functions/bookings/settle-booking.ts";

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

async function settle(dependencies: ApiDependencies, message: BookingMessage): Promise<void> {
  if (message.kind === "ignored") return;
  if (message.kind === "unreadable")
    throw new ApiProblem(422, "Unprocessable Content", "Send the webhook without a payload template.");
  const result = await settleBooking(dependencies, message.booking);
  dependencies.log.info("booking received", {
    result: result.kind,
    assessment: result.kind === "unknown" ? null : result.lead.id,
  });
  if (result.kind !== "booked") return;
  dependencies.stepsOwed(result.lead.id);
  await countOutcome(dependencies, "booked", result.lead.source);
}

/**
 * POST /api/bookings/cal and /api/bookings/calendly: a calendar tells of a booked meeting. Without a secret there is
 * nothing here; a meeting of nobody we know is taken, too, or the calendar would go on telling.
 */
export function bookings(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  for (const calendar of [cal, calendly]) {
    const secret = dependencies.bookingSecrets?.[calendar.name];
    if (secret === undefined) continue;
    app.post(`/api/bookings/${calendar.name}`, async (context) => {
      const body = await context.req.text();
      const header = (name: string) => context.req.header(name);
      if (!calendar.isSigned({ body, header }, secret, dependencies.now()))
        throw new ApiProblem(401, "Unauthorized", "The signature does not fit this body and our secret.");
      await settle(dependencies, calendar.read(parsed(body)));
      return context.body(null, 204, { "Cache-Control": "no-store" });
    });
  }
}
