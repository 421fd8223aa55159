import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** A random number generator with a seed, so that every run measures the same table. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const GIVEN = [
  'Олена',
  'Марія',
  'Ірина',
  'Оксана',
  'Наталія',
  'Андрій',
  'Богдан',
  'Василь',
  'Григорій',
  'Дмитро',
  'Юрій',
  'Ярослав',
];
const FAMILY = [
  'Вигаданенко',
  'Прикладчук',
  'Зразкова',
  'Уявний',
  'Шаблонюк',
  'Неіснуйко',
  'Тестівська',
  'Макетний',
  'Кресленик',
  'Ймовірна',
];
const PATRONYMIC = ['Іванівна', 'Петрівна', 'Степанівна', 'Олегівна', 'Іванович', 'Петрович', 'Степанович', 'Олегович'];
const STREETS = [
  'Шевченка',
  'Франка',
  'Лесі Українки',
  'Грушевського',
  'Незалежності',
  'Соборна',
  'Зелена',
  'Садова',
  'Миру',
  'Перемоги',
];
const TOWNS = [
  'Дрогобич',
  'Стебник',
  'Лішня',
  'Раневичі',
  'Снятинка',
  'Болехівці',
  'Рихтичі',
  'Нагуєвичі',
  'Медвежа',
  'Новошичі',
];
const DEEDS = [
  'Надання матеріальної допомоги на лікування згідно з поданою заявою',
  'Оформлення права користування земельною ділянкою для ведення садівництва',
  'Погодження встановлення тимчасової споруди для провадження діяльності',
  'Видача довідки про склад зареєстрованих у житловому приміщенні осіб',
  'Взяття на квартирний облік відповідно до рішення виконавчого комітету',
];
const STATES = ['Виконано', 'На розгляді', 'Відмовлено', 'Повернуто'];

const two = (n: number): string => String(n).padStart(2, '0');

/** Writes lines as fast as the disk takes them. */
async function writeLines(path: string, count: number, line: (at: number) => string): Promise<void> {
  const out = createWriteStream(path);
  let part = '';
  for (let at = 0; at < count; at += 1) {
    part += line(at);
    if (part.length < 1_000_000) continue;
    if (!out.write(part)) await once(out, 'drain');
    part = '';
  }
  out.end(part);
  await once(out, 'finish');
}

/** A register in Ukrainian with eight columns: invented people, addresses, deeds, with the faults that clerks make here and there. */
export async function writeRegister(path: string, rows: number): Promise<void> {
  const random = seeded(835);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  await writeLines(path, rows + 1, (at) => {
    if (at === 0) return 'Номер,ПІБ заявника,Адреса,Зміст звернення,Дата,Сума,Стан,Населений пункт\n';
    const name = `${any(FAMILY)} ${any(GIVEN)} ${any(PATRONYMIC)}${random() < 0.002 ? ' ' : ''}`;
    const address = `"вул. ${any(STREETS)}, ${1 + Math.floor(random() * 180)}, ${random() < 0.003 ? 'кв.  ' : 'кв. '}${1 + Math.floor(random() * 120)}"`;
    const deed = `"${any(DEEDS)}, заява № ${Math.floor(random() * 100_000)} від ${1 + Math.floor(random() * 28)} ${random() < 0.001 ? 'сiчня' : 'січня'}"`;
    const day = `${two(1 + Math.floor(random() * 28))}.${two(1 + Math.floor(random() * 12))}.${2015 + Math.floor(random() * 10)}`;
    const money = `"${Math.floor(random() * 20_000)},${two(Math.floor(random() * 100))}"`;
    return `ЗВ-${String(at).padStart(7, '0')},${name},${address},${deed},${day},${money},${any(STATES)},${any(TOWNS)}\n`;
  });
}

/** A table as wide as forms grow: numbers, words, dates and gaps. */
export async function writeWideTable(path: string, columns: number, rows: number): Promise<void> {
  const random = seeded(2_000);
  await writeLines(path, rows + 1, (at) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      if (at === 0) return `Показник ${column + 1}`;
      if (random() < 0.1) return '';
      const way = column % 5;
      if (way === 0) return String(Math.floor(random() * 1_000_000));
      if (way === 1) return `${two(1 + Math.floor(random() * 28))}.${two(1 + Math.floor(random() * 12))}.2024`;
      if (way === 2) return STATES[Math.floor(random() * STATES.length)] ?? '';
      if (way === 3) return `${Math.floor(random() * 1_000)}.${two(Math.floor(random() * 100))}`;
      return `${STREETS[Math.floor(random() * STREETS.length)]} ${Math.floor(random() * 10_000)}`;
    });
    return `${cells.join(',')}\n`;
  });
}
