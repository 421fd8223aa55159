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
    <details open={!closed} class="stack">
      <summary>{texts.item}</summary>
      <ItemButtons action={action} title={texts.itemAbsent} items={absent.slice(0, MOST_ABSENT)} />
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
      <ItemButtons action={action} title={texts.itemMany} items={found?.items ?? []} />
    </details>
  );
}

/** Items to choose from, each a button; nothing where there are none. */
function ItemButtons(props: { action: string; title: string; items: readonly RequiredItem[] }) {
  const { action, title, items } = props;
  if (items.length === 0) return null;
  return (
    <form class="stack" method="post" action={action} aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      {items.map((item) => (
        <p key={item.line}>
          <Button kind="secondary" name="exact" value={item.line}>
            {itemName(item)}
          </Button>
        </p>
      ))}
    </form>
  );
}
