/** The one table, as data: the local run, the tests and the deployment all create it from here. */
import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

export const timeToLiveAttribute = "expiresAt";

/** `due` is spread over this many keys, so that a burst of submissions does not meet at one. */
export const dueShards = 8;
/** Returns the index key of a shard, 0 to `dueShards` - 1. */
export const dueShardName = (shard: number) => `DUE#${shard}`;

export const dueIndex = "due";
/** Leads by month, newest first. */
export const leadsIndex = "leads";
/** Leads by what the list is filtered by. */
export const groupsIndex = "lead-groups";
/** Leads by the person of sales who has them; sparse. */
export const ownersIndex = "lead-owners";
/** Short lists of anything: failed leads, suppressed addresses, people of the console, its records; sparse. */
export const listsIndex = "lists";

/** Each part of a lead that can be searched has an index of its own: one write stores them all, one removes them. */
export const findParts = [
  "findMailbox",
  "findDomain",
  "findLastName",
  "findFirstName",
  "findOrganisation1",
  "findOrganisation2",
  "findOrganisation3",
] as const;
export type FindPart = (typeof findParts)[number];

function index(IndexName: string, hash: string, range: string, projected: readonly string[] = []) {
  return {
    IndexName,
    KeySchema: [
      { AttributeName: hash, KeyType: "HASH" as const },
      { AttributeName: range, KeyType: "RANGE" as const },
    ],
    Projection:
      projected.length === 0
        ? { ProjectionType: "KEYS_ONLY" as const }
        : { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...projected] },
  };
}

const keyAttributes = [
  "pk",
  "dueShard",
  "dueAt",
  "leadMonth",
  "leadAt",
  "leadGroup",
  "leadOwner",
  "list",
  "listedAt",
  "findIn",
  ...findParts,
];

export const tableDefinition: Omit<CreateTableCommandInput, "TableName"> = {
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  AttributeDefinitions: keyAttributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
  GlobalSecondaryIndexes: [
    // Sparse: an assessment carries dueShard and dueAt only while a step is owed.
    index(dueIndex, "dueShard", "dueAt"),
    // The tally is what the dashboard counts, so that a day is counted without reading its leads.
    index(leadsIndex, "leadMonth", "leadAt", ["tally"]),
    index(groupsIndex, "leadGroup", "leadAt"),
    index(ownersIndex, "leadOwner", "leadAt"),
    index(listsIndex, "list", "listedAt"),
    ...findParts.map((part) => index(part, "findIn", part)),
  ],
  BillingMode: "PAY_PER_REQUEST",
};
