import type { Dataset, RequiredItem } from '../../../capabilities/catalog/index.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { Button, Field, href, Notice, type Visit } from '../../components/index.ts';

/** Absent items offered as buttons; the rest is in the list to choose from. */
const MOST_ABSENT = 6;

/** How an item is called in the list to choose from. */
export function itemName({ title, number }: RequiredItem): string {
  return `${title} (№ ${number})`;
}

/** Picking an item of the 835 list: the browser's own search in the list, or a word and then a choice. */
export function ItemForm(props: {
  visit: Visit;
  dataset: Dataset;
  items: readonly RequiredItem[];
  /** Items the unit must publish and has not; offered before all others. */
  absent: readonly RequiredItem[];
  found: { readonly query: string; readonly items: readonly RequiredItem[] } | null;
}) {
  const { visit, dataset, items, absent, found } = props;
  const texts = walkTexts[visit.language].passport;
  const action = href(visit, `/cabinet/datasets/${dataset.id}/passport/item`);
  const closed = found === null && dataset.passport.ground.kind !== 'own-initiative';
  return (
    <details open={!closed}>
      <summary>{texts.item}</summary>
      {absent.length > 0 && (
        <form class="stack" method="post" action={action} aria-label={texts.itemAbsent}>
          <p>
            <strong>{texts.itemAbsent}</strong>
          </p>
          {absent.slice(0, MOST_ABSENT).map((item) => (
            <p key={item.line}>
              <Button kind="secondary" name="exact" value={item.line}>
                {itemName(item)}
              </Button>
            </p>
          ))}
        </form>
      )}
      <form class="form" method="post" action={action}>
        <Field
          label={texts.itemField}
          name="item"
          hint={texts.itemHint}
          value={found?.query ?? ''}
          list="required-items"
          autocomplete="off"
        />
        <datalist id="required-items">
          {items.map((item) => (
            <option key={item.line} value={itemName(item)} />
          ))}
        </datalist>
        <Button kind="secondary">{texts.itemFill}</Button>
      </form>
      {found && found.items.length === 0 && (
        <Notice kind="attention" title={texts.itemNotFound} language={visit.language} live />
      )}
      {found && found.items.length > 0 && (
        <form class="stack" method="post" action={action} aria-label={texts.itemMany}>
          <p>
            <strong>{texts.itemMany}</strong>
          </p>
          {found.items.map((item) => (
            <p key={item.line}>
              <Button kind="secondary" name="exact" value={item.line}>
                {itemName(item)}
              </Button>
            </p>
          ))}
        </form>
      )}
    </details>
  );
}
