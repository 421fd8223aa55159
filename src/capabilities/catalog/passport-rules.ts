import type { FieldFault } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import { foldSpaces } from '../../language/folding.ts';
import { FIRST_EDITION, firstEditionItem } from './first-edition.ts';
import { suggestKeywords } from './keywords.ts';
import { type Ground, PASSPORT_LIMITS, type Passport } from './passport.ts';
import { EMAIL, moreFaults } from './passport-more-rules.ts';
import type { RequiredItem } from './required-item.ts';
import { THEMES } from './themes.ts';

/** The ground of publication in words. */
export function groundInWords(ground: Ground): Text {
  switch (ground.kind) {
    case 'resolution-835': {
      const { section, number, edition } = ground;
      return {
        uk: `Постанова Кабінету Міністрів України від 21.10.2015 № 835, Перелік наборів даних, розділ «${section}», пункт ${number}${edition ? ` (редакція ${edition})` : ''}`,
        en: `Resolution of the Cabinet of Ministers of Ukraine No. 835 of 21.10.2015, list of datasets, section “${section}”, item ${number}${edition ? ` (edition ${edition})` : ''}`,
      };
    }
    case 'local-list': {
      const item = ground.number === undefined ? ground.item : `№ ${ground.number}. ${ground.item}`;
      return { uk: `Місцевий перелік наборів даних: ${item}`, en: `Local list of datasets: ${item}` };
    }
    case 'own-initiative':
      return { uk: 'Власна ініціатива розпорядника', en: 'The holder’s own initiative' };
  }
}

/** A fresh passport: what the unit, the person and the title already tell. */
export function emptyPassport(
  unit: { readonly name: string; readonly email: string } | null,
  person: { readonly name: string; readonly email: string } | null,
  title: string,
): Passport {
  const short = foldSpaces(title).slice(0, PASSPORT_LIMITS.title);
  return {
    title: short,
    description: '',
    purpose: '',
    language: 'uk',
    frequency: null,
    keywords: suggestKeywords(short),
    themes: [],
    ground: { kind: 'own-initiative' },
    responsibleName: person?.name ?? '',
    responsibleEmail: person?.email || unit?.email || '',
    dataAsOf: null,
  };
}

/** A Ukrainian dataset whose title has no Cyrillic letter, as one that came from the name of a file: people will not find it. */
export function isInLatin({ title, language }: Pick<Passport, 'title' | 'language'>): boolean {
  return language === 'uk' && /\p{Script=Latin}/u.test(title) && !/\p{Script=Cyrillic}/u.test(title);
}

/** The ground an item gives a dataset. */
export function groundOfItem({ list, section, number, edition, title }: RequiredItem): Ground {
  if (list === 'local-list') return { kind: 'local-list', item: title, number };
  const named = { kind: 'resolution-835' as const, section, number };
  return edition === FIRST_EDITION.code ? named : { ...named, edition };
}

/** On what ground and why an item's information is collected, as the passport says it: at most 512 characters. */
export function purposeOf(item: RequiredItem): string {
  const ground =
    item.list === 'local-list'
      ? `місцевого переліку наборів даних (пункт ${item.number}).`
      : 'постанови Кабінету Міністрів України від 21.10.2015 № 835 ' +
        `(Перелік наборів даних, розділ «${item.section}», пункт ${item.number}).`;
  return `${item.aim} Оприлюднюється на виконання ${ground}`.trim().slice(0, PASSPORT_LIMITS.purpose);
}

/**
 * The passport with what an item of a required list says: title, ground, purpose, themes, frequency, and its keywords before those that were
 * there. A description is given only where there is none.
 */
export function applyRequiredItem(passport: Passport, item: RequiredItem): Passport {
  const keywords = [...new Set([...item.keywords, ...passport.keywords])].slice(0, 30);
  return {
    ...passport,
    title: item.title,
    description: passport.description.trim() === '' ? `${item.name}.` : passport.description,
    purpose: purposeOf(item),
    keywords,
    themes: [...item.themes].slice(0, 3),
    frequency: item.frequency,
    ground: groundOfItem(item),
  };
}

type Limited = keyof typeof PASSPORT_LIMITS;

