// Culture, sport and honours: works, books and monuments that bear names of people, beside people who really are named. Written before the rules.
import { inCase, makePerson, NAME } from './people.ts';
import { ADDRESS, latitude, longitude, SETTLEMENTS, STREETS } from './places.ts';
import { column, file, holding, type MadeFile, type Row } from './row.ts';

const somebody = (row: Row) => makePerson(row.random, 1900, 1990);

const BOOKS = [
  'Тарас Бульба',
  'Іван Сірко: історичний роман',
  'Щоденник Анни Франк',
  'Пригоди Тома Соєра',
  'Листи до Олени',
  'Марко Проклятий',
  'Енеїда',
  'Гаррі Поттер і келих вогню',
  'Соло для Соломії',
  'Микита Кожум’яка',
  'Спогади про Лесю Українку',
  'Життя і смерть Павла Полуботка',
];
const PAINTINGS = [
  'Портрет Марії Заньковецької',
  'Катерина',
  'Портрет дружини',
  'Погруддя гетьмана Сагайдачного',
  'Гуцульське весілля',
  'Автопортрет',
  'Іван Богун під Берестечком',
  'Роксолана',
];
const SIGHTS = [
  'Будинок, де жив письменник Богдан Лепкий',
  'Могила поета Маркіяна Шашкевича',
  'Пам’ятник Т. Г. Шевченку',
  'Церква Святої Параскеви',
  'Садиба Терлецьких',
  'Меморіальна дошка акторці Наталії Ужвій',
  'Братська могила воїнів',
  'Житловий будинок Маєвського',
  'Синагога',
];
const NATURE = [
  'Дуб Івана Франка',
  'Липа Богдана Хмельницького',
  'Джерело Святої Анни',
  'Ясен Довбуша',
  'Скеля Довбуша',
  'Парк ім. Йосипа Сліпого',
  'Тиса Олени Пчілки',
  'Бук звичайний',
];

