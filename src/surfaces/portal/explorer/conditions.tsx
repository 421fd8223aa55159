import type { RowFilter } from '../../../capabilities/tables/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { type Chip, Chips, LinkButton } from '../../components/index.ts';
import type { ExplorerModel } from './explorer-model.ts';
import { withoutFilter, withQuery } from './table-address.ts';
import { cellText, type ShownColumn } from './table-cell.tsx';

/** The conditions in words, each with a way to take it back. */
export function Conditions({ model }: { model: ExplorerModel }) {
  const { query, visit, columns, facts } = model;
  const texts = explorerTexts[visit.language];
  if (query.filters.length === 0 && query.search === '') return null;
  const chips = query.filters.map(
    (filter): Chip => ({
      label: filterWords(filter, columns, visit.language),
      href: model.href(withoutFilter(facts.state, filter)),
      removeLabel: texts.remove,
    }),
  );
  if (query.search) {
    chips.unshift({
      label: `«${query.search}»`,
      href: model.href(withQuery(facts.state, { search: '' })),
      removeLabel: texts.remove,
    });
  }
  return (
    <div class="row explorer-conditions">
      <Chips items={chips} label={texts.chosen} />
      <LinkButton kind="quiet" href={model.href(withQuery(facts.state, { search: '', filters: [] }))}>
        {texts.clear}
      </LinkButton>
    </div>
  );
}

/** A condition as a sentence: «Район дорівнює Центральний». */
export function filterWords(filter: RowFilter, columns: readonly ShownColumn[], language: Language): string {
  const texts = explorerTexts[language];
  const column = columns.find(({ name }) => name === filter.column);
  const title = column?.title ?? filter.column;
  if (filter.operator === 'isnull') {
    return `${title} ${filter.values[0] === 'true' ? texts.operators.isnull : texts.operators.notnull}`;
  }
  const whole = !['contains', 'startswith', 'year', 'month'].includes(filter.operator);
  const values = filter.values.map((value) => (column && whole ? cellText(value, column, language) : value));
  const told = values.length > 4 ? `${values.slice(0, 4).join(', ')} … (${values.length})` : values.join(', ');
  return `${title} ${texts.operators[filter.operator]} ${told}`;
}
