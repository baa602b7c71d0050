/** RFC 4180, safe to open in a spreadsheet. */

/** What a spreadsheet takes for the start of a formula; full-width forms too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const needsQuotes = /[",\r\n]/;
/** Without it a spreadsheet reads quotation marks and accents in the wrong character set. */
export const byteOrderMark = "\uFEFF";

function cell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Returns one row, its line end included. */
export function csvLine(row: readonly string[]): string {
  return `${row.map(cell).join(",")}\r\n`;
}

/** Returns rows as CSV in UTF-8 with a byte order mark; a cell that would run as a formula starts with an apostrophe. */
export function csv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map(csvLine).join("");
}
