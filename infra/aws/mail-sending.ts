import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { failedQueue } from "./delivery-pipeline.ts";
import type { DeploymentValues } from "./deployment-values.ts";
import type { FunnelFunction } from "./funnel-function.ts";
import { SendingDomain } from "./sending-domain.ts";

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);

/** No opens and no clicks: nobody is watched reading. */
const events = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.RENDERING_FAILURE,
];

/** What SES needs to send: the domains of both senders, and a configuration set for each kind of mail. */
export class MailSending extends Construct {
  readonly requested: ConfigurationSet;
  readonly followUps: ConfigurationSet;
  /** SES publishes here what became of each mail. */
  readonly events: Topic;
  /** Events that feedback could not write down after three tries. */
  readonly failed: Queue;
  private readonly from: Record<"requested" | "followUps", string>;

  constructor(scope: Construct, id: string, { config, deployment }: DeploymentValues) {
    super(scope, id);
    const { reportFrom, followUpFrom } = config.mail;
    this.from = { requested: reportFrom, followUps: followUpFrom };
    // Two sets: a complaint about one kind of mail must not weigh on the other.
    this.requested = this.configurationSet("Requested");
    this.followUps = this.configurationSet("FollowUps");
    this.events = new Topic(this, "Events", { enforceSSL: true });
    this.failed = failedQueue(this, "FailedFeedback");
    for (const [setId, set] of Object.entries({ Requested: this.requested, FollowUps: this.followUps }))
      set.addEventDestination(`${setId}Events`, {
        destination: EventDestination.snsTopic(this.events),
        events,
      });
    if (deployment.mailIdentities === "create")
      for (const domain of new Set([domainOf(reportFrom), domainOf(followUpFrom)]))
        new SendingDomain(this, domain, Stack.of(this).region);
  }

  /** Allows each kind of mail from its own sender, through its own configuration set, and as nobody else. */
  allowSending(sender: FunnelFunction): void {
    for (const kind of ["requested", "followUps"] as const)
      sender.addToRolePolicy(
        new PolicyStatement({
          actions: ["ses:SendRawEmail"],
          // In the SES sandbox a recipient's own identity is checked too; the condition is what binds the sender.
          resources: [
            this.arn("identity", "*"),
            this.arn("configuration-set", this[kind].configurationSetName),
          ],
          conditions: { StringEquals: { "ses:FromAddress": this.from[kind] } },
        }),
      );
  }

  /** Tells this function what became of each mail. */
  reportTo(feedback: FunnelFunction): void {
    feedback.addEnvironment("FEEDBACK_TOPIC_ARN", this.events.topicArn);
    this.events.addSubscription(new LambdaSubscription(feedback));
  }

  private arn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: "ses", resource, resourceName });
  }

  private configurationSet(id: string): ConfigurationSet {
    return new ConfigurationSet(this, id, {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      // A report names a firm's weak spots: no server may be handed it in clear text.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
  }
}