const MISSING: Readonly<Record<Limited, Text>> = {
  title: {
    uk: 'Немає назви набору. Напишіть, про що ці дані, кількома словами.',
    en: 'The dataset has no title. Say in a few words what the data are about.',
  },
  description: {
    uk: 'Немає опису. Напишіть, що є в наборі. Якщо частину даних не оприлюднено, назвіть її та вид обмеження.',
    en: 'There is no description. Say what is in the dataset. If part of it is withheld, name it and the kind of restriction.',
  },
  purpose: {
    uk: 'Не вказано, на якій підставі й для чого збирають дані. Виберіть пункт переліку № 835 або напишіть своїми словами.',
    en: 'It is not said on what ground and why the data are collected. Pick an item of list 835 or write it in your own words.',
  },
};

function textFaults(passport: Passport): FieldFault[] {
  return (['title', 'description', 'purpose'] as const).flatMap((field) => {
    const length = [...passport[field]].length;
    const limit = PASSPORT_LIMITS[field];
    if (passport[field].trim() === '') return [{ field, text: MISSING[field] }];
    if (length <= limit) return [];
    const text = {
      uk: `Тут ${length} знаків, а вміщується ${limit}. Скоротіть на ${length - limit}.`,
      en: `There are ${length} characters here, ${limit} fit. Shorten by ${length - limit}.`,
    };
    return [{ field, text }];
  });
}

function choiceFaults(passport: Passport): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: keyof Passport, uk: string, en: string) => faults.push({ field, text: { uk, en } });
  if (passport.frequency === null)
    add(
      'frequency',
      'Не вказано, як часто оновлюються дані. Виберіть зі списку.',
      'It is not said how often the data are updated. Choose from the list.',
    );
  if (passport.keywords.length === 0)
    add(
      'keywords',
      'Немає ключових слів. Додайте хоча б одне: за ними набір знаходять.',
      'There are no keywords. Add at least one: people find the dataset by them.',
    );
  const unknown = passport.themes.filter((theme) => THEMES[theme] === undefined);
  if (unknown.length > 0)
    add(
      'themes',
      `Теми ${unknown.join(', ')} немає у списку. Виберіть зі списку.`,
      `The theme ${unknown.join(', ')} is not in the list. Choose from the list.`,
    );
  return faults;
}

function groundFaults({ ground }: Passport): FieldFault[] {
  const first = ground.kind === 'resolution-835' && ground.edition === undefined;
  if (first && firstEditionItem(ground.section, ground.number) === null) {
    const text = {
      uk: `Пункту ${ground.number} немає в розділі «${ground.section}» переліку № 835. Виберіть пункт зі списку.`,
      en: `There is no item ${ground.number} in section “${ground.section}” of list 835. Choose an item from the list.`,
    };
    return [{ field: 'ground', text }];
  }
  if (ground.kind === 'local-list' && ground.item.trim() === '') {
    const text = {
      uk: 'Не названо пункт місцевого переліку. Напишіть його номер або назву.',
      en: 'The item of the local list is not named. Write its number or name.',
    };
    return [{ field: 'ground', text }];
  }
  return [];
}

function contactFaults(passport: Passport): FieldFault[] {
  const faults: FieldFault[] = [];
  if (passport.responsibleName.trim() === '') {
    const text = {
      uk: 'Не вказано відповідальну особу. Напишіть прізвище та ім’я.',
      en: 'The responsible person is not named. Write the surname and the name.',
    };
    faults.push({ field: 'responsibleName', text });
  }
  if (!EMAIL.test(passport.responsibleEmail.trim())) {
    const text = {
      uk: 'Потрібна адреса електронної пошти відповідальної особи, наприклад data@rada.gov.ua.',
      en: 'An e-mail address of the responsible person is needed, for example data@rada.gov.ua.',
    };
    faults.push({ field: 'responsibleEmail', text });
  }
  return faults;
}

/** What the law and the national portal still ask before publication, in the order of the form; empty when nothing is missing. */
export function passportFaults(passport: Passport): FieldFault[] {
  return [
    ...textFaults(passport),
    ...choiceFaults(passport),
    ...groundFaults(passport),
    ...contactFaults(passport),
    ...moreFaults(passport),
  ];
}
