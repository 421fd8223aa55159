import type { DetectorCode } from '../../../src/tabular/index.ts';
import { card, passportBook, taxNumber } from './numbers.ts';
import { inCase, NAME } from './people.ts';
import { ADDRESS, STREETS } from './places.ts';
import { asDay, holding, type Marked, type Row } from './row.ts';

const PLAIN = [
  'Просимо відремонтувати дорогу по вул. {street}, яка у незадовільному стані вже другий рік.',
  'Не працює вуличне освітлення біля будинку № {house} на вулиці {street}.',
  'На розі вулиць {street} та {other} немає пішохідного переходу, діти йдуть до школи по проїзній частині.',
  'Вивіз сміття не здійснюється з {day}, контейнери переповнені.',
  'Прошу надати інформацію про використання коштів на ремонт ліцею імені {hero} за 2024 рік.',
  'Скарга на роботу маршруту № {house}: інтервал руху понад 40 хвилин.',
  'Пропозиція щодо перейменування вулиці {street} на честь {hero}.',
  'Аварійне дерево загрожує падінням на дитячий майданчик, просимо обстежити.',
  'Відсутнє опалення у будинку по вулиці {street} з {day}, звернення до КП «Теплокомуненерго» без відповіді.',
  'Договір № {number} від {day}, сума 12 500,00 грн, КЕКВ 2240.',
  'Прохання встановити лавки у сквері імені {hero}.',
  'Щодо графіка роботи відділення та черги у ЦНАП.',
];
const HEROES = [
  'Тараса Шевченка',
  'Івана Франка',
  'Лесі Українки',
  'Героїв України',
  'Степана Бандери',
  'Юрія Котермака',
];

function filled(row: Row, text: string): string {
  const { random } = row;
  return text
    .replace('{street}', random.of(STREETS))
    .replace('{other}', random.of(STREETS))
    .replace('{house}', String(random.whole(1, 120)))
    .replace('{hero}', random.of(HEROES))
    .replace('{number}', `${random.digits(10)}`)
    .replace('{day}', row.day('dots'));
}

/** A text with nobody in it. */
export const plainText = (row: Row): string => filled(row, row.random.of(PLAIN));

type Piece = (row: Row) => readonly [string, readonly DetectorCode[]];

const PIECES: readonly Piece[] = [
  (row) => [`Мій телефон ${row.phone(row.random.of(['bare', 'plus', 'brackets', 'spaces', 'dashes']))}.`, ['phone']],
  (row) => [`Прошу передзвонити: ${row.phone('plus')}, ${row.person.given}.`, ['phone']],
  (row) => [`Відповідь надіслати на ${row.mail()}.`, ['email']],
  (row) => [
    `Я, ${NAME.full(row.person)}, ${row.person.woman ? 'проживаю' : 'мешкаю'} за адресою: ${ADDRESS.flat(row.home)}.`,
    ['person-name', 'home-address'],
  ],
  (row) => [
    `Прошу надати допомогу ${NAME.full(inCase(row.other, 'dative'))}, ${asDay(row.other.born, 'dots')} р.н.`,
    ['person-name', 'birth-date'],
  ],
  (row) => [
    `${NAME.full(row.other)} народи${row.other.woman ? 'лася' : 'вся'} ${asDay(row.other.born, 'dots')}, проживає: ${ADDRESS.flatBuilding(row.home)}.`,
    ['person-name', 'birth-date', 'home-address'],
  ],
  (row) => [`Ідентифікаційний код ${taxNumber(row.random, row.person)}.`, ['tax-number']],
  (row) => [`Паспорт ${passportBook(row.random)}, виданий Дібрівським РВ.`, ['passport-book']],
  (row) => [`Картка для зарахування ${card(row.random)}.`, ['bank-card']],
  (row) => [`Заява від ${NAME.full(inCase(row.person, 'genitive'))}.`, ['person-name']],
  (row) => [
    `Сусід ${NAME.initials(row.other)} з ${ADDRESS.flat(row.home)} затоплює квартиру.`,
    ['person-name', 'home-address'],
  ],
  (row) => [`Моя мама, ${NAME.shortGivenFirst(row.other)}, потребує догляду.`, ['person-name']],
];

/** A text that names somebody in that share of rows; the cell says what it holds. */
export function tellingText(row: Row, share: number): Marked {
  const base = plainText(row);
  if (!row.random.chance(share)) return holding(base);
  const [words, holds] = row.random.of(PIECES)(row);
  const text = row.random.chance(0.5) ? `${base} ${words}` : `${words} ${base}`;
  return holding(text, 'free-text', ...holds);
}
