// Tables of things, places and money with nobody in them, full of words that look like people. Written before the rules.
import { companyCode } from './numbers.ts';
import { firm, firmOfPersonName, hospital, kindergarten, school, UNITS } from './organisations.ts';
import { makePerson, NAME } from './people.ts';
import { ADDRESS, latitude, longitude, SETTLEMENTS, STREETS } from './places.ts';
import { column, file, holding, type MadeFile } from './row.ts';

const FAMOUS_STREETS = [
  'Академіка Павлова',
  'Героя України Сергія Кульчицького',
  'Чорновола В’ячеслава',
  'Шевченка Т.Г.',
  'Франка І.',
  'Петра Болбочана',
  'Олександра Олеся',
  'Братів Лепких',
  'Юрія Руфа',
  'Олега Ольжича',
  'Романа Купчинського',
  'Гната Хоткевича',
  'Марії Примаченко',
];
const SPECIES = [
  'Сосна Банкса',
  'Ялина Енгельмана',
  'Клен Шведлера',
  'Сосна Веймутова',
  'Бузок Мейєра',
  'Троянда Софія',
  'Спірея Вангутта',
  'Яблуня Недзвецького',
];
const QUESTIONS = [
  'Чи задоволені Ви роботою комунальних служб (вивіз сміття, прибирання)?',
  'Зазначте, будь ласка, які послуги ЦНАП Ви отримували протягом 2024 року',
  'Оцініть доступність медичної допомоги у Вашому населеному пункті',
  'Як Ви дізнаєтеся про новини громади: сайт, Facebook, Telegram, від сусідів?',
  'Чи мешкаєте Ви у громаді постійно, чи є внутрішньо переміщеною особою?',
];

