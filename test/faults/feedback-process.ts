/** The feedback function as a process of its own, for a run to kill. */
import { createTopicHandler } from "#functions/feedback/topic-handler.ts";
import { createLog } from "#functions/log.ts";
import { takePart } from "./link.ts";
import { placesOf } from "./places.ts";
import { config, secrets, topicArn } from "./settings.ts";

const { table } = placesOf("feedback");

const now = takePart(
  async () => undefined,
  (event) => handle(event),
);

const handle = createTopicHandler({
  table,
  config,
  topicArn,
  addressSecret: secrets.address,
  now,
  log: createLog(() => undefined),
});
