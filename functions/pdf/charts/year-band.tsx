import { Path, Svg } from "@react-pdf/renderer";
import { useReport } from "#functions/pdf/report-context.ts";

/** A band of arrows, one for each year, the first the darkest. */
export function YearBand({ years, width }: { years: number; width: number }) {
  const { colors } = useReport();
  const step = width / years;
  const tip = 8;
  return (
    <Svg width={width} height={18} viewBox={`0 0 ${width} 18`}>
      {Array.from({ length: years }, (_, index) => index).map((index) => {
        const left = index * step;
        const notch = index === 0 ? 0 : tip;
        const right = left + step - 3 - (index === years - 1 ? -3 : 0);
        return (
          <Path
            key={left}
            d={`M${left} 0H${right - tip}L${right} 9L${right - tip} 18H${left}L${left + notch} 9Z`}
            fill={colors.accent}
            fillOpacity={1 - index * 0.16}
          />
        );
      })}
    </Svg>
  );
}
