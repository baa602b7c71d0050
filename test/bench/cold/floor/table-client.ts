/** The DynamoDB client alone: what any function pays that reads a table. */
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({});

export const handler = async () => {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: { pk: { S: "nothing" } } }),
  );
  return { found: Item !== undefined };
};
