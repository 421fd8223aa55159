import { FREQUENCIES, FREQUENCY_NAMES, THEMES } from '../../../capabilities/catalog/index.ts';
import type { ListItem } from '../../../capabilities/mandates/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Badge, Button, DataTable, Field, href, Notice, type Visit } from '../../components/index.ts';
import { HOME } from './frame.tsx';
import { type ListsPartProps, typedField } from './lists-form.ts';

/** The community's own list: its items, how to add one, those taken out. */
export function LocalPart(props: ListsPartProps) {
  const { visit, data } = props;
  const texts = requiredStaffTexts[visit.language].lists;
  const { items, otherItems } = data.lists;
  const local = items.filter(({ list }) => list === 'local-list');
  const removed = otherItems.filter(({ list }) => list === 'local-list');
  const given = visit.query.get('given')?.split('.').map(Number);
  return (
    <section class="stack" aria-labelledby="local">
      <h2 id="local">{texts.local}</h2>
      <p>{texts.localLead}</p>
      {given && <Notice kind="good" title={texts.given(given[0] ?? 0, given[1] ?? 0)} language={visit.language} live />}
      {local.length === 0 ? (
        <p>{texts.localNone}</p>
      ) : (
        <DataTable
          caption={texts.local}
          captionUnseen
          columns={[
            { title: texts.localColumns.number, align: 'end', tight: true },
            { title: texts.localColumns.item },
            { title: texts.localColumns.approved },
            ...(data.manages ? [{ title: texts.localColumns.deed }] : []),
          ]}
          rows={local.map((item) => localRow(visit, item, data.manages))}
        />
      )}
      {data.manages && (
        <>
          {local.some(({ approvedBy }) => approvedBy === '') && (
            <p>
              <a href={href(visit, '/cabinet/city/orders')}>{texts.toOrders}</a>
            </p>
          )}
          <AddForm {...props} />
          <FileForm {...props} />
        </>
      )}
      {removed.length > 0 && <Removed visit={visit} items={removed} manages={data.manages} />}
    </section>
  );
}

function localRow(visit: Visit, item: ListItem, manages: boolean) {
  const texts = requiredStaffTexts[visit.language].lists;
  const row = [
    item.number,
    <a key="item" lang="uk" href={href(visit, `${HOME}/items/${item.line}`)}>
      {item.title}
    </a>,
    item.approvedBy ? (
      <span key="order" lang="uk">
        {item.approvedBy}
      </span>
    ) : (
      <Badge key="order" kind="attention">
        {texts.pending}
      </Badge>
    ),
  ];
  return manages ? [...row, <Move key="move" visit={visit} item={item} to="out" label={texts.remove} />] : row;
}

function Move(props: { visit: Visit; item: ListItem; to: 'out' | 'back'; label: string }) {
  const { visit, item, to, label } = props;
  return (
    <form method="post" action={href(visit, `${HOME}/lists/local/${item.line}/${to}`)}>
      <Button kind="quiet">
        {label}
        <span class="unseen">: {item.title}</span>
      </Button>
    </form>
  );
}

function Removed({ visit, items, manages }: { visit: Visit; items: readonly ListItem[]; manages: boolean }) {
  const texts = requiredStaffTexts[visit.language].lists;
  return (
    <details>
      <summary>{texts.removed}</summary>
      <ul class="plain">
        {items.map((item) => (
          <li key={item.line} class="row">
            <span lang="uk">
              № {item.number}. {item.title}
            </span>
            {manages && <Move visit={visit} item={item} to="back" label={texts.restore} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function AddForm(props: ListsPartProps) {
  const { visit, data } = props;
  const texts = requiredStaffTexts[visit.language].lists;
  const field = typedField(props, 'local');
  const frequency = field('frequency');
  return (
    <details open={data.typed.deed === 'local'}>
      <summary>{texts.add}</summary>
      <form class="form" method="post" action={href(visit, `${HOME}/lists/local`)}>
        <Field label={texts.item} maxLength={254} required {...field('title')} />
        <Field label={texts.text} hint={texts.textHint} multiline rows={3} maxLength={2000} {...field('name')} />
        <Field
          label={texts.frequency}
          {...frequency}
          value={frequency.value || 'once a quarter'}
          options={FREQUENCIES.map((value) => ({ value, label: inLanguage(FREQUENCY_NAMES[value], visit.language) }))}
        />
        <Field
          label={texts.theme}
          {...field('theme')}
          options={[
            { value: '', label: '' },
            ...Object.entries(THEMES).map(([value, name]) => ({ value, label: inLanguage(name, visit.language) })),
          ]}
        />
        <Field label={texts.aim} maxLength={300} {...field('aim')} />
        <Button kind="secondary">{texts.addButton}</Button>
      </form>
    </details>
  );
}

function FileForm(props: ListsPartProps) {
  const { visit, told, data } = props;
  const texts = requiredStaffTexts[visit.language].lists;
  const refused = data.typed.deed === 'local-file';
  return (
    <details open={refused}>
      <summary>{texts.addFile}</summary>
      <form class="form" method="post" encType="multipart/form-data" action={href(visit, `${HOME}/lists/local-file`)}>
        <div class={refused ? 'field field-wrong' : 'field'}>
          <label for="local-file">{texts.file}</label>
          <span class="field-hint">{texts.fileHint}</span>
          {refused && told.error && (
            <span class="field-error">
              <span>{inLanguage(told.error.text, visit.language)}</span>
            </span>
          )}
          <input class="input" id="local-file" type="file" name="file" accept=".xlsx,.csv,.json,.ods" required />
        </div>
        <Button kind="secondary">{texts.addFileButton}</Button>
      </form>
    </details>
  );
}
