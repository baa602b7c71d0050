/** @jsxImportSource hono/jsx */
import type { Report } from "#shared/report/report.ts";

/** Where a system counts as strong and a load as strained. */
const strong = 65;
const strained = 50;
const [left, top, side] = [34, 14, 240];

const fields = [
  { name: "Load carryable,", more: "systems need dates", x: 0, y: 0, w: strong, h: strained },
  { name: "Systems hold,", more: "load carryable", x: strong, y: 0, w: 100 - strong, h: strained },
  { name: "Lighten the load,", more: "then fix", x: 0, y: strained, w: strong, h: 100 - strained },
  { name: "Strong, but", more: "thinly shared", x: strong, y: strained, w: 100 - strong, h: 100 - strained },
] as const;

const at = (value: number) => (value * side) / 100;

function Field({ field }: { field: (typeof fields)[number] }) {
  const x = left + at(field.x) + 6;
  const y = top + at(field.y) + 16;
  return (
    <text class="quadrant-name" x={x} y={y}>
      <tspan x={x}>{field.name}</tspan>
      <tspan x={x} dy="12">
        {field.more}
      </tspan>
    </text>
  );
}

/** Returns the two scores as one point on two axes; they are never merged into one number. */
export function Quadrant({ quadrant }: { quadrant: NonNullable<Report["quadrant"]> }) {
  const { readiness, load, reading } = quadrant;
  return (
    <figure class="quadrant">
      <svg viewBox="0 0 286 290" role="img" aria-labelledby="quadrant-title quadrant-desc">
        <title id="quadrant-title">Readiness and load</title>
        <desc id="quadrant-desc">{`Readiness ${readiness} of 100, load ${load} of 100, lower is better. ${reading}`}</desc>
        <rect class="quadrant-frame" x={left} y={top} width={side} height={side} />
        <line class="quadrant-cross" x1={left + at(strong)} x2={left + at(strong)} y1={top} y2={top + side} />
        <line
          class="quadrant-cross"
          x1={left}
          x2={left + side}
          y1={top + at(strained)}
          y2={top + at(strained)}
        />
        {fields.map((field) => (
          <Field key={field.name} field={field} />
        ))}
        <circle class="quadrant-point" cx={left + at(readiness)} cy={top + at(load)} r="7" />
        <text class="axis-name" x={left} y={top + side + 22}>
          Readiness: more is better →
        </text>
        <text class="axis-name" transform={`translate(16 ${top + side}) rotate(-90)`}>
          ← Load: less is better
        </text>
      </svg>
      <figcaption>{reading}</figcaption>
    </figure>
  );
}
