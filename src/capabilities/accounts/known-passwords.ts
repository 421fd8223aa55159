/** A small offline list of the passwords that are tried first; only what can reach ten characters matters. Pure. */

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

/** «aaaaaaaaaa», «ababababab», «123123123123»: one short piece over and over. */
function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+$/u.test(text);
}

/** «1234567890», «0987654321», «abcdefghij»: a run along the alphabet, the digits or the keyboard, either way. */
function isRun(text: string): boolean {
  const backwards = [...text].reverse().join('');
  return ROWS.some((row) => `${row}${row}`.includes(text) || `${row}${row}`.includes(backwards));
}

/** True for a password that is tried first; digits and signs put around a known word do not save it. */
export function isBestKnown(password: string): boolean {
  const text = password.normalize('NFC').toLowerCase().trim();
  const letters = text.replace(/[^\p{L}\p{N}@]/gu, '');
  const core = letters.replace(/^[\d@]+|[\d@]+$/g, '');
  if (known.has(text) || known.has(letters) || isRepetition(letters) || isRun(letters)) return true;
  return known.has(core) || (core === '' && isRun(letters.slice(0, 8)));
}
