import { headerWords } from '../../kinds/header-words.ts';
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
  'учител',
  'прийняв ',
  'склав ',
  'перевірив ',
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
  'померл',
  'інспектор',
  '\\S*учасни[кц]',
  'спортсмен',
  'стипендіат',
  'лауреат',
  'переможець',
  'переможц',
  'водій',
  'студент',
  'суддя',
  'нотаріус',
  'секретар',
  'помічник',
  'консультант',
  'спеціаліст',
  'кандидат',
  'експерт',
  'член ',
  'члени ',
  'підприєм(?:ець|ця)',
  'фоп ',
  'кому ',
  'кого ',
  'ким ',
  'хто ',
  'читач',
  'волонтер',
  'герой ',
  'героя ',
  'нагороджен',
  'викладає',
  'закріплен\\S* за ',
  'адміністратор ',
  'представник',
  'ключі (?:у |в )?',
  'майстер ',
  '\\S+ майстер ',
  'підписант',
  'позивач',
  'відповідач',
  'volunteer ',
  'runner ',
  'athlete ',
  'speaker ',
  'holder',
  'resident',
  'student',
  'participant',
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
/** A question of a survey: «36. Чи отримували члени громади …». */
export const QUESTION = /^ (?:\d+ )?(?:чи|скільки|як|якщо|коли|чому) /u;
export const GIVEN_NAME = words('(?:власне )?імя ', 'имя ', 'given ?name', 'first ?name', 'name given');
export const SURNAME = words('прізвище ', 'фамили', 'surname', 'family ?name', 'last ?name');
export const PATRONYMIC = words('по батькові', 'по отчеств', 'отчеств', 'patronym', 'middle ?name', 'additional ?name');
/** Places, plants and goods are called by names of people too. */
export const OTHER_NAMES = words(
  '(?:\\S+ )*(?:вулиц|населен|село |селищ|місто |округ|громад|район|област|провул|об єкт|обєкт|сорт|порід|порода|культур|маршрут|зупинк|річк|озер|парк|пам ятк|памятк|свят|школ|заклад|закладу|улиц|марка|модел|храм|street|city|settlement|stop|кличк|тварин|твір|твору|картин|фільм|назва|назви |найменування|заголов|колишн|попередн|стар[аі] назв|була |стала |former |title)',
);

/** Titles that somebody stands under in another case: «Від кого», «Заява», «Щодо», «На користь». */
export const OF_SOMEBODY = words(
  'від імені ',
  'за участ',
  'за зверненням',
  'заяв',
  'звернення',
  'клопотання',
  'скарг',
  'щодо ',
  'стосовно ',
  'на користь ',
  'нагород',
  'відзнач',
  'подяк',
  'привітан',
  'власність ',
);

/** What a title could be all the same: «Секретарюк», «Автор Ганна». */
const LIKE_A_NAME = /\p{Ll}(?:енко|чук|юк|ський|ська)$|^\p{Lu}\S+\s+\p{Lu}\p{Ll}/u;

/** True for a title that is a word for people («Учень», «Мати», «Отримувач») and could not be somebody's name. */
export function speaksOfPeople(title: string): boolean {
  const header = headerWords(title);
  if (LIKE_A_NAME.test(title.trim())) return false;
  return [PEOPLE, GIVEN_NAME, SURNAME, PATRONYMIC].some((spoken) => spoken.test(header));
}
