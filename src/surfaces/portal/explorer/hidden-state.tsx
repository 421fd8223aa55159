import type { RowFilter } from '../../../capabilities/tables/index.ts';
import type { ExplorerModel } from './explorer-model.ts';
import type { ColumnChoices } from './explorer-view.ts';
import type { ShownColumn } from './table-cell.tsx';

/** What the form of the conditions does not ask but must keep: view, order, columns, conditions made elsewhere. */
export function HiddenState({ parameters, model }: { parameters: URLSearchParams; model: ExplorerModel }) {
  const columns = model.facts.shown.view === 'table' ? model.shown : model.columns;
  const asked = new Set(
    model.query.filters
      .filter((filter) => isAsked(filter, columns, model.facts.choices))
      .map((filter) => `${filter.column}__${filter.operator}`),
  );
  return <HiddenFields fields={[...parameters].filter(([name]) => name !== 'q' && !asked.has(name))} />;
}

/** Fields nobody sees. */
export function HiddenFields({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return (
    <>
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Whether the filters of the columns have a field for this condition. */
export function isAsked(filter: RowFilter, columns: readonly ShownColumn[], choices: ColumnChoices): boolean {
  const type = columns.find((column) => column.name === filter.column)?.type;
  if (type === undefined) return false;
  if (type === 'text') {
    const values = choices.get(filter.column);
    if (!values) return filter.operator === 'contains';
    return filter.operator === 'exact' && values.some(({ value }) => value === filter.values[0]);
  }
  if (type === 'boolean') return filter.operator === 'exact';
  return filter.operator === 'gte' || filter.operator === 'lte';
}
