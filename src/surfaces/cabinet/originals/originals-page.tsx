import { MOST_REASON, type Originals } from '../../../capabilities/publishing/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatBytes } from '../../../language/numbers.ts';
import { plural } from '../../../language/plural.ts';
import { originalsTexts } from '../../../locales/originals.ts';
import { Button, CabinetPage, DataTable, Empty, Field, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { DatasetTrail } from '../desk/dataset-trail.tsx';

interface Props {
  readonly visit: Visit;
  readonly view: Originals;
  readonly form: FormState;
}

/** Original files with personal data of a dataset: until when each is kept, and the form to read one. */
export function OriginalsPage({ visit, view, form }: Props) {
  const texts = originalsTexts[visit.language];
  const { dataset, originals } = view;
  const { title } = dataset.passport;
  return (
    <CabinetPage visit={visit} title={texts.title(title)}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={dataset.id} title={title} here={texts.link} />
        <header class="stack">
          <h1>{texts.title(title)}</h1>
          <p class="lead">{texts.lead}</p>
        </header>
        <Refusal visit={visit} error={form.error} />
        {originals.length === 0 ? (
          <Empty title={texts.empty}>
            <p>{texts.emptyWhy}</p>
          </Empty>
        ) : (
          <List visit={visit} view={view} />
        )}
        {originals.some(({ deletedAt }) => deletedAt === null) && <Reading visit={visit} view={view} form={form} />}
      </div>
    </CabinetPage>
  );
}

function List({ visit, view }: Omit<Props, 'form'>) {
  const texts = originalsTexts[visit.language];
  const { language } = visit;
  const { days, ground } = view.term;
  const inDays =
    language === 'uk' ? `${days} ${plural(days, 'день', 'дні', 'днів')}` : `${days} ${days === 1 ? 'day' : 'days'}`;
  return (
    <section class="stack" aria-labelledby="kept">
      <h2 id="kept" class="unseen">
        {texts.link}
      </h2>
      <DataTable
        caption={texts.link}
        captionUnseen
        rowHeaders
        // the term stands second: it is what a narrow screen must show without scrolling
        columns={[
          { title: texts.columns.file },
          { title: texts.columns.until, tight: true },
          { title: texts.columns.version, tight: true },
          { title: texts.columns.published, tight: true },
        ]}
        rows={view.originals.map((one) => [
          `${one.name}, ${formatBytes(one.size, language)}`,
          one.deletedAt ? texts.gone(dayInWords(dayOf(one.deletedAt), language)) : dayInWords(one.deleteOn, language),
          one.version,
          dayInWords(dayOf(one.publishedAt), language),
        ])}
      />
      <p class="soft">
        {texts.term(inDays)} {ground === '' ? texts.own : texts.ground(ground)}
      </p>
    </section>
  );
}

function Reading({ visit, view, form }: Props) {
  const texts = originalsTexts[visit.language];
  if (!view.mayRead) return <p>{texts.notMine}</p>;
  const wrong = form.error?.fields.find(({ field }) => field === 'reason')?.text[visit.language];
  return (
    <section class="stack" aria-labelledby="read">
      <h2 id="read">{texts.read}</h2>
      <form class="form" method="post" action={href(visit, `/cabinet/datasets/${view.dataset.id}/originals`)}>
        <Field
          name="file"
          label={texts.which}
          value={form.values.file ?? ''}
          options={view.originals
            .filter(({ deletedAt }) => deletedAt === null)
            .map((one) => ({ value: `${one.resourceId} ${one.version}`, label: texts.option(one.name, one.version) }))}
        />
        <Field
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          value={form.values.reason ?? ''}
          maxLength={MOST_REASON}
          multiline
          required
          error={wrong}
        />
        <Button>{texts.download}</Button>
      </form>
    </section>
  );
}
