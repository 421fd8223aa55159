// Tables of councils and of those who work with them, in the shapes that cities give: written before the rules they were then measured with.
import { companyCode, mail, townPhone } from './numbers.ts';
import { kindergarten, POSTS, school, UNITS } from './organisations.ts';
import { inCase, makePerson, NAME } from './people.ts';
import { ADDRESS, SETTLEMENTS, STREETS } from './places.ts';
import { column, file, holding, type MadeFile, type Row } from './row.ts';

const somebody = (row: Row) => makePerson(row.random, 1955, 2000);
const several = (row: Row, most: number) =>
  Array.from({ length: row.random.whole(1, most) }, () => NAME.initials(somebody(row))).join(', ');

const AGENDA = [
  'Про затвердження порядку денного',
  'Про звернення депутатської фракції «Голос» до Кабінету Міністрів України',
  'Про звіт начальника Дібрівського РУП ГУНП',
  'Про внесення змін до Статуту КНП «Лікарня імені Князя Лева»',
  'Про хід виконання Програми «Турбота» на 2023–2026 роки',
  'Про присвоєння звання «Почесний громадянин міста»',
  'Про встановлення меморіальної дошки Василю Стусу',
  'Про надання дозволу КП «Добробут» на списання майна',
  'Про внесення змін до рішення від 12.03.2020 № 44',
  'Про створення музею Івана Труша',
];
const PARTIES = ['Європейська солідарність', 'Слуга народу', 'За майбутнє', 'ВО «Свобода»', 'Самовисування'];

