import { describe, expect, it } from 'vitest';
import { findCitations, impossibleDate, orderLineOf, parseOrderLine } from './index.ts';

const briefly = (text: string) =>
  findCitations(text).map(({ kind, issuer, number, date, articles }) => [kind, issuer, date, number, ...articles]);

describe('citations of the texts cities write', () => {
  it('a resolution of the government, its number with and without a space, and with a wrong date as it stands', () => {
    const lead = 'згідно з постановою Кабінету Міністрів України від';
    const title = '«Про затвердження Положення про набори даних, які підлягають оприлюдненню у формі відкритих даних»';
    const resolution = (date: string) => [['government-resolution', 'Кабінету Міністрів України', date, '835']];
    expect(briefly(`${lead} 21.10.2015 № 835 ${title}`)).toEqual(resolution('2015-10-21'));
    expect(briefly(`${lead} 21.10.2015 №835 ${title} (зі змінами)`)).toEqual(resolution('2015-10-21'));
    expect(briefly(`${lead} 25.10.2015 № 835 ${title} зі змінами`)).toEqual(resolution('2015-10-25'));
    expect(briefly('25.10.2015 № 835')).toEqual([[null, '', '2015-10-25', '835']]);
  });

  it('laws by name, one, several in a row, with date and number or with articles before them', () => {
    expect(
      briefly('на виконання Закону України «Про доступ до публічної інформації» від 13.01.2011 № 2939-VI,'),
    ).toEqual([['law', '', '2011-01-13', '2939-VI']]);
    expect(briefly('Закон 13.01.2011 № 2939-VI')).toEqual([['law', '', '2011-01-13', '2939-VI']]);
    const several =
      'відповідно до статей 34, 40 Конституції України, Законів України «Про інформацію», «Про доступ до публічної інформації» (в частині змін від 21.04.2015), «Про місцеве самоврядування в Україні»';
    expect(findCitations(several).map(({ title, articles }) => [title, ...articles])).toEqual([
      ['Конституція України', 'ст. 34', 'ст. 40'],
      ['Про інформацію'],
      ['Про доступ до публічної інформації'],
      ['Про місцеве самоврядування в Україні'],
    ]);
    const self = 'Закону України «Про місцеве самоврядування в Україні»';
    const articles = ['ст. 40', 'ч. 1 ст. 52', 'ч. 6 ст. 59'];
    expect(briefly(`керуючись ст.40, частиною 1 ст. 52, частиною 6 ст. 59 ${self}`)).toEqual([
      ['law', '', null, '', ...articles],
    ]);
    expect(briefly('ст. 40, ч. 1 ст. 52, ч. 6 ст. 59 «Про місцеве самоврядування»')).toEqual([
      ['law', '', null, '', ...articles],
    ]);
    expect(briefly('ст. 13, 24, 6 «Про доступ до публічної інформації»')).toEqual([
      ['law', '', null, '', 'ст. 13', 'ст. 24', 'ст. 6'],
    ]);
    expect(briefly('Згідно з ст. 5 Закону України  “Про захист персональних даних”, не є')).toEqual([
      ['law', '', null, '', 'ст. 5'],
    ]);
    expect(briefly('у статті 13 Закону України «Про доступ»; статтею 6 Закону України "Про доступ"')).toEqual([
      ['law', '', null, '', 'ст. 13'],
      ['law', '', null, '', 'ст. 6'],
    ]);
    const code = 'Кодексу України про адміністративні правопорушення';
    expect(briefly(`Відповідно до ст. 212-3 ${code}`)).toEqual([['code', '', null, '', 'ст. 212-3']]);
    expect(briefly('ст. 212-3 КУпАП; ст. 6 ч. 2 Закону України «Про доступ»')).toEqual([
      ['code', '', null, '', 'ст. 212-3'],
      ['law', '', null, '', 'ч. 2 ст. 6'],
    ]);
  });

  it('a letterhead: issuer above, date in words, place and number on lines of their own, title below on two lines', () => {
    const head =
      'ВИКОНАВЧИЙ КОМІТЕТ\n\nРІШЕННЯ \n\nвід «26» лютого 2024 року\n\nм. Вербів\n\n   \n№87\nПро затвердження Плану дій \nз реалізації політики відкритих даних\n\nу Вербівській міській раді на 2024 - 2026 роки \n\nЗ метою забезпечення';
    expect(findCitations(head)[0]).toMatchObject({
      kind: 'executive-decision',
      issuer: 'виконавчий комітет',
      number: '87',
      date: '2024-02-26',
      title:
        'Про затвердження Плану дій з реалізації політики відкритих даних у Вербівській міській раді на 2024 - 2026 роки',
    });
    const annex = 'Додаток \n\n   до рішення виконкому міської ради \n\n  від «26» лютого 2024 року № 87\nПЛАН ДІЙ';
    expect(briefly(annex)).toEqual([['executive-decision', 'виконкому міської ради', '2024-02-26', '87']]);
  });

  it('one resolution after another shares its issuer; a title whose quote was never closed does not eat the next one', () => {
    const text =
      'постанов Кабінету Міністрів України від 21.10.2015 № 835 «Про затвердження Положення», від 30.11.2016 №867 “Деякі питання оприлюднення (затвердження Порядку ведення порталу) та інших актів, а також рішенням Виконавчого комітету Вербівської міської ради від 15.06.2017 р. №136 “Про приєднання міста до Хартії”.';
    expect(briefly(text)).toEqual([
      ['government-resolution', 'Кабінету Міністрів України', '2015-10-21', '835'],
      ['government-resolution', 'Кабінету Міністрів України', '2016-11-30', '867'],
      ['executive-decision', 'Виконавчого комітету Вербівської міської ради', '2017-06-15', '136'],
    ]);
    expect(findCitations(text).map(({ title }) => title)).toEqual([
      'Про затвердження Положення',
      'Деякі питання оприлюднення (затвердження Порядку ведення порталу)',
      'Про приєднання міста до Хартії',
    ]);
  });

  it('orders of the mayor inside a sentence, one cited twice, one broken over a line', () => {
    const text =
      'плану дій, затвердженого розпорядженням міського голови від 07.03.2024 № 123; план дій, затвердженого розпорядженням міського голови від 07.03.2024 № 123.';
    const order = ['mayor-order', 'міського голови', '2024-03-07', '123'];
    expect(briefly(text)).toEqual([order, order]);
    const broken =
      'відповідно до розпорядження міського голови від \n06.11.2025 № 728 «Про проведення інформаційного аудиту у 2025 році». \n Метою';
    expect(findCitations(broken)).toMatchObject([
      {
        kind: 'mayor-order',
        number: '728',
        date: '2025-11-06',
        title: 'Про проведення інформаційного аудиту у 2025 році',
      },
    ]);
    const [found] = findCitations(broken);
    expect(broken.slice(found?.dateAt?.start, found?.dateAt?.end)).toBe('06.11.2025');
  });

  it('drafts: blanks in the place of date and number', () => {
    expect(briefly('Додаток\n до розпорядження міського голови\n ______№______\n\nПлан дій')).toEqual([
      ['mayor-order', 'міського голови', null, ''],
    ]);
    const order =
      ' ВЕРБІВСЬКИЙ  МІСЬКИЙ  ГОЛОВА\n\nРОЗПОРЯДЖЕННЯ\n\n_________     Вербів     №_______\n\n\nПро приєднання до Хартії  \n\nВідповідно';
    expect(findCitations(order)).toMatchObject([
      { kind: 'mayor-order', date: null, number: '', title: 'Про приєднання до Хартії' },
    ]);
    expect(findCitations(' від _____№____\nПоложення про відкриті дані \n\nВербівської ради')).toMatchObject([
      { kind: 'regulation', date: null, number: '', title: 'Положення про відкриті дані' },
    ]);
  });

  it('what is no citation is none: sums, a day of no month, a number far from any kind', () => {
    for (const text of ['Кабінет № 5', 'станом на 01.10.2026', 'тел. 067 000 00 00', 'переказ № 5', '']) {
      expect(briefly(text), text).toEqual([]);
    }
    expect(briefly('розпорядження міського голови від 31.02.2025 № 7')).toEqual([
      ['mayor-order', 'міського голови', null, '7'],
    ]);
  });
});

