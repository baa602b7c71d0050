/** @jsxImportSource hono/jsx */
import type { CapacitySeries, CapacityStep } from "#shared/report/capacity-series.ts";

const [left, right, top, rowHeight, barHeight] = [22, 314, 20, 16, 10];

/** Hours to drawing units; the widest of what is asked and what is there fills the width. */
function scaleOf({ steps, available }: CapacitySeries): (hours: number) => number {
  const widest = Math.max(1, steps.at(-1)?.to ?? 0, available.planning ?? available.high);
  return (hours) => left + (Math.min(hours, widest) / widest) * (right - left);
}

/** The name stands on the side of its bar that has more room. */
function Name({ step, y, at }: { step: CapacityStep; y: number; at: (hours: number) => number }) {
  const [start, end] = [at(step.from), step.reach === "outside" ? at(step.from) + 8 : at(step.to)];
  const after = right - end >= start - left;
  return (
    <text
      class="capacity-name capacity-step-name"
      x={after ? end + 4 : start - 4}
      y={y + barHeight - 2}
      text-anchor={after ? "start" : "end"}
    >
      {step.title}
    </text>
  );
}

function Row({ step, place, at }: { step: CapacityStep; place: number; at: (hours: number) => number }) {
  const y = top + (place - 1) * rowHeight + 3;
  return (
    <g>
      <text class="capacity-number" x={left - 6} y={y + barHeight - 1} text-anchor="end">
        {place}
      </text>
      {step.reach === "outside" ? (
        <path class="capacity-outside" d={`M${at(step.from)} ${y + 1}l8 8m0 -8l-8 8`} />
      ) : (
        <rect
          class={`capacity-bar capacity-${step.reach}`}
          x={at(step.from)}
          y={y}
          width={Math.max(1, at(step.to) - at(step.from))}
          height={barHeight}
        />
      )}
      <Name step={step} y={y} at={at} />
    </g>
  );
}

function Line({ hours, bottom, at }: { hours: number; bottom: number; at: (hours: number) => number }) {
  const x = at(hours);
  const after = x > (left + right) / 2;
  return (
    <g>
      <line class="capacity-line" x1={x} x2={x} y1={top - 4} y2={bottom} />
      <text class="capacity-name" x={after ? x + 2 : x - 2} y={top - 8} text-anchor={after ? "end" : "start"}>
        {`your line: ${hours} h`}
      </text>
    </g>
  );
}

function Zone({
  low,
  high,
  bottom,
  at,
}: CapacitySeries["available"] & { bottom: number; at: (hours: number) => number }) {
  return (
    <g>
      <rect
        class="capacity-zone"
        x={at(low)}
        y={top - 4}
        width={at(high) - at(low)}
        height={bottom - top + 4}
      />
      <text class="capacity-name" x={left} y={top - 8}>
        {`the line lies in here: ${low} to ${high} h`}
      </text>
    </g>
  );
}

/** Returns the steps as bars, each from where the one before ended, and the line beyond which hours run out. */
export function CapacityDrawing({ series }: { series: CapacitySeries }) {
  const bottom = top + series.steps.length * rowHeight + 4;
  const at = scaleOf(series);
  const { planning } = series.available;
  return (
    <svg class="capacity-drawing" viewBox={`0 0 320 ${bottom + 2}`} role="img" aria-label={series.sentence}>
      <title>{series.sentence}</title>
      {planning === null ? (
        <Zone {...series.available} bottom={bottom} at={at} />
      ) : (
        <Line hours={planning} bottom={bottom} at={at} />
      )}
      {series.steps.map((step, index) => (
        <Row key={step.recommendationId} step={step} place={index + 1} at={at} />
      ))}
    </svg>
  );
}
