import {
  EU_THEMES,
  FREQUENCY_NAMES,
  groundInWords,
  LANGUAGES,
  type Passport,
  RESTRICTION_NAMES,
  THEMES,
} from '../../../capabilities/catalog/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { passportTexts } from '../../../locales/passport.ts';
import { walkTexts } from '../../../locales/walk.ts';
import type { Visit } from '../../components/index.ts';
import type { PassportField } from './passport-fields.ts';

/** The value of any element as a line of words, to be compared by eye; «не вказано» where nothing is said. */
export function elementInWords(visit: Pick<Visit, 'language'>, passport: Passport, field: PassportField): string {
  return wordsOf(visit.language, passport, field) || walkTexts[visit.language].passport.none;
}

function wordsOf(language: Visit['language'], passport: Passport, field: PassportField): string {
  switch (field) {
    case 'language':
      return inLanguage(LANGUAGES[passport.language].name, language);
    case 'frequency':
      return passport.frequency ? inLanguage(FREQUENCY_NAMES[passport.frequency], language) : '';
    case 'keywords':
      return passport.keywords.join(', ');
    case 'themes':
      return passport.themes.flatMap((code) => THEMES[code]?.[language] ?? []).join(', ');
    case 'euThemes':
      return (passport.euThemes ?? []).map((code) => inLanguage(EU_THEMES[code], language)).join(', ');
    case 'ground':
      return inLanguage(groundInWords(passport.ground), language);
    case 'dataAsOf':
      return passport.dataAsOf
        ? dateTimeInWords(new Date(passport.dataAsOf), language)
        : walkTexts[language].passport.momentOfPublication;
    case 'spatial':
      return (passport.spatial ?? [passportTexts[language].wholeCommunity]).join(', ');
    case 'temporal': {
      const day = (one: string | null | undefined) => (one ? dayInWords(one, language) : '');
      const { from, to } = passport.temporal ?? {};
      return from || to ? passportTexts[language].period(day(from), day(to)) : '';
    }
    case 'withheld':
      return (passport.withheld ?? [])
        .map(({ what, kind }) => `${what} (${inLanguage(RESTRICTION_NAMES[kind], language)})`)
        .join('; ');
    case 'documents':
      return (passport.documents ?? []).map(({ title, url }) => `${title}: ${url}`).join('; ');
    case 'contacts':
      return (passport.contacts ?? []).map((one) => Object.values(one).filter(Boolean).join(', ')).join('; ');
    case 'related':
      return String(passport.related?.length ?? '');
    default:
      return passport[field] ?? '';
  }
}
