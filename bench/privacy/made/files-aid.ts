// Help, money, land, trade and courts: who received, who owes, who sues. Written before the rules.
import { transliterate } from '../../../src/language/transliterate.ts';
import { cadastral, companyCode, iban, mail, taxNumber, townPhone } from './numbers.ts';
import { firm, firmOfPersonName, hospital, soleTrader, UNITS } from './organisations.ts';
import { inCase, NAME, type Person } from './people.ts';
import { ADDRESS, SETTLEMENTS, STREETS } from './places.ts';
import { column, file, holding, type MadeFile, type Row } from './row.ts';

const latin = (way: (person: Person) => string, person: Person) => transliterate(way(person)).replaceAll("'", '');
const firmOrMan = (row: Row, share: number) =>
  row.random.chance(share) ? holding(NAME.full(row.person), 'person-name') : holding(firm(row.random));
const DETAILS = [
  'ЗП за 1 половину січня',
  'Оплата за електроенергію згідно дог. 14/2 від 02.01.2024',
  'ПДВ 20% 1200,00',
  'Придбання канцтоварів',
  'Внески ЄСВ',
];

export const AID_FILES: readonly MadeFile[] = [
  file('допомога/Матеріальна допомога на лікування.csv', 190, [
    column('Отримувач', ({ person }) => NAME.full(person), 'person-name:person'),
    column('Сума допомоги на лікування, грн', ({ random }) => random.whole(2, 40) * 500, '?health:person'),
    column('Рішення', (row) => `№ ${row.random.whole(1, 500)} від ${row.day('dots', 2024, 2025)}`),
  ]),
  file('допомога/Допомоги учасникам бойових дій.xlsx', 150, [
    column('Прізвище, ініціали', ({ person }) => NAME.initials(person), 'person-name:person'),
    column('Населений пункт', ({ random }) => random.of(SETTLEMENTS)),
    column('Допомоги, грн', ({ random }) => random.whole(1, 20) * 1000),
  ]),
  file('допомога/Гранти підприємцям.csv', 40, [
    column(
      'Грантоотримувач',
      (row) => holding(soleTrader(row.random, row.person), 'person-name'),
      'person-name:sole-trader',
    ),
    column('Проєкт', ({ random }) => random.of(['Пекарня', 'Майстерня кераміки', 'Пасіка'])),
    column('Розмір гранту', ({ random }) => random.whole(50, 500) * 1000),
  ]),
  file('житло/Квартирна черга.csv', 330, [
    column('№ з/п', ({ number }) => number),
    column('Прізвище, ім’я, по батькові черговика', ({ person }) => NAME.full(person), 'person-name:person'),
    column('Склад сім’ї', ({ random }) => random.whole(1, 7)),
    column('Рік взяття на облік', ({ random }) => random.whole(1985, 2024)),
    column(
      'Пільгова категорія',
      ({ random }) => random.of(['багатодітна сім’я', 'особа з інвалідністю', 'УБД', '']),
      '?health',
    ),
  ]),
  file('житло/Службове житло.csv', 45, [
    column('Адреса квартири', ({ home }) => ADDRESS.flat(home), 'home-address:person'),
    column('Кому надано', ({ person }) => NAME.oneInitial(person), 'person-name:person'),
    column('Ордер', ({ random }) => `№ ${random.digits(4)}`),
  ]),
  file('земля/Договори оренди землі.xlsx', 260, [
    column('Орендар', (row) => firmOrMan(row, 0.6), 'person-name'),
    column('Кадастровий номер', ({ random }) => cadastral(random)),
    column('Площа, га', ({ random }) => `0,${random.digits(4)}`),
    column('Річна орендна плата, грн', ({ random }) => random.whole(1000, 90_000)),
    column('Місце розташування', ({ place }) => ADDRESS.village(place)),
  ]),
  file('земля/Учасники аукціону.csv', 60, [
    column('Лот', ({ number }) => `LRE001-UA-2024-${number}`),
    column('Переможець торгів', (row) => firmOrMan(row, 0.5), 'person-name'),
    column('Ціна реалізації', ({ random }) => random.whole(10, 900) * 1000),
  ]),
  file('майно/Об’єкти комунальної власності.csv', 210, [
    column('Назва об’єкта', ({ random }) =>
      random.of(['Нежитлове приміщення', 'Будівля школи ім. Івана Франка', 'Гараж', 'Котельня']),
    ),
    column('Адреса', ({ place }) => ADDRESS.houseWhole(place)),
    column('Балансоутримувач', ({ random }) => random.of(UNITS)),
    column('Користувач', ({ random }) => random.of([firm(random), firmOfPersonName(random), 'вільне'])),
    column('Площа, кв. м', ({ random }) => random.whole(9, 3000)),
  ]),
  file('торгівля/Ярмарок.csv', 95, [
    column(
      'Учасник',
      (row) =>
        row.random.chance(0.7)
          ? holding(`${row.person.surname} ${row.person.given[0]}.${row.person.patronymic[0]}. (ФОП)`, 'person-name')
          : holding(firm(row.random)),
      'person-name:sole-trader',
    ),
    column('Товар', ({ random }) => random.of(['мед', 'сир', 'вишивка', 'кераміка Опішні'])),
    column('Торгове місце', ({ random }) => random.whole(1, 120)),
  ]),
  file('торгівля/Пасіки.xlsx', 80, [
    column('Пасічник', ({ person }) => NAME.full(person), 'person-name:person'),
    column(
      'Розташування пасіки',
      ({ home }) => `с. ${home.settlement}, вул. ${home.street}, ${home.house}`,
      '?home-address',
    ),
    column('Бджолосімей', ({ random }) => random.whole(3, 150)),
    column('Тел', (row) => row.phone('spaces'), 'phone:person'),
  ]),
  file('суди/Позови за участю ради.csv', 140, [
    column('Позивач', (row) => firmOrMan(row, 0.5), 'person-name:person'),
    column(
      'Відповідач',
      (row) =>
        row.random.chance(0.3) ? holding(NAME.initials(row.other), 'person-name') : holding('Дібрівська міська рада'),
      'person-name:person',
    ),
    column('Предмет позову', ({ random }) =>
      random.of(['визнання протиправним рішення', 'стягнення орендної плати', 'знесення самочинного будівництва']),
    ),
    column('Суд', ({ random }) =>
      random.of(['Дібрівський міськрайонний суд', 'Львівський окружний адміністративний суд']),
    ),
    column('Представник ради', ({ official }) => NAME.oneInitial(official), 'person-name:official'),
  ]),
  file('бюджет/payments.csv', 520, [
    column('payer_name', ({ random }) => random.of(UNITS)),
    column(
      'recipt_name',
      (row) =>
        row.random.chance(0.25)
          ? holding(NAME.full(row.person).toUpperCase(), 'person-name')
          : holding(firm(row.random)),
      'person-name',
    ),
    column('recipt_edrpou', ({ random }) => companyCode(random)),
    column('amount', ({ random }) => `${random.whole(100, 90_000)}.${random.digits(2)}`),
    column(
      'payment_details',
      (row) =>
        row.random.chance(0.05)
          ? holding(
              `Відрядні ${NAME.initials(inCase(row.person, 'dative'))} зг. наказу № ${row.random.whole(1, 90)}`,
              'person-name',
            )
          : holding(row.random.of(DETAILS)),
      'person-name',
      '?free-text',
    ),
  ]),
  file('договори/Реєстр договорів.xlsx', 170, [
    column(
      'Контрагент',
      (row) =>
        row.random.chance(0.3) ? holding(soleTrader(row.random, row.person), 'person-name') : holding(firm(row.random)),
      'person-name:sole-trader',
    ),
    column('Підписант', ({ official }) => NAME.initials(official), 'person-name:official'),
    column('Предмет договору', ({ random }) => random.of(['послуги зв’язку', 'ремонт покрівлі', 'оренда приміщення'])),
    column('Сума', ({ random }) => random.whole(1, 900) * 100),
  ]),
  file('волонтери/Волонтери.csv', 90, [
    column('Волонтер/ка', ({ person }) => NAME.shortGivenFirst(person), 'person-name:person'),
    column('Чим може допомогти', ({ random }) => random.of(['плетіння сіток', 'перевезення', 'юридична допомога'])),
    column('Зв’язок', ({ random, person }) => mail(random, person), 'email:person'),
  ]),
  file('волонтери/volunteers_en.csv', 110, [
    column('Volunteer', ({ person }) => latin(NAME.shortGivenFirst, person), 'person-name:person'),
    column('Skills', ({ random }) => random.of(['driving', 'first aid', 'translation'])),
    column('Since', (row) => row.day('iso', 2022, 2025)),
  ]),
  file('міста-побратими/Delegations.xlsx', 60, [
    column('Member', ({ official }) => latin(NAME.short, official), 'person-name'),
    column('City', ({ random }) => random.of(['Dibrivsk', 'Legnica', 'Rzeszow', 'Baia Mare'])),
    column('Role', ({ random }) => random.of(['head of delegation', 'interpreter', 'driver'])),
  ]),
  file('портал/comments.json', 130, [
    column('user', ({ person }) => latin(NAME.shortGivenFirst, person), 'person-name:person'),
    column('message', ({ random }) =>
      random.of(['Дякую!', 'Коли відремонтують дорогу?', 'Підтримую', 'Де тролейбус?']),
    ),
    column('created', (row) => row.day('iso', 2024, 2025)),
  ]),
  file('осбб/Управителі.csv', 75, [
    column('Будинок', ({ place }) => ADDRESS.house(place)),
    column('Форма управління', ({ random }) => random.of(['ОСББ', 'управитель', 'ЖБК'])),
    column('Голова ОСББ / уповноважена особа', ({ official }) => NAME.initialsApart(official), 'person-name'),
    column('Моб. номер', (row) => row.phone('number'), 'phone'),
  ]),
  file('жкг/Ремонти під’їздів.csv', 180, [
    column('Адреса', ({ place }) => ADDRESS.house(place)),
    column('Вид робіт', ({ random }) => random.of(['заміна вікон', 'фарбування', 'ремонт покрівлі'])),
    column('Виконавець робіт', ({ random }) => firm(random)),
    column('Відповідальний майстер', ({ official }) => NAME.oneInitial(official), 'person-name:official'),
    column('Вартість', ({ random }) => random.whole(2, 900) * 100),
  ]),
  file('фоп/Реєстр платників.csv', 210, [
    column('Найменування СГ', ({ person }) => NAME.full(person).toUpperCase(), 'person-name'),
    column('Податковий номер', ({ random, person }) => taxNumber(random, person), 'tax-number'),
    column('КВЕД', ({ random }) => `${random.whole(10, 96)}.${random.digits(2)}`),
  ]),
  file('медицина/Лікування за кордоном.csv', 35, [
    column('ПІБ', ({ person }) => NAME.full(person), 'person-name:person'),
    column('Заклад', ({ random }) => hospital(random)),
    column('Виділено коштів на операцію, грн', ({ random }) => random.whole(10, 900) * 1000, '?health:person'),
    column('Рахунок', ({ random }) => iban(random, '2620'), 'iban:person'),
  ]),
  file('транспорт/agencies.csv', 12, [
    column('agency_id', ({ number }) => number),
    column('agency_name', ({ random }) => random.of([firm(random), 'КП «Тролейбус»', 'ПП «Лан-Авто»'])),
    column('agency_phone', ({ random }) => townPhone(random), 'phone:organization'),
    column('agency_url', ({ number }) => `https://bus${number}.ua`),
  ]),
  file('вулиці/Двірники.csv', 66, [
    column('Дільниця', ({ random }) => `вул. ${random.of(STREETS)}, ${random.whole(1, 40)}–${random.whole(41, 90)}`),
    column('Закріплено за', ({ person }) => NAME.oneInitial(person), 'person-name:official'),
    column('Площа прибирання', ({ random }) => random.whole(300, 3000)),
  ]),
];
