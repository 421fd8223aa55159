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
const PATRONYMIC = ['Іванівна', 'Петрівна', 'Степанівна', 'Олегівна', 'Іванович', 'Петрович', 'Степанович', 'Олегович'];
const SYLLABLES = [
  'ва',
  'го',
  'ді',
  'жу',
  'зе',
  'кі',
  'лу',
  'ми',
  'но',
  'па',
  'ре',
  'су',
  'ти',
  'хо',
  'ча',
  'ше',
  'щу',
  'ґа',
  'ї',
  'я',
];
const ENDINGS = ['енко', 'чук', 'ський', 'юк', 'ів', 'ова', 'цька', 'ишин'];
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
const WORDS =
  'надання матеріальної допомоги лікування заява земельна ділянка садівництво погодження тимчасової споруди провадження діяльності довідка склад зареєстрованих житлове приміщення квартирний облік рішення виконавчого комітету ремонт дороги освітлення вулиці дитячий садок черга пільги компенсація оплата комунальних послуг встановлення зупинки озеленення двору під’їзд об’єднання співвласників дозвіл торгівля'.split(
    ' ',
  );
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
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const invented = () => capital(any(SYLLABLES) + any(SYLLABLES) + any(SYLLABLES) + any(ENDINGS));
  const sentence = () => capital(Array.from({ length: 5 + Math.floor(random() * 6) }, () => any(WORDS)).join(' '));
  await writeLines(path, rows + 1, (at) => {
    if (at === 0) return 'Номер,ПІБ заявника,Адреса,Зміст звернення,Дата,Сума,Стан,Населений пункт\n';
    const name = `${invented()} ${any(GIVEN)} ${any(PATRONYMIC)}${random() < 0.002 ? ' ' : ''}`;
    const address = `"вул. ${invented()}, ${1 + Math.floor(random() * 180)}, ${random() < 0.003 ? 'кв.  ' : 'кв. '}${1 + Math.floor(random() * 120)}"`;
    const deed = `"${sentence()}, ${random() < 0.001 ? 'сiчень' : 'січень'}"`;
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
      return `${SYLLABLES[Math.floor(random() * SYLLABLES.length)]} ${Math.floor(random() * 10_000)}`;
    });
    return `${cells.join(',')}\n`;
  });
}
