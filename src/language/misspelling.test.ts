import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clippedWord, compoundParts, wordPairs } from './compounds.ts';
import { foldText } from './folding.ts';
import { fromLatin, onLatinLayout, onUkrainianLayout } from './keyboard.ts';
import { askedTokens, isStopWord } from './search-tokens.ts';
import { soundOf } from './sounds.ts';
import { mostTypingErrors, typingDistance } from './spelling.ts';
import { stemOf } from './stemming.ts';
import { transliterate } from './transliterate.ts';

const LETTERS = [...'абвгдежзийклмнопрстуфхцчшщьюяієї'];
const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));

describe('typingDistance', () => {
  it.each([
    ['петиція', 'петиція', 0],
    ['петеція', 'петиція', 0.6], // heard alike
    ['петуція', 'петиція', 1],
    ['зупнка', 'зупинка', 1],
    ['зупиинка', 'зупинка', 0.6], // typed twice
    ['ярамрок', 'ярмарок', 1], // swapped
    ['рарк', 'парк', 0.6], // beside each other on the keyboard
    ['сад', 'ліс', Number.POSITIVE_INFINITY],
  ])('%s → %s', (typed, right, distance) => {
    expect(typingDistance(typed, right, 2)).toBeCloseTo(distance);
    expect(typingDistance(right, typed, 2)).toBeCloseTo(distance);
  });

  it('is a distance: symmetric, zero for the same word alone, no more than letters changed', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = typingDistance(a, b);
        expect(distance).toBeCloseTo(typingDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('gives up past the limit and only there', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 1.6, 2.2), (a, b, limit) => {
        const whole = typingDistance(a, b);
        expect(typingDistance(a, b, limit)).toBe(whole <= limit ? whole : Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('allows short words no error and long ones two', () => {
    expect([3, 4, 7, 12].map(mostTypingErrors)).toEqual([0, 1, 1.6, 2.2]);
  });
});

describe('soundOf', () => {
  it.each([
    ['зупинк', 'zupynk', 'zupink', 'zupinck'],
    ['ярмарк', 'yarmark', 'jarmark', 'iarmark'],
    ['майданчик', 'maidanchyk', 'majdanchyk', 'maydanchik'],
    ['обєкт', 'obiekt', 'obyekt', 'objekt', 'obekt'],
    ['станція', 'stantsiia', 'stantsiya', 'stancja', 'stanciya'],
    ['щеплення', 'shcheplennia', 'scheplennya', 'shhepleña'.replace('ñ', 'nni')],
    ['харчування', 'kharchuvannia', 'xarchuvannja', 'harchuvannya'],
    ['згода', 'zghoda', 'zgoda', 'zhoda'.replace('zh', 'zgh')],
    ['бюджет', 'biudzhet', 'byudzhet', 'bjudzhet'],
  ])('%s and its Latin spellings are heard as one', (ukrainian, ...latin) => {
    for (const spelling of latin) expect(soundOf(spelling), spelling).toBe(soundOf(ukrainian));
  });

  it.each(
    'зупинка вулиця ярмарок обʼєкт будівництво енергія підприємство здоровʼя щеплення цивільний захист юридичний їдальня єдиний згорання харчування майданчик адміністративний'.split(
      ' ',
    ),
  )('hears КМУ 55 of «%s» as the word', (one) => {
    expect(soundOf(transliterate(one))).toBe(soundOf(foldText(one)));
  });
});

describe('compounds', () => {
  it.each([
    ['спортмайданчик', 'спортивний', 'майданчик'],
    ['дитсадок', 'дитячий', 'садок'],
    ['електротранспорт', 'електричний', 'транспорт'],
    ['медобладнання', 'медичний', 'обладнання'],
    ['енергоспоживання', 'енергія', 'споживання'],
  ])('%s is %s %s', (joined, first, rest) => {
    expect(compoundParts(joined).some((parts) => parts.first.includes(first) && parts.rest === rest)).toBe(true);
  });

  it('leaves words without a clipped beginning whole, and knows clipped words alone', () => {
    expect(compoundParts('зупинка')).toEqual([]);
    expect(compoundParts('мед')).toEqual([]);
    expect(clippedWord('мед')).toEqual(['медичний']);
    expect(clippedWord('зупинка')).toEqual([]);
  });

  it('cuts a word at every place, the linking vowel left out too', () => {
    const pairs = wordPairs('сміттєзвалище').map((pair) => pair.join(' '));
    expect(pairs).toContain('сміттє звалище');
    expect(pairs).toContain('смітт звалище');
    expect(wordPairs('сад')).toEqual([]);
  });
});

describe('askedTokens', () => {
  it('knows other layouts and letters of a word', () => {
    expect(askedTokens('pegbyrb')[0]?.layouts).toEqual(['зупинки']);
    expect(askedTokens('gtnbws]')[0]?.layouts[0]).toBe('петиції');
    expect(askedTokens('nhjktq,ec')[0]?.layouts[0]).toBe('тролейбус');
    expect(askedTokens('пеаі')[0]?.layouts).toEqual(['gtfs']);
    expect(askedTokens('шкoла')[0]?.stem).toBe(stemOf('школа'));
    expect(askedTokens('zupynky')[0]?.latin).toContain('зупинки');
  });

  it('leaves question words out unless there is nothing else', () => {
    expect(askedTokens('скільки коштує вода і де').map(({ word: one }) => one)).toEqual(['коштує', 'вода']);
    expect(askedTokens('де').map(({ word: one }) => one)).toEqual(['де']);
    expect([isStopWord('скільки'), isStopWord('вода')]).toEqual([true, false]);
  });

  it('goes both ways between the layouts', () => {
    for (const one of ['зупинки', 'гтфс', 'обєкт', 'їжак']) expect(onUkrainianLayout(onLatinLayout(one))).toBe(one);
    expect(onLatinLayout('пфкифпу')).toBe('garbage');
    expect(onLatinLayout('ыщи')).toBe('sob');
    expect(fromLatin('raion')).toContain('район');
  });

  it('reads Russian letters as Ukrainian ones', () => {
    expect(stemOf('площадкы')).toBe(stemOf('площадки'));
    expect(stemOf('подъезд')).toBe('подезд');
  });
});
