import { createRequire } from "node:module";
import { Circle, Document, Font, Link, Page, Svg, Text, View } from "@react-pdf/renderer";
import { artifact, figure, role } from "#functions/pdf/tagging/tag.ts";

export const sampleFont = "Sample Sans";
const fontFile = "@fontsource/b612/files/b612-latin-400-normal.woff";
Font.register({ family: sampleFont, src: createRequire(import.meta.url).resolve(fontFile) });

export const longText = Array.from({ length: 90 }, (_, index) => `Sentence ${index} of the paragraph.`).join(
  " ",
);

export const chartAlt = "One circle: the only value is 4 of 5.";

function Figures() {
  const row = { flexDirection: "row" } as const;
  return (
    <View>
      <View style={row} {...role("TR")}>
        <Text style={{ width: 90 }} {...role("TH", { scope: "Column" })}>
          Domain
        </Text>
        <Text {...role("TH", { scope: "Column" })}>Score</Text>
      </View>
      <View style={row} {...role("TR")}>
        <View style={{ width: 90 }} {...role("TH", { scope: "Row" })}>
          <Text>Security</Text>
        </View>
        <View {...role("TD")}>
          <Text>41</Text>
          <Text>of 100</Text>
        </View>
      </View>
    </View>
  );
}

function Steps() {
  return (
    <View {...role("L", { numbering: "Decimal" })}>
      {["First", "Second"].map((step, index) => (
        <View key={step} style={{ flexDirection: "row" }} {...role("LI")}>
          <Text style={{ width: 20 }} {...role("Lbl")}>
            {`${index + 1}.`}
          </Text>
          <View>
            <Text>{`${step} step`}</Text>
            <Text>{`Owner of the ${step.toLowerCase()}`}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

function Chart() {
  return (
    <View {...figure(chartAlt)}>
      <Svg width={60} height={60}>
        <Circle cx={30} cy={30} r={20} fill="#336699" />
      </Svg>
      <Text>4 of 5</Text>
    </View>
  );
}

/** Two kinds of everything that the marker treats, small enough to read its tree. */
export function SampleDocument({ title = "Sample <& more>" }: { title?: string }) {
  const date = new Date(Date.UTC(2026, 0, 15, 12));
  return (
    <Document
      title={title}
      language="en-US"
      creationDate={date}
      modificationDate={date}
      pageMode="useOutlines"
    >
      <Page
        size={[400, 300]}
        style={{ fontFamily: sampleFont, fontSize: 11, padding: 30, backgroundColor: "#FDFBF7" }}
        layout={({ children, pageNumber }) => (
          <>
            <Text {...artifact("Header")} style={{ position: "absolute", top: 8, left: 30 }}>
              Running header
            </Text>
            {children}
            <Text style={{ position: "absolute", bottom: 8, left: 30 }}>{`Page ${pageNumber}`}</Text>
          </>
        )}
      >
        <View
          fixed
          style={{ position: "absolute", top: 8, right: 30, width: 9, height: 9, backgroundColor: "#999" }}
        />
        <Text {...role("H1")} {...{ bookmark: { title: "Sample", fit: true } }} id="top">
          Sample
        </Text>
        <Text>
          {"A paragraph with "}
          <Link src="https://example.org/a">a link that is long enough to break over two lines</Link>
          {" and "}
          <Link src="#end">S1</Link>
          {", then words."}
        </Text>
        <View style={{ borderBottomWidth: 1, borderBottomColor: "#333" }} />
        <Text {...role("H2")}>Parts</Text>
        <Figures />
        <Steps />
        <Chart />
        <Text>{longText}</Text>
        <Text {...role("H2")} id="end">
          End
        </Text>
        <Text {...role("LI")}>Bare item</Text>
        <Link src="#top">Back to the top</Link>
        <Link src="#end">
          <View style={{ flexDirection: "row" }}>
            <Text style={{ width: 90 }}>The end</Text>
            <Text>4</Text>
          </View>
        </Link>
        <Text id="Zeta"> </Text>
      </Page>
    </Document>
  );
}
