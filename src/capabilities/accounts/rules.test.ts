import { describe, expect, test } from 'vitest';
import { contrastWithWhite, DEFAULT_COLOUR, nearestReadable, tidyColour } from './community/colour-rules.ts';
import { colourFaults, katottgFaults, tidyKatottg } from './community/community-rules.ts';
import { layoutForms } from './signing-in/keyboard-layout.ts';
import { LEAKED_WORDS } from './signing-in/leaked-words.ts';
import { passwordFault } from './signing-in/password-rules.ts';
import { deviceInWords } from './signing-in/session-rules.ts';
import { isEdrpou } from './units/edrpou.ts';
import {
  depths,
  freeSlug,
  inTreeOrder,
  NOTHING_SAID,
  type StoredUnit,
  withDescendants,
  wouldMakeRing,
} from './units/unit-rules.ts';

describe('ЄДРПОУ', () => {
  test.each(['04054228', '04052206', '22883141', '04057287', '32855961', '37308812'])('%s is a code', (code) => {
    expect(isEdrpou(code)).toBe(true);
  });
  test.each(['32855968', '12345679', '01234567', '12345678', '00000000', '4054228', '', '0405422８'])(
    '%s is none',
    (code) => {
      expect(isEdrpou(code)).toBe(false);
    },
  );
});

describe('КАТОТТГ', () => {
  test('takes spaces and Cyrillic letters as people type them', () => {
    expect(tidyKatottg(' uа 53020110010112104 ')).toBe('UA53020110010112104');
    expect(katottgFaults(tidyKatottg('УА53020110010112104'))).toEqual([]);
  });
  test.each(['', 'UA5302011001011210', 'UA530201100101121045', 'XX53020110010112104'])('%s is none', (code) => {
    expect(katottgFaults(code).map((fault) => fault.field)).toEqual(['katottg']);
  });
});

describe('the colour', () => {
  test('is understood in the usual forms', () => {
    expect(tidyColour('1A5FB4')).toBe('#1a5fb4');
    expect(tidyColour('#15b')).toBe('#1155bb');
    expect(tidyColour('blue')).toBeNull();
  });
  test('of the product itself is readable', () => {
    expect(contrastWithWhite(DEFAULT_COLOUR)).toBeGreaterThanOrEqual(4.5);
    expect(contrastWithWhite('#ffffff')).toBe(1);
    expect(contrastWithWhite('#000000')).toBe(21);
  });
  test('below 4.5 : 1 is refused, with the nearest that passes', () => {
    const fault = colourFaults('#ffd700')[0];
    const offered = nearestReadable('#ffd700');
    expect(fault?.text.uk).toContain(offered);
    expect(fault?.text.en).toContain(offered);
    expect(contrastWithWhite(offered)).toBeGreaterThanOrEqual(4.5);
    expect(contrastWithWhite(offered)).toBeLessThan(4.7);
    expect(nearestReadable('#1a5fb4')).toBe('#1a5fb4');
  });
});

