// Tables of the council's own work: officials, decisions, letters, purchases.
import { companyCode, iban, townPhone } from './numbers.ts';
import { firm, POSTS, school, soleTrader, UNITS } from './organisations.ts';
import { inCase, makePerson, NAME } from './people.ts';
import { ADDRESS, STREETS } from './places.ts';
import { column, file, holding, type MadeFile, type Row, workbook } from './row.ts';
import { plainText, tellingText } from './texts.ts';

/** A title of a decision; some are about a person. */
function decision(row: Row) {
  const { random, person } = row;
  const about = [
    `Про надання матеріальної допомоги ${NAME.full(inCase(person, 'dative'))}`,
    `Про передачу у власність гр. ${NAME.initials(inCase(person, 'dative'))} земельної ділянки по вул. ${random.of(STREETS)}`,
    `Про взяття на квартирний облік сім’ї ${NAME.full(inCase(person, 'genitive'))}`,
  ];
  const other = [
    `Про перейменування вулиці ${random.of(STREETS)}`,
    `Про присвоєння ліцею № ${random.whole(1, 20)} імені ${random.of(['Василя Стуса', 'Степана Бандери', 'Олени Теліги'])}`,
    'Про внесення змін до бюджету міської територіальної громади на 2025 рік',
    `Про затвердження статуту КП «Комунальник»`,
    `Про капітальний ремонт дороги по вул. ${random.of(STREETS)}`,
    `Про встановлення пам’ятника ${random.of(['Тарасу Шевченку', 'Лесі Українці', 'Андрею Шептицькому'])}`,
  ];
  return random.chance(0.35) ? holding(random.of(about), 'free-text', 'person-name') : holding(random.of(other));
}

const officialMail = (row: Row) =>
  `${row.random.of(['kanc', 'osvita', 'jkg', 'fin', 'cnap', 'kultura'])}${row.number}@dibrivsk.gov.ua`;

