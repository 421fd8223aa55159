/** One number to hold, measured. */
export interface BenchRow {
  readonly what: string;
  readonly measured: string;
  /** The plain DuckDB figure beside it, or in what it is counted. */
  readonly unit?: string;
  readonly ratio?: string;
  readonly hold: string;
  /** Null where nothing could be measured; `measured` says why. */
  readonly held: boolean | null;
}

/** Takes a row as soon as it is measured. */
export type Report = (row: BenchRow) => void;

const HEADINGS = ['what', 'measured', 'plain DuckDB or unit', 'ratio', 'hold', 'held?'] as const;

/** `yes`, `NO`, or `—` where nothing was measured. */
function verdict(held: boolean | null): string {
  return held === null ? '—' : held ? 'yes' : 'NO';
}

function cells(row: BenchRow): string[] {
  return [row.what, row.measured, row.unit ?? '', row.ratio ?? '', row.hold, verdict(row.held)];
}

/** One row in a line, for the time the others are still being measured. */
export function rowLine(row: BenchRow): string {
  const [what = '', ...rest] = cells(row);
  return `${what.padEnd(58)} ${rest.filter((cell) => cell !== '').join(' | ')}`;
}

/** All rows as a Markdown table with even columns. */
export function table(rows: readonly BenchRow[]): string {
  const lines = [[...HEADINGS], ...rows.map(cells)];
  const widths = HEADINGS.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  const drawn = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`);
  drawn.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return drawn.join('\n');
}

/** The time under which that part of the times lies, in their unit. */
export function percentile(times: readonly number[], part: number): number {
  const ordered = times.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? 0;
}

/** Milliseconds a deed takes. */
export async function timed(deed: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await deed();
  return performance.now() - begun;
}
