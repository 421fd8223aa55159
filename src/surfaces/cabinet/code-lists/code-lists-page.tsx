import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { CodeListLine, StartingList } from '../../../capabilities/catalog/index.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import {
  Button,
  CabinetPage,
  Choice,
  DataTable,
  Empty,
  ErrorSummary,
  Field,
  href,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { CODE_LISTS, FileField, LinesField, NameField } from './code-list-forms.tsx';

export interface ListsView {
  readonly lists: readonly CodeListLine[];
  readonly units: readonly Unit[];
  /** Units whose lists this person may make. */
  readonly owners: readonly Unit[];
  /** May make lists of the whole community. */
  readonly whole: boolean;
  /** Starting lists that may be taken; none for those who may not. */
  readonly offered: readonly StartingList[];
  readonly form: FormState;
}

/** All code lists, the starting ones on offer, and a form for one more. */
export function CodeListsPage({ visit, view }: { visit: Visit; view: ListsView }) {
  const texts = codeListTexts[visit.language];
  const { lists, units, owners, whole, form } = view;
  const nameOf = (unitId: string | null) => units.find(({ id }) => id === unitId)?.name ?? texts.whole;
  const choices = [
    ...(whole ? [{ value: '', label: texts.whole }] : []),
    ...owners.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <CabinetPage visit={visit} title={texts.many}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.many}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        {lists.length === 0 ? (
          <Empty title={texts.none} />
        ) : (
          <DataTable
            caption={texts.many}
            captionUnseen
            columns={[
              { title: texts.name },
              { title: texts.owner },
              { title: texts.state },
              { title: texts.version, align: 'end' },
            ]}
            rows={lists.map((list) => [
              <a key="name" href={href(visit, `${CODE_LISTS}/${list.id}`)}>
                {list.name}
              </a>,
              nameOf(list.unitId),
              [texts.codes(list.inUse), list.retired > 0 ? texts.retired(list.retired) : ''].filter(Boolean).join(', '),
              String(list.version),
            ])}
          />
        )}
        <Offered visit={visit} offered={view.offered} />
        {choices.length > 0 && (
          <section class="stack" aria-labelledby="new-list">
            <h2 id="new-list">{texts.newOne}</h2>
            <form class="form" method="post" action={href(visit, CODE_LISTS)} enctype="multipart/form-data" novalidate>
              <NameField visit={visit} form={form} />
              <Field label={texts.owner} name="unit" value={form.values.unit ?? ''} options={choices} />
              <LinesField visit={visit} form={form} label={texts.lines} />
              <FileField visit={visit} form={form} label={texts.file} />
              <Button>{texts.create}</Button>
            </form>
          </section>
        )}
      </div>
    </CabinetPage>
  );
}

function Offered({ visit, offered }: { visit: Visit; offered: readonly StartingList[] }) {
  const texts = codeListTexts[visit.language];
  if (offered.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="offered-title">
      <h2 id="offered-title">{texts.starting}</h2>
      <p class="soft">{texts.offeredLead}</p>
      <form class="form" method="post" action={href(visit, `${CODE_LISTS}/starting`)}>
        {offered.map(({ serves, name, codes, source }) => (
          <Choice
            key={serves}
            name="list"
            value={serves}
            label={`${name} (${codes.length === 0 ? texts.toLoad : texts.codes(codes.length)})`}
            hint={source}
            checked={codes.length > 0}
          />
        ))}
        <Button>{texts.take}</Button>
      </form>
    </section>
  );
}