export const CULTURE_FILES: readonly MadeFile[] = [
  file('бібліотека/Каталог.csv', 420, [
    column('Інв. №', ({ random }) => random.digits(6)),
    column('Автор', (row) => NAME.initials(somebody(row)), '?person-name'),
    column('Заголовок', ({ random }) => random.of(BOOKS)),
    column('Видавництво', ({ random }) =>
      random.of(['А-БА-БА-ГА-ЛА-МА-ГА', 'Каменяр', 'Видавництво Анетти Антоненко', 'Фоліо']),
    ),
    column('Рік видання', ({ random }) => random.whole(1955, 2024)),
  ]),
  file('бібліотека/Читачі.csv', 180, [
    column('№ формуляра', ({ random }) => random.digits(5)),
    column('Читач', ({ person }) => NAME.short(person), 'person-name:person'),
    column('Назва книги', ({ random }) => random.of(BOOKS)),
    column('Дата видачі', (row) => row.day('dots', 2024, 2025)),
  ]),
  file('бібліотека/Книги боржників.csv', 120, [
    column('Назва книги', ({ person }) => NAME.full(person), 'person-name'),
    column('Днів прострочення', ({ random }) => random.whole(2, 300)),
  ]),
  file('музей/Фонди.xlsx', 260, [
    column('Шифр', ({ number }) => `КН-${number}`),
    column('Назва твору', ({ random }) => random.of(PAINTINGS)),
    column('Автор (художник)', (row) => NAME.shortGivenFirst(somebody(row)), '?person-name'),
    column('Матеріал', ({ random }) => random.of(['полотно, олія', 'папір, акварель', 'бронза'])),
  ]),
  file('спадщина/Об’єкти культурної спадщини.csv', 140, [
    column('Охоронний №', ({ number }) => `${number}-Лв`),
    column('Найменування об’єкта', ({ random }) => random.of(SIGHTS), '?person-name'),
    column('Датування', ({ random }) => `${random.whole(1780, 1939)} р.`),
    column('Місцезнаходження', ({ place }) => ADDRESS.houseWhole(place)),
    column('Вид', ({ random }) => random.of(['архітектура', 'історія', 'монументальне мистецтво'])),
  ]),
  file('природа/Об’єкти ПЗФ.csv', 95, [
    column('Назва', ({ random }) => random.of(NATURE)),
    column('Категорія', ({ random }) => random.of(['ботанічна пам’ятка природи', 'гідрологічна пам’ятка'])),
    column('lat', ({ random }) => latitude(random)),
    column('lon', ({ random }) => longitude(random)),
  ]),
  file('афіша/Події.json', 150, [
    column(
      'event',
      ({ random }) =>
        random.of([
          'Вечір пам’яті Івана Миколайчука',
          'Концерт Павла Зіброва',
          'Вистава «Наталка Полтавка»',
          'Турнір з боротьби пам’яті Степана Бандери',
          'Зустріч з письменницею Іреною Карпою',
          'День вишиванки',
        ]),
      '?person-name',
    ),
    column('place', ({ random }) => random.of(['Палац культури ім. Лесі Українки', 'Народний дім', 'Площа Ринок'])),
    column('start', (row) => row.day('iso', 2024, 2025)),
  ]),
  file('спорт/Результати змагань.xlsx', 210, [
    column('Місце', ({ number }) => number),
    column('Прізвище, ім’я', ({ child }) => NAME.short(child), 'person-name:person'),
    column('Рік народження', ({ child }) => child.born.getUTCFullYear(), '?birth-date'),
    column('Команда', ({ random }) => random.of(['ДЮСШ-1', 'СК «Галичина»', 'Школа № 5', 'Динамо'])),
    column('Тренер', ({ official }) => NAME.oneInitial(official), 'person-name'),
    column('Результат', ({ random }) => `${random.whole(9, 59)},${random.digits(2)}`),
  ]),
  file('спорт/race results.csv', 140, [
    column('BIB', ({ random }) => random.whole(1, 999)),
    column('Runner', ({ person }) => NAME.shortGivenFirst(person), 'person-name:person'),
    column('Sex', ({ person }) => (person.woman ? 'F' : 'M')),
    column('Finish', ({ random }) => `0:${random.whole(20, 59)}:${random.whole(10, 59)}`),
    column('City', ({ random }) => random.of(['Дібрівськ', 'Львів', ...SETTLEMENTS.slice(0, 4)])),
  ]),
  file('відзнаки/Почесні громадяни.csv', 48, [
    column('Кому присвоєно', ({ official }) => NAME.full(official), 'person-name'),
    column('За що', ({ random }) =>
      random.of(['за вагомий внесок у розвиток міста', 'за особисту мужність', 'посмертно']),
    ),
    column('Рішення', (row) => `№ ${row.random.whole(1, 900)} від ${row.day('dots', 1995, 2025)}`),
  ]),
  file('відзнаки/Грамоти.csv', 160, [
    column('Нагороджений', ({ person }) => NAME.full(inCase(person, 'genitive')), 'person-name'),
    column('Посада, місце праці', ({ random }) =>
      random.of(['вчитель ліцею № 2', 'водій КП «Тролейбус»', 'медична сестра']),
    ),
    column('Вид нагороди', ({ random }) => random.of(['Подяка', 'Грамота', 'Почесна грамота'])),
  ]),
  file('відзнаки/Літературна премія.csv', 30, [
    column('Рік', ({ number }) => 1994 + number),
    column(
      'Лауреати',
      ({ person, other }) => `${NAME.shortGivenFirst(person)}, ${NAME.shortGivenFirst(other)}`,
      'person-name',
    ),
    column('Твір', ({ random }) => random.of(['роман «Солодка Даруся»', 'збірка «Василь і Василина»', 'повість'])),
  ]),
  file('пам’ять/Полеглі захисники.csv', 130, [
    column('Герой', ({ person }) => NAME.full(person), 'person-name'),
    column('Народився', ({ person }) => person.born.toISOString().slice(0, 10), '?birth-date'),
    column('Загинув', (row) => row.day('dots', 2022, 2025)),
    column('Звідки', ({ random }) => random.of(SETTLEMENTS)),
    column('Де похований', ({ random }) => `кладовище на вул. ${random.of(STREETS)}`),
  ]),
  file('пам’ять/Меморіальні дошки.csv', 85, [
    column('Кому встановлено', ({ person }) => NAME.givenFirst(inCase(person, 'dative')), 'person-name'),
    column('Текст', ({ random }) => random.of(['У цьому будинку жив і працював', 'Тут навчався захисник України'])),
    column('Адреса', ({ place }) => ADDRESS.house(place)),
    column('Скульптор', (row) => NAME.initialsFirst(somebody(row)), '?person-name'),
  ]),
  file('тварини/Реєстр собак.xlsx', 230, [
    column('Кличка', ({ random }) => random.of(['Барон', 'Мухтар', 'Марта', 'Роман', 'Боня', 'Сірко'])),
    column('Порода', ({ random }) => random.of(['такса', 'Джек Рассел', 'метис', 'Йоркширський тер’єр'])),
    column('Чіп', ({ random }) => `90${random.digits(13)}`),
    column(
      'Власник',
      (row) => (row.random.chance(0.8) ? holding(NAME.short(row.person), 'person-name') : holding('безпритульна')),
      'person-name:person',
    ),
    column('Контакт власника', (row) => row.phone('bare'), 'phone:person'),
  ]),
  file('архів/Фонди особового походження.csv', 75, [
    column('№ фонду', ({ number }) => `Р-${number}`),
    column('Фондоутворювач', (row) => `${NAME.full(somebody(row))}, краєзнавець`, 'person-name'),
    column('Крайні дати', ({ random }) => `${random.whole(1890, 1930)}–${random.whole(1950, 1999)}`),
    column('Справ', ({ random }) => random.whole(5, 400)),
  ]),
];
