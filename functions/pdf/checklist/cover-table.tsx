import { View } from "@react-pdf/renderer";
import { useReport } from "#functions/pdf/report-context.ts";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { CoverSheet } from "#shared/checklists/cover-sheet.ts";

/** Widths in parts of the whole, in the order of the columns. */
const parts = [7, 5, 5, 4, 5];
const rowHeight = 26;
const emptyRows = 4;

/** The table to fill in by hand, with rows left for what is missing. */
export function CoverTable({ sheet }: { sheet: CoverSheet }) {
  const { colors } = useReport();
  const rule = { borderBottomWidth: hairline, borderBottomColor: colors.edge };
  const cell = (index: number) => ({
    flex: parts[index] ?? 4,
    padding: space.tight,
    ...(index === 0 ? {} : { borderLeftWidth: hairline, borderLeftColor: colors.rule }),
  });
  const rows = [...sheet.systems, ...Array<string>(emptyRows).fill("")];
  return (
    <View style={{ marginTop: space.medium }} {...role("Table")}>
      <View
        style={{ flexDirection: "row", borderBottomWidth: 1, borderBottomColor: colors.ink }}
        {...role("TR")}
      >
        {sheet.columns.map((column, index) => (
          <View key={column} style={cell(index)} {...role("TH", { scope: "Column" })}>
            <Words voice="label" size="fine">
              {column}
            </Words>
          </View>
        ))}
      </View>
      {rows.map((system, at) => (
        <View
          key={system || `row ${String(at)}`}
          wrap={false}
          style={{ ...rule, flexDirection: "row", minHeight: rowHeight }}
          {...role("TR")}
        >
          {sheet.columns.map((column, index) => (
            <View key={column} style={cell(index)} {...role("TD")}>
              {index === 0 ? <Words size="note">{system || " "}</Words> : null}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
