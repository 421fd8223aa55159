import type { Operator, RowQuery } from '../../../capabilities/tables/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { portalTexts } from '../../../locales/portal.ts';
import type { ShownColumn } from './table-cell.tsx';

function typed(query: RowQuery, column: string, operator: Operator): string {
  return query.filters.find((filter) => filter.column === column && filter.operator === operator)?.values[0] ?? '';
}

/** The input or two under a column's header: a part of a text, from and to, yes or no. */
export function ColumnFilter(props: { column: ShownColumn; query: RowQuery; language: Language }) {
  const { column, query, language } = props;
  const texts = portalTexts[language].table;
  if (column.type === 'text') {
    return (
      <input
        class="input"
        name={`${column.name}__contains`}
        value={typed(query, column.name, 'contains')}
        aria-label={texts.contains(column.title)}
        autocomplete="off"
      />
    );
  }
  if (column.type === 'boolean') {
    const value = typed(query, column.name, 'exact');
    return (
      <select class="input" name={`${column.name}__exact`} aria-label={texts.exactLabel(column.title)}>
        {[
          ['', texts.any],
          ['true', texts.yes],
          ['false', texts.no],
        ].map(([code, word]) => (
          <option key={code} value={code} selected={code === value}>
            {word}
          </option>
        ))}
      </select>
    );
  }
  return (
    <span class={column.type === 'date' ? 'from-to from-to-days' : 'from-to'}>
      {(['gte', 'lte'] as const).map((operator) => (
        <input
          key={operator}
          class="input"
          name={`${column.name}__${operator}`}
          value={typed(query, column.name, operator)}
          placeholder={operator === 'gte' ? texts.from : texts.to}
          aria-label={(operator === 'gte' ? texts.fromLabel : texts.toLabel)(column.title)}
          type={(column.type === 'date' ? 'date' : 'text') as 'text'}
          inputmode={column.type === 'integer' || column.type === 'decimal' ? 'decimal' : undefined}
          autocomplete="off"
        />
      ))}
    </span>
  );
}
