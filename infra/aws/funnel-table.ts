import type { AttributeDefinition, GlobalSecondaryIndex, KeySchemaElement } from "@aws-sdk/client-dynamodb";
import { RemovalPolicy } from "aws-cdk-lib";
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
} from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { tableDefinition, timeToLiveAttribute } from "#functions/store/table-definition.ts";
import type { Stage } from "./deployment-values.ts";

function attribute(name: string | undefined, known: readonly AttributeDefinition[]): Attribute {
  const type = known.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
  if (name === undefined || type !== "S")
    throw new Error(`The table definition has no text attribute ${name}.`);
  return { name, type: AttributeType.STRING };
}

function keys(schema: readonly KeySchemaElement[] | undefined) {
  const known = tableDefinition.AttributeDefinitions ?? [];
  const nameOf = (type: string) => schema?.find(({ KeyType }) => KeyType === type)?.AttributeName;
  const range = nameOf("RANGE");
  return {
    partitionKey: attribute(nameOf("HASH"), known),
    ...(range === undefined ? {} : { sortKey: attribute(range, known) }),
  };
}

function addIndex(table: Table, { IndexName = "", KeySchema, Projection }: GlobalSecondaryIndex): void {
  const projection =
    Projection?.ProjectionType === "INCLUDE"
      ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: Projection.NonKeyAttributes ?? [] }
      : { projectionType: ProjectionType.KEYS_ONLY };
  table.addGlobalSecondaryIndex({ indexName: IndexName, ...keys(KeySchema), ...projection });
}

/** Returns the one table, as functions/store defines it; a stack that goes away leaves the leads of prod behind. */
export function funnelTable(scope: Construct, stage: Stage): Table {
  const kept = stage !== "dev";
  const table = new Table(scope, "Table", {
    ...keys(tableDefinition.KeySchema),
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute,
    // Both images, so that the pipe can tell a worker's own writes from a step added by somebody else.
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: kept,
    removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const index of tableDefinition.GlobalSecondaryIndexes ?? []) addIndex(table, index);
  return table;
}
