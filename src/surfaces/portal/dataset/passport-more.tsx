import {
  type Card,
  EU_THEMES,
  euThemesOf,
  type Passport,
  withheldInWords,
} from '../../../capabilities/catalog/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { passportTexts } from '../../../locales/passport.ts';
import { href, type KeyValue, type Visit } from '../../components/index.ts';

/** «з 1 січня 2025» or a range; '' where no time is said. */
export function periodInWords({ temporal }: Pick<Passport, 'temporal'>, language: Language): string {
  if (!temporal) return '';
  const day = (one: string | null) => (one === null ? '' : dayInWords(one, language));
  return passportTexts[language].period(day(temporal.from), day(temporal.to));
}

/** Elements the law lets a passport have besides its own, those that say something. The community is the area where none is named. */
export function moreElements(visit: Visit, passport: Passport): KeyValue[] {
  const { language } = visit;
  const texts = passportTexts[language];
  const { fields } = texts;
  const euThemes = euThemesOf(passport).map((code) => inLanguage(EU_THEMES[code], language));
  const community = visit.profile?.name ?? texts.wholeCommunity;
  return [
    ...(passport.norm ? [[fields.norm, passport.norm] as const] : []),
    [fields.spatial, passport.spatial ? <Lines lines={passport.spatial} /> : community],
    ...(passport.temporal ? [[fields.temporal, periodInWords(passport, language)] as const] : []),
    ...(euThemes.length > 0 ? [[fields.euThemes, euThemes.join(', ')] as const] : []),
    ...(passport.documents ? [[fields.documents, <Documents documents={passport.documents} />] as const] : []),
    ...(passport.contacts ? [[fields.contacts, <Contacts contacts={passport.contacts} />] as const] : []),
  ];
}

/** Datasets named in the passport, and those that name this one. */
export function relatedElement(visit: Visit, card: Card, related: readonly Card[]): KeyValue[] {
  const named = namedRelatives(card, related);
  if (named.length === 0) return [];
  return [
    [
      passportTexts[visit.language].fields.related,
      <ul key="related" class="plain">
        {named.map((one) => (
          <li key={one.datasetId}>
            <a href={href(visit, `/datasets/${one.slug}`)} lang={one.passport.language}>
              {one.passport.title}
            </a>
          </li>
        ))}
      </ul>,
    ],
  ];
}

/** Of these cards the ones a person tied to this one, from either side. */
export function namedRelatives(card: Card, related: readonly Card[]): Card[] {
  return related.filter(
    (one) =>
      card.passport.related?.includes(one.datasetId) === true ||
      one.passport.related?.includes(card.datasetId) === true,
  );
}

/** The sentence on what is withheld, below the description; nothing where all is published. */
export function WithheldLine({ passport }: { passport: Passport }) {
  const words = withheldInWords(passport);
  return words === '' ? null : <p lang={passport.language}>{words}</p>;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Documents({ documents }: { documents: NonNullable<Passport['documents']> }) {
  return (
    <ul class="plain">
      {documents.map(({ title, url }) => (
        <li key={url}>
          <a href={url} rel="noopener nofollow">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Contacts({ contacts }: { contacts: NonNullable<Passport['contacts']> }) {
  return (
    <ul class="plain">
      {contacts.map(({ name, post, email, phone }) => (
        <li key={`${name} ${email}`}>
          {[name, post].filter(Boolean).join(', ')}
          {email && (
            <>
              , <a href={`mailto:${email}`}>{email}</a>
            </>
          )}
          {phone && <span class="figures">, {phone}</span>}
        </li>
      ))}
    </ul>
  );
}
