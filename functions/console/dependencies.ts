import type { ConsoleSecrets } from "#functions/console/console-secrets.ts";
import type { Role } from "#functions/console/sign-in/identity.ts";
import type { Issuer } from "#functions/console/sign-in/issuer.ts";
import type { OpenIdSettings } from "#functions/console/sign-in/openid-settings.ts";
import type { Log } from "#functions/log.ts";
import type { Secrets } from "#functions/secrets.ts";
import type { Person } from "#functions/store/sales-record.ts";
import type { Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

/** Everything the console touches beyond its request. */
export interface ConsoleDependencies {
  table: Table;
  secrets: Pick<Secrets, "address" | "token">;
  consoleSecrets: ConsoleSecrets;
  config: FunnelConfig;
  /** Public address, without a trailing slash; https makes cookies secure. */
  siteUrl: string;
  openId: OpenIdSettings;
  issuer: Issuer;
  now: () => Date;
  log: Log;
  /** The built page whose head the console shares. */
  shell: () => string;
  /** Called after an assessment has got a step to do; must not throw. */
  stepsOwed: (assessmentId: string) => void;
  /** In bytes, for a file that is sent in one piece; left out where any length can be sent. */
  longestExport?: number;
  /** What CloudFront sends with each request; left out where nothing stands in front, as on one machine. */
  originSecrets?: readonly string[];
}

/** Who is signed in, known to every route but those of the sign-in. */
export interface Visitor {
  person: Person;
  role: Role;
  sessionHash: string;
  /** Goes with every form. */
  formToken: string;
  /** Whether single keys do something. */
  shortcuts: boolean;
}

export type ConsoleEnvironment = { Variables: { requestId: string; visitor: Visitor } };
