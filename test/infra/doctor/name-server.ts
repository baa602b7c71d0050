/** A name server with the records it is given, and no others: RFC 1035, as much of it as the checks ask for. */
import { createSocket } from "node:dgram";
import { once } from "node:events";

/** Records by name: TXT texts, MX hosts (at preference 10), one CNAME. */
export interface Zone {
  [name: string]: { TXT?: string[]; MX?: string[]; CNAME?: string[] };
}

const types = { CNAME: 5, MX: 15, TXT: 16 } as const;

function encodedName(name: string): Buffer {
  const labels = name
    .split(".")
    .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

/** A text longer than 255 bytes goes in several strings, which the reader joins. */
function encodedText(text: string): Buffer {
  const parts = text.match(/.{1,255}/gs) ?? [""];
  return Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])));
}

const encoders = {
  CNAME: encodedName,
  MX: (host: string) => Buffer.concat([Buffer.from([0, 10]), encodedName(host)]),
  TXT: encodedText,
};

function nameAt(query: Buffer, start: number): { name: string; end: number } {
  const labels = [];
  let at = start;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.subarray(at + 1, at + 1 + length).toString());
    at += length + 1;
  }
  return { name: labels.join(".").toLowerCase(), end: at + 1 };
}

function answerTo(query: Buffer, zone: Zone): Buffer {
  const { name, end } = nameAt(query, 12);
  const asked = query.readUInt16BE(end);
  const [type, code] = Object.entries(types).find(([, one]) => one === asked) ?? [];
  const values = (type === undefined ? undefined : zone[name]?.[type as keyof typeof types]) ?? [];
  const answers = values.map((value) => {
    const data = encoders[type as keyof typeof types](value);
    const head = Buffer.alloc(12);
    head.writeUInt16BE(0xc00c, 0); // the name of the question
    head.writeUInt16BE(code ?? 0, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt32BE(60, 6);
    head.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, data]);
  });
  const head = Buffer.alloc(12);
  head.writeUInt16BE(query.readUInt16BE(0), 0);
  head.writeUInt16BE(zone[name] === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(answers.length, 6);
  return Buffer.concat([head, query.subarray(12, end + 4), ...answers]);
}

/** Starts it on a free port of the loopback; returns address and port as a resolver takes them. */
export async function startNameServer(zone: Zone): Promise<{ address: string; close: () => void }> {
  const socket = createSocket("udp4");
  socket.on("message", (query, { address, port }) => socket.send(answerTo(query, zone), port, address));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}
