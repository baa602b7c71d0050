/** Where each resource stands in the picture, and what readers call it. Column and row; a whole number is a step. */

export interface Place {
  name: string;
  column: number;
  row: number;
  /** Rows that the box covers. */
  rows?: number;
}

export const places: Readonly<Record<string, Place>> = {
  SiteDistribution: { name: "CloudFront", column: 1, row: 0 },
  HttpApi: { name: "HTTP API", column: 2, row: 0 },
  SiteFiles: { name: "S3: the built site", column: 2, row: 1 },
  FunctionsApi: { name: "Api", column: 3, row: 0 },
  FunctionsDocuments: { name: "Documents", column: 3, row: 1 },
  Table: { name: "DynamoDB table", column: 4, row: 0, rows: 4 },
  FunctionsRelay: { name: "Relay", column: 5, row: 0 },
  FunctionsDelivery: { name: "Delivery", column: 5, row: 1 },
  FunctionsFeedback: { name: "Feedback", column: 5, row: 3 },
  PipelineOwed: { name: "SQS: owed steps", column: 6, row: 0 },
  PipelineEveryMinute: { name: "every minute", column: 6, row: 1 },
  MailEvents: { name: "SNS: mail events", column: 6, row: 3 },
  PipelineFailed: { name: "SQS: failed", column: 7, row: 0 },
  MailRequested: { name: "SES: requested", column: 7, row: 2 },
  MailFollowUps: { name: "SES: follow-ups", column: 7, row: 3 },
  MailFailedFeedback: { name: "SQS: failed", column: 5, row: 4 },
  AlarmsTopic: { name: "SNS: alarms", column: 3, row: 4 },
  SignInPeople: { name: "Cognito: staff", column: 2, row: 4 },
};

/** Who is outside, and what they meet first. */
export const people: readonly (Place & { meets: string; comes: boolean; says: string })[] = [
  { name: "visitor", column: 0, row: 0, meets: "SiteDistribution", comes: true, says: "HTTPS" },
  { name: "reader of mail", column: 8, row: 2, meets: "MailRequested", comes: false, says: "mail" },
  { name: "operator", column: 4, row: 4, meets: "AlarmsTopic", comes: false, says: "mail" },
  { name: "sales", column: 1, row: 4, meets: "SignInPeople", comes: true, says: "signs in" },
];