export const COUNCIL_FILES: readonly MadeFile[] = [
  file('рада/Депутати VIII скликання.csv', 38, [
    column('№', ({ number }) => number),
    column('Депутат ради', ({ official }) => NAME.full(official), 'person-name:official'),
    column('Постійна комісія', ({ random }) => random.of(['бюджетна', 'земельна', 'з питань освіти', 'регламентна'])),
    column('Помічники депутата', (row) => several(row, 3), 'person-name:official'),
    column('Місце роботи, посада', ({ random }) => `${random.of(UNITS)}, ${random.of(POSTS)}`),
    column('Обраний від', ({ random }) => random.of(PARTIES), '?membership:official'),
    column('Ел. пошта', ({ random, official }) => mail(random, official), 'email:official'),
  ]),
  file('рада/Округи.xlsx', 42, [
    column('Округ', ({ official }) => NAME.full(official), 'person-name'),
    column('Межі', ({ random }) => `вул. ${random.of(STREETS)}, ${random.of(STREETS)}, пров. ${random.of(STREETS)}`),
    column('Виборців', ({ random }) => random.whole(700, 2400)),
  ]),
  file('рада/Поіменне голосування.json', 160, [
    column('sessionDate', (row) => row.day('iso', 2023, 2025)),
    column('voteName', ({ random }) => random.of(AGENDA), '?person-name'),
    column('deputy', ({ official }) => NAME.capitalSurname(official), 'person-name:official'),
    column('result', ({ random }) => random.of(['ЗА', 'ПРОТИ', 'УТРИМАВСЯ', 'ВІДСУТНІЙ'])),
  ]),
  file('рада/Проєкти рішень.csv', 240, [
    column('Реєстраційний №', ({ number }) => `П-${number}`),
    column(
      'Назва проєкту рішення',
      (row) =>
        row.random.chance(0.06)
          ? holding(`Про присвоєння звання гр. ${NAME.full(inCase(row.person, 'dative'))}`, 'person-name')
          : holding(row.random.of(AGENDA)),
      'person-name',
      '?free-text',
    ),
    column(
      'Суб’єкт подання',
      (row) =>
        row.random.chance(0.4)
          ? holding(`депутат ${NAME.initials(row.official)}`, 'person-name')
          : holding(row.random.of(UNITS)),
      'person-name:official',
    ),
    column('Дата оприлюднення', (row) => row.day('dots', 2023, 2025)),
  ]),
  file('старостати/Старости.csv', 18, [
    column('Старостинський округ', ({ home }) => `${home.settlement} (старостат)`),
    column('Прізвище І.', ({ official }) => NAME.oneInitial(official), 'person-name:official'),
    column('Телефон', (row) => row.phone('dashes'), 'phone:official'),
    column('Адреса', ({ place }) => ADDRESS.village(place)),
  ]),
  file('виконком/Члени виконкому.xlsx', 17, [
    column('ПІБ члена виконавчого комітету', ({ official }) => NAME.givenFirst(official), 'person-name:official'),
    column('Посада', ({ random }) => random.of(POSTS)),
    column('Прийомні дні', ({ random }) => random.of(['понеділок', 'середа', 'перша п’ятниця'])),
  ]),
  file('цнап/Адміністратори.csv', 24, [
    column('Робоче місце', ({ number }) => `Вікно ${number}`),
    column('Адміністратор', ({ official }) => NAME.short(official), 'person-name:official'),
    column('Послуги', ({ random }) => random.of(['реєстрація місця проживання', 'паспорт громадянина', 'земля'])),
    column('Графік', ({ random }) => random.of(['Пн–Чт 8:00–17:15', 'Вт 8:00–20:00'])),
  ]),
  file('звернення/Адресні програми депутатів.csv', 110, [
    column('Депутат', ({ official }) => NAME.initialsApart(official), 'person-name:official'),
    column('Об’єкт', ({ random }) =>
      random.of([school(random), kindergarten(random), `двір по вул. ${random.of(STREETS)}, ${random.whole(1, 90)}`]),
    ),
    column('Захід', ({ random }) => random.of(['придбання меблів', 'ремонт покрівлі', 'дитячий майданчик'])),
    column('Сума, тис. грн', ({ random }) => random.whole(10, 250)),
  ]),
  file('рада/Декларації.csv', 60, [
    column('Декларант', ({ official }) => NAME.full(official), 'person-name:official'),
    column('Тип декларації', ({ random }) => random.of(['щорічна', 'при звільненні', 'кандидата на посаду'])),
    column('Посилання', ({ random }) => `https://public.nazk.gov.ua/documents/${random.digits(9)}`),
  ]),
  file('громадська рада/Склад.csv', 35, [
    column('Назва ІГС', ({ random }) =>
      random.of(['ГО «Рідне місто»', 'БФ «Надія»', 'Спілка ветеранів', 'ГО «Олена Пчілка»']),
    ),
    column('Представник', ({ person }) => NAME.full(person), 'person-name'),
    column(
      'Контакти',
      ({ random, person }) =>
        random.chance(0.5) ? holding(mail(random, person), 'email') : holding(`067${random.digits(7)}`, 'phone'),
      'email',
      'phone',
    ),
  ]),
  file('молодь/Молодіжні ради.csv', 70, [
    column('назва', ({ home }) => `Молодіжна рада при ${home.settlement.slice(0, -1)}ській сільській раді`),
    column(
      'contact',
      ({ random, number }) => `molodrada.${random.of(['dibrivsk', 'stepanky', 'hai'])}${number}@gmail.com`,
      '?email',
    ),
    column('facebook', ({ number }) => `https://www.facebook.com/molodrada${number}`),
    column('голова', ({ person }) => NAME.shortGivenFirst(person), 'person-name'),
  ]),
  file('освіта/Мережа ЗДО.csv', 64, [
    column('Заклад дошкільної освіти', ({ random }) => kindergarten(random)),
    column('Завідувачка', ({ official }) => NAME.oneInitial(official), 'person-name:official'),
    column('Тел.', ({ random }) => townPhone(random), 'phone:organization'),
    column('Кількість груп', ({ random }) => random.whole(1, 12)),
    column('Вихованців', ({ random }) => random.whole(9, 280)),
  ]),
  file('освіта/Гуртки.xlsx', 90, [
    column('Гурток', ({ random }) =>
      random.of(['Юний технік', 'Веселка', 'Шахи', 'Студія «Марічка»', 'Ансамбль «Полуничка»']),
    ),
    column('Керівник гуртка', ({ official }) => NAME.short(official), 'person-name:official'),
    column('Вік дітей', ({ random }) => `${random.whole(6, 9)}-${random.whole(10, 17)}`),
    column('Кабінет', ({ random }) => random.whole(1, 30)),
  ]),
  file('освіта/Розклад уроків.csv', 220, [
    column('Клас', ({ random }) => `${random.whole(1, 11)}-${random.of(['А', 'Б', 'В'])}`),
    column('Урок', ({ random }) =>
      random.of(['Математика', 'Українська мова', 'Я досліджую світ', 'Фізична культура']),
    ),
    column('Викладає', ({ official }) => NAME.initials(official), 'person-name:official'),
    column('Каб.', ({ random }) => random.whole(1, 60)),
  ]),
  file('медицина/Мережа закладів.csv', 46, [
    column('Найменування закладу', ({ random }) =>
      random.of(['АЗПСМ № 3', 'ФАП с. Опака', 'КНП «Міська стоматологія»', 'Лікарня ім. М. Амосова']),
    ),
    column('ЄДРПОУ', ({ random }) => companyCode(random)),
    column('Головний лікар', ({ official }) => NAME.full(official), 'person-name:official'),
    column('Реєстратура', ({ random }) => townPhone(random), 'phone:organization'),
    column('Сімейні лікарі', (row) => several(row, 4), 'person-name:official'),
  ]),
  file('цивільний захист/ПНН.csv', 55, [
    column('Адреса пункту', ({ place }) => ADDRESS.houseWhole(place)),
    column('Власник', ({ random }) => random.of([school(random), 'Дібрівська міська рада', 'ТОВ «Явір»'])),
    column('Ключі', ({ official }) => `${NAME.oneInitial(official)}`, 'person-name:official'),
    column('Зв’язок', (row) => row.phone('bare'), 'phone:official'),
    column('Населений пункт', ({ random }) => random.of(SETTLEMENTS)),
  ]),
];
