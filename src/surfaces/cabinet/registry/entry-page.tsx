import { deedInWords } from '../../../capabilities/history/index.ts';
import { type RegistryEntry, TEN_FIELDS } from '../../../capabilities/registry/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { registryTexts } from '../../../locales/registry.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  Field,
  faultOf,
  href,
  KeyValues,
  LinkButton,
  Notice,
  Page,
  type Visit,
} from '../../components/index.ts';
import { fieldInWords, moreInWords } from './entry-cells.ts';
import { MORE_COLUMNS, PUBLIC_PATH, STAFF_PATH } from './registry-query.ts';
import { ENTRY_TONES } from './registry-table.tsx';

interface EntryProps {
  readonly visit: Visit;
  /** Why successors were not written down; left out: nobody asked. */
  readonly error?: RequestError | null;
  readonly typed?: string;
  /** Everything it was, the newest first; at least one. */
  readonly periods: readonly RegistryEntry[];
}

/** An entry for staff: the ten fields, what is missing with the way to it, and its whole history with who did what. */
export function StaffEntryPage({ visit, periods, error, typed }: EntryProps) {
  const entry = periods[0] as RegistryEntry;
  return (
    <CabinetPage visit={visit} title={entry.title || entry.number}>
      <EntryBody visit={visit} periods={periods} path={STAFF_PATH} error={error} typed={typed} staff />
    </CabinetPage>
  );
}

/** An entry for everybody: who changed it is not told. */
export function PublicEntryPage({ visit, periods }: EntryProps) {
  const entry = periods[0] as RegistryEntry;
  return (
    <Page visit={visit} title={entry.title || entry.number} description={entry.description.slice(0, 200)}>
      <EntryBody visit={visit} periods={periods} path={PUBLIC_PATH} />
    </Page>
  );
}

function EntryBody(props: EntryProps & { path: string; staff?: boolean }) {
  const { visit, periods, path, staff, error, typed } = props;
  const texts = registryTexts[visit.language];
  const entry = periods[0] as RegistryEntry;
  const today = dayOf(visit.ctx.clock.now());
  const passport = `/cabinet/datasets/${entry.datasetId}/passport`;
  return (
    <div class="stack-l">
      <Breadcrumbs
        language={visit.language}
        items={[{ label: texts.title, href: href(visit, path) }, { label: entry.number }]}
      />
      <div class="stack">
        <h1>{entry.title || texts.missing}</h1>
        <p>
          <Badge kind={ENTRY_TONES[entry.state]}>{texts.states[entry.state]}</Badge>
        </p>
      </div>
      <Ended visit={visit} entry={entry} />
      {entry.missing.length > 0 && entry.state !== 'retired' && (
        <Notice
          kind="attention"
          title={texts.entry.lacks(entry.missing.map((field) => texts.fields[field]).join(', '))}
          language={visit.language}
        >
          {staff && <a href={href(visit, passport)}>{texts.entry.fill}</a>}
        </Notice>
      )}
      <KeyValues
        items={[
          ...TEN_FIELDS.map((field) => [texts.fields[field], shownField(visit, field, entry)] as const),
          ...MORE_COLUMNS.filter((column) => column !== 'state').map(
            (column) =>
              [texts.more[column], moreInWords(column, entry, visit.language, today) || texts.nothing] as const,
          ),
        ]}
      />
      <p class="row no-print">
        {entry.link.startsWith('/') && <LinkButton href={href(visit, entry.link)}>{texts.entry.dataset}</LinkButton>}
        {staff && entry.state !== 'retired' && (
          <LinkButton kind="quiet" href={href(visit, passport)}>
            {texts.entry.passport}
          </LinkButton>
        )}
      </p>
      {staff && (MAY_END.includes(entry.state) || error) && (
        <SuccessorsForm visit={visit} entry={entry} error={error ?? null} typed={typed} />
      )}
      <section class="stack" aria-labelledby="entry-history">
        <h2 id="entry-history">{texts.entry.history}</h2>
        <HistoryTable visit={visit} periods={periods} staff={staff ?? false} />
      </section>
    </div>
  );
}

