/** A deployment as it should be, and one where every check finds something. */

import type { Zone } from "./name-server.ts";
import type { Answers } from "./recorded-aws.ts";

export const now = new Date("2026-11-25T12:00:00Z");
export const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/0b9d";

const topic = "arn:aws:sns:us-east-1:111122223333:Feedback";
const alarmTopic = "arn:aws:sns:us-east-1:111122223333:Alarms";

const outputs = {
  SiteAddress: "https://d111.cloudfront.net",
  ApiEndpoint: "https://api111.execute-api.us-east-1.amazonaws.com",
  FeedbackTopic: topic,
  FeedbackFunction: "feedback-function",
  RequestedSet: "requested",
  FollowUpsSet: "follow-ups",
};

const stack = (status: string) => `<DescribeStacksResponse><DescribeStacksResult><Stacks><member>
  <StackName>readiness-funnel-prod</StackName><StackStatus>${status}</StackStatus><CreationTime>2026-11-01T00:00:00Z</CreationTime>
  <Outputs>${Object.entries(outputs)
    .map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    )
    .join("")}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

const identity = (account: string) =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${account}</Account><Arn>arn:aws:iam::${account}:role/reader</Arn><UserId>u</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>`;

const subscriptions = (...list: { protocol: string; endpoint: string; arn?: string }[]) =>
  `<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions>${list
    .map(
      ({ protocol, endpoint, arn = "arn:aws:sns:us-east-1:111122223333:s:1" }) =>
        `<member><Protocol>${protocol}</Protocol><Endpoint>${endpoint}</Endpoint><SubscriptionArn>${arn}</SubscriptionArn></member>`,
    )
    .join("")}</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`;

const suppression = { SuppressedReasons: ["BOUNCE", "COMPLAINT"] };

const sending = {
  ProductionAccessEnabled: true,
  SendingEnabled: true,
  EnforcementStatus: "HEALTHY",
  SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 3 },
  SuppressionAttributes: suppression,
};

const domain = (name: string) => ({
  VerifiedForSendingStatus: true,
  DkimAttributes: { SigningEnabled: true, Status: "SUCCESS", Tokens: ["aaa", "bbb", "ccc"] },
  MailFromAttributes: {
    MailFromDomain: `bounce.${name}`,
    MailFromDomainStatus: "SUCCESS",
    BehaviorOnMxFailure: "USE_DEFAULT_VALUE",
  },
});

const destinations = (types: string[]) => ({
  EventDestinations: [
    { Name: "events", Enabled: true, MatchingEventTypes: types, SnsDestination: { TopicArn: topic } },
  ],
});
const allTypes = ["SEND", "REJECT", "DELIVERY", "BOUNCE", "COMPLAINT", "DELIVERY_DELAY"];

const alarm = (name: string, more = {}) => ({
  AlarmName: `readiness-funnel-prod-${name}`,
  ActionsEnabled: true,
  StateValue: "OK",
  AlarmActions: [alarmTopic],
  ...more,
});

const sums = (sent: number, heard: number) => ({
  MetricDataResults: [
    { Id: "sent", Values: [sent], Timestamps: [1_764_000_000] },
    { Id: "heard", Values: [heard], Timestamps: [1_764_000_000] },
  ],
});

export const goodAnswers: Answers = {
  DescribeStacks: stack("UPDATE_COMPLETE"),
  GetCallerIdentity: identity("111122223333"),
  "GET /2016-08-19/account-settings": { AccountLimit: { ConcurrentExecutions: 1_000 } },
  "GET /v2/email/account": sending,
  "GET /v2/email/configuration-sets/requested": {
    SuppressionOptions: suppression,
    SendingOptions: { SendingEnabled: true },
  },
  "GET /v2/email/configuration-sets/follow-ups": {
    SuppressionOptions: suppression,
    SendingOptions: { SendingEnabled: true },
  },
  "GET /v2/email/configuration-sets/requested/event-destinations": destinations(allTypes),
  "GET /v2/email/configuration-sets/follow-ups/event-destinations": destinations(allTypes),
  "GET /v2/email/identities/acme.com": domain("acme.com"),
  "GET /v2/email/identities/news.acme.com": domain("news.acme.com"),
  "ListSubscriptionsByTopic Feedback": subscriptions({
    protocol: "lambda",
    endpoint: "arn:aws:lambda:us-east-1:111122223333:function:feedback-function",
  }),
  "ListSubscriptionsByTopic Alarms": subscriptions({ protocol: "email", endpoint: "operator@acme.com" }),
  GetMetricData: sums(420, 840),
  DescribeAlarms: { MetricAlarms: [alarm("api-failing"), alarm("steps-overdue")] },
  DescribeCertificate: {
    Certificate: {
      Status: "ISSUED",
      DomainName: "ready.acme.com",
      NotAfter: now.getTime() / 1_000 + 200 * 86_400,
    },
  },
};

