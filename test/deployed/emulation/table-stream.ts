/** The table's stream: dynalite has none, so each write is seen through with the item before and after it. */
import { randomUUID } from "node:crypto";
import type { Json } from "./template.ts";

export type Item = { [attribute: string]: Json };

export interface StreamRecord {
  eventID: string;
  eventName: "INSERT" | "MODIFY" | "REMOVE";
  eventSource: "aws:dynamodb";
  dynamodb: {
    Keys: Item;
    NewImage?: Item;
    OldImage?: Item;
    SequenceNumber: string;
    StreamViewType: "NEW_AND_OLD_IMAGES";
  };
  [more: string]: unknown;
}

interface Write {
  TableName: string;
  Key?: Item;
  Item?: Item;
}

const nameOf = (before: Item | undefined, after: Item | undefined) =>
  before === undefined ? "INSERT" : after === undefined ? "REMOVE" : "MODIFY";

export class TableStream {
  private sequence = 1_000_000;
  private last: Promise<unknown> = Promise.resolve();
  private readonly listeners: ((record: StreamRecord) => void)[] = [];

  constructor(private readonly tableEndpoint: string) {}

  onRecord(listener: (record: StreamRecord) => void): void {
    this.listeners.push(listener);
  }

  /** Makes one write after the other, and tells what each has changed. */
  async seeThrough<T>(write: Write, make: () => Promise<T>): Promise<T> {
    const key = write.Key ?? { pk: write.Item?.pk ?? null };
    const turn = this.last.then(async () => {
      const before = await this.read(write.TableName, key);
      const made = await make();
      const after = await this.read(write.TableName, key);
      this.tell(key, before, after);
      return made;
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private tell(key: Item, before: Item | undefined, after: Item | undefined): void {
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    this.sequence += 1;
    const record: StreamRecord = {
      eventID: randomUUID(),
      eventName: nameOf(before, after),
      eventSource: "aws:dynamodb",
      eventVersion: "1.1",
      dynamodb: {
        Keys: key,
        ...(after === undefined ? {} : { NewImage: after }),
        ...(before === undefined ? {} : { OldImage: before }),
        SequenceNumber: String(this.sequence),
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    };
    for (const listener of this.listeners) listener(record);
  }

  private async read(TableName: string, Key: Item): Promise<Item | undefined> {
    const response = await fetch(this.tableEndpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "DynamoDB_20120810.GetItem",
        authorization:
          "AWS4-HMAC-SHA256 Credential=a/20261125/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=a",
        "x-amz-date": "20261125T000000Z",
      },
      body: JSON.stringify({ TableName, Key, ConsistentRead: true }),
    });
    if (!response.ok) throw new Error(`The table answered ${response.status}: ${await response.text()}`);
    const { Item } = (await response.json()) as { Item?: Item };
    return Item;
  }
}
