import { defineConfig } from "vitest/config";

const everywhere = { exclude: ["**/node_modules/**", "site/dist/**"] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...everywhere,
          name: "unit and integration",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...everywhere.exclude, "test/e2e/**", "test/deployed/**"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: "end to end",
          include: ["test/e2e/**/*.test.ts"],
          // A browser, a server and a table of their own for each file: one after the other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
