import { inCase, makePerson, NAME, type Person } from './people.ts';
import type { Random } from './random.ts';

const FIRMS = [
  'Затишок Плюс',
  'Явір',
  'Будмайстер',
  'Галтекс',
  'Промінь-Захід',
  'Оріон',
  'Смерека',
  'Дністер-Агро',
  'Світанок',
  'Роксолана',
  'Маяк',
  'Новий Дім',
];
const NAMED = [
  'Тараса Шевченка',
  'Івана Франка',
  'Лесі Українки',
  'Юрія Дрогобича',
  'Богдана Лепкого',
  'Маркіяна Шашкевича',
  'Катерини Білокур',
  'Андрея Шептицького',
  'Михайла Грушевського',
];

export const firm = (random: Random): string =>
  `${random.of(['ТОВ', 'ПП', 'ТзОВ', 'ПрАТ', 'МПП', 'КП', 'ФГ'])} ${random.chance(0.8) ? `«${random.of(FIRMS)}»` : `"${random.of(FIRMS)}"`}`;

/** Schools and other institutions that bear a person's name. */
export function school(random: Random): string {
  const number = random.whole(1, 32);
  return random.of([
    `Ліцей № ${number} імені ${random.of(NAMED)} Дібрівської міської ради`,
    `Гімназія ім. ${random.of(NAMED)}`,
    `ЗЗСО № ${number}`,
    `Дібрівський ліцей імені ${random.of(NAMED)}`,
    `Початкова школа № ${number}`,
  ]);
}

export const kindergarten = (random: Random): string =>
  `ЗДО № ${random.whole(1, 45)} «${random.of(['Оленка', 'Івасик-Телесик', 'Марійка', 'Дзвіночок', 'Котигорошко', 'Сонечко', 'Ромашка', 'Катруся', 'Ясочка'])}»`;

export const hospital = (random: Random): string =>
  random.of([
    'КНП «Дібрівська міська лікарня № 1»',
    'Лікарня імені Митрополита Андрея Шептицького',
    'КНП «ЦПМСД»',
    'Поліклініка ім. М. Пирогова',
    'Пологовий будинок',
  ]);

/** «ФОП Коваль О. П.» in the ways registers write it. */
export function soleTrader(random: Random, person: Person): string {
  const form = random.of([NAME.full, NAME.full, NAME.initialsApart, NAME.initials]);
  return `${random.of(['ФОП', 'ФОП', 'Фізична особа-підприємець', 'фізична особа – підприємець', 'СПД'])} ${form(person)}`;
}

/** A company named like a person is a company. */
export function firmOfPersonName(random: Random): string {
  const person = makePerson(random);
  return random.of([
    `ПП «${person.surname}»`,
    `ФГ «${person.given}»`,
    `ТОВ «${inCase(person, 'nominative').surname} і сини»`,
  ]);
}

export const POSTS = [
  'начальник відділу',
  'головний спеціаліст',
  'спеціаліст І категорії',
  'заступник міського голови',
  'директор',
  'завідувач сектору',
  'провідний бухгалтер',
  'начальник управління',
  'староста',
  'керуючий справами',
];
export const UNITS = [
  'Відділ освіти',
  'Управління соціального захисту населення',
  'Відділ містобудування та архітектури',
  'Фінансове управління',
  'Управління майна громади',
  'Відділ культури та туризму',
  'Юридичний відділ',
  'Служба у справах дітей',
  'ЦНАП',
  'Управління ЖКГ',
];
