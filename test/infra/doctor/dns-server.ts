/** A DNS server of this machine that knows a few records, for whoever asks it by name and type. */
import { createSocket } from "node:dgram";
import { once } from "node:events";

/** By name, then type: texts, targets of a CNAME or MX, or IPv4 addresses. */
export type Zone = Readonly<Record<string, Partial<Record<"A" | "CNAME" | "MX" | "TXT", readonly string[]>>>>;

const types = { 1: "A", 5: "CNAME", 15: "MX", 16: "TXT" } as const;
const headerBytes = 12;
const notFound = 3;

const word = (value: number) => Buffer.from([value >> 8, value & 255]);
const counted = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
const nameOf = (name: string) => Buffer.concat([...name.split(".").map(counted), Buffer.from([0])]);

const write = {
  A: (value: string) => Buffer.from(value.split(".").map(Number)),
  CNAME: nameOf,
  MX: (value: string) => Buffer.concat([word(10), nameOf(value)]),
  // A text is split after 255 letters, as the keys of DKIM are.
  TXT: (value: string) => Buffer.concat((value.match(/.{1,255}/g) ?? []).map(counted)),
};

function questionIn(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.subarray(at + 1, at + 1 + length).toString());
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function answerTo(message: Buffer, zone: Zone): Buffer {
  const { name, type, end } = questionIn(message);
  const known = types[type as keyof typeof types];
  const records = known === undefined ? [] : (zone[name]?.[known] ?? []).map(write[known]);
  const flags = 0x8180 | (name in zone ? 0 : notFound);
  const answers = records.map((record) =>
    // The name is that of the question, at byte 12; class IN; kept for no second.
    Buffer.concat([
      word(0xc000 | headerBytes),
      word(type),
      word(1),
      Buffer.alloc(4),
      word(record.length),
      record,
    ]),
  );
  const header = [message.subarray(0, 2), word(flags), word(1), word(answers.length), Buffer.alloc(4)];
  return Buffer.concat([...header, message.subarray(headerBytes, end), ...answers]);
}

/** Starts the server. `zone` is asked anew each time, so that a test can change it. */
export async function startDnsServer(
  zone: () => Zone,
): Promise<{ address: string; close: () => Promise<void> }> {
  const socket = createSocket("udp4");
  socket.on("message", (message, { port, address }) => socket.send(answerTo(message, zone()), port, address));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