/** States in which a dataset may go on in others. */
const MAY_END: readonly RegistryEntry['state'][] = [
  'withdrawn',
  'archived',
  'suspended',
  'merged',
  'found',
  'confirmed',
];

function SuccessorsForm(props: { visit: Visit; entry: RegistryEntry; error: RequestError | null; typed?: string }) {
  const { visit, entry, error, typed } = props;
  const texts = registryTexts[visit.language].entry;
  const fault =
    error && (faultOf(error.fields, 'successors', visit.language) ?? inLanguage(error.text, visit.language));
  return (
    <details class="no-print" open={error !== null}>
      <summary>{texts.mergedTitle}</summary>
      <form class="form" method="post" action={href(visit, `${STAFF_PATH}/${entry.number}`)}>
        <Field
          label={texts.mergeField}
          name="successors"
          hint={texts.mergeLead}
          value={typed ?? entry.more.successors.join(', ')}
          error={fault}
        />
        <Button kind="secondary">{texts.mergeButton}</Button>
      </form>
    </details>
  );
}

function Ended({ visit, entry }: { visit: Visit; entry: RegistryEntry }) {
  const texts = registryTexts[visit.language].entry;
  const title =
    entry.state === 'retired'
      ? texts.retired
      : entry.more.successors.length > 0
        ? texts.merged(entry.more.successors.join(', '))
        : entry.toAt === null
          ? null
          : texts.until(dayInWords(new Date(entry.toAt), visit.language));
  return title === null ? null : <Notice kind="info" title={title} language={visit.language} />;
}

function shownField(visit: Visit, field: (typeof TEN_FIELDS)[number], entry: RegistryEntry) {
  const words = fieldInWords(field, entry, visit.language, visit.origin);
  if (field === 'created') return dayInWords(entry.createdOn, visit.language);
  if (words !== '') return field === 'link' ? <a href={words}>{words}</a> : words;
  const texts = registryTexts[visit.language];
  return entry.missing.includes(field) ? <Badge kind="attention">{texts.missing}</Badge> : texts.nothing;
}

/** Which of the ten fields, the state and the further columns differ, in words: name, before, after. */
export function differences(visit: Visit, before: RegistryEntry, after: RegistryEntry): string[] {
  const texts = registryTexts[visit.language];
  const states = [texts.states[before.state], texts.states[after.state]] as const;
  const told = [
    [texts.more.state, ...states] as const,
    ...TEN_FIELDS.map(
      (field) =>
        [
          texts.fields[field],
          fieldInWords(field, before, visit.language, ''),
          fieldInWords(field, after, visit.language, ''),
        ] as const,
    ),
  ];
  const further = (['disclosure', 'item', 'due', 'relations'] as const).map(
    (column) =>
      [
        texts.more[column],
        moreInWords(column, before, visit.language, before.createdOn),
        moreInWords(column, after, visit.language, after.createdOn),
      ] as const,
  );
  return [...told, ...further]
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name}: ${texts.entry.was(shortened(was), shortened(is))}`);
}

const shortened = (text: string) => ([...text].length > 90 ? `${[...text].slice(0, 90).join('')}…` : text);

function HistoryTable({ visit, periods, staff }: { visit: Visit; periods: readonly RegistryEntry[]; staff: boolean }) {
  const texts = registryTexts[visit.language].entry;
  return (
    <DataTable
      caption={texts.historyCaption}
      captionUnseen
      columns={[
        { title: texts.columns.when },
        { title: texts.columns.what },
        { title: texts.columns.fact },
        ...(staff ? [{ title: texts.columns.who }] : []),
      ]}
      rows={periods.map((period, at) => {
        const before = periods[at + 1];
        const what = before ? differences(visit, before, period) : [texts.appeared];
        const facts = [...new Set(period.facts.map(({ deed }) => inLanguage(deedInWords(deed), visit.language)))];
        const who = [...new Set(period.facts.map((fact) => fact.who || texts.system))];
        return [
          dateTimeInWords(new Date(period.fromAt), visit.language),
          <ul key="what" class="plain">
            {(what.length > 0 ? what : [texts.nothingSeen]).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>,
          facts.join(', '),
          ...(staff ? [who.join(', ')] : []),
        ];
      })}
    />
  );
}
