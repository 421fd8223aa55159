/** Names in the first line of a CSV file, without a byte order mark and quotes. */
export function parseCsvLine(text: string): string[] {
  const [line = ''] = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
