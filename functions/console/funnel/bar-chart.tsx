/** @jsxImportSource hono/jsx */

export interface BarPart {
  value: number;
  /** A fill of the site's drawings, such as "accent-fill". */
  fill: string;
}

export interface Bar {
  label: string;
  parts: readonly BarPart[];
  /** Printed behind the bar. */
  note: string;
}

interface BarChartProps {
  /** Said to those who do not see it; the numbers stand in the table beside it. */
  title: string;
  bars: readonly Bar[];
}

const width = 360;
const barTop = 18;
const barHeight = 14;
const rowHeight = 42;
const noteRoom = 56;

const totalOf = ({ parts }: Bar) => parts.reduce((total, { value }) => total + value, 0);

function BarRow({ bar, at, most }: { bar: Bar; at: number; most: number }) {
  const scale = (value: number) => (most === 0 ? 0 : (value / most) * (width - noteRoom));
  const starts = bar.parts.map((_, index) =>
    bar.parts.slice(0, index).reduce((x, { value }) => x + scale(value), 0),
  );
  return (
    <g transform={`translate(0 ${at * rowHeight})`}>
      <text class="ink-fill" x={0} y={12} font-size="12">
        {bar.label}
      </text>
      <line class="rule-line" x1={0} x2={width - noteRoom} y1={barTop + barHeight} y2={barTop + barHeight} />
      {bar.parts.map(({ value, fill }, index) => (
        <rect
          key={fill}
          class={fill}
          x={(starts[index] ?? 0).toFixed(1)}
          y={barTop}
          width={scale(value).toFixed(1)}
          height={barHeight}
        />
      ))}
      <text class="muted-fill" x={scale(totalOf(bar)) + 6} y={barTop + 12} font-size="12">
        {bar.note}
      </text>
    </g>
  );
}

/** Horizontal bars on one scale, drawn without any inline style. */
export function BarChart({ title, bars }: BarChartProps) {
  const most = Math.max(...bars.map(totalOf), 0);
  return (
    <svg
      class="console-chart"
      viewBox={`0 0 ${width} ${bars.length * rowHeight}`}
      role="img"
      aria-label={`${title}. The numbers are in the table beside it.`}
    >
      {bars.map((bar, at) => (
        <BarRow key={bar.label} bar={bar} at={at} most={most} />
      ))}
    </svg>
  );
}
