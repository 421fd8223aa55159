import type { ComponentChildren } from 'preact';
import type { RegistryEntry } from '../../../capabilities/registry/index.ts';
import type { Day } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { Badge, DataTable, href, type StateKind, type Visit } from '../../components/index.ts';
import { fieldInWords, moreInWords } from './entry-cells.ts';
import type { MoreColumn } from './registry-query.ts';

/** Colour of a state, beside its word. */
export const ENTRY_TONES: Readonly<Record<RegistryEntry['state'], StateKind>> = {
  found: 'info',
  confirmed: 'info',
  planned: 'info',
  elsewhere: 'good',
  published: 'good',
  archived: 'attention',
  suspended: 'attention',
  withdrawn: 'error',
  merged: 'attention',
  internal: 'info',
  retired: 'error',
};

/** Characters of a description in the list; the whole is on the entry's page and in the files. */
const SHORT = 140;

/** The ten fields of each entry, and the further columns that were asked for. */
export function RegistryTable(props: {
  visit: Visit;
  entries: readonly RegistryEntry[];
  columns: readonly MoreColumn[];
  /** Where an entry's own page is. */
  entryPath: (entry: RegistryEntry) => string;
  today: Day;
  /** What each entry lacks, with the way to its passport. */
  lacking?: boolean;
}) {
  const { visit, entries, columns, entryPath, today, lacking = false } = props;
  const texts = registryTexts[visit.language];
  const { fields } = texts;
  return (
    <DataTable
      caption={texts.caption}
      captionUnseen
      columns={[
        { title: fields.id, tight: true },
        { title: `${fields.name}. ${fields.description}` },
        ...(lacking ? [{ title: texts.lacking }] : []),
        { title: fields.created, tight: true },
        { title: fields.format },
        { title: fields.size, align: 'end', tight: true },
        { title: fields.frequency },
        { title: fields.link },
        { title: fields.holder },
        { title: fields.contact },
        ...columns.map((column) => ({ title: texts.more[column] })),
      ]}
      rows={entries.map((entry) => [
        ...ownCells(visit, entry, entryPath(entry), lacking),
        ...columns.map((column) => moreCell(visit, entry, column, today)),
      ])}
    />
  );
}

/** The ten fields in the order of the columns. */
function ownCells(visit: Visit, entry: RegistryEntry, path: string, lacking: boolean): ComponentChildren[] {
  const texts = registryTexts[visit.language];
  return [
    <a key="id" href={href(visit, path)}>
      {entry.number}
    </a>,
    <span key="name" class="entry-name">
      <strong>{entry.title || texts.missing}</strong>
      <span class="soft small">{shortened(entry.description) || texts.missing}</span>
    </span>,
    ...(lacking ? [<Lacking key="lacking" visit={visit} entry={entry} />] : []),
    dayInWords(entry.createdOn, visit.language),
    <span key="format" class="entry-formats">
      <Known visit={visit} entry={entry} field="format" />
    </span>,
    <Known key="size" visit={visit} entry={entry} field="size" />,
    <Known key="frequency" visit={visit} entry={entry} field="frequency" />,
    <WhereItIs key="link" visit={visit} entry={entry} />,
    <span key="holder" class="entry-holder">
      {entry.unitName}
      <span class="soft small">
        {entry.edrpou !== '' && `${texts.code} ${entry.edrpou}`}
        {entry.previousUnit !== '' && `, ${texts.previous(entry.previousUnit)}`}
      </span>
    </span>,
    <Contact key="contact" visit={visit} entry={entry} />,
  ];
}

function moreCell(visit: Visit, entry: RegistryEntry, column: MoreColumn, today: Day): ComponentChildren {
  const texts = registryTexts[visit.language];
  if (column !== 'state') {
    return moreInWords(column, entry, visit.language, today) || <span class="soft">{texts.nothing}</span>;
  }
  return (
    <Badge key={column} kind={ENTRY_TONES[entry.state]}>
      {texts.states[entry.state]}
    </Badge>
  );
}

/** The way to the data themselves. */
function WhereItIs({ visit, entry }: { visit: Visit; entry: RegistryEntry }) {
  if (entry.link === '') return <Known visit={visit} entry={entry} field="link" />;
  return (
    <a href={entry.link.startsWith('/') ? href(visit, entry.link) : entry.link}>
      {registryTexts[visit.language].open}
      <span class="unseen"> {entry.title}</span>
    </a>
  );
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= SHORT ? text : `${letters.slice(0, SHORT).join('').trimEnd()}…`;
}

/** A field's words; where it must be there and is not, that is said. */
function Known(props: { visit: Visit; entry: RegistryEntry; field: 'format' | 'size' | 'frequency' | 'link' }) {
  const { visit, entry, field } = props;
  const words = fieldInWords(field, entry, visit.language, '');
  if (words !== '') return <>{words}</>;
  if (!entry.missing.includes(field)) return <span class="soft">–</span>;
  return <Badge kind="attention">{registryTexts[visit.language].missing}</Badge>;
}

function Lacking({ visit, entry }: { visit: Visit; entry: RegistryEntry }) {
  const texts = registryTexts[visit.language];
  return (
    <span class="entry-holder">
      {entry.missing.map((field) => texts.fields[field]).join(', ')}
      <a href={href(visit, `/cabinet/datasets/${entry.datasetId}/passport`)}>
        {texts.entry.fill}
        <span class="unseen"> {entry.title}</span>
      </a>
    </span>
  );
}

function Contact({ visit, entry }: { visit: Visit; entry: RegistryEntry }) {
  const { name, email, phone } = entry.contact;
  if (email === '' && phone === '') return <Badge kind="attention">{registryTexts[visit.language].missing}</Badge>;
  return (
    <span class="entry-contact">
      {name !== '' && <span>{name}</span>}
      {email !== '' && <a href={`mailto:${email}`}>{email}</a>}
      {phone !== '' && (
        <a class="nowrap" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {phone}
        </a>
      )}
    </span>
  );
}
