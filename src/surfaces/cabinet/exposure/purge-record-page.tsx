import type { Dataset, Origin } from '../../../capabilities/catalog/index.ts';
import type { Purge } from '../../../capabilities/publishing/index.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { purgeTexts } from '../../../locales/purge.ts';
import { CabinetPage, href, KeyValues, LinkButton, Notice, Snippet, type Visit } from '../../components/index.ts';
import { DatasetTrail } from '../desk/dataset-trail.tsx';

export interface PurgeRecordView {
  readonly dataset: Dataset;
  readonly purge: Purge;
  /** Where it was carried over from, if it was. */
  readonly origin: Origin | null;
  readonly use: { readonly downloads: number; readonly requests: number };
  /** Public messages about the dataset: people quote what they saw. */
  readonly messages: number;
}

/** What was taken away, how far the background is, and who outside is to be written to. */
export function PurgeRecordPage({ visit, view }: { visit: Visit; view: PurgeRecordView }) {
  const { language } = visit;
  const texts = purgeTexts[language].record;
  const { dataset, purge } = view;
  const { title } = dataset.passport;
  return (
    <CabinetPage visit={visit} title={`${texts.title}: ${title}`}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={dataset.id} title={title} here={purgeTexts[language].title} />
        <h1>{texts.title}</h1>
        <Notice kind={purge.doneAt ? 'good' : 'info'} title={texts.closed(purge.versions)} language={language}>
          {purge.doneAt ? texts.purged(dateTimeInWords(purge.doneAt, language)) : texts.purging}{' '}
          {purge.shown === null ? texts.none : texts.shown(purge.shown)}
        </Notice>
        <KeyValues
          items={[
            [texts.facts.reason, purge.reason],
            [texts.facts.by, purge.by],
            [texts.facts.at, dateTimeInWords(purge.at, language)],
          ]}
        />
        <section class="stack" aria-labelledby="next">
          <h2 id="next">{texts.next}</h2>
          <p>{texts.mendText}</p>
          <p>
            <LinkButton href={href(visit, `/cabinet/datasets/${dataset.id}`)}>{texts.mend}</LinkButton>
          </p>
        </section>
        <Copies visit={visit} view={view} />
        <Letters visit={visit} view={view} />
      </div>
    </CabinetPage>
  );
}

function Copies({ visit, view }: { visit: Visit; view: PurgeRecordView }) {
  const texts = purgeTexts[visit.language].record;
  const { places } = texts;
  const { dataset, origin, use, messages } = view;
  return (
    <section class="stack" aria-labelledby="copies">
      <h2 id="copies">{texts.copies}</h2>
      <p>{texts.copiesLead}</p>
      <ul>
        {messages > 0 && (
          <li>
            <a href={href(visit, `/messages?dataset=${dataset.slug}`)}>{places.messages(messages)}</a>
          </li>
        )}
        <li>{places.national(dataset.nationalId)}</li>
        {origin && <li>{places.origin(origin.address)}</li>}
        <li>{places.search}</li>
        <li>{places.archive}</li>
        <li>{places.mail}</li>
        <li>{places.others}</li>
      </ul>
      <p class="soft">{texts.used(use.downloads, use.requests)}</p>
    </section>
  );
}

function Letters({ visit, view }: { visit: Visit; view: PurgeRecordView }) {
  const { language } = visit;
  const texts = purgeTexts[language].record;
  const { dataset, purge } = view;
  const facts = {
    title: dataset.passport.title,
    address: `${visit.origin}/datasets/${dataset.slug}`,
    versions: purge.versions,
    day: dayInWords(purge.at, language),
    city: visit.profile?.name ?? '',
  };
  return (
    <section class="stack" aria-labelledby="letters">
      <h2 id="letters">{texts.letter}</h2>
      <Snippet code={texts.letterText(facts)} label={texts.letter} words language={language} />
      <Snippet code={texts.noticeText(facts)} label={texts.notice} words language={language} />
    </section>
  );
}
