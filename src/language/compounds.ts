/** Words joined into one, as people do («спортмайданчик», «енергоспоживання»), taken apart. Pure; for search only. */

/** Clipped first part → the words it may stand for. */
const FIRST_PARTS: Readonly<Record<string, readonly string[]>> = {
  спорт: ['спортивний'],
  дит: ['дитячий', 'діти'],
  дош: ['дошкільний'],
  авто: ['автомобільний', 'автобус'],
  електро: ['електричний', 'електронний'],
  енерго: ['енергія', 'енергетичний'],
  тепло: ['теплова', 'тепло'],
  водо: ['вода'],
  газо: ['газ'],
  мед: ['медичний'],
  мікро: ['мікро'],
  буд: ['будівельний', 'будівля', 'будівництво'],
  держ: ['державний'],
  міськ: ['міський'],
  рай: ['районний', 'район'],
  обл: ['обласний', 'область'],
  тех: ['технічний'],
  еко: ['екологічний'],
  вело: ['велосипедний'],
  відео: ['відео', 'відеоспостереження'],
  фін: ['фінансовий'],
  фото: ['фото'],
  ком: ['комунальний'],
  зем: ['земельний'],
  земле: ['земельний', 'земля'],
  житло: ['житловий', 'житло'],
  спец: ['спеціальний'],
  соц: ['соціальний'],
  гум: ['гуманітарний'],
  вет: ['ветеринарний'],
  інвест: ['інвестиційний'],
  нац: ['національний'],
  орг: ['організаційний'],
  сміттє: ['сміття', 'відходи'],
  транс: ['транспорт'],
  пас: ['пасажирський'],
  госп: ['господарський', 'підприємницький'],
  проф: ['професійний'],
  пед: ['педагогічний'],
  культ: ['культурний'],
  благо: ['благоустрій', 'благодійний'],
  бомбо: ['захисний'],
  адмін: ['адміністративний'],
  техно: ['технічний'],
  шляхо: ['дорога'],
  дорожньо: ['дорога'],
  меди: ['медичний'],
  вантажо: ['вантажний'],
  пасажиро: ['пасажирський'],
  лісо: ['ліс'],
  місто: ['місто', 'міський'],
  втор: ['вторинний'],
  бюдж: ['бюджет'],
  квар: ['квартирний'],
  кварт: ['квартирний'],
  парк: ['паркування'],
  парко: ['паркування'],
  муні: ['міський'],
  інфо: ['інформація'],
  реєстро: ['реєстр'],
  норм: ['нормативний'],
  нормативно: ['нормативний'],
  прибуд: ['прибудинковий'],
  санітарно: ['санітарний'],
  харч: ['харчування'],
  торг: ['торгівля'],
  рекламо: ['реклама'],
  сніго: ['сніг'],
  дерево: ['дерева'],
  зелен: ['зелений'],
  зоо: ['тварини'],
  юр: ['юридичний'],
  гео: ['геопросторовий'],
  пром: ['промисловий'],
  агро: ['аграрний'],
  сільгосп: ['сільськогосподарський'],
  навч: ['навчальний'],
  тимч: ['тимчасовий'],
  міжнар: ['міжнародний'],
  кап: ['капітальний'],
  реґ: ['регуляторний'],
  рег: ['регуляторний', 'регіональний'],
  цив: ['цивільний'],
};

const LEAST_REST = 4;

/** A word taken apart: what its beginning may stand for, and the rest as written. */
export interface CompoundParts {
  readonly first: readonly string[];
  readonly rest: string;
}

/** The ways to read a folded word as a clipped first part and another word, the longest first part first. */
export function compoundParts(word: string): CompoundParts[] {
  const parts: CompoundParts[] = [];
  for (let at = Math.min(10, word.length - LEAST_REST); at >= 2; at -= 1) {
    const first = FIRST_PARTS[word.slice(0, at)];
    if (first) parts.push({ first, rest: word.slice(at) });
  }
  return parts;
}

/** What a clipped word alone may stand for: «мед», «спорт», «фін». */
export function clippedWord(word: string): readonly string[] {
  return FIRST_PARTS[word] ?? [];
}

/** The ways to cut a word into two words, a linking vowel left out of the first: «сміттєзвалище» → «сміттє» and «звалище». */
export function wordPairs(word: string): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 3; at <= word.length - LEAST_REST; at += 1) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    pairs.push([one, other]);
    if (/[оеєиі]$/u.test(one) && one.length >= 5) pairs.push([one.slice(0, -1), other]);
  }
  return pairs;
}
