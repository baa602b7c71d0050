/** The rooms of the repository and what each may know: site -> shared <- functions; nothing imports infra. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = ["shared", "functions", "site", "infra", "test"] as const;
type Room = (typeof rooms)[number];

const mayImport: Record<Room, readonly Room[]> = {
  shared: ["shared"],
  functions: ["functions", "shared"],
  site: ["site", "shared"],
  infra: ["infra", "functions", "shared"],
  test: rooms,
};

const packagesOfShared = /^(?:zod|fraction\.js|hono\/(?:jsx|html))(?:\/|$)/;
const impure =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bprocess\.\w|\bperformance\.now\b/;

interface Import {
  /** "shared/edition.ts:3: import … from …", as an editor opens it. */
  line: string;
  specifier: string;
  /** Where a file of the repository is named; null for a package. */
  room: Room | null;
}

const built = new Set(["node_modules", "dist", ".astro"]);

function sourcesOf(room: Room): { file: string; text: string }[] {
  return readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:m?ts|tsx|mjs|astro)$/.test(name))
    .filter((name) => !name.split(path.sep).some((part) => built.has(part)))
    .map((name) => path.join(room, name))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
}

function lineAt({ file, text }: { file: string; text: string }, position: number): string {
  const number = text.slice(0, position).split("\n").length;
  return `${file}:${number}: ${text.split("\n")[number - 1]?.trim()}`;
}

function roomOf(file: string, specifier: string): Room | null {
  const target = specifier.startsWith(".")
    ? path.join(path.dirname(file), specifier)
    : specifier.replace(/^#/, "");
  // Plain data, which the demonstration shows too.
  if (target.startsWith("test/fixtures/")) return null;
  const isOurs = specifier.startsWith(".") || specifier.startsWith("#");
  return isOurs ? (rooms.find((room) => target.startsWith(`${room}/`)) ?? null) : null;
}

function importsOf(room: Room): Import[] {
  return sourcesOf(room).flatMap((source) =>
    ts.preProcessFile(source.text, true, true).importedFiles.map(({ fileName, pos }) => ({
      line: lineAt(source, pos),
      specifier: fileName,
      room: roomOf(source.file, fileName),
    })),
  );
}

const lines = (imports: readonly Import[]) => imports.map(({ line }) => line);

describe.each(rooms)("%s", (room) => {
  const imports = importsOf(room);

  it(`imports only ${mayImport[room].join(", ")}`, () => {
    expect(imports.length).toBeGreaterThan(10);
    expect(lines(imports.filter((one) => one.room !== null && !mayImport[room].includes(one.room)))).toEqual(
      [],
    );
  });

  it("imports files with their extension", () => {
    const ours = imports.filter(({ specifier }) => /^(?:\.|#shared|#functions)/.test(specifier));
    expect(lines(ours.filter(({ specifier }) => !/\.\w+(?:\?\w+)?$/.test(specifier)))).toEqual([]);
  });
});

describe("shared", () => {
  it("knows no Node module, no AWS, no React: only pure packages", () => {
    const packages = importsOf("shared").filter(({ specifier }) => !/^[.#]/.test(specifier));
    expect(lines(packages.filter(({ specifier }) => !packagesOfShared.test(specifier)))).toEqual([]);
  });

  it("reads no operator's configuration: it is handed in", () => {
    expect(lines(importsOf("shared").filter(({ specifier }) => specifier === "#config"))).toEqual([]);
  });

  it("knows no clock, no chance and no process", () => {
    const found = sourcesOf("shared").flatMap((source) => {
      const position = source.text.search(impure);
      return position < 0 ? [] : [lineAt(source, position)];
    });
    expect(found).toEqual([]);
  });
});
