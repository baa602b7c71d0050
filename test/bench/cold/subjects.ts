/** What is started in the cold bench, and the first thing each is asked for. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { insertAssessment, readAssessment } from "#functions/store/assessments.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { buildBundle } from "../../../infra/aws/bundles.ts";
import { localAws } from "../../../infra/local/local-aws.ts";
import type { Deployment } from "../../deployed/emulation/deployment.ts";
import { LambdaFunction } from "../../deployed/emulation/lambda-function.ts";
import { mailEvent, notification } from "../../deployed/emulation/mail-events.ts";
import { signedInStaff } from "../../deployed/staff.ts";
import { visitorOf } from "../../deployed/visitor.ts";
import { sampleSubmission } from "../../functions/sample-submissions.ts";

export interface Subject {
  name: string;
  fn: LambdaFunction;
  /** Asks for something typical and resolves with the answer. */
  ask: () => Promise<unknown>;
}

async function floor(name: string, entry: string, deployment: Deployment): Promise<Subject> {
  const folder = await mkdtemp(path.join(tmpdir(), "floor-"));
  await buildBundle({ entry }, folder);
  const { memorySize, variables, endpoints } = deployment.function("Api").settings;
  const settings = {
    name,
    folder,
    handler: "index.handler",
    memorySize,
    timeoutSeconds: 10,
    variables,
    endpoints,
  };
  const fn = new LambdaFunction(settings);
  return { name, fn, ask: () => fn.invoke({}) };
}

/** Returns a function that stores another assessment with everything still owed, and returns its id. */
function owedCopies(table: Table, id: string): () => Promise<string> {
  return async () => {
    const kept = await readAssessment(table, id);
    if (kept === null) throw new Error("The assessment is gone.");
    const copy = crypto.randomUUID();
    await insertAssessment(table, {
      ...kept,
      id: copy,
      contact: { ...kept.contact, email: `copy-${copy}@example.com` },
      steps: kept.steps.map((step) => ({ ...step, state: "owed" as const, attempts: 0 })),
    });
    return copy;
  };
}

async function answered(response: Promise<Response>): Promise<number> {
  const { status, ...rest } = await response;
  if (status >= 400) throw new Error(`The bench got ${status}: ${JSON.stringify(rest)}`);
  return status;
}

/** Returns the floors and every function of the running deployment. */
export async function coldSubjects(deployment: Deployment): Promise<Subject[]> {
  const [[name = ""] = []] = deployment.template.ofType("AWS::DynamoDB::Table");
  const table = openTable(name, { ...localAws, endpoint: deployment.tableEndpoint });
  // A network of its own for each request: no limit of a source may get into the figures.
  let requests = 0;
  const visitor = visitorOf(deployment, () => {
    requests += 1;
    return `198.18.${requests >> 8}.${requests & 255}`;
  });
  const submission = sampleSubmission();
  const { id, resultUrl } = await visitor.submit(submission);
  await deployment.settled();
  const mail = deployment.mails.find(({ tags }) => tags.step === `${id}_report`);
  const [received] = await visitor.mails(submission.contact.email);
  const reportLink = /\/r\/[\w-]+/.exec(received?.body.text ?? "")?.[0];
  if (mail === undefined || reportLink === undefined)
    throw new Error("The bench's own report was not mailed.");

  const owed = owedCopies(table, id);
  const staff = await signedInStaff(deployment, table);
  const [topic = ""] = deployment.template
    .ofType("AWS::SNS::Subscription")
    .filter(([, { Protocol }]) => Protocol === "lambda")
    .map(([, { TopicArn }]) => String(TopicArn));
  const fn = (functionId: string) => deployment.function(functionId);
  const record = { messageId: "1", body: "", eventSource: "aws:sqs" };
  return [
    await floor("empty handler", "test/bench/cold/floor/empty.ts", deployment),
    await floor("DynamoDB client alone", "test/bench/cold/floor/table-client.ts", deployment),
    { name: "Api: challenge", fn: fn("Api"), ask: () => answered(visitor.get("/api/challenge")) },
    { name: "Api: submission", fn: fn("Api"), ask: () => visitor.submitPlain(sampleSubmission()) },
    { name: "Api: result page", fn: fn("Api"), ask: () => answered(visitor.get(resultUrl)) },
    {
      name: "Documents: PDF",
      fn: fn("Documents"),
      ask: () => answered(visitor.get(`${reportLink}/report.pdf`)),
    },
    { name: "Console: list of leads", fn: fn("Console"), ask: () => answered(staff.get("/console/leads")) },
    {
      name: "Relay",
      fn: fn("Relay"),
      ask: () =>
        fn("Relay").invoke({ Records: [{ dynamodb: { SequenceNumber: "1", NewImage: { id: { S: id } } } }] }),
    },
    {
      name: "Delivery: report and notice",
      fn: fn("Delivery"),
      ask: async () =>
        fn("Delivery").invoke({
          Records: [{ ...record, body: JSON.stringify({ assessmentId: await owed() }) }],
        }),
    },
    {
      name: "Feedback",
      fn: fn("Feedback"),
      ask: () => fn("Feedback").invoke(notification(topic, mailEvent("Send", mail))),
    },
  ];
}
