import { layoutForms } from './keyboard-layout.ts';

/** Our own offline list of the passwords that are tried first here; those of the world's leaks are in leaked-words.ts. */

/** Words that stand alone or with digits and signs after them: «password2024!», «йцукен12345». */
const WORDS =
  `password passw0rd p@ssword p@ssw0rd pass parol parole пароль пароли парол qwerty qwertyui qwertyuiop qwert qwe
asdfgh asdfghjkl asdf zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc йцукен йцукенг йцукенгшщз йцукенгшщзхї фівапролдж
фівапр ячсмить admin administrator administration адмін адміністратор root user guest test testing welcome letmein
changeme change secret login master superman batman dragon monkey football baseball iloveyou princess sunshine shadow
michael jordan abc abcd abcdef abcdefg abcdefgh abcdefghij ukraine ukraina україна слава славаукраїні slavaukraini
slava героямслава kyiv kiev київ lviv львів харків одеса дніпро poltava vinnytsia vidkryto відкрито opendata
відкритідані rada council miskrada міськрада сільрада виконком громада hromada vykonkom love кохання люблю natasha
наташа оксана oksana tetiana тетяна olena олена svitlana світлана ivan іван andrii андрій oleksandr олександр
internet computer компютер samsung google windows microsoft facebook whatever trustno starwars pokemon liverpool
chelsea arsenal dynamo динамо shakhtar шахтар hello helloworld привіт`
    .split(/\s+/)
    .filter((word) => word !== '');

/** Whole passwords and keyboard walks. */
const WHOLE =
  `1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3e 1q2w3e4r1q2w3e4r q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 zaq1zaq1zaq1
zaq12wsx12 qwer1234qwer qwerty1qaz 1234qwerasdf 123qweasdzxc 123qwe123qwe qwe123qwe123 asd123asd123 abc123abc123
a1b2c3d4e5 aa123456aa aa12345678 a123456789 q123456789 z123456789 1234567890q 1234567890a 123456789q 123456789a
0987654321 1029384756 0123456789 9876543210 1122334455 1212121212 1231231231 123123123123 1357924680 147258369 1470258369
147258369a 741852963a 7418529630 159357456a 11223344556677 112233445566 123321123321 1234554321 qwertyqwerty
йцукенйцукен пароль123пароль parolparol passwordpassword adminadmin administrator1 iloveyou12 superadmin rootroot12
changemenow letmein123 welcome123 thisisapassword mypassword моїпаролі мійпароль correcthorsebatterystaple
йфяцічувс йфяцічувсм qазwsx12345 1й2ц3у4к5е ййццууккее`
    .split(/\s+/)
    .filter((word) => word !== '');

const known = new Set([...WORDS, ...WHOLE]);
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  'qwertyuiop',
  'йцукенгшщзхї',
];

/** Shorter pieces stand in any password by chance. */
const LEAST_WORD = 4;

/** «123123123123», «dragondragon»: what is repeated, or null. */
function repeatedPiece(text: string): string | null {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? null;
}

/** «1234567890», «0987654321», «abcdefghij»: a run along the alphabet, the digits or the keyboard, either way. */
function isRun(text: string): boolean {
  const backwards = [...text].reverse().join('');
  return ROWS.some((row) => `${row}${row}`.includes(text) || `${row}${row}`.includes(backwards));
}

/**
 * What a password is made around: its pieces with ever fewer digits and signs at both ends. «kev123-2026» has «kev123» and «kev» among its pieces.
 * A piece of digits alone counts when it is half of the whole, because long numbers have some known year in them.
 */
function coresOf(text: string): string[] {
  const lead = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0;
  const trail = /[^\p{L}]*$/u.exec(text)?.[0].length ?? 0;
  const cores = new Set<string>();
  for (let from = 0; from <= lead; from += 1) {
    for (let to = text.length; to >= text.length - trail && to - from >= LEAST_WORD; to -= 1) {
      const piece = text.slice(from, to);
      if (/\p{L}/u.test(piece) || piece.length * 2 >= text.length) cores.add(piece);
    }
  }
  return [...cores];
}

/**
 * True for a password that is tried first: a known word or walk, also typed in another layout, repeated, or with digits and signs put around it.
 * @param leaked words of leaked passwords, lower case
 */
export function isBestKnown(password: string, leaked: ReadonlySet<string>): boolean {
  const text = password.normalize('NFC').toLowerCase().trim();
  const letters = text.replace(/[^\p{L}\p{N}@]/gu, '');
  const core = letters.replace(/^[\d@]+|[\d@]+$/g, '');
  const piece = repeatedPiece(letters);
  if (isRun(letters) || (core === '' && isRun(letters.slice(0, 8)))) return true;
  if (piece !== null && piece.length <= LEAST_WORD) return true;
  const isKnown = (word: string) => layoutForms(word).some((form) => known.has(form) || leaked.has(form));
  return [...coresOf(text), ...coresOf(letters), piece ?? ''].some(isKnown);
}
