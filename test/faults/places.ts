/** Table and mailbox as a process of a run reaches them. */
import { openSes } from "#functions/mail/ses-sender.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { clientPatienceMs } from "./fault-front.ts";
import { placesSchema } from "./link.ts";
import { caller, type Role } from "./requests.ts";
import { faultSettingsSchema, tableName } from "./settings.ts";

export const localAws = {
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};

const requestHandler = {
  connectionTimeout: 1_000,
  requestTimeout: clientPatienceMs,
  throwOnRequestTimeout: true,
};

/** Returns the table as this role sees it. */
export function tableFor(role: Role | "run", endpoint: string): Table {
  return openTable(tableName, {
    ...localAws,
    endpoint,
    customUserAgent: caller(role),
    // The run itself looks on: it has to get its answers, however busy the machine is.
    requestHandler: role === "run" ? { requestTimeout: 120_000 } : requestHandler,
  });
}

/** Returns what this process was told about its run. */
export function placesOf(role: Role) {
  const { TABLE_ENDPOINT, MAIL_ENDPOINT, FAULT_SETTINGS } = placesSchema.parse(process.env);
  return {
    table: tableFor(role, TABLE_ENDPOINT),
    ses: openSes({ ...localAws, endpoint: MAIL_ENDPOINT, customUserAgent: caller(role), requestHandler }),
    settings: faultSettingsSchema.parse(JSON.parse(FAULT_SETTINGS)),
  };
}
