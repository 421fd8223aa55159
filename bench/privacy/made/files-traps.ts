// Tables with nobody in them whose cells look like personal data.
import { companyCode, iban, oldTerritory, territory } from './numbers.ts';
import { firmOfPersonName, hospital, kindergarten, POSTS, school, UNITS } from './organisations.ts';
import { makePerson, NAME } from './people.ts';
import { ADDRESS, latitude, longitude, SETTLEMENTS, STREETS } from './places.ts';
import { column, file, holding, type MadeFile, type Marked, type Row, workbook } from './row.ts';

/** How many people a row counts; a group of fewer than five tells somebody. */
function people({ random }: Row, counts: readonly number[]): Marked {
  const count = random.of(counts);
  return count < 5 ? holding(count, 'small-groups') : holding(count);
}

const MONTHS = [
  'Січень',
  'Лютий',
  'Березень',
  'Квітень',
  'Травень',
  'Червень',
  'Липень',
  'Серпень',
  'Вересень',
  'Жовтень',
  'Листопад',
  'Грудень',
];
const SIGNS = 'ABCEHIKMOPTX'.split('');

export const TRAP_FILES: readonly MadeFile[] = [
  file('класифікатори/codes.csv', 800, [
    column('code', ({ random }) => oldTerritory(random)),
    column('parent', ({ random }) => `${oldTerritory(random).slice(0, 5)}00000`),
    column('name', ({ random }) => random.of(SETTLEMENTS).toUpperCase()),
    column('katottg', ({ random }) => territory(random)),
  ]),
  file('майно/Інвентаризація.xlsx', 420, [
    column('Інвентарний номер', ({ random }) => random.digits(10)),
    column(
      'Номенклатурний №',
      ({ random }) => `${random.of(SIGNS)}${random.of(SIGNS)}${random.digits(4)}${random.of(SIGNS)}${random.of(SIGNS)}`,
    ),
    column('Найменування', ({ random }) => random.of(['Стіл офісний', 'Комп’ютер Dell', 'Принтер HP', 'Шафа'])),
    column('Серійний номер', ({ random }) => `S${random.digits(3)}IOQ${random.digits(10)}`),
    column('Вартість', ({ random }) => random.whole(100, 90_000)),
    column('Матеріально відповідальний підрозділ', ({ random }) => random.of(UNITS)),
  ]),
  file('ліцензії/Ліцензії на торгівлю.csv', 300, [
    column('Серія та номер ліцензії', ({ random }) => `${random.of(['АЕ', 'АГ', 'ВК'])} ${random.digits(6)}`),
    column('Ліцензіат', ({ random }) => firmOfPersonName(random)),
    column('Код', ({ random }) => Number(companyCode(random))),
    column('Дата видачі', (row) => row.day('dots', 1995, 2024)),
    column('Дата народження закладу', (row) => row.day('dots', 1960, 2005), '?birth-date'),
  ]),
  file('рахунки/Рахунки для сплати податків.csv', 160, [
    column('Код платежу', ({ random }) => `1${random.digits(7)}`),
    column('Назва податку', ({ random }) =>
      random.of(['Єдиний податок з фізичних осіб', 'Податок на нерухоме майно', 'Земельний податок']),
    ),
    column('Номер рахунку', ({ random }) => iban(random, '3142'), '?iban:organization'),
    column('ЄДРПОУ отримувача', ({ random }) => companyCode(random)),
  ]),
  file('мережа/Обладнання Wi-Fi.csv', 110, [
    column('Пристрій', ({ random }) => random.of(['MikroTik', 'Ubiquiti', 'TP-Link'])),
    column(
      'Прошивка',
      ({ random }) => `${random.whole(6, 7)}.${random.whole(10, 49)}.${random.whole(1, 9)}.${random.whole(1, 250)}`,
    ),
    column(
      'IP пристрою',
      ({ random }) => `10.10.${random.whole(0, 20)}.${random.whole(1, 254)}`,
      '?ip-address:organization',
    ),
    column('Місце', ({ place }) => ADDRESS.house(place)),
  ]),
  file('вулиці/Реєстр вулиць.xlsx', 350, [
    column('ID вулиці', ({ number }) => 2_100_000_000 + number * 97),
    column('Тип', ({ random }) => random.of(['вулиця', 'провулок', 'площа', 'бульвар'])),
    column('Назва', ({ random }) => random.of(STREETS)),
    column('Повна назва', ({ place }) => `вулиця ${place.street}`),
    column('Колишня назва', ({ random }) =>
      random.of(['Олега Кошового', 'Зої Космодем’янської', 'Леніна', 'Кірова', 'Ломоносова']),
    ),
    column('Довжина, м', ({ random }) => random.whole(90, 3000)),
  ]),
  file('культура/Заклади культури.csv', 90, [
    column('Назва', ({ random }) =>
      random.of([
        'Палац мистецтв ім. Івана Франка',
        'Бібліотека імені В’ячеслава Чорновола',
        'Музей-садиба Антона Мельника',
        'Будинок-музей Бруно Шульца',
        'Народний дім',
      ]),
    ),
    column('Засновник', () => 'Дібрівська міська рада'),
    column('Дата заснування', (row) => row.day('dots', 1945, 1999)),
    column('Адреса', ({ place }) => `${ADDRESS.house(place)}, приміщення ${place.flat}`),
    column('Середня відвідуваність', ({ random }) => random.whole(100, 9000)),
  ]),
  file('бібліотека/Нові надходження.csv', 260, [
    column('Автор', ({ random }) => NAME.initials(makePerson(random)), '?person-name'),
    column('Назва книги', ({ random }) =>
      random.of(['Захар Беркут', 'Маруся Чурай', 'Роксолана', 'Іван Богун', 'Тигролови', 'Микола Джеря']),
    ),
    column('Рік', ({ random }) => random.whole(1960, 2024)),
    column('ISBN', ({ random }) => `978-617-${random.digits(3)}-${random.digits(3)}-${random.whole(0, 9)}`),
    column('Штрих-код', ({ random }) => `482${random.digits(10)}`),
  ]),
  workbook('бюджет/Звіт про виконання.xlsx', [
    {
      name: 'Доходи',
      rows: 120,
      columns: [
        column('ККД', ({ random }) => `1${random.digits(7)}`),
        column('Місяць', ({ number }) => MONTHS[number % 12] ?? ''),
        column('Розпис', ({ random }) => random.whole(100_000_000, 990_000_000)),
        column('Надійшло', ({ random }) => random.whole(100_000_000, 990_000_000)),
        column('Відсоток', ({ random }) => random.whole(50, 120)),
      ],
    },
    {
      name: 'Штатний розпис',
      rows: 60,
      columns: [
        column('Посада', ({ random }) => random.of(POSTS)),
        column('Категорія', ({ random }) => random.of(['А', 'Б', 'В'])),
        column('К-сть штатних одиниць', ({ random }) => random.whole(1, 12)),
        column('Посадовий оклад', ({ random }) => random.whole(80, 300) * 100),
      ],
    },
  ]),
  file('демографія/Населення за віком.csv', 300, [
    column('Населений пункт', ({ random }) => random.of(SETTLEMENTS)),
    column('Вікова група', ({ random }) => random.of(['0-6', '7-17', '18-35', '36-60', '60+'])),
    column('Стать', ({ random }) => random.of(['ч', 'ж'])),
    column('Кількість осіб', ({ random }) => random.whole(40, 900)),
  ]),
  file('демографія/Захворюваність по селах.csv', 240, [
    column('Село', ({ random }) => random.of(SETTLEMENTS)),
    column('Діагноз', ({ random }) => random.of(['туберкульоз', 'ВІЛ', 'шизофренія', 'діабет']), '?health'),
    column('Стать', ({ random }) => random.of(['чоловіки', 'жінки'])),
    column('Вік', ({ random }) => random.of(['0-17', '18-40', '41-60', '60+'])),
    column('Кількість хворих', (row) => people(row, [1, 1, 2, 2, 3, 4, 7, 12, 30]), 'small-groups'),
  ]),
  file('соціальне/Отримувачі послуг за категоріями.csv', 140, [
    column('Старостат', ({ random }) => random.of(SETTLEMENTS)),
    column(
      'Категорія',
      ({ random }) => random.of(['діти-сироти', 'особи з інвалідністю І групи', 'ВПО', 'ветерани']),
      '?health',
    ),
    column('Кількість', (row) => people(row, [1, 2, 2, 3, 5, 8, 14, 45]), 'small-groups'),
  ]),
  file('камери/Відеоспостереження.csv', 130, [
    column('camera_id', ({ random }) => `CAM${random.digits(4)}`),
    column('address', ({ place }) => ADDRESS.houseWhole(place)),
    column('lat', ({ random }) => latitude(random)),
    column('lng', ({ random }) => longitude(random)),
    column('owner', ({ random }) => random.of(UNITS)),
  ]),
  file('будівництво/Містобудівні умови.csv', 220, [
    column('Реєстраційний номер', (row) => `МУ-${row.random.digits(10)}`),
    column(
      'Назва об’єкта',
      ({ place, random }) =>
        `${random.of(['Реконструкція квартири', 'Нове будівництво магазину', 'Капітальний ремонт ліцею'])} по ${ADDRESS.house(place)}`,
    ),
    column('Замовник', ({ random }) =>
      random.of([firmOfPersonName(random), 'Дібрівська міська рада', 'ТОВ «Будмайстер»']),
    ),
    column('Дата', (row) => row.day('iso', 2020, 2025)),
    column('Кадастровий номер', ({ random }) => `${oldTerritory(random)}:01:${random.digits(3)}:0${random.digits(3)}`),
  ]),
  file('довкілля/Місця видалення відходів.csv', 100, [
    column('Назва', ({ home }) => `Сміттєзвалище с. ${home.settlement}`),
    column('Широта', ({ random }) => latitude(random)),
    column('Довгота', ({ random }) => longitude(random)),
    column('Площа', ({ random }) => random.whole(1, 9)),
    column('Обсяг за рік', ({ random }) => random.whole(100, 90_000)),
  ]),
  file('транспорт/Розклад.json', 300, [
    column('route', ({ random }) => `${random.whole(1, 40)}`),
    column('stop', ({ random }) =>
      random.of([
        `Лікарня ім. ${random.of(STREETS)}`,
        school(random),
        hospital(random),
        kindergarten(random),
        `вул. ${random.of(STREETS)}`,
      ]),
    ),
    column('departure', ({ random }) => `${random.whole(6, 22)}:${random.whole(10, 59)}`),
    column('trip_id', ({ random }) => random.digits(12)),
  ]),
  file('послуги/Тарифи.csv', 60, [
    column('Послуга', ({ random }) => random.of(['Централізоване водопостачання', 'Вивіз ТПВ', 'Утримання будинку'])),
    column('Надавач', ({ random }) => random.of(['КП «Водоканал»', 'ТОВ «Новий Дім»'])),
    column('Тариф, грн', ({ random }) => `${random.whole(5, 99)},${random.digits(2)}`),
    column('Рішення', (row) => `№ ${row.random.digits(3)} від ${row.day('dots', 2021, 2025)}`),
  ]),
  file('проїзд/Картки пільговиків.csv', 340, [
    column('Номер транспортної картки', ({ random }) => `9804${random.digits(12)}`),
    column('Тип пільги', ({ random }) => random.of(['пенсіонер', 'учень', 'студент', 'ветеран'])),
    column('Дата активації', (row) => row.day('iso', 2023, 2025)),
    column('Поїздок', ({ random }) => random.whole(0, 200)),
  ]),
];
