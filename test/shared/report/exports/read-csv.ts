/** Reads RFC 4180 character by character, as the standard's grammar does: independent of the writer. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error("A quoted field is not closed.");
        at += text[at] === '"' ? 1 : 0;
        field += text[at];
        at += 1;
      }
      at += 1;
    } else
      while (at < text.length && text[at] !== "," && text[at] !== "\r") {
        if (text[at] === '"' || text[at] === "\n") throw new Error(`Unquoted ${JSON.stringify(text[at])}.`);
        field += text[at];
        at += 1;
      }
    row.push(field);
    if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else if (text[at] === ",") at += 1;
    else throw new Error(`Neither comma nor line end after ${JSON.stringify(field)}.`);
  }
  return rows;
}
