export interface AttributeUpdate {
  UpdateExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, unknown>;
}

/** Returns the update that sets each attribute, and removes those that are undefined. Values take names like `:v0`. */
export function setAttributes(attributes: Readonly<Record<string, unknown>>): AttributeUpdate {
  const entries = Object.entries(attributes).map(([name, value], index) => ({ name, value, index }));
  const set = entries.filter(({ value }) => value !== undefined);
  const removed = entries.filter(({ value }) => value === undefined);
  const list = (clause: string, parts: readonly string[]) =>
    parts.length === 0 ? "" : `${clause} ${parts.join(", ")}`;
  return {
    UpdateExpression: [
      list(
        "SET",
        set.map(({ index }) => `#a${index} = :v${index}`),
      ),
      list(
        "REMOVE",
        removed.map(({ index }) => `#a${index}`),
      ),
    ]
      .join(" ")
      .trim(),
    ExpressionAttributeNames: Object.fromEntries(entries.map(({ name, index }) => [`#a${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(set.map(({ value, index }) => [`:v${index}`, value])),
  };
}
