/** A deployment in order, as AWS and the DNS would tell of it, and one with every fault that the doctor knows. */
import { generateKeyPairSync } from "node:crypto";
import type { Zone } from "./dns-server.ts";
import type { Recorded } from "./recorded-aws.ts";

const topic = "arn:aws:sns:us-east-1:111122223333:alarms";
export const feedbackTopic = "arn:aws:sns:us-east-1:111122223333:events";
export const distribution = "d111.cloudfront.net";
export const handOverSecret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:hand-over";
export const signingSecret = "first".padEnd(64, "1");

/** What the stack printed when it was deployed. */
export const outputs: Readonly<Record<string, string>> = {
  TableName: "funnel",
  FeedbackTopic: feedbackTopic,
  FeedbackFunction: "feedback",
  FailedFeedbackUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/failed-feedback",
  RequestedSet: "requested",
  FollowUpsSet: "follow-ups",
  SecretsSigningName: "signing",
  SiteAddress: `https://${distribution}`,
};

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const shownKey = publicKey.export({ type: "spki", format: "der" }).toString("base64");

const identity = (domain: string) => ({
  VerifiedForSendingStatus: true,
  DkimAttributes: { Status: "SUCCESS", SigningEnabled: true, Tokens: ["aaa"] },
  MailFromAttributes: { MailFromDomain: `bounce.${domain}`, MailFromDomainStatus: "SUCCESS" },
});

const destinations = {
  EventDestinations: [
    {
      Name: "topic",
      Enabled: true,
      MatchingEventTypes: ["SEND", "DELIVERY", "BOUNCE", "COMPLAINT", "REJECT"],
      SnsDestination: { TopicArn: feedbackTopic },
    },
  ],
};

/** Secrets and subscriptions are asked for one by one under the same name: what they hold fits all who ask. */
const secretText = JSON.stringify({
  first: signingSecret,
  DKIM_PRIVATE_KEY: privateKey.export({ type: "pkcs8", format: "pem" }),
  DKIM_SELECTOR: "own",
});

const subscriptions = (operator: string) => ({
  Subscriptions: [
    { Endpoint: "operator@acme.com", SubscriptionArn: operator, Protocol: "email" },
    {
      Endpoint: "arn:aws:lambda:us-east-1:111122223333:function:feedback",
      SubscriptionArn: `${feedbackTopic}:1`,
      Protocol: "lambda",
    },
  ],
});

export const goodAws: Recorded = {
  GetCallerIdentity: { Account: "111122223333" },
  "/2016-08-19/account-settings": { AccountLimit: { ConcurrentExecutions: 1_000 } },
  DescribeTable: { Table: { DeletionProtectionEnabled: true } },
  DescribeContinuousBackups: {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: "ENABLED",
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "ENABLED" },
    },
  },
  "/v2/email/account": {
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: "HEALTHY",
    SendQuota: { MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 12 },
    SuppressionAttributes: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
  },
  "/v2/email/suppression/addresses/sales@acme.com": null,
  "/v2/email/suppression/addresses/operator@acme.com": null,
  "/v2/email/identities/acme.com": identity("acme.com"),
  "/v2/email/identities/news.acme.com": identity("news.acme.com"),
  "/v2/email/configuration-sets/requested/event-destinations": destinations,
  "/v2/email/configuration-sets/follow-ups/event-destinations": destinations,
  ListSubscriptionsByTopic: subscriptions(`${topic}:1`),
  GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: "0" } },
  DescribeAlarms: {
    MetricAlarms: [
      {
        AlarmName: "readiness-funnel-prod-steps-overdue",
        ActionsEnabled: true,
        AlarmActions: [topic],
        StateValue: "OK",
      },
    ],
  },
  DescribeCertificate: {
    // The end as AWS tells it, in seconds: 2027-06-01.
    Certificate: { Status: "ISSUED", SubjectAlternativeNames: ["localhost"], NotAfter: 1_811_808_000 },
  },
  GetSecretValue: { SecretString: secretText },
};

export const brokenAws: Recorded = {
  ...goodAws,
  GetCallerIdentity: { Account: "999900000000" },
  "/2016-08-19/account-settings": { AccountLimit: { ConcurrentExecutions: 10 } },
  DescribeTable: { Table: { DeletionProtectionEnabled: false } },
  DescribeContinuousBackups: {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: "ENABLED",
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "DISABLED" },
    },
  },
  "/v2/email/account": {
    ProductionAccessEnabled: false,
    SendingEnabled: true,
    EnforcementStatus: "PROBATION",
    SendQuota: { MaxSendRate: 1, Max24HourSend: 200, SentLast24Hours: 12 },
    SuppressionAttributes: { SuppressedReasons: ["COMPLAINT"] },
  },
  "/v2/email/suppression/addresses/sales@acme.com": {
    SuppressedDestination: {
      EmailAddress: "sales@acme.com",
      Reason: "BOUNCE",
      LastUpdateTime: 1_790_000_000,
    },
  },
  "/v2/email/identities/news.acme.com": null,
  "/v2/email/configuration-sets/follow-ups/event-destinations": { EventDestinations: [] },
  ListSubscriptionsByTopic: {
    Subscriptions: [
      { Endpoint: "operator@acme.com", SubscriptionArn: "PendingConfirmation", Protocol: "email" },
    ],
  },
  GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: "3" } },
  DescribeAlarms: {
    MetricAlarms: [
      {
        AlarmName: "readiness-funnel-prod-steps-overdue",
        ActionsEnabled: true,
        AlarmActions: [topic],
        StateValue: "ALARM",
      },
      {
        AlarmName: "readiness-funnel-prod-api-failing",
        ActionsEnabled: false,
        AlarmActions: [topic],
        StateValue: "OK",
      },
    ],
  },
  DescribeCertificate: {
    // 2026-12-01.
    Certificate: { Status: "ISSUED", SubjectAlternativeNames: ["localhost"], NotAfter: 1_796_083_200 },
  },
};

const mailRecords = (domain: string): Zone => ({
  [`aaa._domainkey.${domain}`]: { CNAME: ["aaa.dkim.amazonses.com"] },
  [`bounce.${domain}`]: {
    MX: ["feedback-smtp.us-east-1.amazonses.com"],
    TXT: ["v=spf1 include:amazonses.com ~all"],
  },
});

export const goodZone: Zone = {
  ...mailRecords("acme.com"),
  ...mailRecords("news.acme.com"),
  "_dmarc.acme.com": { TXT: ["v=DMARC1; p=quarantine; adkim=s; aspf=r"] },
  "own._domainkey.news.acme.com": { TXT: [`v=DKIM1; k=rsa; p=${shownKey}`] },
  localhost: { CNAME: [distribution] },
};

export const brokenZone: Zone = {
  "bounce.acme.com": {
    MX: ["mail.elsewhere.com"],
    TXT: ["v=spf1 include:amazonses.com ~all", "v=spf1 -all"],
  },
  "own._domainkey.news.acme.com": { TXT: ["v=DKIM1; k=rsa; p=AAAA"] },
  localhost: { CNAME: ["old.cloudfront.net"] },
};