export const THING_FILES: readonly MadeFile[] = [
  file('транспорт/Зупинки.xlsx', 220, [
    column('Код зупинки', ({ random }) => random.digits(4)),
    column('Назва зупинки', ({ random }) => random.of([...FAMOUS_STREETS, 'Ринок', school(random), hospital(random)])),
    column('Маршрути', ({ random }) => `${random.whole(1, 9)}, ${random.whole(10, 40)}`),
    column('Широта', ({ random }) => latitude(random)),
    column('Довгота', ({ random }) => longitude(random)),
  ]),
  file('транспорт/routes.csv', 60, [
    column('route_short_name', ({ number }) => number),
    column(
      'route_long_name',
      ({ random }) => `${random.of(FAMOUS_STREETS)} - ${random.of(['Лікарня ім. Пирогова', ...FAMOUS_STREETS])}`,
    ),
    column('carrier', ({ random }) => random.of([firm(random), 'АТП-1'])),
  ]),
  file('вулиці/Перелік вулиць.csv', 260, [
    column('Категорія', ({ random }) => random.of(['вулиця', 'провулок', 'площа'])),
    column('Найменування', ({ random }) => random.of([...FAMOUS_STREETS, ...STREETS])),
    column('Населений пункт', ({ random }) => random.of(SETTLEMENTS)),
    column('Індекс', ({ random }) => `82${random.digits(3)}`),
  ]),
  file('вулиці/Перейменування 2022-2024.xlsx', 130, [
    column('Була', ({ random }) =>
      random.of(['Чкалова', 'Лізи Чайкіної', 'Зої Космодем’янської', 'Юрія Гагаріна', 'Пушкіна О.С.']),
    ),
    column('Стала', ({ random }) => random.of(FAMOUS_STREETS)),
    column(
      'Довідка',
      ({ random }) => random.of(['Український поет, воїн', 'Полковник Армії УНР (1883–1919)', 'Художниця']),
      '?person-name',
    ),
  ]),
  file('зелені/Дерева парку.csv', 380, [
    column('Вид', ({ random }) => random.of(SPECIES)),
    column('Місце', ({ random }) =>
      random.of(['Парк ім. Богдана Хмельницького', 'Сквер Марії Заньковецької', 'Алея Героїв']),
    ),
    column('Висота, м', ({ random }) => random.whole(1, 30)),
  ]),
  file('тарифи/Тарифи на перевезення.csv', 44, [
    column('Маршрут', ({ random }) => `${random.of(SETTLEMENTS)} – ${random.of(SETTLEMENTS)}`),
    column('Тариф', ({ random }) => `${random.whole(8, 60)},00`),
    column('Перевізник', ({ random }) => firm(random), '?person-name'),
  ]),
  file('бюджет/Програми.xlsx', 70, [
    column('Код програми', ({ random }) => `0${random.digits(6)}`),
    column('Назва програми', ({ random }) =>
      random.of([
        'Програма «Турбота»',
        'Утримання музею Соломії Крушельницької',
        'Стипендії імені Олега Ольжича',
        'Підтримка КНП',
      ]),
    ),
    column('План', ({ random }) => random.whole(10, 9000) * 1000),
    column('Виконавець програми', ({ random }) => random.of(UNITS)),
  ]),
  file('паркування/Майданчики.csv', 55, [
    column('Адреса майданчика', ({ place }) => ADDRESS.house(place)),
    column('Місць', ({ random }) => random.whole(4, 90)),
    column('Оператор', ({ random }) => firm(random)),
    column('Тип', ({ random }) => random.of(['закритий', 'відкритий'])),
  ]),
  file('укриття/Перелік укриттів.csv', 170, [
    column('Об’єкт', ({ random }) =>
      random.of([school(random), kindergarten(random), hospital(random), 'Будинок культури']),
    ),
    column('Адреса', ({ place }) => ADDRESS.houseWhole(place)),
    column('Площа', ({ random }) => random.whole(20, 900)),
    column('Доступність', ({ random }) => random.of(['так', 'ні', 'частково'])),
  ]),
  file('будинки/Житловий фонд.csv', 400, [
    column('Вулиця', ({ random }) => random.of([...STREETS, ...FAMOUS_STREETS])),
    column('Будинок', ({ place }) => place.house),
    column('Квартир', ({ random }) => random.whole(4, 216)),
    column('Управитель', ({ random }) => random.of(['ОСББ «Бандери 12»', 'ЖЕО № 3', firmOfPersonName(random)])),
    column('Рік', ({ random }) => random.whole(1890, 2023)),
  ]),
  file('опитування/Питання анкети.csv', 40, [
    column('variable', ({ number }) => `q${number}`),
    column('ukr_label', ({ random }) => random.of(QUESTIONS)),
    column('type', ({ random }) => random.of(['single', 'multiple', 'open'])),
  ]),
  file('опитування/Відповіді.xlsx', 280, [
    column('Позначка часу', (row) => row.day('iso', 2025, 2025)),
    column('Ваш вік', ({ random }) => random.of(['18-25', '26-40', '41-60', '60+'])),
    column('Яким організаціям Ви довіряєте?', ({ random }) =>
      random.of([
        'Карітас',
        'Червоний Хрест',
        'Фонд Сергія Притули',
        'Благодійний фонд Рокитних',
        'Save the Children',
        'Норвезька Рада',
        'ніяким',
      ]),
    ),
    column('Що змінити в місті?', ({ random }) =>
      random.of(['дороги', 'Більше дерев на вул. Івана Франка', 'ліквідувати ями біля школи', 'все добре, дякую']),
    ),
  ]),
  file('підприємства/Комунальні підприємства.csv', 28, [
    column('Назва підприємства', ({ random }) =>
      random.of(['КП «Водоканал»', 'КП «Парк ім. Івана Франка»', 'ДКП «Ритуал»']),
    ),
    column('Код', ({ random }) => companyCode(random)),
    column('Статутний капітал', ({ random }) => random.whole(1, 900) * 1000),
    column('Приймальня', ({ number }) => `(03244) 2-${10 + number}-5${number % 10}`, 'phone:organization'),
  ]),
  file('архітектура/Адреси.json', 240, [
    column('full', ({ place }) => ADDRESS.houseWhole(place)),
    column('street_name', ({ random }) => random.of(FAMOUS_STREETS)),
    column('former', ({ random }) => random.of(['Мічуріна І.В.', 'Суворова', 'Кірова С. М.'])),
    column('house', ({ place }) => place.house),
  ]),
  file('школи/Території обслуговування.csv', 150, [
    column('Школа', ({ random }) => school(random)),
    column(
      'Вулиці',
      ({ random }) => `${random.of(FAMOUS_STREETS)}, ${random.of(STREETS)}, ${random.of(FAMOUS_STREETS)}`,
    ),
  ]),
  file('довкілля/Датчики.csv', 60, [
    column('sensor', ({ random }) => `SN-${random.digits(5)}`),
    column('location', ({ random }) => random.of([`вул. ${random.of(FAMOUS_STREETS)}`, school(random)])),
    column('PM2.5', ({ random }) => random.whole(1, 80)),
  ]),
  file('реклама/Конструкції.csv', 190, [
    column('Дозвіл', ({ random }) => `№ ${random.digits(4)}`),
    column(
      'Розповсюджувач',
      ({ random }) =>
        random.chance(0.1) ? holding(`ФОП ${NAME.initials(makePerson(random))}`, 'person-name') : holding(firm(random)),
      'person-name:sole-trader',
    ),
    column('Адреса розміщення', ({ place }) => ADDRESS.house(place)),
  ]),
  file('кіно/Репертуар.csv', 70, [
    column('Фільм', ({ random }) =>
      random.of(['Джон Вік', 'Мавка', 'Іван Сила', 'Мирний-21', 'Максим Оса', 'Сестри Річинські', 'Пані Боварі']),
    ),
    column('Зала', ({ random }) => random.of(['Червона', 'Мала'])),
    column('Ціна квитка', ({ random }) => random.whole(80, 250)),
  ]),
];
