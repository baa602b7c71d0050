/** The queues, and what Lambda reads for the functions: queues and the table's stream, each as the template says. */
import type { Background } from "./background.ts";
import { matchesPattern } from "./event-pattern.ts";
import { list, nameIn, object, type Properties, texts } from "./json.ts";
import type { LambdaFunction } from "./lambda-function.ts";
import { failuresIn, Queue } from "./queue.ts";
import type { StreamRecord, TableStream } from "./table-stream.ts";
import { account, type Json, type ResolvedTemplate, region } from "./template.ts";

/** Returns the queues of the template by name. */
export function queuesOf(template: ResolvedTemplate, background: Background): Map<string, Queue> {
  return new Map(
    template.ofType("AWS::SQS::Queue").map(([name, { RedrivePolicy }]) => {
      const tries = Number(object(RedrivePolicy).maxReceiveCount ?? Number.POSITIVE_INFINITY);
      return [name, new Queue(`arn:aws:sqs:${region}:${account}:${name}`, tries, background)];
    }),
  );
}

interface Sources {
  template: ResolvedTemplate;
  functions: ReadonlyMap<string, LambdaFunction>;
  queues: ReadonlyMap<string, Queue>;
  stream: TableStream;
  background: Background;
}

/** Starts every event source mapping of the template. */
export function connectSources({ template, functions, queues, stream, background }: Sources): void {
  for (const [id, source] of template.ofType("AWS::Lambda::EventSourceMapping")) {
    const worker = functions.get(String(source.FunctionName));
    if (worker === undefined) throw new Error(`The event source ${id} leads to no function.`);
    const arn = String(source.EventSourceArn);
    const reportsFailures = texts(source.FunctionResponseTypes).includes("ReportBatchItemFailures");
    const queue = queues.get(nameIn(arn));
    if (queue !== undefined)
      queue.consumeWith({ worker, batchSize: Number(source.BatchSize), reportsFailures });
    else followStream(stream, worker, arn, source, background);
  }
}

/** Hands on each record that one of the filters lets through, as often as the source may try. */
function followStream(
  stream: TableStream,
  reader: LambdaFunction,
  arn: string,
  source: Properties,
  background: Background,
): void {
  const filters = list(object(source.FilterCriteria).Filters).map(
    ({ Pattern }): Json => JSON.parse(String(Pattern)),
  );
  const hand = async (record: StreamRecord) => {
    const event = { Records: [{ ...record, awsRegion: region, eventSourceARN: arn }] };
    for (let tried = 0; tried <= Number(source.MaximumRetryAttempts); tried += 1) {
      const answer = await reader.invoke(event).catch(() => null);
      if (answer !== null && failuresIn(answer).length === 0) return;
    }
  };
  stream.onRecord((record) => {
    if (filters.some((pattern) => matchesPattern(pattern, record))) background.start(hand(record));
  });
}
