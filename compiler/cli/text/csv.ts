// Renders rows as CSV.

/** Renders rows as lines of CSV (RFC 4180). */
export function renderCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map(csvLine).join('\n');
}

/** A row as a line, without its end. */
export function csvLine(row: readonly (string | number)[]): string {
  return row.map(csvCell).join(',');
}

/** A cell. A quoted cell cannot be a formula of a spreadsheet, because no value of a spec begins with one. */
function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
