// A second look at what was not seen: tables written after the rules of the first were mended, and measured once before anything was changed.
import { transliterate } from '../../../src/language/transliterate.ts';
import { companyCode, mail, townPhone } from './numbers.ts';
import { firm, hospital, kindergarten, school, UNITS } from './organisations.ts';
import { inCase, makePerson, NAME } from './people.ts';
import { ADDRESS, latitude, longitude, SETTLEMENTS, STREETS } from './places.ts';
import { column, file, holding, type MadeFile } from './row.ts';

const FAMOUS = [
  'Лесі Українки',
  'Олени Пчілки',
  'Квітки Цісик',
  'Павла Скоропадського',
  'Бориса Грінченка',
  'Архипенка О.',
  'Гоголя М. В.',
];

export const SECOND_FILES: readonly MadeFile[] = [
  file('довідник/staff.csv', 60, [
    column('dept', ({ random }) => random.of(UNITS)),
    column('employee', ({ official }) => NAME.short(official), 'person-name:official'),
    column('position', ({ random }) => random.of(['спеціаліст', 'начальник', 'водій'])),
    column('ext', ({ random }) => random.whole(100, 399)),
  ]),
  file('житло/ВПО розміщення.xlsx', 90, [
    column('Голова родини', ({ person }) => NAME.short(person), 'person-name:person'),
    column('Звідки прибули', ({ random }) => random.of(['м. Маріуполь', 'м. Бахмут', 'Херсонська обл.'])),
    column('К-сть осіб', ({ random }) => random.whole(1, 6)),
    column('Де проживають', ({ home }) => ADDRESS.house(home), 'home-address:person'),
    column('Контактний телефон', (row) => row.phone('spaces'), 'phone:person'),
  ]),
  file('школа/Випускники.csv', 120, [
    column('Випускник', ({ child }) => NAME.full(child), 'person-name:person'),
    column('Клас', ({ random }) => `11-${random.of(['А', 'Б'])}`),
    column('Середній бал', ({ random }) => `${random.whole(6, 11)},${random.digits(1)}`),
  ]),
  file('олімпіади/Призери.xlsx', 110, [
    column('Прізвище та ім’я учня', ({ child }) => NAME.short(child), 'person-name:person'),
    column('Заклад', ({ random }) => school(random)),
    column('Учитель', ({ official }) => NAME.initials(official), 'person-name:official'),
    column('Диплом', ({ random }) => random.of(['I', 'II', 'III'])),
  ]),
  file('тендери/Комісія.csv', 20, [
    column('ПІБ', ({ official }) => NAME.capitals(official), 'person-name:official'),
    column('Роль у комісії', ({ random }) => random.of(['голова', 'член', 'секретар'])),
  ]),
  file('паркомісця/Пільгові місця.csv', 70, [
    column('Місце', ({ place }) => ADDRESS.house(place)),
    column('Закріплене за особою', ({ person }) => NAME.initialsFirst(person), 'person-name:person'),
    column('Підстава', ({ random }) => random.of(['посвідчення особи з інвалідністю', 'УБД']), '?health'),
  ]),
  file('зупинки/stops_en.csv', 130, [
    column('stop', ({ random }) => transliterate(random.of([...STREETS, ...FAMOUS])).replaceAll("'", '')),
    column('lat', ({ random }) => latitude(random)),
    column('lon', ({ random }) => longitude(random)),
  ]),
  file('готелі/Hotels.csv', 40, [
    column('name', ({ random }) =>
      random.of(['Villa Maria', 'Hotel Victoria', 'Roman Palace', 'Sofia', 'Diana Spa', 'Anna Apartments', 'Old Town']),
    ),
    column('stars', ({ random }) => random.whole(1, 5)),
    column('phone', ({ random }) => townPhone(random), 'phone:organization'),
  ]),
  file('заклади/Кафе.csv', 120, [
    column('Торгова назва', ({ random }) =>
      random.of(['Пані Стефа', 'У Марійки', 'Роман і Юля', 'Наталі', 'Дядя Ваня', 'Смачна хата', 'Леопольд']),
    ),
    column(
      'Суб’єкт господарювання',
      (row) =>
        row.random.chance(0.5) ? holding(`ФОП ${NAME.initials(row.person)}`, 'person-name') : holding(firm(row.random)),
      'person-name:sole-trader',
    ),
    column('Адреса закладу', ({ place }) => ADDRESS.house(place)),
  ]),
  file('аварії/Аварійні виїзди.csv', 140, [
    column('Адреса', ({ place }) => ADDRESS.house(place)),
    column('Характер', ({ random }) => random.of(['порив', 'немає світла', 'затоплення підвалу'])),
    column(
      'Бригада',
      ({ official }) => `бригада ${NAME.initials(inCase(official, 'genitive'))}`,
      'person-name:official',
    ),
    column('Прийняв', ({ official }) => NAME.oneInitial(official), 'person-name:official'),
  ]),
  file('рішення/Протоколи.csv', 80, [
    column('Тема', ({ random }) =>
      random.of(['Про бюджет', 'Про вулицю Квітки Цісик', 'Різне', 'Про звіт КП «Ритуал»']),
    ),
    column('Присутні', ({ official, other }) => `${NAME.initials(official)}, ${NAME.initials(other)}`, 'person-name'),
    column('Дата', (row) => row.day('dots')),
  ]),
  file('екскурсії/Гіди.csv', 25, [
    column('Guide', ({ person }) => transliterate(NAME.shortGivenFirst(person)).replaceAll("'", ''), 'person-name'),
    column('Languages', ({ random }) => random.of(['EN', 'PL, DE', 'UA'])),
    column('Mail', ({ random, person }) => mail(random, person), 'email'),
  ]),
  file('ринок/Товари.csv', 150, [
    column('Товар', ({ random }) =>
      random.of(['Помідори Рожеві', 'Сир Комо', 'Яблука Голден', 'Картопля Беллароза', 'Вишня Шпанка']),
    ),
    column('Сорт', ({ random }) => random.of(['Беллароза', 'Слов’янка', 'Наталка', 'Олександра', 'Чернявка'])),
    column('Ціна', ({ random }) => random.whole(10, 300)),
  ]),
  file('кладовища/Сектори.csv', 60, [
    column('Кладовище', ({ random }) => random.of(SETTLEMENTS)),
    column(
      'Видатні поховання',
      ({ random }) => random.of(['Іван Боберський', 'родина Терлецьких', 'о. Маркіян Шашкевич', '—']),
      '?person-name',
    ),
    column('Площа', ({ random }) => random.whole(1, 9)),
  ]),
  file('садки/Вільні місця.csv', 75, [
    column('ЗДО', ({ random }) => kindergarten(random)),
    column('Група', ({ random }) => random.of(['Сонечко', 'Марійка', 'Барвінок'])),
    column('Вільних місць', ({ random }) => random.whole(0, 12)),
    column('Керівник', ({ official }) => NAME.initialsApart(official), 'person-name:official'),
    column('Контакт', ({ random }) => townPhone(random), 'phone'),
  ]),
  file('підтримка/Стипендії спортсменам.csv', 40, [
    column('ПІП', ({ child }) => NAME.full(child), 'person-name'),
    column('Вид спорту', ({ random }) => random.of(['плавання', 'бокс'])),
    column('Розмір стипендії, грн', ({ random }) => random.whole(1, 5) * 1000),
  ]),
  file('лікарні/Черга на операцію.csv', 55, [
    column(
      'Ініціали',
      ({ person }) => `${person.surname[0]}.${person.given[0]}.${person.patronymic[0]}.`,
      '?person-name',
    ),
    column('Тип операції', ({ random }) => random.of(['ендопротезування', 'катаракта']), '?health'),
    column('Лікарня', ({ random }) => hospital(random)),
  ]),
  file('маршрути/Перевізники.csv', 22, [
    column('Маршрут', ({ random }) => `${random.of(SETTLEMENTS)} — ${random.of(FAMOUS)}`),
    column(
      'Перевізник',
      (row) => (row.random.chance(0.5) ? holding(NAME.full(row.person), 'person-name') : holding(firm(row.random))),
      'person-name:sole-trader',
    ),
    column('ЄДРПОУ', ({ random }) => companyCode(random)),
    column('Диспетчер', (row) => row.phone('dashes'), 'phone'),
  ]),
  file('опитування/Лист очікування.csv', 65, [
    column('Column 1', ({ person }) => NAME.short(person), 'person-name'),
    column('Column 2', (row) => row.phone('plus'), 'phone'),
    column('Column 3', ({ random }) => random.of(['так', 'ні'])),
  ]),
  file('музика/Репертуар.csv', 70, [
    column('Твір', ({ random }) =>
      random.of(['М. Лисенко. Боже великий', 'С. Людкевич. Кавказ', 'Моцарт. Реквієм', 'Щедрик']),
    ),
    column('Композитор', ({ random }) => NAME.initialsFirst(makePerson(random)), '?person-name'),
    column('Тривалість', ({ random }) => `${random.whole(1, 20)}:${random.whole(10, 59)}`),
  ]),
];
