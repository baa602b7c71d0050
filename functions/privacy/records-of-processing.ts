/**
 * Records of processing (GDPR Art. 30) for the operator, written from what the code stores: the schema of an
 * assessment gives its fields, functions/privacy gives each a reason, funnel.config.ts the operator's own facts.
 */
import { z } from "zod";
import { assessmentFields } from "#functions/privacy/stored-fields.ts";
import { storedItems } from "#functions/privacy/stored-items.ts";
import { assessmentSchema } from "#functions/store/assessment-item.ts";
import { consentWordings } from "#shared/consent-wording.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string[] {
  const line = (cells: Row) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

interface Purpose {
  what: string;
  basis: string;
  data: string;
  /** Who gets it besides the operator's own people and Amazon Web Services. */
  recipients: string;
}

/** What the operator uses the data for, as far as funnel.config.ts switches it on. */
function purposes({ sales, webhooks, followUps }: FunnelConfig): Purpose[] {
  const chats = [sales.notices.slack ? "Slack" : "", sales.notices.teams ? "Microsoft Teams" : ""].filter(
    Boolean,
  );
  const system = webhooks.events.length > 0 ? ["the system behind WEBHOOK_URL"] : [];
  const told = [...chats, ...system].join(", ") || "nobody";
  return [
    {
      what: "Make, show and mail the report that was asked for",
      basis: "Steps at the person's request, Art. 6(1)(b)",
      data: "Answers, profile, contact, scores",
      recipients: "nobody",
    },
    {
      what: `Let ${sales.salesPerson.toLowerCase()} read the answers and write once, unless “report only” is ticked`,
      basis: "Legitimate interest, Art. 6(1)(f); announced beside the button",
      data: "Contact, profile, technical answers, grade",
      recipients: told,
    },
    {
      what: `Follow-up mails (${followUps.enabled ? "on" : "off"})`,
      basis: "Consent, Art. 6(1)(a)",
      data: "Contact, profile, plan",
      recipients: "nobody",
    },
    {
      what: "Industry figures for 20 or more organizations",
      basis: "Consent, Art. 6(1)(a)",
      data: "Answers without names",
      recipients: "readers of the figures, without names",
    },
    {
      what: "Stop misuse; never mail an address again that must not be mailed",
      basis: "Legitimate interest, Art. 6(1)(f)",
      data: "Keyed hashes and counts",
      recipients: "nobody",
    },
  ];
}

function operatorRows({ brand, privacy }: FunnelConfig): Row[] {
  return [
    ["Controller", `${brand.name}, ${brand.postalAddress}`],
    ["Contact for privacy", privacy.contact],
    [
      "People concerned",
      "Whoever sends the assessment. No data about the people they work with is asked for.",
    ],
    ["Opened by", privacy.accessRoles],
    ["Stored in", privacy.storageRegion],
    ["Processor", "Amazon Web Services: table, mail, computing"],
    ["Deleted after", `${privacy.retentionMonths} months, by the table itself; at once when asked for`],
    ["Backups", "Point-in-time recovery of the table, 35 days"],
    [
      "Protection",
      "Encrypted at rest and on the way, signed links that end, keyed hashes, logs without addresses",
    ],
  ];
}

type JsonSchema = z.core.JSONSchema._JSONSchema;

/** Returns what stands in a field: its type, and the names inside it. */
function shapeOf(schema: JsonSchema | undefined): string {
  if (typeof schema !== "object") return "";
  if (schema.properties !== undefined) return Object.keys(schema.properties).join(", ");
  if (schema.enum !== undefined) return schema.enum.join(", ");
  const types = [schema, ...(schema.anyOf ?? [])].flatMap((one) =>
    typeof one === "object" && one.type !== undefined ? [one.type] : [],
  );
  return [...new Set(types)].join(" or ");
}

const schemaOfAssessment = z.toJSONSchema(assessmentSchema, {
  io: "input",
  unrepresentable: "any",
});

function fieldRows(): Row[] {
  return Object.entries(assessmentFields).map(([name, { what, why, handedOut }]) => [
    `\`${name}\``,
    shapeOf(schemaOfAssessment.properties?.[name]),
    what,
    why,
    handedOut ? "yes" : "no: says nothing about a person",
  ]);
}

function itemRows(): Row[] {
  return storedItems.map(({ key, what, person, kept, fields }) => [
    `\`${key}#\``,
    what,
    person,
    kept,
    Object.entries(fields)
      .map(([name, holds]) => `\`${name}\` ${holds}`)
      .join("; "),
  ]);
}

function wordingRows(): Row[] {
  return consentWordings.flatMap(({ version, request, boxes }) => [
    [version, "button", request],
    ...Object.entries(boxes).map(([name, words]): Row => [version, name, words]),
  ]);
}

/** Returns the records as Markdown. */
export function recordsOfProcessing(config: FunnelConfig): string {
  return [
    "# Records of processing",
    "",
    "Written by `npm run records` from the schema of the table and from funnel.config.ts. A test fails while it differs",
    "from them. It is a start for counsel, not legal advice.",
    "",
    "## Operator",
    "",
    ...table(["", ""], operatorRows(config)),
    "## Purposes",
    "",
    ...table(
      ["what for", "legal basis", "data", "passed on to"],
      purposes(config).map(({ what, basis, data, recipients }) => [what, basis, data, recipients]),
    ),
    "## Items of the table",
    "",
    ...table(["key", "what", "a person?", "kept", "attributes"], itemRows()),
    "## Fields of an assessment",
    "",
    ...table(["field", "holds", "what", "why", "handed out"], fieldRows()),
    "## Words of consent",
    "",
    ...table(["version", "where", "words"], wordingRows()),
  ].join("\n");
}