describe('a password', () => {
  const owner = { name: 'Олена Петренко', email: 'olena.petrenko@rada.example.ua' };
  test.each([
    ['коротко', 'щонайменше 12'],
    ['x'.repeat(129), '128'],
    ['Олена.Петренко', 'ім’я'],
    ['olena.petrenko@rada.example.ua', 'ім’я'],
    ['Olena-Petrenko', 'ім’я'],
    ['123456789012', 'відомих з витоків'],
    ['password2024!', 'відомих з витоків'],
    ['Пароль123456', 'відомих з витоків'],
    ['йцукенгшщзхї', 'відомих з витоків'],
    ['qwertyuiop12', 'відомих з витоків'],
    ['1q2w3e4r5t6y', 'відомих з витоків'],
    ['aaaaaaaaaaaa', 'відомих з витоків'],
    ['098765432109', 'відомих з витоків'],
    ['Слава Україні', 'відомих з витоків'],
    ['gfhjkm2024!!', 'відомих з витоків'], // «пароль» in the Latin layout
    ['зфіііцщкв2024', 'відомих з витоків'], // «password» in the Ukrainian one
    ['зфыыцщкв2024', 'відомих з витоків'], // and in the Russian one
    ['dragon-dragon', 'відомих з витоків'],
    ['mailcreated5240', 'відомих з витоків'],
  ])('«%s» is not taken', async (password, reason) => {
    expect((await passwordFault(password, owner))?.uk).toContain(reason);
  });
  test('of a leak is not taken, whatever digits are put to it and in whatever layout it is typed', async () => {
    const words = [...LEAKED_WORDS];
    expect(words).toHaveLength(49_233);
    const taken = async (forms: readonly string[]) => {
      const faults = await Promise.all(forms.map((form) => passwordFault(form, owner)));
      return forms.filter((_, at) => faults[at] === null);
    };
    expect(await taken(words)).toEqual([]); // the short ones for their length
    const core = words.filter((word) => [...word].length >= 4 && /\p{L}/u.test(word));
    expect(core.length).toBeGreaterThan(40_000);
    expect(await taken(core.map((word) => `${word}-20261129`))).toEqual([]);
    expect(await taken(core.map((word) => `${layoutForms(word).at(-1)}20261129`))).toEqual([]);
  });
  test.each(['вербові сережки цвітуть', 'Lnq83-vmzt-77', 'шість горобців на дроті'])(
    '«%s» is taken',
    async (password) => {
      expect(await passwordFault(password, owner)).toBeNull();
    },
  );
});

describe('the tree of units', () => {
  const unit = (id: string, parentId: string | null, name: string, edrpou: string | null = null): StoredUnit => ({
    id,
    parentId,
    name,
    slug: id,
    edrpou,
    ...NOTHING_SAID,
  });
  const units = [
    unit('water', 'board', 'КП «Водоканал»', '32855961'),
    unit('school', 'edu', 'Ліцей'),
    unit('sector', 'water', 'Сектор обліку'),
    unit('board', 'council', 'Виконком'),
    unit('council', null, 'Рада', '04054228'),
    unit('edu', 'board', 'Управління освіти'),
    unit('geo', 'board', 'Їдальня № 1'),
    unit('eco', 'board', 'Екологічний сектор'),
  ];

  test('stands in order, by the Ukrainian alphabet', () => {
    const ordered = inTreeOrder(units).map((each) => each.id);
    expect(ordered).toEqual(['council', 'board', 'eco', 'geo', 'water', 'sector', 'edu', 'school']);
  });
  test('shows the code of the nearest legal person above', () => {
    const shown = new Map(inTreeOrder(units).map((each) => [each.id, each.shownEdrpou]));
    expect(shown.get('sector')).toBe('32855961');
    expect(shown.get('school')).toBe('04054228');
  });
  test('knows depth, descendants and rings', () => {
    expect(depths(inTreeOrder(units)).get('school')).toBe(3);
    expect(withDescendants(units, 'board').toSorted()).toEqual([
      'board',
      'eco',
      'edu',
      'geo',
      'school',
      'sector',
      'water',
    ]);
    expect(withDescendants(units, 'nobody')).toEqual([]);
    expect(wouldMakeRing(units, 'board', 'school')).toBe(true);
    expect(wouldMakeRing(units, 'board', 'board')).toBe(true);
    expect(wouldMakeRing(units, 'edu', 'water')).toBe(false);
  });
  test('loses no unit whose parent is missing', () => {
    expect(inTreeOrder([unit('a', 'gone', 'А')]).map((each) => each.id)).toEqual(['a']);
  });
  test('gives each unit its own address part', () => {
    expect(freeSlug('litsei', new Set(['litsei', 'litsei-2']))).toBe('litsei-3');
  });
});

describe('devices', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0',
      'Edge, Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.5', 'Невідомий пристрій'],
  ])('%s', (userAgent, words) => {
    expect(deviceInWords(userAgent).uk).toBe(words);
  });
});
