import type { CheckEntry } from '../../kernel/check.ts';
import type { Text } from '../../kernel/text.ts';
import { PASSPORT_ELEMENT } from '../../tabular/checks/grounds.ts';
import type { Passport } from './passport.ts';

/** A check of the passport as the guide tells it; `field` is where its fault stands in the form. */
export interface PassportCheck extends CheckEntry {
  readonly field: keyof Passport;
  /** Elements of a passport before and after; the rest of it is in order. */
  readonly elements: { readonly before: Partial<Passport>; readonly after: Partial<Passport> };
}

type Said = Pick<PassportCheck, 'field' | 'elements'> & { readonly title: Text; readonly why: Text };

function check(code: string, { field, elements, title, why }: Said): PassportCheck {
  const shown = (part: Partial<Passport>) => `${JSON.stringify(part, null, 2)}\n`;
  return {
    code,
    group: 'passport',
    severity: 'error',
    clause: PASSPORT_ELEMENT,
    title,
    why,
    example: { before: shown(elements.before), after: shown(elements.after), fileName: 'passport.json' },
    repair: null,
    field,
    elements,
  };
}

const LONG = 'Перелік закладів освіти громади з адресами та кількістю місць. ';

/** What is looked for in a passport before publication. */
export const PASSPORT_CHECKS: readonly PassportCheck[] = [
  check('passport-title', {
    field: 'title',
    elements: { before: { title: '' }, after: { title: 'Заклади освіти' } },
    title: { uk: 'Немає назви набору', en: 'No title' },
    why: {
      uk: 'Без назви набір не знайти ні в пошуку, ні в переліку.',
      en: 'Without a title the dataset is found neither by search nor in a list.',
    },
  }),
  check('passport-title-long', {
    field: 'title',
    elements: { before: { title: LONG.repeat(5).trim() }, after: { title: 'Заклади освіти' } },
    title: { uk: 'Задовга назва набору', en: 'The title is too long' },
    why: {
      uk: 'Державний портал вміщує 254 знаки й решту відкидає: назва обірветься на півслові.',
      en: 'The national portal fits 254 characters and drops the rest: the title breaks off.',
    },
  }),
  check('passport-description', {
    field: 'description',
    elements: { before: { description: '' }, after: { description: LONG.trim() } },
    title: { uk: 'Немає опису набору', en: 'No description' },
    why: {
      uk: 'Опис каже, що в наборі є і чого немає. Без нього доводиться вгадувати з назв стовпців.',
      en: 'The description says what the dataset holds and what it does not. Without it people guess by the names of columns.',
    },
  }),
  check('passport-description-long', {
    field: 'description',
    elements: { before: { description: LONG.repeat(70).trim() }, after: { description: LONG.trim() } },
    title: { uk: 'Задовгий опис набору', en: 'The description is too long' },
    why: {
      uk: 'Вміщується 4000 знаків: довше державний портал не прийме, а люди не прочитають.',
      en: '4,000 characters fit: the national portal takes no more, and people do not read on.',
    },
  }),
  check('passport-purpose', {
    field: 'purpose',
    elements: { before: { purpose: '' }, after: { purpose: 'Облік закладів освіти громади.' } },
    title: { uk: 'Не сказано, навіщо збирають дані', en: 'No purpose' },
    why: {
      uk: 'Підстава й призначення показують, наскільки на дані можна покластися.',
      en: 'The ground and the purpose show how far the data can be relied on.',
    },
  }),
  check('passport-frequency', {
    field: 'frequency',
    elements: { before: { frequency: null }, after: { frequency: 'once a month' } },
    title: { uk: 'Не сказано, як часто оновлюють', en: 'No frequency of updates' },
    why: {
      uk: 'За періодичністю система рахує строк оновлення, а люди знають, чи дані ще чинні.',
      en: 'The term of the next update is counted by it, and people know whether the data still hold.',
    },
  }),
  check('passport-keywords', {
    field: 'keywords',
    elements: { before: { keywords: [] }, after: { keywords: ['школи', 'садки'] } },
    title: { uk: 'Немає ключових слів', en: 'No keywords' },
    why: {
      uk: 'За ключовими словами набір знаходять ті, хто не вгадав слів назви.',
      en: 'By keywords the dataset is found by those who did not guess the words of its title.',
    },
  }),
  check('passport-ground', {
    field: 'ground',
    elements: { before: { ground: { kind: 'local-list', item: '' } }, after: { ground: { kind: 'own-initiative' } } },
    title: { uk: 'Не названо пункт переліку', en: 'The item of the list is not named' },
    why: {
      uk: 'За пунктом видно, який обов’язок громади виконано цим набором.',
      en: 'The item shows which duty of the community the dataset fulfils.',
    },
  }),
  check('passport-person', {
    field: 'responsibleName',
    elements: { before: { responsibleName: '' }, after: { responsibleName: 'Оксана Коваль' } },
    title: { uk: 'Не названо відповідальну особу', en: 'No responsible person' },
    why: {
      uk: 'Людям треба знати, хто відповість на питання про дані.',
      en: 'People need to know who answers questions about the data.',
    },
  }),
  check('passport-email', {
    field: 'responsibleEmail',
    elements: { before: { responsibleEmail: 'data@rada' }, after: { responsibleEmail: 'data@rada.example' } },
    title: { uk: 'Неповна адреса пошти', en: 'An incomplete e-mail address' },
    why: {
      uk: 'На неповну адресу лист не дійде, і запитання лишиться без відповіді.',
      en: 'A letter does not reach an incomplete address, and the question stays without an answer.',
    },
  }),
  check('passport-place', {
    field: 'spatial',
    elements: { before: { spatial: ['UA4606'] }, after: { spatial: ['UA46060000000042587'] } },
    title: { uk: 'Неповний код КАТОТТГ', en: 'An incomplete KATOTTG code' },
    why: {
      uk: 'За неповним кодом набір не потрапить на карту й не знайдеться за місцем.',
      en: 'By an incomplete code the dataset is on no map and is not found by its place.',
    },
  }),
  check('passport-period', {
    field: 'temporal',
    elements: {
      before: { temporal: { from: '2025-12-31', to: '2025-01-01' } },
      after: { temporal: { from: '2025-01-01', to: '2025-12-31' } },
    },
    title: { uk: 'Період задом наперед', en: 'The period is turned round' },
    why: {
      uk: 'Період, що закінчився раніше, ніж почався, не скаже, за який час дані.',
      en: 'A period that ended before it began does not tell what time the data are of.',
    },
  }),
  check('passport-documents', {
    field: 'documents',
    elements: {
      before: { documents: [{ title: 'Порядок', url: 'rada.example/poriadok' }] },
      after: { documents: [{ title: 'Порядок', url: 'https://rada.example/poriadok' }] },
    },
    title: { uk: 'Неповна адреса документа', en: 'An incomplete address of a document' },
    why: { uk: 'За адресою без https:// документ не відкриється.', en: 'An address without https:// opens nothing.' },
  }),
  check('passport-previous', {
    field: 'previousUrl',
    elements: { before: { previousUrl: 'data.example/old' }, after: { previousUrl: 'https://data.example/old' } },
    title: { uk: 'Неповна адреса попередніх версій', en: 'An incomplete address of earlier versions' },
    why: {
      uk: 'За неповною адресою ніхто не знайде, що публікували раніше.',
      en: 'By an incomplete address nobody finds what was published before.',
    },
  }),
];
