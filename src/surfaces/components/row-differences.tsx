import type { CellChange, ComparedColumn, RowDifference, RowDifferencePage } from '../../capabilities/tables/index.ts';
import type { Language } from '../../kernel/text.ts';
import { versionsTexts } from '../../locales/versions.ts';
import { Badge } from './badge.tsx';
import { DataTable } from './data-table.tsx';
import type { StateKind } from './notice.tsx';

const TONES: Readonly<Record<RowDifference['kind'], StateKind>> = {
  added: 'good',
  removed: 'attention',
  changed: 'info',
};

/**
 * Rows that differ, cell by cell: what was and what became stand together where a cell changed. Of rows that only changed, the columns that
 * changed and those that name the row are shown.
 */
export function RowDifferences({
  page,
  title,
  language,
}: {
  page: RowDifferencePage;
  title: string;
  language: Language;
}) {
  const texts = versionsTexts[language].compare;
  if (page.rows.length === 0) return <p class="soft">{texts.none}</p>;
  const shown = shownColumns(page);
  return (
    <div class="differences">
      <DataTable
        caption={texts.caption(title)}
        captionUnseen
        columns={[
          { title: texts.what, tight: true },
          { title: texts.row, tight: true, align: 'end' },
          ...shown.map(({ column }) => ({ title: column.title })),
        ]}
        rows={page.rows.map((row) => [
          <Badge key="kind" kind={TONES[row.kind]}>
            {texts.kindOne[row.kind]}
          </Badge>,
          texts.rowOf(row.olderRow, row.newerRow),
          ...shown.map(({ column, index }) => (
            <Cell key={column.title} row={row} cell={row.cells[index]} language={language} />
          )),
        ])}
      />
    </div>
  );
}

function shownColumns({ columns, rows }: RowDifferencePage): { column: ComparedColumn; index: number }[] {
  const all = columns.map((column, index) => ({ column, index }));
  if (rows.some(({ kind }) => kind !== 'changed')) return all;
  const useful = all.filter(
    ({ column, index }) => column.newer?.identifier || rows.some(({ cells }) => cells[index]?.changed),
  );
  return useful.length > 0 ? useful : all;
}

function Cell({ row, cell, language }: { row: RowDifference; cell: CellChange | undefined; language: Language }) {
  const texts = versionsTexts[language].compare;
  if (!cell) return null;
  if (!cell.changed) return <>{valueText(row.kind === 'removed' ? cell.before : cell.after, '')}</>;
  return (
    <>
      <del>
        <span class="unseen">{texts.was} </span>
        {valueText(cell.before, texts.empty)}
      </del>{' '}
      <ins>
        <span class="unseen">{texts.became} </span>
        {valueText(cell.after, texts.empty)}
      </ins>
    </>
  );
}

/** Values as the files hold them, digit for digit: a difference of one sign must be seen. */
function valueText(value: CellChange['before'], empty: string): string {
  return value === null || value === undefined ? empty : String(value);
}
