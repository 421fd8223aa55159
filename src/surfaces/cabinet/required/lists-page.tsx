import type { Edition } from '../../../capabilities/mandates/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Button, DataTable, ErrorSummary, Field, href, type Visit } from '../../components/index.ts';
import { HOME, RequiredFrame } from './frame.tsx';
import { type ListsPartProps, typedField } from './lists-form.ts';
import { LocalPart } from './local-part.tsx';

/** Editions of the resolution's list, a new one by a file, the community's own list. */
export function ListsPage(props: ListsPartProps) {
  const { visit, told, data } = props;
  const texts = requiredStaffTexts[visit.language].lists;
  const editions = data.lists.editions.filter(({ list }) => list === 'resolution-835');
  return (
    <RequiredFrame
      visit={visit}
      told={told}
      part="lists"
      title={requiredStaffTexts[visit.language].tabs.lists}
      lead={texts.lead}
    >
      <ErrorSummary faults={told.error?.fields ?? []} language={visit.language} />
      <section class="stack">
        <h2>{texts.editions}</h2>
        <DataTable
          caption={texts.editions}
          captionUnseen
          rowHeaders
          columns={[
            { title: texts.columns.edition },
            { title: texts.columns.state },
            { title: texts.columns.adopted },
            { title: texts.columns.source },
          ]}
          rows={editions.map((edition) => editionRow(visit, edition))}
        />
        <p>
          <a href={href(visit, `${HOME}/lists/sample.xlsx`)}>{texts.sample}</a>
        </p>
        {data.manages && <GiveForm {...props} />}
      </section>
      <LocalPart {...props} />
    </RequiredFrame>
  );
}

function editionRow(visit: Visit, edition: Edition) {
  const texts = requiredStaffTexts[visit.language].lists;
  const { adoptedAt, state } = edition;
  return [
    <a key="edition" href={href(visit, `${HOME}/lists/${edition.id}`)} lang="uk">
      {edition.title}
    </a>,
    texts.states[state],
    adoptedAt && state !== 'draft' ? dayInWords(dayOf(adoptedAt), visit.language) : '',
    <span key="source" class="small" lang="uk">
      {edition.source}
    </span>,
  ];
}

function GiveForm(props: ListsPartProps) {
  const { visit, data } = props;
  const texts = requiredStaffTexts[visit.language].lists;
  const field = typedField(props, 'edition');
  return (
    <details open={data.typed.deed === 'edition'}>
      <summary>{texts.give}</summary>
      <form class="form" method="post" encType="multipart/form-data" action={href(visit, `${HOME}/lists`)}>
        <p>{texts.giveLead}</p>
        <Field label={texts.code} hint={texts.codeHint} maxLength={40} required {...field('code')} />
        <Field label={texts.name} hint={texts.nameHint} maxLength={200} required {...field('called')} />
        <Field label={texts.source} maxLength={500} {...field('source')} />
        <Field
          label={texts.file}
          hint={texts.fileHint}
          type="file"
          accept=".xlsx,.csv,.json,.ods,.xls"
          required
          {...field('file')}
        />
        <Button>{texts.giveButton}</Button>
        <h3>{texts.form}</h3>
        <p class="small">{texts.formText}</p>
      </form>
    </details>
  );
}
