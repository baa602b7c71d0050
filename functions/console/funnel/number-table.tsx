/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";

interface NumberTableProps {
  caption: string;
  /** The first column names the row. */
  columns: readonly string[];
  rows: readonly { name: Child; key: string; cells: readonly string[] }[];
}

/** A table of numbers with their names in front. */
export function NumberTable({ caption, columns, rows }: NumberTableProps) {
  return (
    <div class="table-scroll">
      <table class="console-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column} scope="col" class={at === 0 ? undefined : "number"}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, key, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]} class="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
