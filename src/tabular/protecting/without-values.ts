import type { Finding } from '../../kernel/finding.ts';
import type { ColumnProfile } from '../column.ts';
import type { Inspection } from '../inspection.ts';

/** A finding that still says what and where, but shows nothing that stands there. */
export function withoutAllValues(finding: Finding): Finding {
  return { ...finding, places: finding.places.map(({ row }) => ({ row, value: null })) };
}

/**
 * An inspection as it may be kept and shown once columns of the table are protected: no example, no cell in a place of a finding, neither of those
 * columns nor of whole rows.
 * @param columns indexes of the protected columns
 */
export function withoutValues(inspection: Inspection, columns: ReadonlySet<number>): Inspection {
  if (columns.size === 0) return inspection;
  return {
    ...inspection,
    columns: inspection.columns.map((column) => (columns.has(column.index) ? bare(column) : column)),
    findings: inspection.findings.map((finding) =>
      finding.column === null || columns.has(finding.column) ? withoutAllValues(finding) : finding,
    ),
  };
}

function bare(column: ColumnProfile): ColumnProfile {
  return { ...column, examples: [] };
}
