import type { Link } from '../../../capabilities/links/index.ts';
import type { Decision } from '../../../capabilities/privacy/index.ts';
import type { RegistryEntry } from '../../../capabilities/registry/index.ts';
import { wantedInstant } from '../../../capabilities/review/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { linksTexts } from '../../../locales/links.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { reviewTexts } from '../../../locales/review.ts';
import {
  Button,
  DataTable,
  ErrorSummary,
  Field,
  href,
  KeyValues,
  Notice,
  Page,
  type Visit,
} from '../../components/index.ts';
import { LetterWords } from '../letters/letter-words.tsx';
import { ChangesPart } from '../review/changes-part.tsx';
import { Checklist } from '../review/checklist.tsx';
import { ReturnReasons } from '../review/decision-forms.tsx';
import type { ReviewView } from '../review/review-view.ts';
import { DecisionFacts, DeclineForm } from './decision-part.tsx';

const UNSEEN_BY_ROBOTS = <meta name="robots" content="noindex, nofollow" />;

export interface GuestView {
  readonly link: Link;
  readonly code: string;
  /** What is to be approved. */
  readonly review: ReviewView | null;
  /** Entries of the registry that are to be confirmed. */
  readonly entries: readonly RegistryEntry[];
  /** The letter that is to be read. */
  readonly letter: { readonly body: string; readonly detail: string } | null;
  /** The decision on personal data that is to be confirmed. */
  readonly decision: Decision | null;
  readonly error: RequestError | null;
  readonly typed: { readonly reasons: readonly string[]; readonly words: string };
}

/** What a link is for, and the one button. Opening it does nothing. */
export function GuestPage({ visit, view }: { visit: Visit; view: GuestView }) {
  const texts = linksTexts[visit.language].guest;
  const { link, error } = view;
  const who = link.person.post ? `${link.person.name}, ${link.person.post}` : link.person.name;
  return (
    <Page visit={visit} title={link.subject.name} head={UNSEEN_BY_ROBOTS} search={false}>
      <div class="stack-l">
        <ErrorSummary faults={error?.fields ?? []} language={visit.language} />
        {error && error.fields.length === 0 && (
          <Notice kind="error" title={inLanguage(error.text, visit.language)} language={visit.language} live />
        )}
        <h1>{link.subject.name}</h1>
        <p class="lead">{view.letter ? texts.leadLetter : texts.lead[link.purpose]}</p>
        <KeyValues
          items={[
            [texts.forWhom, who],
            [texts.from, link.madeBy],
            [texts.until, dayInWords(link.expiresAt, visit.language)],
          ]}
        />
        {view.review && <Submitted visit={visit} review={view.review} />}
        {view.letter && <LetterWords body={view.letter.body} detail={view.letter.detail} />}
        {view.decision && <DecisionFacts visit={visit} decision={view.decision} />}
        {view.entries.length > 0 && <Entries visit={visit} entries={view.entries} />}
        <p>
          {texts.once} <span class="soft">{texts.notYou}</span>
        </p>
        <form class="form" method="post" action={href(visit, '/link')}>
          <input type="hidden" name="code" value={view.code} />
          <Button name="decision" value="approve">
            {texts.button[link.purpose]}
          </Button>
        </form>
        {link.purpose === 'approve' && <ReturnForm visit={visit} view={view} />}
        {view.decision && <DeclineForm visit={visit} view={view} />}
      </div>
    </Page>
  );
}

function ReturnForm({ visit, view }: { visit: Visit; view: GuestView }) {
  const { typed, error } = view;
  const faults = error?.fields ?? [];
  return (
    <details open={faults.length > 0}>
      <summary>{linksTexts[visit.language].guest.giveBack}</summary>
      <form class="form" method="post" action={href(visit, '/link')}>
        <input type="hidden" name="code" value={view.code} />
        <ReturnReasons visit={visit} faults={faults} reasons={typed.reasons} words={typed.words} />
        <Button kind="secondary" name="decision" value="return">
          {linksTexts[visit.language].guest.giveBack}
        </Button>
      </form>
    </details>
  );
}

/** What the head of a unit confirms. */
function Entries({ visit, entries }: { visit: Visit; entries: readonly RegistryEntry[] }) {
  const texts = registryTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="entries">
      <h2 id="entries">{texts.confirm.entries}</h2>
      <DataTable
        caption={texts.caption}
        captionUnseen
        columns={[
          { title: texts.fields.id, tight: true },
          { title: texts.fields.name },
          { title: texts.fields.holder },
          { title: texts.more.state },
          { title: texts.lacking },
        ]}
        rows={entries.map((entry) => [
          entry.number,
          entry.title,
          entry.unitName,
          texts.states[entry.state],
          entry.missing.map((field) => texts.fields[field]).join(', '),
        ])}
      />
    </section>
  );
}

/** The same that a reviewer sees, to be read only. */
function Submitted({ visit, review }: { visit: Visit; review: ReviewView }) {
  const texts = reviewTexts[visit.language];
  const { submission } = review;
  const wanted = wantedInstant(submission, visit.ctx.clock.now());
  return (
    <>
      {wanted && <p>{texts.review.wanted(dateTimeInWords(wanted, visit.language))}</p>}
      {review.stale && <Notice kind="attention" title={texts.review.stale} language={visit.language} />}
      <Checklist visit={visit} submission={submission} />
      <section class="stack" aria-labelledby="changes">
        <h2 id="changes">{texts.review.changes}</h2>
        <ChangesPart visit={visit} comparison={review.comparison} rows={review.differences} />
      </section>
      {review.tables.map((table) => (
        <section key={table.resourceId} class="stack" aria-label={texts.review.data}>
          <h2>{texts.review.data}</h2>
          <DataTable
            caption={table.title}
            columns={table.fields.map(({ title }) => ({ title }))}
            rows={table.rows.map((cells) => [...cells])}
          />
        </section>
      ))}
    </>
  );
}

/** After the deed. */
export function GuestDonePage({ visit, link }: { visit: Visit; link: Link }) {
  const texts = linksTexts[visit.language].guest;
  return (
    <Page visit={visit} title={link.subject.name} head={UNSEEN_BY_ROBOTS} search={false}>
      <div class="stack-l">
        <h1>{link.subject.name}</h1>
        <Notice kind="good" title={texts.done[link.outcome ?? ''] ?? ''} language={visit.language} live>
          {texts.doneLead}
        </Notice>
      </div>
    </Page>
  );
}

/** Where a code from paper is typed; also where a link that does not work says so. */
export function CodePage({ visit, error }: { visit: Visit; error: RequestError | null }) {
  const texts = linksTexts[visit.language].guest;
  return (
    <Page visit={visit} title={texts.codeTitle} head={UNSEEN_BY_ROBOTS} search={false}>
      <div class="stack-l">
        <h1>{error ? texts.dead : texts.codeTitle}</h1>
        {error && (
          <Notice kind="attention" title={inLanguage(error.text, visit.language)} language={visit.language} live />
        )}
        <p>{texts.codeLead}</p>
        <form class="form" method="get" action={href(visit, '/link')}>
          <Field label={texts.code} name="code" autocomplete="off" maxLength={40} required />
          <Button>{texts.codeButton}</Button>
        </form>
      </div>
    </Page>
  );
}
