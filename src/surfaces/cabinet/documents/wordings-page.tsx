import type { Wording } from '../../../capabilities/documents/index.ts';
import { CASES } from '../../../language/cases/grammatical-case.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  Field,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { HOME, WORDINGS } from './paths.ts';
import { RefusedNotice } from './refused-notice.tsx';

interface WordingsView {
  readonly visit: Visit;
  readonly wordings: readonly Wording[];
  readonly form: FormState;
}

/** Ask how a name, post or unit is declined, correct it, see what has been corrected. */
export function WordingsPage(props: WordingsView) {
  const { visit, wordings, form } = props;
  const { list, wordings: texts } = documentsTexts[visit.language];
  const done = visit.query.get('done');
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: list.title, href: href(visit, HOME) }, { label: texts.title }]}
        />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {done === 'saved' && !form.error && <Notice kind="good" title={texts.saved} language={visit.language} live />}
        {done === 'removed' && !form.error && (
          <Notice kind="good" title={texts.removed} language={visit.language} live />
        )}
        <RefusedNotice visit={visit} error={form.error} />
        <Ask {...props} />
        {form.values.genitive !== undefined && <Correct {...props} />}
        {wordings.length === 0 ? <p class="soft">{texts.none}</p> : <Kept {...props} />}
      </div>
    </CabinetPage>
  );
}

function Ask({ visit, form }: WordingsView) {
  const { wordings: texts } = documentsTexts[visit.language];
  const kinds = Object.entries(texts.kinds).map(([value, label]) => ({ value, label }));
  return (
    <section class="stack" aria-labelledby="ask">
      <h2 id="ask">{texts.ask}</h2>
      <form class="filters" method="get" action={href(visit, WORDINGS)}>
        <Field label={texts.kind} name="kind" value={form.values.kind ?? 'post'} options={kinds} />
        <Field label={texts.words} name="words" value={form.values.words ?? ''} maxLength={300} />
        <Button kind="secondary">{texts.show}</Button>
      </form>
    </section>
  );
}

function Correct({ visit, form }: WordingsView) {
  const { wordings: texts } = documentsTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="correct">
      <h2 id="correct">{texts.edit}</h2>
      <form class="form" method="post" action={href(visit, WORDINGS)} novalidate>
        <input type="hidden" name="kind" value={form.values.kind} />
        <input type="hidden" name="words" value={form.values.words} />
        {CASES.map((one) => (
          <Field key={one} label={texts.cases[one]} name={one} value={form.values[one] ?? ''} maxLength={300} />
        ))}
        <Button>{texts.save}</Button>
      </form>
    </section>
  );
}

function Kept({ visit, wordings }: WordingsView) {
  const { wordings: texts } = documentsTexts[visit.language];
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.caption}
      rowHeaders
      columns={[{ title: columns.words }, { title: columns.kind }, { title: columns.cases }, { title: columns.deeds }]}
      rows={wordings.map(({ kind, words, cases }) => [
        words,
        texts.kinds[kind],
        CASES.map((one) => cases[one]).join(', '),
        <form key="remove" method="post" action={href(visit, `${WORDINGS}/remove`)}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="words" value={words} />
          <Button kind="quiet">{texts.remove(words)}</Button>
        </form>,
      ])}
    />
  );
}
