import type { Operator, RowQuery, ValueCount } from '../../../capabilities/tables/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { isDate, type ShownColumn } from './table-cell.tsx';

export interface ColumnFilterProps {
  readonly column: ShownColumn;
  readonly query: RowQuery;
  readonly language: Language;
  /** The values of the column, where they are few. */
  readonly choices: readonly ValueCount[] | undefined;
  /** Id of the form the fields belong to. */
  readonly form: string;
}

function typed(query: RowQuery, column: string, operator: Operator): string {
  return query.filters.find((filter) => filter.column === column && filter.operator === operator)?.values[0] ?? '';
}

/** The field or two that narrow a column: a list of values with their counts, a part of a text, from and to, yes or no. */
export function ColumnFilter(props: ColumnFilterProps) {
  const { column, query, language, choices, form } = props;
  const texts = explorerTexts[language];
  if (choices && column.type === 'text') return <ChoiceFilter {...props} choices={choices} />;
  if (column.type === 'text') {
    return (
      <input
        class="input"
        form={form}
        name={`${column.name}__contains`}
        value={typed(query, column.name, 'contains')}
        aria-label={texts.contains(column.title)}
        autocomplete="off"
      />
    );
  }
  if (column.type === 'boolean') {
    return (
      <ValueList
        {...props}
        options={[
          ['true', texts.yes],
          ['false', texts.no],
        ]}
      />
    );
  }
  return (
    <span class={isDate(column) ? 'from-to from-to-days' : 'from-to'}>
      {(['gte', 'lte'] as const).map((operator) => (
        <input
          key={operator}
          class="input"
          form={form}
          name={`${column.name}__${operator}`}
          value={typed(query, column.name, operator)}
          placeholder={operator === 'gte' ? texts.from : texts.to}
          aria-label={(operator === 'gte' ? texts.fromLabel : texts.toLabel)(column.title)}
          // the types of elements know no union of kinds of input
          type={(isDate(column) ? 'date' : 'text') as 'text'}
          inputmode={isDate(column) ? undefined : 'decimal'}
          autocomplete="off"
        />
      ))}
    </span>
  );
}

/** Counts are of the whole table, so they are told only while nothing narrows it. */
function ChoiceFilter(props: ColumnFilterProps & { choices: readonly ValueCount[] }) {
  const { choices, query, language } = props;
  const whole = query.filters.length === 0 && query.search === '';
  return (
    <ValueList
      {...props}
      options={choices.map(({ value, count }) => [
        String(value),
        whole ? `${String(value)} (${formatNumber(count, language)})` : String(value),
      ])}
    />
  );
}

function ValueList(props: ColumnFilterProps & { options: readonly (readonly [value: string, label: string])[] }) {
  const { column, query, language, form, options } = props;
  const texts = explorerTexts[language];
  const chosen = typed(query, column.name, 'exact');
  const several = query.filters.find(({ column: name, operator }) => name === column.name && operator === 'in');
  return (
    <select class="input" form={form} name={`${column.name}__exact`} aria-label={texts.exactly(column.title)}>
      <option value="">{several ? texts.several(several.values.length) : texts.any}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </select>
  );
}
