export type CsvValue = string | number | boolean | null | undefined;

const cell = (value: CsvValue): string => {
  const text = value === null || value === undefined ? '' : String(value);
  // A text that a spreadsheet would take for a formula stays a text.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180, with the mark that lets spreadsheets know UTF-8. */
export const csvText = (rows: readonly (readonly CsvValue[])[]): string => `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** Hands the browser a file to keep. */
export const download = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
