import { FACTS_OF_PLACES } from '../facts-of-things.ts';
import { type Kind, words } from '../kind.ts';

export const placeKind: Kind = {
  code: 'place',
  title: { uk: 'Місце', en: 'Place' },
  purpose: { uk: 'Назва місця: зупинки, урочища, ділянки', en: 'Name of a place: a stop, a locality' },
  header: words(
    'місце ',
    'місцев',
    'урочищ',
    'зупинк',
    '\\S+ зупинк',
    'place',
    'stop (?:name|desc)',
    'станці',
    'територі[яії] ',
    'topon',
  ),
  not: words(...FACTS_OF_PLACES, 'роботи', 'навчання'),
  byHeader: 0.64,
  types: ['text'],
};
