import type { Random } from './random.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

/** Streets, many of them named after people: a street is not a person. Invented or common words, written for this set. */
export const STREETS = words(`
  Грушевського, Івана Мазепи, Лесі Українки, Січових Стрільців, Котляревського, Марка Вовчка, Князя Романа, Олени Теліги, Пилипа Орлика, Ставкова,
  Набережна, Козацька, Затишна, Василя Стефаника, Довженка, Євгена Коновальця, Миру, Лугова, Польова, Соборна, Героїв Крут, Гончарна, Ярослава Мудрого,
  Івана Виговського, Михайла Коцюбинського, Ольги Кобилянської, Данила Апостола, Вокзальна, Яблунева, Джерельна, Сонячна, Дорошенка, Патріарха Слободяна,
  Степана Бандери, Левицького, Рильського, Павла Тичини, Дністровська, Молодіжна, Підгірна, Тараса Чупринки, Замкова, Староміська, Лісова, Козинця
`);

/** Settlements, some of which look like surnames or given names. */
export const SETTLEMENTS = words(`
  Іванівка, Миколаївка, Ходорів, Дублянка, Рихтичі, Стебник, Ясениця, Добрівляни, Романівка, Ганнопіль, Марківці, Петриків, Андріївка, Снятинка, Лішня,
  Степанківці, Ольгопіль, Данилівка, Опака, Новий Кропивник, Бистриця, Почаєвичі, Раневичі, Медвежа, Верхні Гаї, Нижні Гаї, Залокоть, Уличне, Михайлівка
`);

const KINDS = ['вул.', 'вул.', 'вул.', 'вулиця', 'просп.', 'пров.', 'бульв.', 'пл.'];

export interface Place {
  readonly settlement: string;
  readonly kind: string;
  readonly street: string;
  readonly house: string;
  readonly flat: number;
}

export function makePlace(random: Random): Place {
  return {
    settlement: random.of(SETTLEMENTS),
    kind: random.of(KINDS),
    street: random.of(STREETS),
    house: `${random.whole(1, 180)}${random.chance(0.15) ? random.of(['-А', 'а', '/2', ' Б']) : ''}`,
    flat: random.whole(1, 160),
  };
}

/** The ways an address is written. */
export const ADDRESS = {
  flat: ({ kind, street, house, flat }: Place) => `${kind} ${street}, ${house}, кв. ${flat}`,
  flatBuilding: ({ kind, street, house, flat }: Place) => `${kind} ${street}, буд. ${house}, кв. ${flat}`,
  flatSlash: ({ kind, street, house, flat }: Place) => `${kind} ${street}, ${house.replace(/[^\d].*/, '')}/${flat}`,
  whole: (place: Place) => `м. Дібрівськ, ${ADDRESS.flatBuilding(place)}`,
  village: ({ settlement, kind, street, house }: Place) => `с. ${settlement}, ${kind} ${street}, ${house}`,
  indexed: (place: Place) =>
    `82${place.flat % 10}0${place.flat % 7}, Львівська обл., м. Дібрівськ, ${ADDRESS.flat(place)}`,
  house: ({ kind, street, house }: Place) => `${kind} ${street}, ${house}`,
  houseWhole: ({ kind, street, house }: Place) => `м. Дібрівськ, ${kind} ${street}, ${house}`,
  streetOnly: ({ kind, street }: Place) => `${kind} ${street}`,
} as const;

/** Degrees with six digits: one house. */
export const latitude = (random: Random): string => (49.3 + random.next() * 0.1).toFixed(6);
export const longitude = (random: Random): string => (23.4 + random.next() * 0.15).toFixed(6);
