import { describe, expect, test } from 'vitest';
import { DETECTOR_CODES, type DetectorCode, type PersonalSign, type Whose } from '../../../tabular/detectors/sign.ts';
import { type Decision, DecisionWish } from './decision.ts';
import { contentOf, faultsOfWish } from './decision-rules.ts';
import { GROUNDS } from './ground.ts';
import { proposalOf, proposalOfColumn } from './proposal-rules.ts';
import { isSpecial, needsDecision, undecidedSigns } from './sign-rules.ts';

const sign = (code: DetectorCode, whose: Whose = 'person', change: Partial<PersonalSign> = {}): PersonalSign => ({
  code,
  column: 0,
  columnTitle: 'Стовпець',
  count: 10,
  share: 1,
  confidence: 0.95,
  whose,
  why: { uk: 'так', en: 'so' },
  rows: [1, 2],
  ...change,
});

const decided = (wish: Partial<DecisionWish>, signs: readonly PersonalSign[]): Decision => ({
  ...contentOf(
    DecisionWish.parse({ columnTitle: 'Стовпець', way: 'remove', ...wish }),
    { signs, columns: [] },
    '2026-11-29',
  ),
  id: 'one',
  datasetId: 'set',
  resourceId: 'table',
  state: 'made',
  decidedBy: 'Ірина Вигадана',
  decidedAt: new Date('2026-11-29T10:00:00Z'),
});

const faults = (wish: Partial<DecisionWish>, signs: readonly PersonalSign[]) =>
  faultsOfWish(DecisionWish.parse({ columnTitle: 'Стовпець', way: 'keep', ...wish }), { signs, columns: [] }).map(
    ({ field }) => field,
  );

describe('what asks for a decision', () => {
  test('everything but a sure contact of an organisation', () => {
    expect(needsDecision(sign('phone', 'organization'))).toBe(false);
    expect(needsDecision(sign('phone', 'organization', { confidence: 0.6 }))).toBe(true);
    expect(needsDecision(sign('phone', 'unclear'))).toBe(true);
    for (const code of ['tax-number', 'birth-date', 'health', 'person-name'] as const)
      expect(needsDecision(sign(code, 'organization')), code).toBe(true);
  });

  test('a decision answers its signs in its column; what removes a column answers all', () => {
    const phone = sign('phone');
    const name = sign('person-name');
    expect(undecidedSigns([phone], [])).toEqual([phone]);
    expect(undecidedSigns([phone, name], [decided({ way: 'mask' }, [phone])])).toEqual([name]);
    expect(undecidedSigns([phone, name], [decided({ way: 'remove' }, [phone])])).toEqual([]);
    expect(undecidedSigns([{ ...phone, columnTitle: 'Інший' }], [decided({}, [phone])])).toHaveLength(1);
    expect(undecidedSigns([phone], [{ ...decided({}, [phone]), state: 'waiting' }])).toHaveLength(1);
  });

  test('what was kept as an official’s is asked again when it turns out to be a private person’s', () => {
    const keep = decided({ way: 'keep', groundCode: 'official-powers' }, [sign('phone', 'official')]);
    expect(undecidedSigns([sign('phone', 'official')], [keep])).toEqual([]);
    expect(undecidedSigns([sign('phone', 'person')], [keep])).toHaveLength(1);
    const byLaw = decided({ way: 'keep', groundCode: 'law' }, [sign('phone', 'unclear')]);
    expect(undecidedSigns([sign('phone', 'person'), sign('phone', 'official')], [byLaw])).toEqual([]);
  });
});

