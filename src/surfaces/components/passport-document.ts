import {
  compressionOf,
  EU_THEMES,
  euThemesOf,
  FREQUENCY_NAMES,
  fullDescription,
  groundInWords,
  LANGUAGES,
  type Passport,
  type Structure,
  THEMES,
} from '../../capabilities/catalog/index.ts';
import { inLanguage, type Language } from '../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../language/dates.ts';
import { passportTexts } from '../../locales/passport.ts';
import { portalTexts } from '../../locales/portal.ts';
import type { DocumentData } from '../../platform/documents/index.ts';
import { markdownWords } from './markdown.tsx';

/** What a passport as a document tells; of a draft the system knows less. */
export interface PassportFacts {
  readonly number: string;
  readonly nationalId: string | null;
  readonly passport: Passport;
  readonly unit: { readonly name: string; readonly edrpou: string | null };
  readonly community: string;
  /** Upper case. */
  readonly formats: readonly string[];
  /** ISO 8601 instants; null before the first publication. */
  readonly published: {
    readonly first: string;
    readonly changed: string;
    readonly dataAsOf: string;
    readonly version: number;
    readonly address: string;
    readonly structures: readonly string[];
    readonly earlier: readonly string[];
  } | null;
  readonly related: readonly string[];
  readonly tables: readonly { readonly title: string; readonly structure: Structure }[];
}

type Row = readonly [string, string | readonly string[]];

/** What the passport as a document says: every element that says something in the order of the law, then the structure of each table. */
export function passportDocument(facts: PassportFacts, language: Language): DocumentData {
  const texts = portalTexts[language];
  const said = elements(facts, language).filter(([, value]) => value.length > 0);
  const { responsibleName, responsiblePost } = facts.passport;
  return {
    title: texts.passport.title,
    community: facts.community,
    elements: said.map(([name, value]) => ({ name, value: typeof value === 'string' ? value : value.join('\n') })),
    tables: facts.tables.map(({ title, structure }) => ({
      caption: texts.structure.caption(title),
      columnHeading: texts.structure.column,
      nameHeading: passportTexts[language].nameForPrograms,
      typeHeading: texts.structure.type,
      meaningHeading: texts.structure.meaning,
      columns: structure.fields
        .filter(({ sensitivity }) => sensitivity === 'open')
        .map((field) => ({
          column: field.title,
          name: field.name,
          type: texts.structure.types[field.type],
          meaning: [field.purpose, field.unit && `${texts.structure.unit}: ${field.unit}`].filter(Boolean).join('\n'),
        })),
    })),
    post: responsiblePost || texts.passport.responsible,
    person: responsibleName,
  };
}

function elements(facts: PassportFacts, language: Language): Row[] {
  const texts = portalTexts[language].passport;
  const { fields } = passportTexts[language];
  const { passport, published } = facts;
  const instant = (iso: string | undefined) => (iso ? dateTimeInWords(new Date(iso), language) : '');
  return [
    [texts.number, facts.number],
    [texts.nationalId, facts.nationalId ?? ''],
    [texts.name, passport.title],
    [texts.description, fullDescription({ ...passport, description: markdownWords(passport.description) })],
    [texts.purpose, passport.purpose],
    [fields.norm, passport.norm ?? ''],
    [texts.ground, inLanguage(groundInWords(passport.ground), language)],
    [texts.language, inLanguage(LANGUAGES[passport.language].name, language)],
    [texts.formats, facts.formats.join(', ')],
    [texts.compression, compressionOf(passport, facts.formats) ?? texts.noCompression],
    [texts.firstPublished, instant(published?.first)],
    [texts.changed, instant(published?.changed)],
    [texts.dataAsOf, instant(published?.dataAsOf)],
    [texts.frequency, passport.frequency ? inLanguage(FREQUENCY_NAMES[passport.frequency], language) : ''],
    [texts.keywords, passport.keywords.join(', ')],
    [texts.themes, passport.themes.flatMap((code) => THEMES[code]?.[language] ?? []).join(', ')],
    [
      fields.euThemes,
      euThemesOf(passport)
        .map((code) => inLanguage(EU_THEMES[code], language))
        .join(', '),
    ],
    ...whereAndWhen(facts, language),
    [texts.address, published?.address ?? ''],
    [texts.structureAddress, published?.structures ?? []],
    [texts.publisher, holder(facts, language)],
    ...people(passport, language),
    [fields.documents, (passport.documents ?? []).map(({ title, url }) => `${title}: ${url}`)],
    [fields.related, facts.related],
    [texts.version, published ? String(published.version) : ''],
    [texts.versions, [...(published?.earlier ?? []), ...(passport.previousUrl ? [passport.previousUrl] : [])]],
  ];
}

function whereAndWhen({ passport, community }: PassportFacts, language: Language): Row[] {
  const texts = passportTexts[language];
  const { from, to } = passport.temporal ?? {};
  const day = (one: string | null | undefined) => (one ? dayInWords(one, language) : '');
  return [
    [texts.fields.spatial, passport.spatial ?? [community || texts.wholeCommunity]],
    [texts.fields.temporal, from || to ? texts.period(day(from), day(to)) : ''],
  ];
}

function holder({ unit }: PassportFacts, language: Language): string {
  const code = unit.edrpou ? `${portalTexts[language].passport.edrpou} ${unit.edrpou}` : '';
  return [unit.name, code].filter(Boolean).join(', ');
}

function people(passport: Passport, language: Language): Row[] {
  const { responsibleName, responsiblePost, responsibleEmail, responsiblePhone } = passport;
  const responsible = [responsibleName, responsiblePost, responsibleEmail, responsiblePhone].filter(Boolean).join(', ');
  const contacts = (passport.contacts ?? []).map(({ name, post, email, phone }) =>
    [name, post, email, phone].filter(Boolean).join(', '),
  );
  return [
    [portalTexts[language].passport.responsible, responsible],
    [passportTexts[language].fields.contacts, contacts],
  ];
}
