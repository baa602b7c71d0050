import { expect, test } from "vitest";
import { apiEnvironmentSchema, EnvironmentError, parseEnvironment } from "#functions/environment.ts";

const complete = {
  TABLE_NAME: "funnel",
  FUNNEL_SECRET: "a".repeat(32),
  HASH_KEY: "b".repeat(32),
  ORIGIN_SECRET: "c".repeat(32),
  SITE_URL: "https://readiness.example",
  AWS_REGION: "us-east-1",
};

test("a complete environment is taken; what may be left out may also be empty", () => {
  expect(
    parseEnvironment(apiEnvironmentSchema, {
      ...complete,
      SUBMISSIONS_PER_SOURCE_PER_HOUR: "",
      FUNNEL_SECRET_PREVIOUS: "",
    }),
  ).toEqual({
    ...complete,
    SHELL_PATH: "shell.html",
    SITEMAP_PATH: "sitemap.xml",
  });
});

test("every variable at fault is named, and no secret is printed", () => {
  const broken = {
    ...complete,
    TABLE_NAME: "",
    FUNNEL_SECRET: "too short to keep",
    SITE_URL: "https://readiness.example/",
  };
  const parse = () => parseEnvironment(apiEnvironmentSchema, broken);
  expect(parse).toThrow(EnvironmentError);
  expect(parse).toThrow("TABLE_NAME: is missing");
  expect(parse).toThrow("FUNNEL_SECRET: must have at least 32 characters");
  expect(parse).toThrow("SITE_URL: must not end with /");
  expect(parse).not.toThrow("too short to keep");
});