function sendingZone(name: string): Zone {
  const tokens = ["aaa", "bbb", "ccc"].map((token) => [
    `${token}._domainkey.${name}`,
    { CNAME: [`${token}.dkim.amazonses.com`] },
  ]);
  return {
    ...Object.fromEntries(tokens),
    [`bounce.${name}`]: {
      MX: ["feedback-smtp.us-east-1.amazonses.com"],
      TXT: ["v=spf1 include:amazonses.com ~all"],
    },
  };
}

export const goodZone: Zone = {
  ...sendingZone("acme.com"),
  ...sendingZone("news.acme.com"),
  "_dmarc.acme.com": { TXT: ["v=DMARC1; p=quarantine; adkim=s; aspf=r"] },
  "ready.acme.com": { CNAME: ["d111.cloudfront.net"] },
};

export const brokenAnswers: Answers = {
  ...goodAnswers,
  DescribeStacks: stack("UPDATE_ROLLBACK_COMPLETE"),
  GetCallerIdentity: identity("999900009999"),
  "GET /2016-08-19/account-settings": { AccountLimit: { ConcurrentExecutions: 10 } },
  "GET /v2/email/account": {
    ...sending,
    ProductionAccessEnabled: false,
    EnforcementStatus: "PROBATION",
    SendQuota: { Max24HourSend: 200, MaxSendRate: 1 },
    SuppressionAttributes: { SuppressedReasons: ["BOUNCE"] },
  },
  "GET /v2/email/configuration-sets/requested": {
    SuppressionOptions: {},
    SendingOptions: { SendingEnabled: true },
  },
  "GET /v2/email/configuration-sets/follow-ups": {
    SuppressionOptions: suppression,
    SendingOptions: { SendingEnabled: false },
  },
  "GET /v2/email/configuration-sets/follow-ups/event-destinations": destinations(["SEND"]),
  "GET /v2/email/identities/acme.com": {
    ...domain("acme.com"),
    VerifiedForSendingStatus: false,
    MailFromAttributes: { MailFromDomain: "bounce.acme.com", MailFromDomainStatus: "FAILED" },
  },
  "GET /v2/email/identities/news.acme.com": Object.assign(new Error("no such identity"), {
    name: "NotFoundException",
  }),
  "ListSubscriptionsByTopic Feedback": subscriptions(),
  "ListSubscriptionsByTopic Alarms": subscriptions({
    protocol: "email",
    endpoint: "operator@acme.com",
    arn: "PendingConfirmation",
  }),
  GetMetricData: sums(420, 0),
  DescribeAlarms: {
    MetricAlarms: [
      alarm("api-failing", { StateValue: "ALARM" }),
      alarm("steps-overdue", { ActionsEnabled: false }),
    ],
  },
  DescribeCertificate: {
    Certificate: {
      Status: "ISSUED",
      DomainName: "www.acme.com",
      NotAfter: now.getTime() / 1_000 + 5 * 86_400,
    },
  },
};

export const brokenZone: Zone = {
  "aaa._domainkey.acme.com": { CNAME: ["aaa.dkim.amazonses.com"] },
  "bounce.acme.com": {
    MX: ["feedback-smtp.eu-west-1.amazonses.com"],
    TXT: ["v=spf1 include:amazonses.com ~all", "v=spf1 -all"],
  },
  "_dmarc.acme.com": { TXT: ["v=DMARC1; p=none", "v=DMARC1; p=reject"] },
};
