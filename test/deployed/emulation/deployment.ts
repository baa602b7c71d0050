/** The whole assembly running: every function in a process of its own, joined as the template joins them. */
import { createTable } from "#functions/store/create-table.ts";
import { openTable } from "#functions/store/table.ts";
import { localAws } from "../../../infra/local/local-aws.ts";
import { startMailboxServer } from "../../../infra/local/mailbox-server.ts";
import { startTableServer } from "../../../infra/local/table-server.ts";
import type { Assembly } from "./assembly.ts";
import { type Services, startAwsEndpoint } from "./aws-endpoint.ts";
import { Background } from "./background.ts";
import type { Call } from "./calls.ts";
import { Distribution } from "./distribution.ts";
import { connectSources, queuesOf } from "./event-sources.ts";
import { FeedbackTopics } from "./feedback-topics.ts";
import { functionsOf } from "./functions-of.ts";
import { HttpApi } from "./http-api.ts";
import { nameIn, object } from "./json.ts";
import type { LambdaFunction } from "./lambda-function.ts";
import type { SentMail } from "./mail-events.ts";
import type { Queue } from "./queue.ts";
import { type StreamRecord, TableStream } from "./table-stream.ts";
import type { ResolvedTemplate } from "./template.ts";
import { startWebFront } from "./web-front.ts";

export interface DeploymentSettings {
  /** Where the site answers; 0 takes a free port. */
  port: number;
  mailPort: number;
  /** Keeps the table; in memory where left out. */
  tableFolder?: string | undefined;
}

type Closer = () => Promise<void>;

interface Parts {
  stream: TableStream;
  functions: Map<string, LambdaFunction>;
  queues: Map<string, Queue>;
  topics: FeedbackTopics;
}

export class Deployment {
  /** What the functions asked of AWS, oldest first. */
  readonly calls: Call[] = [];
  /** Mails that SES took. */
  readonly mails: SentMail[] = [];
  siteUrl = "";
  mailboxUrl = "";
  tableEndpoint = "";
  private parts: Parts | undefined;
  private readonly background = new Background();
  private readonly closers: Closer[] = [];

  private constructor(private readonly assembly: Assembly) {}

  static async start(assembly: Assembly, settings: DeploymentSettings): Promise<Deployment> {
    const deployment = new Deployment(assembly);
    try {
      await deployment.startParts(settings);
      return deployment;
    } catch (error) {
      await deployment.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }

  get template(): ResolvedTemplate {
    return this.assembly.template;
  }

  get functions(): ReadonlyMap<string, LambdaFunction> {
    return this.running.functions;
  }

  get queues(): ReadonlyMap<string, Queue> {
    return this.running.queues;
  }

  get topics(): FeedbackTopics {
    return this.running.topics;
  }

  /** Returns a function by the id that infra/aws/bundles.ts gives it. */
  function(id: string): LambdaFunction {
    const found = [...this.functions].find(([name]) => name.startsWith(`Functions${id}`));
    if (found === undefined) throw new Error(`The template has no function ${id}.`);
    return found[1];
  }

  /** Tells about each change of the table from now on. */
  onChange(listener: (record: StreamRecord) => void): void {
    this.running.stream.onRecord(listener);
  }

  /** Does what every schedule of the template asks for, once. */
  async runSchedules(): Promise<void> {
    for (const [, { Target }] of this.template.ofType("AWS::Scheduler::Schedule")) {
      const { Arn, Input } = object(Target);
      await this.functions.get(nameIn(Arn))?.invoke(JSON.parse(String(Input)));
    }
  }

  /** Resolves when no message, event or call is under way. */
  settled(): Promise<void> {
    return this.background.done();
  }

  private get running(): Parts {
    if (this.parts === undefined) throw new Error("The deployment has not been started.");
    return this.parts;
  }

  private async startParts({ port, mailPort, tableFolder }: DeploymentSettings): Promise<void> {
    const { assembly, background } = this;
    const services = await this.startServices(tableFolder, mailPort);
    const functions = await functionsOf(assembly, async (id) => {
      const endpoint = await startAwsEndpoint(services, (call) => this.calls.push({ caller: id, ...call }));
      this.closers.push(endpoint.close);
      return endpoint;
    });
    for (const fn of functions.values()) this.closers.push(() => fn.stop());
    const queues = queuesOf(this.template, background);
    this.parts = {
      stream: services.stream,
      functions,
      queues,
      topics: new FeedbackTopics(this.template, functions),
    };
    connectSources({ template: this.template, functions, queues, stream: services.stream, background });
    const front = await startWebFront(
      new Distribution(assembly, new HttpApi(this.template, functions)),
      port,
    );
    this.closers.push(front.close);
    this.siteUrl = front.endpoint;
  }

  /** The stand-ins of DynamoDB, SES and SQS. */
  private async startServices(tableFolder: string | undefined, mailPort: number): Promise<Services> {
    const tableServer = await startTableServer(tableFolder);
    this.closers.push(tableServer.close);
    const mailbox = await startMailboxServer(mailPort);
    this.closers.push(mailbox.close);
    this.tableEndpoint = tableServer.endpoint;
    this.mailboxUrl = mailbox.endpoint;
    for (const [name] of this.template.ofType("AWS::DynamoDB::Table")) {
      const table = openTable(name, { ...localAws, endpoint: this.tableEndpoint });
      await createTable(table);
      table.client.destroy();
    }
    return {
      tableEndpoint: tableServer.endpoint,
      mailEndpoint: mailbox.endpoint,
      stream: new TableStream(tableServer.endpoint),
      enqueue: (queueUrl, body) => this.queues.get(queueUrl.split("/").at(-1) ?? "")?.send(body),
      sent: (mail) => {
        this.mails.push(mail);
        for (const type of ["Send", "Delivery"] as const)
          this.background.start(this.topics.publish(type, mail));
      },
    };
  }
}
