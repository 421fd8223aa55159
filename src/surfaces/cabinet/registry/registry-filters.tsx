import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { EntryList } from '../../../capabilities/registry/index.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { Button, Choice, Field, href, LinkButton, type Visit } from '../../components/index.ts';
import { MORE_COLUMNS, type RegistryQuery } from './registry-query.ts';

const ORDERS = ['title', 'number', 'holder', '-created', '-size', 'due'] as const;

/** Conditions of the registry: what, whose, in which state, on which day, in which order, with which columns. */
export function RegistryFilters(props: {
  visit: Visit;
  path: string;
  query: RegistryQuery;
  list: Pick<EntryList, 'formats'>;
  units: readonly Unit[];
  narrowed: boolean;
}) {
  const { visit, path, query, list, units, narrowed } = props;
  const texts = registryTexts[visit.language];
  const { filter } = query;
  return (
    <form class="filters no-print" method="get" action={href(visit, path)}>
      <Field label={texts.filter.q} name="q" type="search" value={filter.q ?? ''} />
      <HolderFields visit={visit} filter={filter} units={units} />
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <Field
        label={texts.filter.format}
        name="format"
        value={filter.format ?? ''}
        options={[
          { value: '', label: texts.filter.anyFormat },
          ...list.formats.map((format) => ({ value: format, label: format })),
        ]}
      />
      <Field label={texts.filter.on} name="on" type="date" value={filter.on ?? ''} />
      <Field
        label={texts.filter.order}
        name="order"
        value={query.order}
        options={ORDERS.map((order) => ({ value: order, label: texts.orders[order] }))}
      />
      <ColumnChoices visit={visit} query={query} />
      <Button kind="secondary">{texts.filter.button}</Button>
      {narrowed && (
        <LinkButton kind="quiet" href={href(visit, path)}>
          {texts.filter.clear}
        </LinkButton>
      )}
    </form>
  );
}

/** Whose entries: of any unit, and of the legal person a unit belongs to; nothing to ask where there is one. */
function HolderFields(props: { visit: Visit; filter: RegistryQuery['filter']; units: readonly Unit[] }) {
  const { visit, filter, units } = props;
  const texts = registryTexts[visit.language].filter;
  const legal = units.filter(({ edrpou }) => edrpou !== null);
  return (
    <>
      {units.length > 1 && (
        <Field
          label={texts.unit}
          name="unit"
          value={filter.unitId ?? ''}
          options={[{ value: '', label: texts.anyUnit }, ...units.map(optionOf)]}
        />
      )}
      {legal.length > 1 && (
        <Field
          label={texts.legal}
          name="legal"
          value={filter.legalUnitId ?? ''}
          options={[{ value: '', label: texts.anyLegal }, ...legal.map(optionOf)]}
        />
      )}
    </>
  );
}

/** Columns besides the ten, and whether only entries that lack something are shown. */
function ColumnChoices({ visit, query }: { visit: Visit; query: RegistryQuery }) {
  const texts = registryTexts[visit.language];
  const { columns, filter } = query;
  return (
    <details class="filters-more" open={columns.length > 0 || filter.incomplete}>
      <summary>{texts.filter.columns}</summary>
      <fieldset class="choices-row">
        <legend class="unseen">{texts.filter.columns}</legend>
        {MORE_COLUMNS.map((column) => (
          <Choice
            key={column}
            name="columns"
            value={column}
            label={texts.more[column]}
            checked={columns.includes(column)}
          />
        ))}
        <Choice name="incomplete" value="1" label={texts.filter.incomplete} checked={filter.incomplete} />
      </fieldset>
    </details>
  );
}

const optionOf = ({ id, name }: Unit) => ({ value: id, label: name });
