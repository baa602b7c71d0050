import { defineConfig } from "vitest/config";

const everywhere = { exclude: ["**/node_modules/**", "site/dist/**"] };

export default defineConfig({
  test: {
    // A browser waits much and works little: two files at a time keep two processors busy, without racing for them.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...everywhere,
          name: "unit and integration",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...everywhere.exclude, "test/e2e/**", "test/deployed/**", "test/infra/**"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: "infrastructure",
          include: ["test/infra/**/*.test.ts"],
          // The CDK takes seconds to load: once for each worker, and not once for each file.
          isolate: false,
          // Synthesizing and bundling keep every processor busy, and a slow machine is no failure.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: "end to end",
          include: ["test/e2e/**/*.test.ts"],
          // Each file has a browser, a server and a table of its own.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
