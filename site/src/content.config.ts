import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { landingSchema } from "./content/landing-schema.ts";
import { sampleSchema } from "./content/sample-schema.ts";

export const collections = {
  landing: defineCollection({
    loader: glob({ pattern: "*.yaml", base: "src/content/landing" }),
    schema: landingSchema,
  }),
  samples: defineCollection({
    loader: glob({ pattern: "*.json", base: "src/content/samples" }),
    schema: sampleSchema,
  }),
};
