import { DescribeContinuousBackupsCommand, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { GetAccountSettingsCommand } from "@aws-sdk/client-lambda";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Check } from "./examined.ts";
import { fine, fix, look } from "./finding.ts";

/** Below it a mailing to a few thousand people turns visitors away; a new account has 10. */
const enoughConcurrency = 100;

/** The account that whoever asks is signed in to, and its region. */
export const account: Check = async ({ aws, values: { deployment, stage }, region }) => {
  const { Account } = await aws.sts.send(new GetCallerIdentityCommand({}));
  if (deployment.account !== null && Account !== deployment.account)
    return [
      fix(
        "account",
        `signed in to ${Account}, and ${stage} belongs to ${deployment.account}`,
        "sign in to the right account (aws sso login, AWS_PROFILE)",
      ),
    ];
  return [fine("account", `${Account}, ${region}`)];
};

/** How many functions the account may run at once. */
export const concurrency: Check = async ({ aws }) => {
  const { AccountLimit } = await aws.lambda.send(new GetAccountSettingsCommand({}));
  const limit = AccountLimit?.ConcurrentExecutions ?? 0;
  if (limit >= enoughConcurrency) return [fine("functions", `${limit} may run at once`)];
  return [
    fix(
      "functions",
      `only ${limit} may run at once in this account; more visitors than that get an error`,
      'ask for 1,000 under Service Quotas, Lambda, "Concurrent executions"; free of charge, granted within hours',
    ),
  ];
};

/** That what people sent can neither be deleted by accident nor be lost. */
export const table: Check = async ({ aws, output, values: { stage } }) => {
  const TableName = output("TableName");
  const [{ Table }, { ContinuousBackupsDescription }] = await Promise.all([
    aws.dynamo.send(new DescribeTableCommand({ TableName })),
    aws.dynamo.send(new DescribeContinuousBackupsCommand({ TableName })),
  ]);
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  const again = "npm run deploy sets it again; find out who changed it";
  return [
    recovery === "ENABLED"
      ? fine("backup", "every second of the last 35 days can be restored")
      : fix("backup", "point-in-time recovery is off: a lost item stays lost", again),
    Table?.DeletionProtectionEnabled === true
      ? fine("table", `${TableName} cannot be deleted by accident`)
      : (stage === "prod" ? fix : look)("table", `${TableName} may be deleted by anybody who may`, again),
  ];
};
