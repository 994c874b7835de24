// Renders rows of text in columns.

/** Renders each row as a line; all cells of a column have the same width. */
export function renderColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(rows);
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Rows whose cells in some columns are aligned to the right, as numbers are. */
export function alignRight(rows: readonly (readonly string[])[], columns: readonly number[]): string[][] {
  const widths = widthsOf(rows);
  return rows.map((row) => row.map((cell, at) => (columns.includes(at) ? cell.padStart(widths[at] ?? 0) : cell)));
}

function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  return widths;
}
