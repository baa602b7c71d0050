/** The one table, as data: the local run, the tests and the deployment all create it from here. */
import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

export const timeToLiveAttribute = "expiresAt";

/** `due` is spread over this many keys, so that a burst of submissions does not meet at one. */
export const dueShards = 8;
/** Returns the index key of a shard, 0 to `dueShards` - 1. */
export const dueShardName = (shard: number) => `DUE#${shard}`;

export const dueIndex = "due";
export const leadsIndex = "leads";

/** What a list of leads shows without reading the assessments. */
export const leadListAttributes = [
  "id",
  "contact",
  "profile",
  "consent",
  "status",
  "grade",
  "suspected",
] as const;

export const tableDefinition: Omit<CreateTableCommandInput, "TableName"> = {
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  AttributeDefinitions: [
    { AttributeName: "pk", AttributeType: "S" },
    { AttributeName: "dueShard", AttributeType: "S" },
    { AttributeName: "dueAt", AttributeType: "S" },
    { AttributeName: "leadMonth", AttributeType: "S" },
    { AttributeName: "createdAt", AttributeType: "S" },
  ],
  GlobalSecondaryIndexes: [
    {
      // Sparse: an assessment carries dueShard and dueAt only while a step is owed.
      IndexName: dueIndex,
      KeySchema: [
        { AttributeName: "dueShard", KeyType: "HASH" },
        { AttributeName: "dueAt", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "KEYS_ONLY" },
    },
    {
      IndexName: leadsIndex,
      KeySchema: [
        { AttributeName: "leadMonth", KeyType: "HASH" },
        { AttributeName: "createdAt", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [...leadListAttributes] },
    },
  ],
  BillingMode: "PAY_PER_REQUEST",
};
