import { ITEM_AUDIENCES } from '../../../capabilities/catalog/index.ts';
import { ITEM_STATES } from '../../../capabilities/mandates/index.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { Button, LinkButton } from '../button.tsx';
import { Field } from '../field.tsx';
import { href, type Visit } from '../visit.ts';
import { requiredParameters, type ShownRequired } from './required-query.ts';

/** Conditions over the list of required datasets: words, unit, state, section. */
export function RequiredFilter({ visit, shown, path }: { visit: Visit; shown: ShownRequired; path: string }) {
  const texts = requiredTexts[visit.language];
  const { query, view } = shown;
  const sections = ITEM_AUDIENCES.filter((one) => view.lists.items.some(({ audience }) => audience === one));
  return (
    <form class="filters" method="get" action={href(visit, path)}>
      <Field label={texts.filter.q} name="q" type="search" value={query.q} />
      {view.units.length > 1 && (
        <Field
          label={texts.filter.unit}
          name="unit"
          value={query.unit}
          options={[
            { value: '', label: texts.filter.anyUnit },
            ...view.units.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      )}
      <Field
        label={texts.filter.state}
        name="state"
        value={query.state ?? ''}
        options={[
          { value: '', label: texts.filter.anyState },
          ...ITEM_STATES.map((state) => ({ value: state, label: texts.states[state] })),
        ]}
      />
      <Field
        label={texts.filter.section}
        name="section"
        value={query.section ?? ''}
        options={[
          { value: '', label: texts.filter.anySection },
          ...sections
            .filter((one) => one !== 'state-administrations')
            .map((one) => ({ value: one, label: texts.audiences[one] })),
        ]}
      />
      <Button kind="secondary">{texts.filter.button}</Button>
      {requiredParameters(query) !== '' && (
        <LinkButton kind="quiet" href={href(visit, path)}>
          {texts.filter.clear}
        </LinkButton>
      )}
    </form>
  );
}
