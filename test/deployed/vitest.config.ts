import { defineConfig } from "vitest/config";

/** `npm run test:deployed`: the tests of this folder, and the end-to-end tests, against the synthesized bundles. */
export default defineConfig({
  test: {
    root: ".",
    include: [
      "test/deployed/**/*.test.ts",
      "test/e2e/{assessment,assessment-plain,assessment-questions,result,funnel}.test.ts",
    ],
    exclude: ["**/node_modules/**"],
    globalSetup: ["test/deployed/synthesize-once.ts"],
    env: { SITE_UNDER_TEST: "assembly" },
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
