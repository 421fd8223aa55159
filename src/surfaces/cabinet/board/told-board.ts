import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { BoardRow } from '../../../capabilities/catalog/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { boardTexts } from '../../../locales/board.ts';
import type { Visit } from '../../components/index.ts';
import type { ToldList } from '../memo/told-list.ts';
import { termOfRow } from './board-table.tsx';

/** Lines of the board as a list to be told: what, its term, who, of which unit. */
export function toldBoard(
  visit: Visit,
  rows: readonly BoardRow[],
  units: readonly Unit[],
  unitId: string | null,
): ToldList {
  const texts = boardTexts[visit.language];
  const { columns } = texts;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const today = dayOf(visit.ctx.clock.now());
  const late = rows.filter(({ state, dueOn }) => state === 'published' && dueOn !== null && dueOn < today).length;
  return {
    about: texts.memo.about(rows.length, late),
    unitName: unitId === null ? null : (names.get(unitId) ?? null),
    columns: [columns.title, columns.term, columns.responsible, columns.unit],
    widths: [3, 2.2, 2.4, 2.4],
    rows: rows.map((row) => ({
      path: `/cabinet/datasets/${row.id}`,
      cells: [
        row.title || row.number,
        termOfRow(visit, row)?.words ?? texts.noTerm,
        row.responsibleName || texts.nobody,
        names.get(row.unitId) ?? '',
      ],
    })),
  };
}
