/**
 * DynamoDB's stand-in, dynalite, with what its stores need to keep what they are given.
 *
 * dynalite 4 opens an iterator for each query and scan and never closes it. Each keeps the values of its moment for as
 * long as the process lives: the folder grows without end, and LevelDB 1.20 below, which may put two versions of a
 * value into two files and then move the newer one away first, answers with the older one from then on
 * (https://github.com/google/leveldb/issues/320). An assessment would go back to an earlier revision.
 */
import type { Server } from "node:http";
import { createRequire } from "node:module";

interface DynaliteOptions {
  /** Folder of the data; in memory without one. */
  path?: string;
  createTableMs?: number;
  deleteTableMs?: number;
}

interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  /** Most entries; none or -1 for all. */
  limit?: number;
}

type Entry = [key: string, value: unknown];

interface Store {
  iterator(range: Range): { all(): Promise<Entry[]> };
}

/** A range as dynalite reads it: undefined after the last. */
interface Reading {
  next(): Promise<unknown>;
}

type StoreClass = new (...options: never[]) => Store;

const entriesAPage = 64;

/** Versions are parted where a file is full. LevelDB counts in ten times this, which has to fit into 32 bits. */
const largestFile = 200 * 2 ** 20;

/** Reads a range page by page, each with an iterator that is closed before the page is used. */
function inPages(store: Store, range: Range, pick: (entry: Entry) => unknown): Reading {
  const { limit = -1, ...bounds } = range;
  let left = limit < 0 ? Number.POSITIVE_INFINITY : limit;
  let from: Range = bounds;
  let page: Entry[] = [];
  let last = false;

  async function turn(): Promise<void> {
    const wanted = Math.min(entriesAPage, left);
    page = wanted === 0 ? [] : await store.iterator({ ...from, limit: wanted }).all();
    left -= page.length;
    last = page.length < wanted || left === 0;
    const end = page.at(-1)?.[0];
    if (end === undefined) return;
    const { gte: _first, ...after } = bounds;
    const { lte: _last, ...before } = bounds;
    from = bounds.reverse ? { ...before, lt: end } : { ...after, gt: end };
  }

  return {
    async next() {
      if (page.length === 0 && !last) await turn();
      const entry = page.shift();
      return entry === undefined ? undefined : pick(entry);
    },
  };
}

/** Returns the class of a store that leaves nothing open behind a range. */
function readingInPages(Original: StoreClass) {
  return class extends Original {
    keys(range: Range = {}): Reading {
      return inPages(this, range, ([key]) => key);
    }
    values(range: Range = {}): Reading {
      return inPages(this, range, ([, value]) => value);
    }
  };
}

function withLargeFiles(Original: StoreClass): StoreClass {
  const Store = Original as new (folder: string, options: object) => Store;
  return class extends Store {
    constructor(folder: string, options: object) {
      super(folder, { ...options, maxFileSize: largestFile });
    }
  } as StoreClass;
}

/** dynalite takes its stores from two packages as it is loaded; both are as they were afterwards. */
function load(): (options?: DynaliteOptions) => Server {
  const required = createRequire(createRequire(import.meta.url).resolve("dynalite"));
  const disk = required("level") as { Level: StoreClass };
  const memory = required("memory-level") as { MemoryLevel: StoreClass };
  const { Level } = disk;
  const { MemoryLevel } = memory;
  disk.Level = readingInPages(withLargeFiles(Level));
  memory.MemoryLevel = readingInPages(MemoryLevel);
  try {
    return required("dynalite") as (options?: DynaliteOptions) => Server;
  } finally {
    disk.Level = Level;
    memory.MemoryLevel = MemoryLevel;
  }
}

/** Returns a server of DynamoDB's protocol that does not listen yet. */
export const dynalite = load();
