import { words } from '../../kinds/kind.ts';

/** Titles of columns that speak of names, asked of `headerWords`. */

/** A person is meant, whatever the cells look like. */
export const PEOPLE = words(
  'п ?і ?б ',
  'п ?і ?п ?б ',
  'піп ',
  'фіо ',
  'фио ',
  'fio ',
  'прізвищ',
  'фамили',
  'імя ?,? (?:та |і |й )?(?:по батькові|прізвищ)',
  'власне імя',
  '(?:\\S+ ){0,3}заявник',
  '(?:\\S+ ){0,3}громадян',
  'абонент',
  'пільговик',
  'пацієнт',
  'учень',
  'учн',
  'дитин',
  'батьк',
  'мати ',
  'опікун',
  'одержувач',
  'отримувач',
  'мешкан',
  'наймач',
  'квартиронаймач',
  'орендар',
  'землекористувач',
  'власник',
  'керівник',
  'директор',
  'голов[аи] ',
  'головний лікар',
  'начальник',
  'завідувач',
  'відповідальн',
  'контактн\\S* особ',
  'особа ',
  'посадов\\S+ особ',
  'фізичн\\S+ особ',
  'депутат',
  'староста',
  'лікар ',
  'вчител',
  'викладач',
  'тренер',
  'працівник',
  'виконавець',
  'автор',
  'ініціатор',
  'доповідач',
  'спадкоєм',
  'загибл',
  'похован',
  'full ?name',
  'person',
  'head (?:name|fn)',
  'contact ?point (?:name|fn)',
  'applicant',
  'owner',
  'subject name',
  'author',
);
/** … but something else of it is told. */
export const NOT_PEOPLE = words(
  '(?:\\S+ )*(?:адрес|телефон|тел |пошт|e ?mail|код|номер|дата|рік |посад|стать|вік |кількіст|площ|сум|тип|вид |статус|форма|назва|категор|паспорт|ідентифікаційн|рнокпп|єдрпо|іпн|документ|сайт|місце|освіт|стаж|phone|mail|address|code|date|id |type|number|position|post|село|населен|вулиц)',
);
export const GIVEN_NAME = words('(?:власне )?імя ', 'имя ', 'given ?name', 'first ?name', 'name given');
export const SURNAME = words('прізвище ', 'фамили', 'surname', 'family ?name', 'last ?name');
export const PATRONYMIC = words('по батькові', 'по отчеств', 'отчеств', 'patronym', 'middle ?name', 'additional ?name');
/** Places, plants and goods are called by names of people too. */
export const OTHER_NAMES = words(
  '(?:\\S+ )*(?:вулиц|населен|село |селищ|місто |громад|район|област|провул|об єкт|обєкт|сорт|порід|порода|культур|маршрут|зупинк|річк|озер|парк|пам ятк|памятк|свят|школ|заклад|закладу|улиц|марка|модел|храм|street|city|settlement|stop|кличк|тварин|твір|назва|найменування|title)',
);
