import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { ListedLetter, OpenLetter, SentLetter } from '../../../capabilities/people/index.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { personsTexts } from '../../../locales/persons.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  DataTable,
  Empty,
  Field,
  href,
  Notice,
  Snippet,
  type Visit,
} from '../../components/index.ts';
import { type FormState, fieldsOf } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { LetterWords } from './letter-words.tsx';

export const HOME = '/cabinet/city/letters';

function Trail({ visit, here }: { visit: Visit; here: string | null }) {
  const texts = personsTexts[visit.language];
  const { title } = texts.letter;
  return (
    <Breadcrumbs
      language={visit.language}
      items={[
        { label: texts.title, href: href(visit, '/cabinet/city/persons') },
        here === null ? { label: title } : { label: title, href: href(visit, HOME) },
        ...(here === null ? [] : [{ label: here }]),
      ]}
    />
  );
}

/** Letters that were sent, and a form for one more. */
export function LettersPage(props: {
  visit: Visit;
  letters: readonly ListedLetter[];
  units: readonly Unit[];
  form: FormState;
}) {
  const { visit, letters, units, form } = props;
  const texts = personsTexts[visit.language].letter;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Trail visit={visit} here={null} />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        {letters.length === 0 ? (
          <Empty title={texts.none} />
        ) : (
          <DataTable
            caption={texts.title}
            captionUnseen
            rowHeaders
            columns={[
              { title: texts.subject },
              { title: texts.to },
              { title: texts.sentOn, tight: true },
              { title: texts.read, tight: true },
            ]}
            rows={letters.map((one) => [
              <a href={href(visit, `${HOME}/${one.id}`)}>{one.subject}</a>,
              one.audience,
              dayInWords(one.sentAt, visit.language),
              one.asks ? texts.readOf(one.read, one.sent) : '',
            ])}
          />
        )}
        <section class="stack" aria-labelledby="write">
          <h2 id="write">{texts.write}</h2>
          <LetterForm visit={visit} units={units} form={form} />
        </section>
      </div>
    </CabinetPage>
  );
}

function LetterForm({ visit, units, form }: { visit: Visit; units: readonly Unit[]; form: FormState }) {
  const texts = personsTexts[visit.language].letter;
  const field = fieldsOf(visit, form);
  const groups = (['responsible', 'untrained', 'group'] as const).map((one) => ({
    value: one as string,
    label: texts.groups[one],
  }));
  return (
    <form class="form" method="post" action={href(visit, HOME)} novalidate>
      <Field
        label={texts.to}
        {...field('to', 'responsible')}
        options={[...groups, ...units.map(({ id, name }) => ({ value: `unit:${id}`, label: name }))]}
      />
      <Field label={texts.subject} {...field('subject')} maxLength={300} />
      <Field label={texts.body} hint={texts.bodyHint} {...field('body')} multiline rows={8} maxLength={10_000} />
      <Choice name="asks" value="yes" label={texts.asks} checked={form.error === null || form.values.asks === 'yes'} />
      <Button>{texts.send}</Button>
    </form>
  );
}

/** Codes of those without an e-mail, once, to be printed. */
export function CodesPage({ visit, sent, back }: { visit: Visit; sent: SentLetter; back: string }) {
  const texts = personsTexts[visit.language].letter;
  return (
    <CabinetPage visit={visit} title={texts.codes}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.codes}</h1>
          <p class="lead">{texts.codesLead(`${visit.origin}${href(visit, '/link')}`)}</p>
        </div>
        <DataTable
          caption={sent.letter.subject}
          rowHeaders
          columns={[{ title: texts.to }, { title: texts.code }]}
          rows={sent.codes.map(({ name, post, code }) => [
            <>
              {name}
              {post !== '' && <div class="soft small">{post}</div>}
            </>,
            <strong class="code-to-type">{code}</strong>,
          ])}
        />
        <p class="no-print">
          <a href={href(visit, back)}>{personsTexts[visit.language].title}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

/** One letter: for whoever got it, to confirm; for whoever sent it, who has read it. */
export function LetterPage({ visit, view }: { visit: Visit; view: OpenLetter }) {
  const texts = personsTexts[visit.language].letter;
  const { letter, own, mayKeep } = view;
  return (
    <CabinetPage visit={visit} title={letter.subject}>
      <div class="stack-l">
        {mayKeep && <Trail visit={visit} here={letter.subject} />}
        <div class="stack">
          <h1>{letter.subject}</h1>
          <p class="soft">
            {letter.byName}, {dateTimeInWords(letter.sentAt, visit.language)}
          </p>
        </div>
        <LetterWords body={letter.body} detail={own?.detail ?? ''} />
        {own && letter.asks && own.readAt && (
          <Notice kind="good" title={texts.acknowledged} language={visit.language} live />
        )}
        {own && letter.asks && !own.readAt && (
          <form method="post" action={href(visit, `${HOME}/${letter.id}/read`)}>
            <Button>{texts.acknowledge}</Button>
          </form>
        )}
        {mayKeep && <Recipients visit={visit} view={view} />}
        {mayKeep && (
          <section class="stack" aria-labelledby="messenger">
            <h2 id="messenger">{texts.messenger}</h2>
            <Snippet
              words
              label={texts.messengerLead}
              code={`${letter.subject}\n\n${letter.body}\n\n${visit.origin}${HOME}/${letter.id}`}
              language={visit.language}
            />
          </section>
        )}
      </div>
    </CabinetPage>
  );
}

/** Who got the letter, when they read it, and by which way. */
function Recipients({ visit, view: { letter, recipients } }: { visit: Visit; view: OpenLetter }) {
  const texts = personsTexts[visit.language].letter;
  return (
    <div class="stack">
      <h2 id="recipients">{texts.recipients}</h2>
      <DataTable
        caption={texts.recipients}
        captionUnseen
        rowHeaders
        columns={[{ title: texts.to }, { title: texts.read }]}
        rows={recipients.map((one) => [
          <>
            {one.name}
            {(one.post !== '' || one.detail !== '') && <div class="soft small">{one.detail || one.post}</div>}
          </>,
          one.readAt ? (
            <Badge kind="good">
              {`${dayInWords(one.readAt, visit.language)}, ${one.readHow === 'link' ? texts.byLink : texts.inCabinet}`}
            </Badge>
          ) : (
            letter.asks && <span class="soft">{texts.notRead}</span>
          ),
        ])}
      />
    </div>
  );
}
