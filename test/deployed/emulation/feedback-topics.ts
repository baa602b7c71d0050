/** SES's events on their way: configuration set, topic, subscribed function, and the dead-letter queue behind it. */
import { list, nameIn, object, texts } from "./json.ts";
import type { LambdaFunction } from "./lambda-function.ts";
import { type MailEventType, mailEvent, notification, type SentMail } from "./mail-events.ts";
import type { ResolvedTemplate } from "./template.ts";

const triesOfLambda = 3;

export class FeedbackTopics {
  /** Events that a function failed on for good, by the name of its dead-letter queue. */
  readonly deadLetters: { queue: string; event: object }[] = [];

  constructor(
    private readonly template: ResolvedTemplate,
    private readonly functions: ReadonlyMap<string, LambdaFunction>,
  ) {}

  /** Hands an event to whoever subscribed to the topic of the mail's configuration set. */
  async publish(type: MailEventType, mail: SentMail): Promise<void> {
    const message = mailEvent(type, mail);
    for (const topic of this.topicsFor(type, mail)) await this.notify(topic, notification(topic, message));
  }

  /** Hands a notification to the subscribers of a topic. */
  async notify(topic: string, event: object): Promise<void> {
    const subscribers = this.template
      .ofType("AWS::SNS::Subscription")
      .filter(([, { Protocol, TopicArn }]) => Protocol === "lambda" && TopicArn === topic)
      .map(([, { Endpoint }]) => nameIn(Endpoint));
    await Promise.all(subscribers.map((name) => this.invoke(name, event)));
  }

  private topicsFor(type: MailEventType, { configurationSet }: SentMail): string[] {
    return this.template
      .ofType("AWS::SES::ConfigurationSetEventDestination")
      .filter(([, { ConfigurationSetName }]) => ConfigurationSetName === configurationSet)
      .flatMap(([, { EventDestination }]) => list(EventDestination))
      .filter(
        ({ Enabled, MatchingEventTypes }) =>
          Enabled && texts(MatchingEventTypes).includes(type.toLowerCase()),
      )
      .map(({ SnsDestination }) => String(object(SnsDestination).TopicARN));
  }

  /** As Lambda does what nobody waits for: three tries, then the dead-letter queue. */
  private async invoke(name: string, event: object): Promise<void> {
    for (let tried = 0; tried < triesOfLambda; tried += 1)
      try {
        await this.functions.get(name)?.invoke(event);
        return;
      } catch {
        // Tried again.
      }
    const resource = this.template.ofType("AWS::Lambda::Function").find(([id]) => id === name);
    const queue = nameIn(object(resource?.[1].DeadLetterConfig).TargetArn);
    this.deadLetters.push({ queue, event });
  }
}
