/**
 * Permissions of the functions that no run of their code uses, each with who does. Everything else that a role allows
 * has to be used, or it goes.
 */
export const explainedPermissions: Readonly<Record<string, string>> = {
  "logs:CreateLogStream": "Lambda writes the function's log with its role.",
  "logs:PutLogEvents": "Lambda writes the function's log with its role.",
  "xray:PutTraceSegments": "Lambda's own daemon sends the traces.",
  "xray:PutTelemetryRecords": "Lambda's own daemon sends the traces.",
  "sqs:ReceiveMessage": "Lambda polls the queue of owed steps for the worker.",
  "sqs:DeleteMessage": "Lambda deletes what the worker has done.",
  "sqs:GetQueueAttributes": "Lambda looks at the queue before it polls.",
  "dynamodb:DescribeStream": "Lambda reads the table's stream for the relay.",
  "dynamodb:GetRecords": "Lambda reads the table's stream for the relay.",
  "dynamodb:GetShardIterator": "Lambda reads the table's stream for the relay.",
  "dynamodb:ListStreams": "Lambda asks for it before it takes a stream as a source.",
  "sqs:SendMessage on MailFailedFeedback": "Lambda puts aside what feedback failed on three times.",
};
