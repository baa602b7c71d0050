/** `npm run redrive -- prod steps` (or feedback): hands what failed out again, once its cause is mended. */
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { SQSClient, StartMessageMoveTaskCommand } from "@aws-sdk/client-sqs";
import { CommandError, type Deployed, deployedStage, runCommand } from "./command.ts";
import { redriveEvents } from "./redrive-events.ts";

/** SQS moves the messages back to the queue they came from by itself. */
async function redriveSteps({ region, output }: Deployed): Promise<string> {
  const sqs = new SQSClient({ region });
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: output("FailedStepsArn") }));
  return "SQS moves the messages back; the worker takes them as it gets to them.";
}

/** Lambda put whole events aside: each is given to the function again, and deleted when it is done. */
async function redriveFeedback({ region, output }: Deployed): Promise<string> {
  const lambda = new LambdaClient({ region });
  const FunctionName = output("FeedbackFunction");
  const { done, failed } = await redriveEvents(
    new SQSClient({ region }),
    output("FailedFeedbackUrl"),
    async (event) => {
      const { FunctionError } = await lambda.send(
        new InvokeCommand({ FunctionName, Payload: Buffer.from(event) }),
      );
      return FunctionError === undefined;
    },
  );
  return `${done} events done, ${failed} failed again and stay in the queue.`;
}

await runCommand(async ([stage, what]) => {
  const redrive = { steps: redriveSteps, feedback: redriveFeedback }[what ?? ""];
  if (redrive === undefined) throw new CommandError("Say what: npm run redrive -- prod steps, or feedback.");
  process.stdout.write(`${await redrive(await deployedStage(stage))}\n`);
});
