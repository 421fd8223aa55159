// Tables of the town with nobody private in them: what looks like people there is not.
import { companyCode, oldTerritory, townPhone } from './numbers.ts';
import { kindergarten, school, UNITS } from './organisations.ts';
import { NAME } from './people.ts';
import { ADDRESS, latitude, longitude, SETTLEMENTS, STREETS } from './places.ts';
import { column, file, type MadeFile } from './row.ts';

export const TOWN_FILES: readonly MadeFile[] = [
  file('освіта/Заклади загальної середньої освіти.csv', 120, [
    column('Назва закладу', ({ random }) => school(random)),
    column('Код ЄДРПОУ', ({ random }) => companyCode(random)),
    column('Адреса', ({ place }) => ADDRESS.houseWhole(place)),
    column('Телефон', ({ random }) => townPhone(random), 'phone:organization'),
    column(
      'Електронна адреса',
      ({ random }) => `school${random.whole(1, 40)}@dibrivsk-osvita.gov.ua`,
      'email:organization',
    ),
    column('Сайт', ({ random }) => `https://school${random.whole(1, 40)}.dibrivsk.ua`),
    column('ПІБ директора', ({ official }) => NAME.full(official), 'person-name:official'),
    column('Широта', ({ random }) => latitude(random)),
    column('Довгота', ({ random }) => longitude(random)),
    column('Кількість учнів', ({ random }) => random.whole(60, 1200)),
  ]),
  file('транспорт/stops.csv', 300, [
    column('stop_id', ({ random }) => random.digits(10)),
    column('stop_name', ({ random }) =>
      random.of([
        `вул. ${random.of(STREETS)}`,
        `Школа ім. ${random.of(STREETS)}`,
        `с. ${random.of(SETTLEMENTS)}`,
        `${random.of(STREETS)}`,
        'Автовокзал',
      ]),
    ),
    column('stop_lat', ({ random }) => latitude(random)),
    column('stop_lon', ({ random }) => longitude(random)),
    column('zone_id', ({ random }) => random.whole(1, 4)),
  ]),
  file('зелене/Реєстр зелених насаджень.csv', 700, [
    column('ID', ({ number }) => 1_000_000_000 + number * 37),
    column('Порода', ({ random }) =>
      random.of(['Липа серцелиста', 'Клен гостролистий', 'Каштан кінський', 'Верба біла', 'Горобина']),
    ),
    column('Вулиця', ({ random }) => random.of(STREETS)),
    column('Біля будинку', ({ random }) => random.whole(1, 140)),
    column('latitude', ({ random }) => latitude(random)),
    column('longitude', ({ random }) => longitude(random)),
    column('Діаметр', ({ random }) => random.whole(8, 90)),
    column('Дата обстеження', (row) => row.day('dots', 2020, 2025)),
  ]),
  file('бюджет/Видатки за КПКВК.xlsx', 200, [
    column('КПКВК', ({ random }) => `0${random.digits(6)}`),
    column('Найменування програми', ({ random }) =>
      random.of([
        'Надання дошкільної освіти',
        'Забезпечення діяльності музеїв',
        'Організація благоустрою населених пунктів',
      ]),
    ),
    column('Затверджено на рік', ({ random }) => random.whole(10_000, 90_000_000) / 100),
    column('Касові видатки', ({ random }) => random.whole(10_000, 90_000_000) / 100),
    column('Розпорядник', ({ random }) => random.of(UNITS)),
  ]),
  file('перейменування/Вулиці.csv', 180, [
    column('Стара назва', ({ random }) =>
      random.of(['Чапаєва', 'Пушкіна', 'Матросова', 'Гагаріна', 'Ватутіна', '50-річчя Жовтня']),
    ),
    column('Нова назва', ({ random }) => random.of(STREETS)),
    column(
      'На честь кого',
      ({ random }) => random.of(['Василь Стус, поет', 'Іван Мазепа, гетьман', 'Героїв Небесної Сотні']),
      '?person-name',
    ),
    column('Рішення', (row) => `№ ${row.random.whole(1, 3000)} від ${row.day('dots', 2016, 2024)}`),
  ]),
  file('території/Населені пункти.csv', 150, [
    column('Код КОАТУУ', ({ random }) => oldTerritory(random)),
    column('Назва', ({ random }) => random.of(SETTLEMENTS)),
    column('Староста', ({ official }) => NAME.full(official), 'person-name:official'),
    column('Населення', ({ random }) => random.whole(20, 5000)),
    column('Площа, кв. км', ({ random }) => random.whole(1, 90)),
  ]),
  file('програми/Версії програм.csv', 90, [
    column('Програма', ({ random }) => random.of(['M.E.Doc', 'АСКОД', 'BAS', 'Libre Office'])),
    column(
      'Версія',
      ({ random }) => `${random.whole(1, 12)}.${random.whole(0, 9)}.${random.whole(0, 30)}.${random.whole(0, 255)}`,
    ),
    column('Підрозділ', ({ random }) => random.of(UNITS)),
    column('Кількість місць', ({ random }) => random.whole(1, 60)),
  ]),
  file('цивільний захист/Укриття.xlsx', 160, [
    column('№', ({ number }) => number),
    column('Тип', ({ random }) => random.of(['найпростіше укриття', 'ПРУ', 'сховище'])),
    column('Адреса', ({ place }) => ADDRESS.houseWhole(place)),
    column('Місткість, осіб', ({ random }) => random.whole(20, 900)),
    column('Відповідальна особа', ({ official }) => NAME.initialsApart(official), 'person-name:official'),
    column('Телефон відповідальної особи', (row) => row.phone('bare'), 'phone:official'),
    column('Балансоутримувач', ({ random }) => random.of([kindergarten(random), school(random), 'ОСББ «Затишок»'])),
  ]),
];
