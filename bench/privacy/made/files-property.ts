// Tables of property, business and money: companies, sole traders and people side by side.
import {
  cadastral,
  companyCode,
  iban,
  oldTerritory,
  passportBook,
  phone,
  plate,
  taxNumber,
  territory,
  townPhone,
  vin,
} from './numbers.ts';
import { firm, firmOfPersonName, POSTS, soleTrader, UNITS } from './organisations.ts';
import { NAME } from './people.ts';
import { ADDRESS } from './places.ts';
import { column, file, holding, type MadeFile, type Row } from './row.ts';

/** Who rents: a company, a sole trader or a person; the same in the whole row. */
const renter = (row: Row) => row.choice('renter', ['firm', 'firm', 'trader', 'trader', 'person'] as const);

function renterName(row: Row) {
  const { random, person } = row;
  if (renter(row) === 'firm') return holding(random.chance(0.15) ? firmOfPersonName(random) : firm(random));
  return holding(renter(row) === 'trader' ? soleTrader(random, person) : `гр. ${NAME.full(person)}`, 'person-name');
}

function renterCode(row: Row) {
  const { random, person } = row;
  return renter(row) === 'firm' ? holding(companyCode(random)) : holding(taxNumber(random, person), 'tax-number');
}

export const PROPERTY_FILES: readonly MadeFile[] = [
  file(
    'майно/Перелік орендарів комунального майна.csv',
    380,
    [
      column('№ п/п', ({ number }) => number),
      column('Орендар', renterName, 'person-name'),
      column('Код ЄДРПОУ/ІПН орендаря', renterCode, 'tax-number'),
      column('Адреса об’єкта оренди', ({ place }) => ADDRESS.houseWhole(place)),
      column('Площа, кв.м', ({ random }) => `${random.whole(8, 400)},${random.whole(0, 9)}`),
      column('Номер договору', ({ random }) => random.digits(10)),
      column('Дата договору', (row) => row.day('dots', 2015, 2025)),
      column('Орендна плата, грн', ({ random }) => `${random.whole(200, 20_000)},${random.digits(2)}`),
      column('Балансоутримувач', ({ random }) => firm(random)),
    ],
    { encoding: 'windows-1251', delimiter: ';' },
  ),
  file('земля/Заяви на земельні ділянки.xlsx', 420, [
    column('Реєстр. №', ({ random }) => `ЗД-${random.digits(5)}`),
    column(
      'Заявник',
      (row) =>
        holding(
          renter(row) === 'firm' ? firm(row.random) : NAME.full(row.person),
          ...(renter(row) === 'firm' ? [] : (['person-name'] as const)),
        ),
      'person-name',
    ),
    column('Кадастровий номер', ({ random }) => cadastral(random)),
    column('КОАТУУ', ({ random }) => oldTerritory(random)),
    column('КАТОТТГ', ({ random }) => territory(random)),
    column('Площа, га', ({ random }) => random.whole(1, 200) / 100),
    column('Місце розташування', ({ place }) => ADDRESS.village(place)),
    column('Цільове призначення', ({ random }) => random.of(['02.01', '01.03', '03.07', '01.05'])),
    column('Дата рішення', (row) => row.day('iso', 2018, 2025)),
  ]),
  file('торгівля/Дозволи на розміщення реклами.csv', 330, [
    column('permit_id', ({ random }) => random.digits(10)),
    column('owner', renterName, 'person-name'),
    column('edrpou', (row) => holding(renter(row) === 'firm' ? Number(companyCode(row.random)) : null), '?tax-number'),
    column('address', ({ place }) => ADDRESS.houseWhole(place)),
    column('type', ({ random }) => random.of(['білборд', 'сітілайт', 'вивіска', 'лайтбокс'])),
    column('valid_until', (row) => row.day('iso', 2025, 2029)),
    column('lat', ({ random }) => (49.3 + random.next() * 0.1).toFixed(5)),
    column('lon', ({ random }) => (23.4 + random.next() * 0.1).toFixed(5)),
  ]),
  file('фінанси/Платежі за березень.csv', 800, [
    column('Номер документа', ({ random }) => random.digits(random.whole(5, 10))),
    column('Дата', (row) => row.day('dots', 2025, 2025)),
    column('Платник', ({ random }) => random.of(UNITS)),
    column('Рахунок платника', ({ random }) => iban(random, '3142'), '?iban:organization'),
    column('Отримувач', renterName, 'person-name'),
    column('Код отримувача', renterCode, 'tax-number'),
    column('Рахунок отримувача', (row) => iban(row.random, renter(row) === 'firm' ? '2600' : '2620'), 'iban'),
    column('Сума', ({ random }) => `${random.whole(100, 900_000)}.${random.digits(2)}`),
    column('КЕКВ', ({ random }) => random.of([2111, 2210, 2240, 2273, 2730])),
    column(
      'Призначення платежу',
      (row) =>
        `Оплата за послуги зг. дог. № ${row.random.digits(8)} від ${row.day('dots', 2024, 2025)}, акт ${row.random.whole(1, 90)}, без ПДВ`,
    ),
  ]),
  file('бізнес/Реєстр підприємств громади.xlsx', 360, [
    column('Найменування', ({ random }) => (random.chance(0.1) ? firmOfPersonName(random) : firm(random))),
    column('Код ЄДРПОУ', ({ random }) => Number(companyCode(random))),
    column(
      'Юридична адреса',
      ({ place }) => `${ADDRESS.houseWhole(place)}${place.flat % 3 === 0 ? `, офіс ${place.flat}` : ''}`,
      '?home-address:organization',
    ),
    column('Керівник', ({ official }) => NAME.full(official), 'person-name:official'),
    column('Телефон', ({ random }) => townPhone(random), 'phone:organization'),
    column(
      'E-mail',
      ({ random }) =>
        `${random.of(['office', 'info', 'sales', 'buh'])}@${random.of(['yavir', 'svitanok', 'orion', 'galtex'])}.com.ua`,
      'email:organization',
    ),
    column('КВЕД', ({ random }) => `${random.whole(10, 96)}.${random.whole(10, 99)}`),
    column('Кількість працюючих', ({ random }) => random.whole(1, 400)),
  ]),
  file('бізнес/ФОП на єдиному податку.csv', 400, [
    column(
      'Підприємець',
      ({ random, person }) => (random.chance(0.5) ? `ФОП ${NAME.full(person)}` : soleTrader(random, person)),
      'person-name:sole-trader',
    ),
    column('РНОКПП', ({ random, person }) => taxNumber(random, person), 'tax-number:sole-trader'),
    column('Вид діяльності', ({ random }) =>
      random.of(['47.11 Роздрібна торгівля', '56.10 Ресторани', '96.02 Перукарні']),
    ),
    column('Адреса здійснення діяльності', ({ place }) => ADDRESS.house(place), '?home-address'),
    column('Телефон', (row) => row.phone('plus'), 'phone:sole-trader'),
    column('Група', ({ random }) => random.whole(1, 3)),
  ]),
  file(
    'транспорт/Постанови за паркування.csv',
    650,
    [
      column('Номер постанови', ({ random }) => `ДБ${random.digits(8)}`),
      column('Дата', (row) => row.day('iso', 2024, 2025)),
      column('ДНЗ', ({ random }) => plate(random), 'plate:person'),
      column('Марка ТЗ', ({ random }) =>
        random.of(['SKODA Octavia', 'ЗАЗ Lanos', 'BMW X5', 'Renault Logan', 'VW Passat']),
      ),
      column('VIN', ({ random }) => vin(random), 'vin:person'),
      column('Місце вчинення', ({ place }) => ADDRESS.house(place)),
      column('Сума штрафу', ({ random }) => random.of([340, 680, 1020])),
      column('Інспектор', ({ official }) => NAME.initials(official), 'person-name:official'),
    ],
    { delimiter: ';' },
  ),
  file('перевезення/Водії міських маршрутів.xlsx', 150, [
    column(
      'Перевізник',
      ({ random, person }) => holding(random.chance(0.5) ? firm(random) : soleTrader(random, person)),
      '?person-name:sole-trader',
    ),
    column('Водій', ({ other }) => NAME.full(other), 'person-name:person'),
    column('Посвідчення водія', ({ random }) => `${random.of(['ВХХ', 'САС', 'ВАА'])}${random.digits(6)}`),
    column('Паспорт', ({ random }) => passportBook(random), 'passport-book:person'),
    column('Державний номер автобуса', ({ random }) => plate(random), 'plate'),
    column('Тел. водія', ({ random }) => phone(random, 'spaces'), 'phone:person'),
    column('Посада', ({ random }) => random.of(POSTS)),
  ]),
];
