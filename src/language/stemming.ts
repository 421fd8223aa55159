/**
 * The common part of a Ukrainian word's forms, for search: «школа», «шкіл», «школах» give one stem. Pure.
 *
 * The stem is a key, not a word. It is made in three steps: an ending of declension is taken off; letters that alternate at the end of
 * a stem (г/з, к/ц, х/с, і/о/е, the fleeting о/е) are written in one way. Every rule depends only on what is left, so a rule that is
 * "wrong" for a word is wrong for all its forms alike, and they still meet.
 */

const LETTERS = /^[а-яёіїєґʼ]+$/u;

/** Letters that only Russian has, read as the Ukrainian ones: «площадкы» of no language meets «площадки». */
const RUSSIAN: Readonly<Record<string, string>> = { ы: 'и', э: 'е', ё: 'е', ъ: '' };
const VOWEL = /[аеиіоуюя]/u;
const LEAST = 3;

/** Whole words no rule can join: supplied by hand, all forms folded (є → е, ї → і). */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'ден: день дня дню днем дні днів дням днями днях',
    'дит: дитина дитини дитині дитину дитиною дитино діти дітей дітям дітьми дітях дитин',
    'люд: людина людини людині людину людиною люди людей людям людьми людях',
    'церк: церква церкви церкві церкву церквою церков церквам церквах церквами',
    'імен: імя імені іменем імена імен іменам іменами іменах',
    'сімя: сімя сімі сімю сімею сімей сімям сімях сімями',
    'річ: річ речі речей речам речах речами річчю',
    // «лік…» of any rule meets «лок…»; «вод…» would join water, drivers and video; «гол…», «дор…», «мож…» likewise
    'ліки: ліки ліків лікам ліками ліках',
    'водій: водій водія водію водіем водіі водіів водіям водіями водіях',
    'відео: відео',
    'гілля: гілля гіллю гіллям гіллі',
    'дерев: дерево дерева дереву деревом дереві дерев деревам деревами деревах деревья деревьев',
    'межа: межа межі межу межею меж межам межами межах',
    'ідея: ідея ідеі ідею ідеею ідей ідеям ідеями ідеях',
    'ліцей: ліцей ліцею ліцеі ліцеів ліцеем ліцеям ліцеях ліцеями',
    'пес: пес пса псу псом псі пси псів псам псами псах песик песики песиків',
    'кошт: кошти коштів коштам коштами коштах',
  ].flatMap((line) => {
    const [stem = '', forms = ''] = line.split(': ');
    return forms.split(' ').map((form) => [form, stem] as const);
  }),
);

/** Endings from the longest; -ій and -ия go before this list. */
const ENDINGS = [
  'ього ьому ових'.split(' '),
  'ами ями ими іми ові еві ого ому ьої ьою'.split(' '),
  'ам ям ах ях ою ею ої ом ем ім ів ей ий ій их іх им ої'.split(' '),
  'а я о е и і у ю ь й'.split(' '),
].flat();

const VERBAL = /(?:у|ю)(?:вати(?:ся|сь)?|ють(?:ся)?|еть(?:ся)?|ємо|емо|еш|е|вав|вавши|ючи)$/u;

function withoutVerbEnding(word: string): string {
  // «паркується», «паркувати», «рекомендований» meet «паркування», «рекомендування»
  const joined = word.replace(VERBAL, 'уван').replace(/ован(?=$|[аиіоеую]|ий|ого|ому|ої|ою|их|им|ими|ій)/u, 'уван');
  return joined.length >= 6 ? joined : word;
}

function withoutEnding(word: string): string {
  // «станція», «станцій», «станціями»: the «і» after «ц» stays, or stations would meet machine tools («станок»)
  const iotated = /^(.{2,}ці)(?:я|і|ю|ею|й|ям|ями|ях)$/u.exec(word);
  if (iotated?.[1]) return iotated[1];
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= LEAST) {
      const rest = word.slice(0, -ending.length);
      if (VOWEL.test(rest)) return rest;
    }
  }
  return word;
}

/** «програм» is both the stem of «програма» and «прогр» with the ending -ам: both become the latter. */
function withoutSecondEnding(stem: string): string {
  const match = /^(.{3,}?)(?:ам|ям|ем|ом|им|ах|ях|ів|ов|ев)$/u.exec(stem);
  return match?.[1] && VOWEL.test(match[1]) ? match[1] : stem;
}

function withoutTrailingVowel(stem: string): string {
  if (stem.endsWith('ці')) return stem;
  return stem.length > LEAST && VOWEL.test(stem.slice(-1)) ? stem.slice(0, -1) : stem;
}

const LAST_CONSONANT: Readonly<Record<string, string>> = { ц: 'к', з: 'г', х: 'с' };

function withOneConsonant(stem: string): string {
  const single = stem
    .replace(/ь$/u, '')
    .replace(/(.)\1$/u, '$1')
    .replace(/ль([нц])$/u, 'л$1');
  const last = single.slice(-1);
  return single.slice(0, -1) + (LAST_CONSONANT[last] ?? last);
}

function withOneVowel(stem: string): string {
  if (stem.length >= 6) {
    const abstract = stem.replace(/іст$/u, 'ост');
    if (abstract !== stem) return abstract;
  }
  // the vowel of the last closed syllable: шкіл/школ, сіл/сел, договір/договор
  const same = stem.replace(/[іе]([бвгґджзклмнпрстфхцчшщй])$/u, 'о$1');
  // the fleeting vowel: зупинок/зупинк, земел/земл, рівен/рівн
  const fleeting = /^(.*[бвгґджзйклмнпрстфхцчшщь])о([кнлрв])$/u.exec(same);
  const before = fleeting?.[1]?.replace(/льк?$/u, (end) => end.replace('ь', ''));
  if (fleeting?.[2] && before && before.length >= 2 && VOWEL.test(before)) return before + fleeting[2];
  return same;
}

/**
 * Stem of one folded word (see `foldText`). Words in other letters, with digits, or shorter than three letters come back as they are, apart
 * from a plain English plural.
 */
export function stemOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return word.length > 4 ? word.replace(/(?<=[^su])s$/, '') : word;
  if (!LETTERS.test(word)) return word;
  const ukrainian = word.replace(/[ыэёъ]/gu, (letter) => RUSSIAN[letter] ?? '');
  const plain = ukrainian.replaceAll('є', 'е').replaceAll('ї', 'і').replaceAll('ґ', 'г');
  const known = IRREGULAR[plain];
  if (known !== undefined) return known;
  if (plain.length < LEAST) return plain;
  const stem = withoutTrailingVowel(withoutEnding(withoutVerbEnding(plain)));
  return withOneVowel(withoutSecondEnding(withOneConsonant(stem)));
}