describe('one pasted line', () => {
  it('becomes the fields of an order, what is left out stays empty, and is written back the same', () => {
    const line =
      'розпорядження міського голови від 06.11.2025 № 728 «Про проведення інформаційного аудиту у 2025 році»';
    const order = parseOrderLine(line);
    expect(order).toEqual({
      kind: 'mayor-order',
      issuer: 'міського голови',
      number: '728',
      date: '2025-11-06',
      title: 'Про проведення інформаційного аудиту у 2025 році',
    });
    expect(orderLineOf(order)).toBe(line);
    expect(parseOrderLine('рішення сорокової сесії міської ради № 12/3 від 5 травня 2025 року')).toMatchObject({
      kind: 'council-decision',
      number: '12/3',
      date: '2025-05-05',
    });
    expect(parseOrderLine('розпорядження міського голови № 12')).toMatchObject({ number: '12', date: null });
    expect(parseOrderLine('наказ департаменту фінансів від 01.02.2026 «Про призначення»')).toMatchObject({
      kind: 'unit-order',
      issuer: 'департаменту фінансів',
      number: '',
      title: 'Про призначення',
    });
    expect(parseOrderLine('розпорядження «Про відповідальних»')).toMatchObject({
      kind: 'mayor-order',
      title: 'Про відповідальних',
    });
    expect(
      parseOrderLine('наказ відділу освіти №12-ОД від 3 березня 2026 р. про визначення відповідальних осіб'),
    ).toEqual({
      kind: 'unit-order',
      issuer: 'відділу освіти',
      number: '12-ОД',
      date: '2026-03-03',
      title: 'Про визначення відповідальних осіб',
    });
    expect(parseOrderLine('Рішення Вербівської міської ради 24/1 від 01/02/2025 Про затвердження')).toEqual({
      kind: 'council-decision',
      issuer: 'Вербівської міської ради',
      number: '24/1',
      date: '2025-02-01',
      title: 'Про затвердження',
    });
    expect(parseOrderLine('728 06.11.2025')).toMatchObject({ kind: null, number: '728', date: '2025-11-06' });
    expect(impossibleDate('розпорядження від 31.02.2026 № 7')).toBe('31.02.2026');
    expect(impossibleDate('розпорядження від 28.02.2026 № 7')).toBeNull();
    expect(parseOrderLine('рішення виконкому № 87 від 09.11.26 «Про затвердження»')).toMatchObject({
      kind: 'executive-decision',
      number: '87',
      date: null,
      title: 'Про затвердження',
    });
    expect(parseOrderLine('наказ від «26» лютого 2024 року № 12')).toMatchObject({ date: '2024-02-26', title: '' });
    expect(parseOrderLine('хто його знає')).toEqual({ kind: null, issuer: '', number: '', date: null, title: '' });
  });
});
