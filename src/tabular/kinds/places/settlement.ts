import { APOSTROPHE_MARKS } from '../../../language/folding.ts';
import { SETTLEMENT_WORDS } from '../../address-words.ts';
import { FACTS_OF_PLACES } from '../facts-of-things.ts';
import { type Kind, somewhere, whole, words } from '../kind.ts';

export const settlementKind: Kind = {
  code: 'settlement',
  title: { uk: 'Населений пункт', en: 'Settlement' },
  purpose: { uk: 'Населений пункт', en: 'Settlement' },
  header: words(
    'населен\\S+ пункт',
    '\\S+ населен\\S+ пункт',
    'місто ',
    'село ',
    'селище',
    'settlement',
    '\\S* ?locality ',
    'city',
    'town',
    '\\S* ?post name ',
    'нас пункт',
    'назва (?:міста|села)',
  ),
  not: words(...FACTS_OF_PLACES),
  byHeader: 0.76,
  is: somewhere(`^(?:${SETTLEMENT_WORDS})(?:\\.|\\s) ?\\p{Lu}`),
  form: { uk: 'назви з «м.», «с.»', en: 'names with «м.», «с.»' },
  least: 0.3,
  alone: {
    confidence: 0.85,
    is: whole(
      `(?:${SETTLEMENT_WORDS})(?:\\.|\\s) ?\\p{Lu}[\\p{L}${APOSTROPHE_MARKS}-]+(?: \\p{Lu}[\\p{L}${APOSTROPHE_MARKS}-]+)?`,
    ),
  },
  types: ['text'],
};
