/** The table and the mailbox for one test file: the real stand-ins on free ports, in memory. */
import { z } from "zod";
import { openSes } from "#functions/mail/ses-sender.ts";
import { createTable } from "#functions/store/create-table.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { startMailboxServer } from "../../infra/local/mailbox-server.ts";
import { startTableServer } from "../../infra/local/table-server.ts";

const mailSchema = z.object({
  messageId: z.string(),
  from: z.string(),
  destination: z.object({ to: z.array(z.string()) }),
  subject: z.string(),
  body: z.object({ html: z.string().optional(), text: z.string().optional() }),
  attachments: z.array(z.object({ content: z.string(), contentType: z.string(), filename: z.string() })),
});
export type ReceivedMail = z.infer<typeof mailSchema>;

/** Dummy credentials: the stand-ins ask for some and check none. */
export const localAws = {
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};

export interface LocalServices {
  table: Table;
  tableEndpoint: string;
  mailEndpoint: string;
  ses: ReturnType<typeof openSes>;
  /** Mails to one address, oldest first. */
  mailsTo(address: string): Promise<ReceivedMail[]>;
  stop(): Promise<void>;
}

/** Returns the mails in a mailbox to one address, oldest first. */
export async function mailsTo(mailEndpoint: string, address: string): Promise<ReceivedMail[]> {
  const response = await fetch(`${mailEndpoint}/store`);
  const { emails } = z.object({ emails: z.array(mailSchema) }).parse(await response.json());
  return emails.filter(({ destination }) => destination.to.some((to) => to.includes(address)));
}

export async function startLocalServices(): Promise<LocalServices> {
  const [tableServer, mailServer] = await Promise.all([startTableServer(), startMailboxServer(0)]);
  const table = openTable("funnel", { ...localAws, endpoint: tableServer.endpoint });
  await createTable(table);
  const ses = openSes({ ...localAws, endpoint: mailServer.endpoint });
  return {
    table,
    ses,
    tableEndpoint: tableServer.endpoint,
    mailEndpoint: mailServer.endpoint,
    mailsTo: (address) => mailsTo(mailServer.endpoint, address),
    async stop() {
      table.client.destroy();
      ses.destroy();
      await Promise.all([tableServer.close(), mailServer.close()]);
    },
  };
}
