/**
 * `npm run attack`: 1,000 submissions name 10 strangers from 50 sources. Prints what came of it; fails when a stranger
 * got more than one mail on any day. Another seed: `npm run attack -- 7`.
 */
import { createComposer } from "#functions/delivery/compose-step.ts";
import { startLocalServices } from "../functions/local-services.ts";
import { testConfig, testSecrets, testSiteUrl } from "../functions/test-app.ts";
import { attack } from "./attack.ts";

const seed = Number(process.argv[2] ?? 1);
const plan = { submissions: 1_000, victims: 10, sources: 50, days: 4, seed };
const compose = createComposer({
  config: testConfig,
  siteUrl: testSiteUrl,
  tokenSecret: testSecrets.token,
  now: () => new Date(),
});

const meanings: Readonly<Record<string, string>> = {
  201: "accepted",
  303: "accepted, plain form",
  422: "refused, no address or a proof that does not hold",
  429: "refused, too many from one source",
};

const print = (line: string) => process.stdout.write(`${line}\n`);
const services = await startLocalServices();
try {
  const { answers, held, deleted, mails, salesNotices } = await attack(services, plan, { compose });
  print(`${plan.submissions} submissions, ${plan.victims} strangers, ${plan.sources} sources, seed ${seed}`);
  for (const [status, count] of Object.entries(answers))
    print(`${status} ${meanings[status] ?? ""}: ${count}`);
  for (const [why, count] of Object.entries(held)) print(`held, ${why}: ${count}`);
  print(`deleted by the attacker after the mail: ${deleted}`);
  print(`notices to sales: ${salesNotices}`);
  print("mails to each stranger on the day of the attack and on the days after:");
  for (const [victim, numbers] of mails.entries()) print(`  ${victim + 1}: ${numbers.join(" ")}`);
  const most = Math.max(...mails.flat());
  print(`most mails to one stranger on one day: ${most}`);
  if (most !== 1) process.exitCode = 1;
} finally {
  await services.stop();
}
