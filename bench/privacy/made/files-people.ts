// Tables that citizens stand in: appeals, queues, aid.
import { mail, taxNumber, townPhone } from './numbers.ts';
import { hospital, kindergarten, POSTS } from './organisations.ts';
import { inCase, NAME } from './people.ts';
import { ADDRESS } from './places.ts';
import { asDay, column, file, holding, type MadeFile, workbook } from './row.ts';
import { plainText, tellingText } from './texts.ts';

const state = ['виконано', 'в роботі', 'надано роз’яснення', 'відмовлено', 'надіслано за належністю'];

export const PEOPLE_FILES: readonly MadeFile[] = [
  file(
    'звернення/Реєстр звернень громадян 2024.csv',
    600,
    [
      column('№ з/п', ({ number }) => number),
      column('Реєстраційний індекс', ({ random, number }) => `${random.of('АБВГДКЛ'.split(''))}-${number}/01-12`),
      column('Дата надходження', (row) => row.day('dots', 2024, 2024)),
      column('ПІБ заявника', ({ person }) => NAME.full(person), 'person-name:person'),
      column('Адреса', ({ home }) => ADDRESS.flat(home), 'home-address:person'),
      column('Контактний телефон', (row) => (row.random.chance(0.8) ? row.phone('bare') : null), 'phone:person'),
      column('Короткий зміст', (row) => tellingText(row, 0.2), 'free-text:person'),
      column('Виконавець', ({ official }) => NAME.initialsApart(official), 'person-name:official'),
      column('Стан розгляду', ({ random }) => random.of(state)),
    ],
    { encoding: 'windows-1251', delimiter: ';' },
  ),
  file('звернення/hotline_1580.xlsx', 700, [
    column('id', ({ random }) => random.whole(100_000, 999_999)),
    column(
      'created_at',
      (row) => `${row.day('iso', 2023, 2025)} ${row.random.whole(8, 19)}:${row.random.digits(2)[0]}5`,
    ),
    column(
      'applicant',
      ({ person, random }) => (random.chance(0.7) ? NAME.short(person) : NAME.shortGivenFirst(person)),
      'person-name:person',
    ),
    column('phone', (row) => Number(row.phone('number')), 'phone:person'),
    column('category', ({ random }) => random.of(['Дороги', 'Освітлення', 'Сміття', 'Опалення', 'Транспорт'])),
    column('description', (row) => tellingText(row, 0.12), 'free-text:person'),
    column('location', ({ place }) => ADDRESS.house(place), '?home-address'),
    column('executor', ({ random }) => random.of(['КП «Комунальник»', 'Управління ЖКГ', 'ПАТ «Обленерго»'])),
    column('status', ({ random }) => random.of(['new', 'done', 'in progress'])),
  ]),
  file('освіта/Черга в ЗДО станом на 01.09.2025.xlsx', 500, [
    column('Номер у черзі', ({ number }) => number),
    column('Прізвище, ім’я, по батькові дитини', ({ child }) => NAME.full(child), 'person-name:person'),
    column('Дата народження', ({ child }) => asDay(child.born, 'dots'), 'birth-date:person'),
    column('Бажаний заклад', ({ random }) => kindergarten(random)),
    column('Дата подання заяви', (row) => row.day('dots', 2023, 2025)),
    column('Пільга', ({ random }) =>
      random.of(['немає', 'немає', 'багатодітна сім’я', 'дитина ВПО', 'дитина учасника бойових дій']),
    ),
    column('ПІБ одного з батьків', ({ person }) => NAME.initials(person), 'person-name:person'),
    column('Телефон', (row) => row.phone('brackets'), 'phone:person'),
  ]),
  file(
    'соціальне/Матеріальна допомога I квартал.csv',
    450,
    [
      column('№', ({ number }) => number),
      column('Прізвище, імʼя та по батькові отримувача', ({ person }) => NAME.full(person), 'person-name'),
      column('РНОКПП', ({ random, person }) => taxNumber(random, person), 'tax-number:person'),
      column('Сума, грн', ({ random }) => random.whole(2, 40) * 500),
      column('Рішення виконкому', (row) => `№ ${row.random.whole(10, 400)} від ${row.day('dots', 2025, 2025)}`),
      column(
        'Підстава',
        ({ random }) => random.of(['на лікування', 'на поховання', 'пожежа', 'складні життєві обставини']),
        '?health:person',
      ),
    ],
    {
      delimiter: ';',
      above: ['Інформація про надання матеріальної допомоги мешканцям громади за I квартал 2025 року'],
    },
  ),
  file('соціальне/Допомога ВПО.ods', 300, [
    column('п/н', ({ number }) => number),
    column('Кому надано', ({ person }) => NAME.full(inCase(person, 'dative')), 'person-name'),
    column('Звідки прибув', ({ random }) =>
      random.of(['Маріуполь', 'Бахмут', 'Лисичанськ', 'Херсон', 'Олександрівка']),
    ),
    column('Проживає', ({ home }) => ADDRESS.village(home), 'home-address:person'),
    column('Дата', (row) => row.day('dots', 2022, 2024)),
    column('Видано', ({ random }) =>
      random.of(['продуктовий набір', 'ковдра', 'гігієнічний набір', 'сертифікат 2000 грн']),
    ),
  ]),
  file(
    'житло/Квартирний облік загальна черга.csv',
    520,
    [
      column('Номер черги', ({ number }) => number),
      column('Прізвище, ініціали', ({ person }) => NAME.initials(person), 'person-name:person'),
      column('Рік народження', ({ person }) => person.born.getUTCFullYear(), '?birth-date'),
      column('Склад сім’ї', ({ random }) => random.whole(1, 7)),
      column('Дата взяття на облік', (row) => row.day('dots', 1985, 2020)),
      column('Адреса проживання', ({ home }) => ADDRESS.flatSlash(home), 'home-address:person'),
      column(
        'Підстава',
        ({ random }) =>
          random.chance(0.3)
            ? holding('інвалід II групи', 'health')
            : holding(random.of(['п. 13 п.п. 1 Правил', 'гуртожиток', 'не забезпечені житлом'])),
        'health:person',
      ),
    ],
    { encoding: 'windows-1251', delimiter: ';' },
  ),
  file('петиції.json', 350, [
    column('petition_id', ({ random }) => `${random.whole(1000, 9999)}-еп`),
    column('title', (row) => plainText(row)),
    column(
      'author',
      ({ person, random }) => (random.chance(0.5) ? NAME.full(person) : NAME.givenFirst(person)),
      'person-name:person',
    ),
    column('published', (row) => row.day('iso')),
    column('votes', ({ random }) => random.whole(1, 900)),
    column('status', ({ random }) => random.of(['Збір підписів', 'Не підтримана', 'На розгляді', 'З відповіддю'])),
  ]),
  workbook('кадри/Контакти посадових осіб.xlsx', [
    {
      name: 'Виконавчі органи',
      rows: 180,
      columns: [
        column('Підрозділ', ({ random }) =>
          random.of(['Відділ освіти', 'ЦНАП', 'Управління ЖКГ', 'Фінансове управління']),
        ),
        column('Посада', ({ random }) => random.of(POSTS)),
        column('Прізвище, ім’я, по батькові', ({ official }) => NAME.full(official), 'person-name:official'),
        column('Службовий телефон', ({ random }) => townPhone(random), 'phone:official'),
        column(
          'Ел. пошта',
          ({ random, official }) => mail(random, official).replace(/@.*/, '@dibrivsk-rada.gov.ua'),
          'email:official',
        ),
        column('Кабінет', ({ random }) => random.whole(1, 60)),
        column('Прийомні дні', ({ random }) => random.of(['Понеділок, 09:00–12:00', 'Середа, 14:00–17:00', 'Четвер'])),
      ],
    },
    {
      name: 'Депутати',
      rows: 42,
      columns: [
        column('№ округу', ({ number }) => number),
        column('Депутат', ({ official }) => NAME.capitalSurname(official), 'person-name:official'),
        column(
          'Політична партія',
          ({ random }) => random.of(['«Слуга народу»', 'ВО «Свобода»', '«Голос»', 'самовисування']),
          '?membership:official',
        ),
        column('Громадська приймальня', ({ place }) => ADDRESS.house(place)),
        column('Телефон приймальні', (row) => row.phone('dashes'), 'phone:official'),
        column('Час прийому', ({ random }) => random.of(['перша субота місяця', 'щовівторка 10:00-12:00'])),
      ],
    },
  ]),
  file('медицина/Пацієнти диспансерного обліку.xlsx', 260, [
    column('Картка №', ({ random }) => random.digits(6)),
    column('Пацієнт', ({ person }) => NAME.initialsApart(person), 'person-name:person'),
    column('Рік нар.', ({ person }) => person.born.getUTCFullYear(), '?birth-date'),
    column(
      'Діагноз (МКХ-10)',
      ({ random }) =>
        random.of([
          'J45.0 Бронхіальна астма',
          'I10 Гіпертонічна хвороба',
          'E11 Цукровий діабет II типу',
          'F20 Шизофренія',
          'B20 ВІЛ-інфекція',
        ]),
      'health:person',
    ),
    column('Група інвалідності', ({ random }) => random.of(['I', 'II', 'III', 'немає']), 'health:person'),
    column('Лікар', ({ official }) => NAME.initials(official), 'person-name:official'),
    column('Заклад', ({ random }) => hospital(random)),
  ]),
  file('молодь/Учасники табору.csv', 240, [
    column('Учасник', ({ child }) => NAME.short(child), 'person-name:person'),
    column('ДН', ({ child }) => asDay(child.born, 'iso'), 'birth-date:person'),
    column('Контакт батьків', ({ person }) => NAME.shortGivenFirst(person), 'person-name:person'),
    column(
      'Тел',
      ({ number, random }) =>
        holding(number % 9 === 0 ? null : `+380${random.of(['67', '50', '93'])}${random.digits(7)}`, 'phone'),
      'phone:person',
    ),
    column('e-mail', (row) => row.mail(), 'email:person'),
    column('Зміна', ({ random }) => random.whole(1, 4)),
  ]),
];
