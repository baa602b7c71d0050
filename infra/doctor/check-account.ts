import { GetAccountSettingsCommand } from "@aws-sdk/client-lambda";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { type Finding, good, look, must } from "./finding.ts";
import type { Patient } from "./patient.ts";

/** At fewer, a busy minute of one function starves the rest. */
const enoughAtOnce = 100;

/** Whose account it is, and whether it may run enough functions at once. */
export async function checkAccount({ aws, values }: Patient): Promise<Finding[]> {
  const { account, region } = values.deployment;
  const { Account = "unknown" } = await aws.sts.send(new GetCallerIdentityCommand({}));
  const { AccountLimit } = await aws.lambda.send(new GetAccountSettingsCommand({}));
  const atOnce = AccountLimit?.ConcurrentExecutions ?? 0;
  return [
    account === null
      ? look(
          `signed in to account ${Account}, region ${region}`,
          `set deployment.${values.stage}.account to "${Account}", so that nobody deploys to another by mistake`,
        )
      : must(
          account === Account,
          `signed in to account ${Account}, region ${region}`,
          `signed in to account ${Account}, but deployment.${values.stage}.account is ${account}`,
          "sign in to the other account: export AWS_PROFILE=…",
        ),
    atOnce >= enoughAtOnce
      ? good(`Lambda may run ${atOnce} functions at once`)
      : look(
          `Lambda may run ${atOnce} functions at once`,
          "ask for 1,000 under Service Quotas, AWS Lambda, Concurrent executions; it takes hours",
        ),
  ];
}
