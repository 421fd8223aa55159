import { transliterate } from '../../../src/language/transliterate.ts';
// Registers that hold much about a person: documents, health, family, debts.
import { card, foreignPassport, iban, passportBook, passportCard, taxNumber, unzr } from './numbers.ts';
import { hospital, school } from './organisations.ts';
import { inCase, NAME } from './people.ts';
import { ADDRESS, latitude, longitude } from './places.ts';
import { asDay, column, file, holding, type MadeFile, workbook } from './row.ts';
import { tellingText } from './texts.ts';

export const REGISTER_FILES: readonly MadeFile[] = [
  workbook('реєстр громади/Витяг з реєстру.xlsx', [
    {
      name: 'Зареєстровані',
      rows: 320,
      columns: [
        column('Прізвище', ({ person }) => person.surname, 'person-name:person'),
        column('Ім’я', ({ person }) => person.given, 'person-name:person'),
        column('По батькові', ({ person }) => person.patronymic, 'person-name:person'),
        column('Дата народж.', ({ person }) => asDay(person.born, 'dots'), 'birth-date:person'),
        column('Серія та номер паспорта', ({ random }) => passportBook(random), 'passport-book:person'),
        column('УНЗР', ({ random, person }) => unzr(random, person), 'unzr:person'),
        column('Місце реєстрації', ({ home }) => ADDRESS.whole(home), 'home-address:person'),
        column('Дата реєстрації', (row) => row.day('dots', 2000, 2024)),
      ],
    },
    {
      name: 'ID-картки',
      rows: 200,
      columns: [
        column('№', ({ number }) => number),
        column('ПІБ', ({ person }) => NAME.capitals(person), 'person-name:person'),
        column('Номер ID-картки', ({ random }) => passportCard(random), 'passport-card:person'),
        column('Закордонний паспорт', ({ random }) => foreignPassport(random), 'foreign-passport:person'),
        column(
          'Прізвище, ім’я латиницею',
          ({ person }) => `${transliterate(person.surname)} ${transliterate(person.given)}`,
          'person-name:person',
        ),
        column('ІПН', ({ random, person }) => Number(taxNumber(random, person)), 'tax-number:person'),
      ],
    },
  ]),
  file(
    'соціальне/Учасники бойових дій земля.csv',
    280,
    [
      column('N', ({ number }) => number),
      column('Громадянину (ці)', ({ person }) => `гр. ${NAME.full(inCase(person, 'dative'))}`, 'person-name'),
      column('Ідентифікаційний номер', ({ random, person }) => taxNumber(random, person), 'tax-number:person'),
      column(
        'Паспорт',
        ({ random }) => `серія ${passportBook(random).slice(0, 2)} № ${random.digits(6)}`,
        'passport-book:person',
      ),
      column('Площа', ({ random }) => `0,${random.digits(4)}`),
      column('Рішення сесії', (row) => `№ ${row.random.whole(100, 999)} від ${row.day('dots', 2019, 2024)}`),
    ],
    { encoding: 'windows-1251', delimiter: ';', above: ['Додаток 1', 'до рішення сесії міської ради'] },
  ),
  file('соціальне/Багатодітні сім’ї.ods', 230, [
    column('Мати', ({ person }) => NAME.full(person), 'person-name:person'),
    column('К-сть дітей', ({ random }) => random.whole(3, 9)),
    column('Адреса проживання сім’ї', ({ home }) => ADDRESS.village(home), 'home-address:person'),
    column('Посвідчення', ({ random }) => `${random.of(['ЛВ', 'АБ'])} ${random.digits(6)}`, '?passport-book'),
    column('Контакт', (row) => `${row.phone('spaces')}`, 'phone:person'),
  ]),
  file('соціальне/subsidies_2024.csv', 420, [
    column('inn', ({ random, person }) => taxNumber(random, person), 'tax-number:person'),
    column('fio', ({ person }) => NAME.full(person), 'person-name'),
    column('card_number', ({ random }) => card(random), 'bank-card:person'),
    column('iban', ({ random }) => iban(random, '2620'), 'iban:person'),
    column('addr', ({ home }) => ADDRESS.flatSlash(home), 'home-address:person'),
    column('sum', ({ random }) => `${random.whole(100, 4000)}.${random.digits(2)}`),
    column('period', (row) => row.day('iso', 2024, 2024).slice(0, 7)),
  ]),
  file('медицина/Щеплення.csv', 380, [
    column('ПІБ пацієнта', ({ person }) => NAME.full(person), 'person-name:person'),
    column('Дата нар.', ({ person }) => asDay(person.born, 'iso'), 'birth-date:person'),
    column('Вакцина', ({ random }) => random.of(['АКДП', 'БЦЖ', 'Гепатит В', 'КПК', 'COVID-19']), 'health:person'),
    column('Дата щеплення', (row) => row.day('iso', 2022, 2025), '?health'),
    column(
      'Стан здоров’я',
      ({ random }) => random.of(['здоровий', 'протипоказання: епілепсія', 'бронхіальна астма', 'алергія', 'онкологія']),
      'health:person',
    ),
    column('ПІБ лікаря', ({ official }) => NAME.initials(official), 'person-name:official'),
    column('Медзаклад', ({ random }) => hospital(random)),
  ]),
  file('медицина/Особи з інвалідністю.xlsx', 210, [
    column('Прізвище І.Б.', ({ person }) => NAME.initials(person), 'person-name:person'),
    column(
      'Інвалідність',
      ({ random }) => random.of(['І група', 'ІІ група', 'ІІІ група', 'дитина з інвалідністю']),
      'health:person',
    ),
    column(
      'Захворювання',
      ({ random }) =>
        random.of(['ДЦП', 'цукровий діабет', 'шизофренія', 'глухота', 'наслідки інсульту', 'туберкульоз легень']),
      'health:person',
    ),
    column('Вулиця, будинок, квартира', ({ home }) => ADDRESS.flat(home), 'home-address:person'),
    column('Засіб реабілітації', ({ random }) => random.of(['крісло колісне', 'милиці', 'слуховий апарат', 'ходунки'])),
  ]),
  file(
    'жкг/Боржники.csv',
    450,
    [
      column('Особовий рахунок', ({ random }) => `0${random.of(['67', '50', '93', '31'])}${random.digits(7)}`),
      column('Споживач', ({ person }) => NAME.initialsApart(person), 'person-name:person'),
      column('Адреса', ({ home }) => ADDRESS.flat(home), 'home-address:person'),
      column('Заборгованість, грн', ({ random }) => `${random.whole(500, 60_000)},${random.digits(2)}`),
      column('Станом на', () => '01.11.2025'),
    ],
    { encoding: 'windows-1251', delimiter: ';' },
  ),
  file('жкг/Покази лічильників.csv', 500, [
    column('account', ({ random }) => random.digits(10)),
    column('street_house_flat', ({ home }) => ADDRESS.flat(home), 'home-address:person'),
    column('meter_no', ({ random }) => random.digits(9)),
    column('reading', ({ random }) => random.whole(10, 9000)),
    column('read_at', (row) => row.day('iso', 2025, 2025)),
  ]),
  file('служба дітей/Діти під опікою.xlsx', 150, [
    column('Дитина', ({ child }) => NAME.full(child), 'person-name:person'),
    column('Народився(лась)', ({ child }) => asDay(child.born, 'dots'), 'birth-date:person'),
    column('Опікун', ({ person }) => NAME.full(person), 'person-name:person'),
    column(
      'Національність',
      ({ random }) => random.of(['українка', 'українець', 'ром', 'поляк', 'росіянин']),
      'nationality:person',
    ),
    column(
      'Віросповідання сім’ї',
      ({ random }) => random.of(['греко-католики', 'православні', 'баптисти', 'не вказано']),
      'religion:person',
    ),
    column(
      'Судимість опікуна',
      ({ random }) => random.of(['не судимий', 'судимий за ст. 185 КК', 'погашена', 'немає']),
      'court:person',
    ),
    column('Школа', ({ random }) => school(random)),
  ]),
  file('профспілка/Члени.csv', 140, [
    column('ПІБ', ({ person }) => NAME.full(person), 'person-name:person'),
    column(
      'Членство у профспілці',
      ({ random }) =>
        random.chance(0.7)
          ? holding(random.of(['член профспілки працівників освіти', 'член незалежної профспілки']), 'membership')
          : holding('ні'),
      'membership:person',
    ),
    column(
      'Партійність',
      ({ random }) => random.of(['член партії «Голос»', 'ВО «Свобода»', 'партія «Слуга народу»']),
      'membership:person',
    ),
    column('Дата вступу', (row) => row.day('dots', 2005, 2024)),
  ]),
  file('опитування/Анкета мешканців (відповіді).xlsx', 320, [
    column(
      'Позначка часу',
      (row) => `${row.day('dots', 2025, 2025)} 1${row.random.whole(0, 9)}:2${row.random.whole(0, 9)}:00`,
    ),
    column('Адреса електронної пошти', (row) => row.mail(), 'email:person'),
    column('Ваше ім’я та прізвище', ({ person }) => NAME.shortGivenFirst(person), 'person-name:person'),
    column(
      'IP',
      ({ random }) =>
        `${random.of([31, 46, 91, 178, 193])}.${random.whole(1, 254)}.${random.whole(1, 254)}.${random.whole(1, 254)}`,
      'ip-address:person',
    ),
    column('Скільки Вам років?', ({ random }) => random.of(['18-25', '26-40', '41-60', '60+'])),
    column('Що варто змінити у місті?', (row) => tellingText(row, 0.06), 'free-text:person'),
  ]),
  file('безпека/Домогосподарства для обстеження.csv', 180, [
    column('Домогосподар', ({ person }) => NAME.initials(person), 'person-name:person'),
    column('Широта', ({ random }) => latitude(random), 'home-coordinates:person'),
    column('Довгота', ({ random }) => longitude(random), 'home-coordinates:person'),
    column('Пошкодження', ({ random }) => random.of(['дах', 'вікна', 'стіни', 'знищено повністю'])),
    column('Дата обстеження', (row) => row.day('iso', 2023, 2025)),
  ]),
  file(
    'освіта/zarahuvannya_1_klas.csv',
    260,
    [
      column('a', ({ number }) => number),
      column('b', ({ child }) => NAME.full(child), 'person-name:person'),
      column('c', ({ child }) => asDay(child.born, 'dots'), '?birth-date'),
      column('d', ({ home }) => ADDRESS.flatBuilding(home), 'home-address:person'),
      column('e', (row) => row.phone('bare'), 'phone:person'),
      column('f', ({ random }) => random.of(['1-А', '1-Б', '1-В'])),
    ],
    { bare: true, delimiter: ';' },
  ),
  file('цнап/Журнал запису на прийом.json', 240, [
    column('Column1', (row) => `${row.day('iso', 2025, 2025)}T10:${row.random.whole(10, 59)}`),
    column('Column2', ({ person }) => NAME.short(person), 'person-name:person'),
    column('Column3', (row) => row.phone('twelve'), 'phone:person'),
    column('Column4', ({ random }) =>
      random.of(['Реєстрація місця проживання', 'Витяг з ДЗК', 'Паспорт громадянина України', 'Реєстрація ФОП']),
    ),
    column('Column5', (row) => holding(row.number % 3 === 0 ? row.mail() : null, 'email'), 'email:person'),
  ]),
  file('цвинтарі/Книга поховань.csv', 300, [
    column('Прізвище, ім’я, по батькові померлого', ({ person }) => NAME.full(person), '?person-name'),
    column('Дата народження', ({ person }) => asDay(person.born, 'dots'), '?birth-date'),
    column('Дата смерті', (row) => row.day('dots', 2010, 2024)),
    column('Сектор', ({ random }) => random.of(['А', 'Б', 'В'])),
    column('Відповідальний за поховання', ({ other }) => NAME.initialsFirst(other), 'person-name:person'),
    column('Тел. відповідального', (row) => row.phone('dashes'), 'phone:person'),
  ]),
  file('паркування/resident_permits.csv', 260, [
    column('permit', ({ random }) => `RP-${random.digits(6)}`),
    column(
      'holder',
      ({ person }) => `${transliterate(person.given)} ${transliterate(person.surname)}`,
      'person-name:person',
    ),
    column(
      'plate_number',
      ({ random }) => `${random.of(['BC', 'KA'])}${random.digits(4)}${random.of(['AX', 'HC', 'EI'])}`,
      'plate:person',
    ),
    column('zone', ({ random }) => random.whole(1, 5)),
    column('home_address', ({ home }) => ADDRESS.indexed(home), 'home-address:person'),
  ]),
];
