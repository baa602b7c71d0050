/** @jsxImportSource hono/jsx */

export interface BarProps {
  /** 0..100. */
  value: number;
  /** 0..100, drawn as a whisker where they differ. */
  low?: number | null | undefined;
  high?: number | null | undefined;
  /** Lines across the track, 0..100. */
  marks?: readonly number[] | undefined;
  /** What the drawing says, in a sentence. */
  title: string;
  /** "load" where more is worse. */
  kind: "readiness" | "load";
}

function Whisker({ low, high }: { low: number; high: number }) {
  return (
    <g class="whisker">
      <line x1={low} x2={high} y1="6" y2="6" vector-effect="non-scaling-stroke" />
      <line x1={low} x2={low} y1="3" y2="9" vector-effect="non-scaling-stroke" />
      <line x1={high} x2={high} y1="3" y2="9" vector-effect="non-scaling-stroke" />
    </g>
  );
}

/** Returns one value from 0 to 100 as a bar, its range as a whisker over it. Words stand beside it, not in it. */
export function Bar({ value, low, high, marks = [], title, kind }: BarProps) {
  const ranged = typeof low === "number" && typeof high === "number" && low !== high;
  return (
    <svg
      class={`score-bar score-bar-${kind}`}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      <rect class="score-bar-track" x="0" y="2" width="100" height="8" />
      <rect class="score-bar-value" x="0" y="2" width={value} height="8" />
      {marks.map((mark) => (
        <line
          key={mark}
          class="score-bar-mark"
          x1={mark}
          x2={mark}
          y1="0"
          y2="12"
          vector-effect="non-scaling-stroke"
        />
      ))}
      {ranged ? <Whisker low={low} high={high} /> : null}
    </svg>
  );
}
