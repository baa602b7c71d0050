import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { Log, LogFields } from "#functions/log.ts";
import { metricNamespace, metricOf } from "#functions/metrics.ts";

/**
 * Returns the log of a function on AWS: JSON lines with level, time and trace id, and the numbers of
 * functions/metrics.ts, which CloudWatch reads from the same log. The service is POWERTOOLS_SERVICE_NAME.
 */
export function createLambdaLog(): Log {
  // Made with the first line: most requests write none, and a cold start need not wait for it.
  let made: { logger: Logger; metrics: Metrics } | undefined;
  const tools = () => {
    made ??= { logger: new Logger(), metrics: new Metrics({ namespace: metricNamespace }) };
    return made;
  };

  const write =
    (level: "info" | "error") =>
    (event: string, fields: LogFields = {}) => {
      const { logger, metrics } = tools();
      logger[level](event, fields);
      const metric = metricOf(event, fields);
      if (metric !== null) metrics.singleMetric().addMetric(metric.name, metric.unit, metric.value);
    };
  return { info: write("info"), error: write("error") };
}
