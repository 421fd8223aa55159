import { describe, expect, it } from 'vitest';
import { FIRST_EDITION } from '../../catalog/index.ts';
import { itemMatcher, offeredItem } from './match-rules.ts';

const items = FIRST_EDITION.items.filter(({ audience }) => audience !== 'state-administrations');
const matcher = itemMatcher(items);

/** Titles as publishers write them, with the item each is about; null: none of the list. All invented. */
const TITLES: readonly (readonly [title: string, line: string | null])[] = [
  ['Зупинки громадського транспорту', 'local-10'],
  ['Перелік зупинок тролейбусів та автобусів', 'local-10'],
  ['Розклад руху автобусів', 'local-39'],
  ['Маршрути міського транспорту', 'local-38'],
  ['GPS транспорту онлайн: де зараз тролейбуси', 'local-36'],
  ['Депутати міської ради VIII скликання', 'local-13'],
  ['Результати поіменного голосування депутатів', 'local-12'],
  ['Реєстр орендарів землі', 'local-41'],
  ['Вільні приміщення комунальної власності для оренди', 'local-34'],
  ['Перелік майна, переданого в оренду', 'local-33'],
  ['Комунальне майно територіальної громади', 'local-1'],
  ['Рекламні конструкції міста', 'local-4'],
  ['Реєстр зовнішньої реклами', 'local-4'],
  ['Тимчасові споруди (МАФи)', 'local-47'],
  ['Тарифи на воду та тепло', 'local-44'],
  ['Тарифи на житлово-комунальні послуги', 'local-44'],
  ['Укриття та сховища', 'local-55'],
  ['Захисні споруди цивільного захисту', 'local-55'],
  ['Камери відеоспостереження «Безпечне місто»', 'local-54'],
  ['Громадські вбиральні', 'local-37'],
  ['Майданчики для вигулу собак', 'local-53'],
  ['Дитячі майданчики', 'local-51'],
  ['Спортивні майданчики у дворах', 'local-51'],
  ['Зарядки для електромобілів', 'local-56'],
  ['Черга в дитячі садки', 'local-25'],
  ['Електронна черга до закладів дошкільної освіти', 'local-25'],
  ['Закріплення вулиць за школами', 'local-26'],
  ['Території обслуговування закладів загальної середньої освіти', 'local-26'],
  ['Квартирна черга', 'local-29'],
  ['Петиції громадян', 'local-17'],
  ['Електронні петиції до міської ради', 'local-17'],
  ['Громадський бюджет: проєкти та голосування', 'local-18'],
  ['Бюджет участі', 'local-18'],
  ['Паркувальні майданчики та паркомісця', 'local-19'],
  ['Штрафи за неправильне паркування', 'local-52'],
  ['Енергоспоживання бюджетних закладів', 'local-30'],
  ['Споживання води, тепла і електроенергії комунальними установами', 'local-30'],
  ['Енергетичні сертифікати будівель', 'local-57'],
  ['Ярмарки', 'local-7'],
  ['Благодійна допомога закладам освіти', 'local-31'],
  ['Залишки ліків у лікарнях', 'local-11'],
  ['Медичне обладнання лікарень', 'local-23'],
  ['Містобудівні умови і обмеження', 'local-43'],
  ['Видані будівельні паспорти', 'local-22'],
  ['Адресний реєстр міста', 'local-20'],
  ['Звернення на лінію 1580', 'local-16'],
  ['Звернення громадян до контакт-центру', 'local-16'],
  ['Контейнерні майданчики для сміття', 'local-48'],
  ['Безпритульні тварини: стерилізація', 'local-50'],
  ['Акти обстеження зелених насаджень', 'local-14'],
  ['Зрізання дерев', 'local-14'],
  ['Ремонт доріг', 'local-42'],
  ['Цільові програми міста', 'local-45'],
  ['Інвестиційні договори', 'local-5'],
  ['Пайова участь забудовників', 'local-8'],
  ['Адмінпослуги ЦНАП: кількість наданих послуг', 'local-21'],
  ['Доступність будівель для людей з інвалідністю', 'local-15'],
  ['Генеральний план міста', 'local-35'],
  ['Ордери на розриття', 'local-28'],
  ['Снігоприбиральна техніка', 'local-24'],
  ['Організаційна структура міської ради', 'all-2'],
  ['Реєстр наборів даних', 'all-6'],
  ['Рішення виконавчого комітету', 'all-8'],
  ['Звіти про запити на інформацію', 'all-5'],
  ['Регуляторні акти', 'all-9'],
  ['План діяльності з підготовки проєктів регуляторних актів', 'all-10'],
  ['Довідник комунальних підприємств та установ', 'all-1'],
  ['Фінансова звітність комунальних підприємств', 'all-12'],
  ['Інформаційний аудит', 'all-16'],
  ['Спортивні секції міста', null],
  ['Бібліотеки громади', null],
  ['Пам’ятки архітектури', null],
  ['Кількість хворих на грип', null],
  ['Гуртки центру дитячої творчості', null],
  ['Розклад богослужінь', null],
  ['Список вулиць, які перейменовано', null],
  ['Туристичні маршрути', null],
  ['Події та фестивалі', null],
  ['Готелі та хостели', null],
  ['Склад ради з питань внутрішньо переміщених осіб', null],
  ['Педагогічні працівники', null],
  ['Зарплата керівників підприємств', null],
  ['Wi-Fi точки', null],
  ['Якість повітря', null],
  ['Велодоріжки', null],
  ['Стан виконання доручень', null],
  ['Музейні предмети', null],
  ['Рівень води у річці', null],
  ['Кладовища', null],
  ['Список шкіл', null],
  ['Аптеки', null],
  ['Результати тестування учнів', null],
  ['Відеозаписи засідань', null],
  ['Водопровідні люки', null],
];

describe('which item a title is about', () => {
  const judged = TITLES.map(([title, line]) => {
    const matches = matcher.match(title);
    return { title, line, first: matches[0]?.item.line ?? null, offered: offeredItem(matches)?.item.line ?? null };
  });
  const offered = judged.filter((one) => one.offered !== null);

  it('what is offered for a click is right nineteen times of twenty', () => {
    const wrong = offered.filter((one) => one.offered !== one.line);
    expect(wrong.length / offered.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.05);
  });

  it('three of four titles get an offer, and nearly all have the right item first among those to choose from', () => {
    const about = judged.filter(({ line }) => line !== null);
    expect(about.filter((one) => one.offered === one.line).length / about.length).toBeGreaterThanOrEqual(0.75);
    expect(about.filter((one) => one.first === one.line).length / about.length).toBeGreaterThanOrEqual(0.88);
  });

  it('names every item by its own title, and says nothing of empty words', () => {
    const mistaken = items.filter(({ title, line }) => matcher.match(title)[0]?.item.line !== line);
    expect(mistaken.map(({ line }) => line)).toEqual([]);
    expect(matcher.match('Перелік даних міської ради за 2025 рік')).toEqual([]);
  });
});
