import type { Edge, Graph, Node } from "./graph.ts";
import { type Place, people, places } from "./places.ts";

const box = { width: 132, height: 52 };
const step = { x: 220, y: 104 };
const margin = 24;

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Thrown for a resource that nobody has given a place; the message says where to. */
export class PlaceError extends Error {
  override name = "PlaceError";
}

function rectangle({ column, row, rows = 1 }: Place): Rectangle {
  const height = box.height + (rows - 1) * step.y;
  return { x: margin + column * step.x, y: margin + row * step.y, width: box.width, height };
}

function placeOf(id: string): Place {
  const place = places[id];
  if (place === undefined) throw new PlaceError(`${id} has no place in infra/picture/places.ts`);
  return place;
}

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const middle = ({ x, y, width, height }: Rectangle) => ({ x: x + width / 2, y: y + height / 2 });
const text = (value: string) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Returns where a line from one box to another leaves the first: the middle of a side, of a tall box at its height. */
function port(own: Rectangle, other: Rectangle): { x: number; y: number } {
  const [from, to] = [middle(own), middle(other)];
  if (own.x === other.x) return { x: from.x, y: to.y > from.y ? own.y + own.height : own.y };
  const half = box.height / 2;
  return {
    x: to.x > from.x ? own.x + own.width : own.x,
    y: between(to.y, own.y + half, own.y + own.height - half),
  };
}

function line(from: Rectangle, to: Rectangle, label: string, shift = 0): string {
  const [a, b] = [port(from, to), port(to, from)];
  const [ay, by] = [a.y + shift, b.y + shift];
  // Above a line that goes across, beside one that goes down.
  const [x, y, anchor] =
    a.x === b.x ? [a.x + 8, (ay + by) / 2 + 4, "start"] : [(a.x + b.x) / 2, (ay + by) / 2 - 6, "middle"];
  const said =
    label === "" ? "" : `<text class="label" x="${x}" y="${y}" text-anchor="${anchor}">${text(label)}</text>`;
  return `<line x1="${a.x}" y1="${ay}" x2="${b.x}" y2="${by}" marker-end="url(#arrow)"/>${said}`;
}

function labeled(
  { x, y, width, height }: Rectangle,
  kind: string,
  name: string,
  below: string | null,
): string {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const first = `<text x="${cx}" y="${below === null ? cy + 5 : cy - 3}" text-anchor="middle">${text(name)}</text>`;
  const second =
    below === null ? "" : `<text class="small" x="${cx}" y="${cy + 15}" text-anchor="middle">${below}</text>`;
  return `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>${first}${second}`;
}

const kindOf = (type: string) => (type === "AWS::Lambda::Function" ? "function" : "service");

function drawnNode({ id, type, megabytes }: Node): string {
  const place = placeOf(id);
  return labeled(
    rectangle(place),
    kindOf(type),
    place.name,
    megabytes === null ? null : `Lambda, ${megabytes} MB`,
  );
}

/** Two lines between the same boxes lie side by side. */
function drawnEdge({ from, to, label }: Edge, all: readonly Edge[]): string {
  const isTwin = all.some((other) => other.from === to && other.to === from);
  return line(rectangle(placeOf(from)), rectangle(placeOf(to)), label, isTwin ? (from < to ? -9 : 9) : 0);
}

const drawnPeople = () =>
  people.map((person) => {
    const [own, met] = [rectangle(person), rectangle(placeOf(person.meets))];
    const between = person.comes ? line(own, met, person.says) : line(met, own, person.says);
    return `${labeled(own, "person", person.name, null)}${between}`;
  });

const style = `
  text { font: 14px system-ui, sans-serif; fill: #16242b }
  .small, .label { font-size: 12px; fill: #4d5c61 }
  rect { stroke-width: 1.5; stroke: #0b5563; fill: #fff }
  .ground { fill: #fbf9f4; stroke: none }
  .function { fill: #e2eff1 }
  .person { stroke-dasharray: 4 3; stroke: #4d5c61; fill: none }
  line { stroke: #4d5c61; stroke-width: 1.3 }
  marker path { fill: #4d5c61 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ece8dd }
    .small, .label { fill: #a9b3b0 }
    rect { stroke: #6fc3d0; fill: #18242a }
    .ground { fill: #10191d; stroke: none }
    .function { fill: #1d3a42 }
    .person { stroke: #a9b3b0; fill: none }
    line { stroke: #a9b3b0 }
    marker path { fill: #a9b3b0 }
  }`;

/** Returns the picture as SVG. @throws PlaceError */
export function draw({ nodes, edges }: Graph): string {
  const all: readonly Place[] = [...Object.values(places), ...people];
  const width = margin * 2 + Math.max(...all.map(({ column }) => column)) * step.x + box.width;
  const height = margin * 2 + Math.max(...all.map(({ row }) => row)) * step.y + box.height;
  const sentence = edges.map(({ from, to }) => `${placeOf(from).name} to ${placeOf(to).name}`).join("; ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title about">
<title id="title">What the stack is made of</title>
<desc id="about">${text(sentence)}.</desc>
<style>${style}
</style>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker></defs>
<rect class="ground" width="${width}" height="${height}"/>
${edges.map((edge) => drawnEdge(edge, edges)).join("\n")}
${nodes.map(drawnNode).join("\n")}
${drawnPeople().join("\n")}
</svg>
`;
}
