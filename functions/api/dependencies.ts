import type { Context } from "hono";
import type { BookingSecrets } from "#functions/bookings/booking.ts";
import type { Log } from "#functions/log.ts";
import type { Secrets } from "#functions/secrets.ts";
import type { Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

/** Everything the app touches beyond its request. */
export interface ApiDependencies {
  table: Table;
  secrets: Secrets;
  config: FunnelConfig;
  /** Public address, without a trailing slash; https turns HSTS on. */
  siteUrl: string;
  submissionsPerSourcePerHour: number;
  now: () => Date;
  log: Log;
  /** The built page that rendered pages are put into, with `{{title}}` and `<!--page-->` to fill. */
  shell: () => string;
  /** Called after an assessment has got a step to do; must not throw. Nothing on AWS, where the table's stream tells. */
  stepsOwed: (assessmentId: string) => void;
  /** The network source of a request, for the limit; stored only as a keyed hash. */
  sourceOf: (context: Context) => string;
  /** What each calendar signs its webhook with; one left out is not listened to. */
  bookingSecrets?: BookingSecrets;
  /** Work behind one challenge: iterations of PBKDF2 for each try. */
  proofCost?: number;
  /** Paths of the pages whose events are counted; none where left out. */
  pages?: ReadonlySet<string>;
  /** What CloudFront sends with each request; left out where nothing stands in front, as on one machine. */
  originSecrets?: readonly string[];
}

export type AppEnvironment = { Variables: { requestId: string } };
