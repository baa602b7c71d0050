import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { DeploymentValues } from "./deployment-values.ts";
import type { FunnelFunction } from "./funnel-function.ts";

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
  private readonly reportFrom: string;

  constructor(scope: Construct, id: string, { config, createsMailIdentities }: DeploymentValues) {
    super(scope, id);
    const { reportFrom, followUpFrom } = config.mail;
    this.reportFrom = reportFrom;
    // Two sets: a complaint about one kind of mail must not weigh on the other.
    this.requested = this.configurationSet("Requested");
    this.followUps = this.configurationSet("FollowUps");
    if (createsMailIdentities)
      for (const domain of new Set([domainOf(reportFrom), domainOf(followUpFrom)]))
        new EmailIdentity(this, domain, { identity: Identity.domain(domain) });
  }

  /** Allows sending as mail.reportFrom and as nobody else. */
  allowRequested(sender: FunnelFunction): void {
    sender.addToRolePolicy(
      new PolicyStatement({
        actions: ["ses:SendRawEmail"],
        // In the SES sandbox a recipient's own identity is checked too; the condition is what binds the sender.
        resources: [
          this.arn("identity", "*"),
          this.arn("configuration-set", this.requested.configurationSetName),
        ],
        conditions: { StringEquals: { "ses:FromAddress": this.reportFrom } },
      }),
    );
  }

  /** Tells this function what became of each mail. */
  reportTo(feedback: FunnelFunction): void {
    const topic = new Topic(this, "Events", { enforceSSL: true });
    feedback.addEnvironment("FEEDBACK_TOPIC_ARN", topic.topicArn);
    topic.addSubscription(new LambdaSubscription(feedback));
    for (const [id, set] of Object.entries({ Requested: this.requested, FollowUps: this.followUps }))
      set.addEventDestination(`${id}Events`, { destination: EventDestination.snsTopic(topic), events });
  }

  private arn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: "ses", resource, resourceName });
  }

  private configurationSet(id: string): ConfigurationSet {
    return new ConfigurationSet(this, id, {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
  }
}
