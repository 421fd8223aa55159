import type { CityWords, MissedQuestion } from '../../../capabilities/catalog/index.ts';
import { relativeTime } from '../../../language/dates.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { searchTexts } from '../../../locales/search.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  Field,
  faultOf,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';

const HOME = '/cabinet/search-words';

interface SearchWordsView {
  readonly groups: readonly CityWords[];
  readonly missed: readonly MissedQuestion[];
  readonly form: FormState;
}

/** The city's words, a form for more, and what people did not find. */
export function SearchWordsPage({ visit, view }: { visit: Visit; view: SearchWordsView }) {
  const { groups, missed, form } = view;
  const texts = searchTexts[visit.language].words;
  const done = visit.query.get('done');
  const happened = { added: texts.added, saved: texts.saved, removed: texts.removed, forgotten: texts.forgotten }[
    done ?? ''
  ];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {happened && form.error === null && <Notice kind="good" title={happened} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        <section class="stack" aria-labelledby="add-title">
          <h2 id="add-title">{texts.addTitle}</h2>
          <form class="form" method="post" action={href(visit, HOME)} novalidate>
            <WordsFields visit={visit} form={form} everyday={visit.query.get('for') ?? ''} official="" />
            <Button>{texts.add}</Button>
          </form>
        </section>
        <section class="stack" aria-labelledby="own-title">
          <h2 id="own-title">{texts.own}</h2>
          {groups.length === 0 ? <p class="soft">{texts.none}</p> : <Groups visit={visit} groups={groups} />}
        </section>
        <section class="stack" aria-labelledby="missed-title">
          <h2 id="missed-title">{texts.missed}</h2>
          <p class="soft">{missed.length === 0 ? texts.missedNone : texts.missedLead}</p>
          {missed.length > 0 && <Missed visit={visit} missed={missed} />}
        </section>
      </div>
    </CabinetPage>
  );
}

/** One group: change or remove it. */
export function SearchWordsGroupPage(props: { visit: Visit; group: CityWords; form: FormState }) {
  const { visit, group, form } = props;
  const texts = searchTexts[visit.language].words;
  const title = texts.changeOf(group.everyday[0] ?? '');
  return (
    <CabinetPage visit={visit} title={title}>
      <Breadcrumbs
        items={[{ label: texts.title, href: href(visit, HOME) }, { label: title }]}
        language={visit.language}
      />
      <div class="stack-l">
        <h1>{title}</h1>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, `${HOME}/${group.id}`)} novalidate>
          <WordsFields
            visit={visit}
            form={form}
            everyday={group.everyday.join('\n')}
            official={group.official.join('\n')}
          />
          <Button>{texts.save}</Button>
        </form>
        <form method="post" action={href(visit, `${HOME}/${group.id}/remove`)}>
          <Button kind="danger">{texts.remove}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

function WordsFields(props: { visit: Visit; form: FormState; everyday: string; official: string }) {
  const { visit, form } = props;
  const texts = searchTexts[visit.language].words;
  const field = (name: 'everyday' | 'official') => ({
    name,
    value: form.values[name] ?? props[name],
    error: faultOf(form.error?.fields ?? [], name, visit.language),
    multiline: true,
    rows: 3,
    required: true,
    maxLength: 5000,
  });
  return (
    <>
      <Field label={texts.everyday} hint={texts.everydayHint} {...field('everyday')} />
      <Field label={texts.official} hint={texts.officialHint} {...field('official')} />
    </>
  );
}

function Groups({ visit, groups }: { visit: Visit; groups: readonly CityWords[] }) {
  const texts = searchTexts[visit.language].words;
  return (
    <DataTable
      caption={texts.own}
      captionUnseen
      rowHeaders
      columns={[{ title: texts.everyday }, { title: texts.official }, { title: texts.deed }]}
      rows={groups.map((group) => [
        group.everyday.join(', '),
        group.official.join(', '),
        <a href={href(visit, `${HOME}/${group.id}`)} aria-label={texts.changeOf(group.everyday[0] ?? '')}>
          {texts.change}
        </a>,
      ])}
    />
  );
}

function Missed({ visit, missed }: { visit: Visit; missed: readonly MissedQuestion[] }) {
  const texts = searchTexts[visit.language].words;
  const now = visit.ctx.clock.now();
  return (
    <DataTable
      caption={texts.missed}
      captionUnseen
      rowHeaders
      columns={[
        { title: texts.question },
        { title: texts.times, align: 'end' },
        { title: texts.last },
        { title: texts.deed },
      ]}
      rows={missed.map(({ question, times, lastAt }) => [
        question,
        formatNumber(times, visit.language),
        relativeTime(lastAt, now, visit.language),
        <div class="row">
          <a
            href={`${href(visit, HOME)}?${new URLSearchParams({ for: question })}#add-title`}
            aria-label={texts.addForOf(question)}
          >
            {texts.addFor}
          </a>
          <form method="post" action={href(visit, `${HOME}/forget`)}>
            <input type="hidden" name="question" value={question} />
            <button class="button button-quiet" type="submit" aria-label={texts.forgetOf(question)}>
              {texts.forget}
            </button>
          </form>
        </div>,
      ])}
    />
  );
}
