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
  const legal = units.filter(({ edrpou }) => edrpou !== null);
  return (
    <form class="filters no-print" method="get" action={href(visit, path)}>
      <Field label={texts.filter.q} name="q" type="search" value={filter.q ?? ''} />
      {units.length > 1 && (
        <Field
          label={texts.filter.unit}
          name="unit"
          value={filter.unitId ?? ''}
          options={[{ value: '', label: texts.filter.anyUnit }, ...units.map(optionOf)]}
        />
      )}
      {legal.length > 1 && (
        <Field
          label={texts.filter.legal}
          name="legal"
          value={filter.legalUnitId ?? ''}
          options={[{ value: '', label: texts.filter.anyLegal }, ...legal.map(optionOf)]}
        />
      )}
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
      <details class="filters-more" open={query.columns.length > 0 || filter.incomplete}>
        <summary>{texts.filter.columns}</summary>
        <fieldset class="choices-row">
          <legend class="unseen">{texts.filter.columns}</legend>
          {MORE_COLUMNS.map((column) => (
            <Choice
              key={column}
              name="columns"
              value={column}
              label={texts.more[column]}
              checked={query.columns.includes(column)}
            />
          ))}
          <Choice name="incomplete" value="1" label={texts.filter.incomplete} checked={filter.incomplete} />
        </fieldset>
      </details>
      <Button kind="secondary">{texts.filter.button}</Button>
      {narrowed && (
        <LinkButton kind="quiet" href={href(visit, path)}>
          {texts.filter.clear}
        </LinkButton>
      )}
    </form>
  );
}

const optionOf = ({ id, name }: Unit) => ({ value: id, label: name });