export const OFFICE_FILES: readonly MadeFile[] = [
  file('рішення/Рішення виконкому 2025.csv', 380, [
    column('Номер', ({ number }) => number),
    column('Дата прийняття', (row) => row.day('dots', 2025, 2025)),
    column('Назва рішення', decision, 'free-text'),
    column('Доповідач', ({ official }) => NAME.initialsFirst(official), 'person-name:official'),
    column('Посилання', ({ number }) => `https://dibrivsk.gov.ua/rishennya/${number}`),
  ]),
  file('канцелярія/Вхідна кореспонденція.xlsx', 420, [
    column('Вх. №', ({ number }) => `${number}/02-15`),
    column(
      'Від кого',
      (row) =>
        row.random.chance(0.5)
          ? holding(NAME.initials(row.person), 'person-name')
          : holding(row.random.of(['Львівська ОВА', 'ГУНП у Львівській області', 'АТ «Укрзалізниця»', 'Прокуратура'])),
      'person-name',
    ),
    column('Зміст', (row) => tellingText(row, 0.15), 'free-text:person'),
    column(
      'Резолюція',
      ({ random, official }) =>
        holding(
          `${random.of(['До розгляду', 'Для підготовки відповіді', 'До відома'])} ${NAME.initials(inCase(official, 'dative'))}`,
          'person-name',
        ),
      'person-name:official',
    ),
    column('Термін', (row) => row.day('dots', 2025, 2025)),
  ]),
  file('кадри/Вакансії.csv', 60, [
    column('Посада', ({ random }) => random.of(POSTS)),
    column('Підрозділ', ({ random }) => random.of(UNITS)),
    column('Кількість', ({ random }) => random.whole(1, 3)),
    column('Контактна особа', ({ official }) => NAME.short(official), 'person-name:official'),
    column('Телефон для довідок', ({ random }) => townPhone(random), 'phone:official'),
  ]),
  file('кадри/Заробітна плата посадових осіб.xlsx', 120, [
    column('Прізвище та ініціали', ({ official }) => NAME.initials(official), 'person-name:official'),
    column('Посада', ({ random }) => random.of(POSTS)),
    column('Оклад', ({ random }) => random.whole(90, 300) * 100),
    column('Премія', ({ random }) => random.whole(0, 90) * 100),
    column('Всього нараховано', ({ random }) => random.whole(100, 500) * 100),
  ]),
  file('закупівлі/Договори.csv', 460, [
    column('Ідентифікатор закупівлі', (row) => `UA-${row.day('iso', 2023, 2025)}-${row.random.digits(6)}-a`),
    column('Замовник', ({ random }) => random.of(UNITS)),
    column('Предмет', ({ random }) =>
      random.of(['Папір офісний', 'Послуги з ремонту', 'Електрична енергія', 'Дрова', 'Продукти харчування']),
    ),
    column(
      'Переможець',
      (row) =>
        row.random.chance(0.4) ? holding(soleTrader(row.random, row.person), 'person-name') : holding(firm(row.random)),
      'person-name:sole-trader',
    ),
    column('Код ЄДРПОУ переможця', ({ random }) => Number(companyCode(random))),
    column('Сума договору', ({ random }) => `${random.whole(1000, 900_000)},00`),
    column('Рахунок', ({ random }) => iban(random, '2600'), '?iban:organization'),
  ]),
  file('старости/Старостинські округи.ods', 45, [
    column('Округ', ({ home }) => `${home.settlement.slice(0, -1)}ський`),
    column('ПІП старости', ({ official }) => NAME.full(official), 'person-name:official'),
    column('моб.тел', (row) => row.phone('bare'), 'phone:official'),
    column('e-mail', officialMail, 'email:official'),
    column('Адреса приймальні', ({ place }) => ADDRESS.village(place)),
  ]),
  file('освіта/Педагогічні працівники.csv', 320, [
    column('Заклад', ({ random }) => school(random)),
    column('Вчитель', ({ official }) => NAME.full(official), 'person-name:official'),
    column('Предмет', ({ random }) => random.of(['українська мова', 'математика', 'історія', 'фізична культура'])),
    column('Категорія', ({ random }) => random.of(['вища', 'перша', 'друга', 'спеціаліст'])),
    column('Стаж', ({ random }) => random.whole(1, 42)),
  ]),
  file('осбб/ОСББ міста.csv', 190, [
    column(
      'Назва ОСББ',
      ({ random, number }) => `ОСББ «${random.of(['Затишок', 'Наш дім', 'Грушевського', 'Сокіл'])}-${number}»`,
    ),
    column('ЄДРПОУ', ({ random }) => companyCode(random)),
    column('Адреса будинку', ({ place }) => ADDRESS.house(place)),
    column('Голова правління', ({ official }) => NAME.full(official), 'person-name'),
    column('Контактний тел.', (row) => row.phone('brackets'), 'phone'),
    column('Кількість квартир', ({ random }) => random.whole(8, 144)),
  ]),
  workbook('контакти/Телефонний довідник.xlsx', [
    {
      name: 'Рада',
      rows: 90,
      columns: [
        column('Назва відділу', ({ random }) => random.of(UNITS)),
        column('Внутрішній', ({ random }) => random.whole(100, 199)),
        column(
          'Міський тел.',
          ({ random }) => `${random.whole(2, 5)}-${random.digits(2)}-${random.digits(2)}`,
          'phone:organization',
        ),
        column('E-mail відділу', officialMail, 'email:organization'),
      ],
    },
    {
      name: 'Комунальні служби',
      rows: 40,
      columns: [
        column('Підприємство', ({ random }) =>
          random.of(['КП «Водоканал»', 'Аварійна газу', 'КП «Теплокомуненерго»', 'Обленерго']),
        ),
        column(
          'Диспетчерська',
          ({ random }) => random.of([`0 800 ${random.digits(3)} ${random.digits(3)}`, townPhone(random)]),
          'phone:organization',
        ),
        column('Керівник', ({ official }) => NAME.initials(official), 'person-name:official'),
      ],
    },
  ]),
  file('комісії/Склад комісії.csv', 70, [
    column('Член комісії', ({ official }) => `${NAME.full(official)}`, 'person-name:official'),
    column('Роль', ({ random }) => random.of(['голова комісії', 'секретар', 'член комісії'])),
    column('Посада члена комісії', ({ random }) => random.of(POSTS)),
    column('Розпорядження', (row) => `${row.random.whole(1, 300)}-р від ${row.day('dots', 2023, 2025)}`),
  ]),
  file('інспекція/Перевірки благоустрою.csv', 260, [
    column('Акт №', ({ random }) => random.digits(7)),
    column(
      'Порушник',
      (row) => {
        const kind = row.random.whole(0, 2);
        if (kind === 0) return holding(firm(row.random));
        return holding(kind === 1 ? soleTrader(row.random, row.person) : NAME.full(row.person), 'person-name');
      },
      'person-name',
    ),
    column('Місце', ({ place }) => ADDRESS.house(place)),
    column('Суть порушення', plainText),
    column('Інспектор', ({ official }) => NAME.oneInitial(official), 'person-name:official'),
  ]),
  file('громадський бюджет/Проєкти.json', 130, [
    column('projectTitle', plainText),
    column('authorName', ({ person }) => NAME.givenFirst(person), 'person-name:person'),
    column('authorEmail', (row) => row.mail(), 'email:person'),
    column('authorPhone', (row) => row.phone('plus'), 'phone:person'),
    column('budget', ({ random }) => random.whole(10, 400) * 1000),
    column('location', ({ place }) => ADDRESS.streetOnly(place)),
  ]),
  file('спадщина/Скульптури.csv', 80, [
    column('Пам’ятка', ({ random }) =>
      random.of([
        'Пам’ятник Тарасу Шевченку',
        'Погруддя Івана Франка',
        'Меморіальна дошка Юрію Дрогобичу',
        'Монумент Героям УПА',
      ]),
    ),
    column('Скульптор', ({ official }) => NAME.initialsFirst(official), '?person-name'),
    column('Рік встановлення', ({ random }) => random.whole(1950, 2020)),
    column('Розташування', ({ place }) => ADDRESS.house(place)),
  ]),
  file('спорт/Стипендіати.csv', 90, [
    column('Спортсмен', ({ person }) => NAME.short(person), 'person-name'),
    column('Тренер', ({ random }) => NAME.initials(makePerson(random)), 'person-name'),
    column('Вид спорту', ({ random }) => random.of(['дзюдо', 'футбол', 'веслування', 'легка атлетика'])),
    column('Розмір стипендії', ({ random }) => random.of([1500, 2000, 3000])),
    column('Розпорядження', (row) => `№ ${row.number}-р`),
  ]),
];
