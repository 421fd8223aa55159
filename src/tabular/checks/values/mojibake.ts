import { sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const upper = (encoding: string): string =>
  new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128));
/** The characters of the bytes 128–255, in their order. */
const WESTERN = upper('windows-1252');
const CYRILLIC = upper('windows-1251');

/** UTF-8 read as a Western or as a Cyrillic page: «ÐšÐ¸Ñ—Ð²», «РљРёС—РІ»; read so twice it begins with «Ã». */
const WESTERN_PAIR = `[ÐÑ][\\x{0080}-\\x{00BF}${WESTERN.slice(0, 32).replace(/\p{Cc}/gu, '')}]`;
export const MOJIBAKE = `(?:${WESTERN_PAIR}){2}|Ã[\\x{0080}-\\x{00BF}‘].?Â|(?:[РС][\\x{00A0}-\\x{00BF}\\x{0401}-\\x{040F}\\x{0451}-\\x{045F}\\x{2013}-\\x{203A}\\x{20AC}\\x{2116}\\x{2122}Ґґ]){3,}`;

/** SQL: the bytes a text was made of under a page, read as UTF-8; NULL where they are none. */
function readAnew(value: string, page: string): string {
  const place = `strpos(${sqlText(page)}, c)`;
  const byte = `CASE WHEN ord(c) < 128 THEN printf('%02X', ord(c)) WHEN ${place} = 0 THEN 'no' ELSE printf('%02X', ${place} + 127) END`;
  return `try(decode(unhex(array_to_string(list_transform(string_split(${value}, ''), lambda c: ${byte}), ''))))`;
}

/** SQL: the text as it was before it was spoilt, once or twice; NULL where that cannot be told. */
function restored(value: string): string {
  const ways = [WESTERN, CYRILLIC].flatMap((page) => {
    const once = readAnew(value, page);
    return [once, readAnew(once, page)];
  });
  const good = `regexp_matches(w, '[А-Яа-яІіЇїЄєҐґ]{2}') AND NOT regexp_matches(w, ${sqlText(MOJIBAKE)})`;
  return `list_extract(list_filter([${ways.join(', ')}], lambda w: w IS NOT NULL AND ${good}), 1)`;
}

/** SQL, true where the letters were spoilt by a wrong encoding and can be brought back. */
export const isRestorable = (value: string): string =>
  `CASE WHEN regexp_matches(${value}, ${sqlText(MOJIBAKE)}) THEN (${restored(value)}) IS NOT NULL ELSE false END`;

/** Letters spoilt by reading them in a wrong encoding, once or twice, that can be brought back. */
export const mojibake: CellCheck = {
  code: 'mojibake',
  title: { uk: 'Літери зіпсовано кодуванням', en: 'Letters spoilt by an encoding' },
  why: {
    uk: 'Файл десь відкрили не в тому кодуванні й зберегли: замість «Київ» стоїть «РљРёС—РІ». Ні людина, ні пошук таке не прочитає, але слова можна повернути.',
    en: 'Somewhere the file was opened in a wrong encoding and saved: “РљРёС—РІ” stands for “Київ”. Neither people nor search can read it, but the words can be brought back.',
  },
  example: {
    before: lines('id,Місто', '1,РљРёС—РІ', '2,Львів', '3,Ð›ÑƒÑ†ÑŒÐº'),
    after: lines('id,Місто', '1,Київ', '2,Львів', '3,Луцьк'),
  },
  predicates: [{ code: 'mojibake', of: 'raw', digits: 'blind', family: 'faults', guard: MOJIBAKE, sql: isRestorable }],
  find({ profile, count }) {
    const n = count('mojibake');
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: true,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} літери зіпсовано чужим кодуванням («РљРёС—РІ» замість «Київ»). Повернемо слова, як були.`,
        en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} letters spoilt by a wrong encoding (“РљРёС—РІ” for “Київ”). We can bring the words back.`,
      },
      where: isRestorable,
    };
  },
  repair: (raw) =>
    `CASE WHEN regexp_matches(${raw}, ${sqlText(MOJIBAKE)}) THEN coalesce(${restored(raw)}, ${raw}) ELSE ${raw} END`,
};
