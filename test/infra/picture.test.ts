import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../infra/aws/bundles.ts";
import { draw } from "../../infra/picture/draw.ts";
import { graphOf, type Template } from "../../infra/picture/graph.ts";
import { places } from "../../infra/picture/places.ts";
import { synthesized, valuesOf } from "./synthesized.ts";

const graph = graphOf(synthesized(valuesOf("prod")).toJSON() as Template);

describe("the picture of the architecture", () => {
  it("shows the template of today (npm run picture)", () => {
    expect(readFileSync(path.join(root, "infra/aws/architecture.svg"), "utf8")).toBe(draw(graph));
  });

  it("shows the way of a submission, from the visitor to the mail and what became of it", () => {
    const way = [
      "SiteDistribution HttpApi",
      "HttpApi FunctionsApi",
      "FunctionsApi Table",
      "Table FunctionsRelay",
      "FunctionsRelay PipelineOwed",
      "PipelineOwed FunctionsDelivery",
      "FunctionsDelivery MailRequested",
      "MailRequested MailEvents",
      "MailEvents FunctionsFeedback",
      "FunctionsFeedback Table",
    ];
    expect(graph.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(expect.arrayContaining(way));
  });

  it("keeps a place for nothing that is gone, and refuses what has none", () => {
    expect(Object.keys(places).sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
    const more = { id: "FunctionsNew", type: "AWS::Lambda::Function", megabytes: 128 };
    expect(() => draw({ ...graph, nodes: [...graph.nodes, more] })).toThrow("infra/picture/places.ts");
  });
});