describe('what is proposed', () => {
  test('to publish what the law opens, to protect the rest, and never to publish special categories', () => {
    expect(proposalOf(sign('person-name', 'official'))).toMatchObject({ way: 'keep', groundCode: 'official-powers' });
    expect(proposalOf(sign('person-name', 'sole-trader'))).toMatchObject({ groundCode: 'sole-trader-register' });
    expect(proposalOf(sign('tax-number', 'sole-trader')).way).toBe('remove');
    expect(proposalOf(sign('birth-date', 'official'))).toMatchObject({ way: 'generalise' });
    for (const code of DETECTOR_CODES)
      for (const whose of ['person', 'unclear', 'official', 'sole-trader', 'organization'] as const) {
        const { way } = proposalOf(sign(code, whose));
        if (isSpecial(code) || whose === 'person' || whose === 'unclear')
          expect(way, `${code} ${whose}`).not.toBe('keep');
      }
  });

  test('to publish who received money or property of the community, and only that of them', () => {
    const why = { uk: 'Поруч суми виплат.', en: 'Sums beside.' };
    const paid = { grounds: [{ hint: 'public-money', why }] as const };
    expect(proposalOf(sign('person-name', 'person', paid))).toMatchObject({ way: 'keep', groundCode: 'public-money' });
    for (const code of ['phone', 'tax-number', 'home-address', 'health'] as const)
      expect(proposalOf(sign(code, 'person', paid)).way, code).not.toBe('keep');
    const office = { grounds: [{ hint: 'official-powers', why }] as const };
    expect(proposalOf(sign('phone', 'person', office)).way).toBe('remove');
    expect(faults({ way: 'mask' }, [sign('person-name', 'person', paid)])).toEqual(['reason']);
  });

  test('the strictest of several signs of a column', () => {
    expect(proposalOfColumn([sign('person-name', 'official'), sign('tax-number', 'official')]).way).toBe('remove');
    expect(proposalOfColumn([sign('birth-date'), sign('home-address')]).way).toBe('remove');
    expect(proposalOfColumn([sign('birth-date')]).step?.code).toBe('protect-generalise-date');
  });

  test('every proposal is a decision that lacks nothing', () => {
    for (const code of DETECTOR_CODES)
      for (const whose of ['person', 'official', 'sole-trader', 'organization'] as const) {
        const { way, step, groundCode } = proposalOf(sign(code, whose));
        const wish = { way, step: step && { ...step, parameters: { ...step.parameters } }, groundCode };
        expect(faults(wish, [sign(code, whose)]), `${code} ${whose}`).toEqual([]);
      }
  });
});

describe('what a decision has to say', () => {
  test('to publish: a ground that covers what was found, with its act or its reason', () => {
    expect(faults({}, [sign('phone')])).toEqual(['groundCode']);
    expect(faults({ groundCode: 'law' }, [sign('phone')])).toEqual(['act']);
    expect(faults({ groundCode: 'not-personal' }, [sign('phone')])).toEqual(['reason']);
    expect(faults({ groundCode: 'official-powers' }, [sign('tax-number', 'official')])).toEqual(['groundCode']);
    const act = { title: 'Закон про приклад, ст. 1', number: '', date: '' };
    expect(faults({ groundCode: 'law', act }, [sign('health')])).toEqual(['reason']);
    expect(faults({ groundCode: 'organisation-contact' }, [sign('health')])).toContain('groundCode');
  });

  test('to hide what the law opens: a reason', () => {
    expect(faults({ way: 'mask' }, [sign('person-name', 'official')])).toEqual(['reason']);
    expect(faults({ way: 'mask', reason: 'Захищає свідка' }, [sign('person-name', 'official')])).toEqual([]);
    expect(faults({ way: 'mask' }, [sign('person-name')])).toEqual([]);
  });

  test('what is left out has the usual answer: confidential, the three parts, six months', () => {
    const { restriction, threePart, reviewOn, condition } = decided({ way: 'mask' }, [sign('phone')]);
    expect({ restriction, reviewOn, condition }).toEqual({
      restriction: 'confidential',
      reviewOn: '2027-05-29',
      condition: 'anonymised',
    });
    expect(threePart).toMatchObject({ interest: 'rights-of-others' });
    expect(decided({ way: 'keep', groundCode: 'consent' }, [sign('phone')])).toMatchObject({
      condition: 'consent',
      restriction: null,
      reviewOn: null,
      step: null,
    });
  });
});

test('every ground meets a condition of the law or says that there are no personal data', () => {
  expect(new Set(GROUNDS.map(({ condition }) => condition))).toEqual(
    new Set(['anonymised', 'consent', 'law', 'not-restricted', null]),
  );
  for (const { code, norm, check, asks } of GROUNDS)
    expect(norm !== null || check !== null || asks.length > 0 || code === 'organisation-contact', code).toBe(true);
});
