import { bookingLink } from "#functions/bookings/booking-link.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { findEdition } from "#shared/questions/index.ts";
import { buildReport } from "#shared/report/build-report.ts";
import type { Report } from "#shared/report/report.ts";
import type { PulseInReport } from "#shared/report/report-input.ts";

/** Returns the report of an accepted assessment; the scores are those frozen with it. */
export function reportOf(
  assessment: Assessment,
  config: FunnelConfig,
  variant: Report["variant"],
  pulse?: PulseInReport,
): Report {
  const { answers, profile, scorecard, contact, createdAt, earlier } = assessment;
  return buildReport({
    edition: findEdition(assessment.edition),
    answers,
    profile,
    scorecard,
    organisation: contact.organisation,
    date: createdAt.slice(0, 10),
    config,
    earlier: earlier && { measurement: earlier, edition: findEdition(earlier.edition) },
    pulse,
    variant,
  });
}

/** Returns the whole report as its owner gets it: a meeting booked from it is known to be theirs. */
export function ownReportOf(
  assessment: Assessment,
  config: FunnelConfig,
  tokenSecret: string,
  pulse?: PulseInReport,
): Report {
  const { bookingUrl } = config.sales;
  if (bookingUrl === null) return reportOf(assessment, config, "full", pulse);
  const sales = { ...config.sales, bookingUrl: bookingLink(bookingUrl, tokenSecret, assessment) };
  return reportOf(assessment, { ...config, sales }, "full", pulse);
}
