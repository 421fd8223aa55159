import { explorerTexts } from '../../../locales/explorer.ts';
import { Icon } from '../../components/index.ts';
import { ColumnFilter } from './column-filter.tsx';
import type { ExplorerModel } from './explorer-model.ts';
import { FORM } from './form-id.ts';

/** More fields are no form but a wall; the rest is filtered from the table. */
const MOST_FIELDS = 24;

/** The filters of the columns for views that have no columns to stand in: folded away until they are wanted. */
export function FilterDrawer({ model }: { model: ExplorerModel }) {
  const { columns, query, visit, facts } = model;
  const texts = explorerTexts[visit.language];
  return (
    <details class="filter-drawer">
      <summary>
        <Icon name="next" turn />
        {texts.filters}
      </summary>
      <div class="filter-fields">
        {columns.slice(0, MOST_FIELDS).map((column) => (
          <div key={column.name} class="filter-field">
            <span class="filter-name">{column.title}</span>
            <ColumnFilter
              column={column}
              query={query}
              language={visit.language}
              choices={facts.choices.get(column.name)}
              form={FORM}
            />
          </div>
        ))}
      </div>
      <button class="button button-secondary" type="submit" form={FORM}>
        {texts.filter}
      </button>
    </details>
  );
}
