import type { ColumnFacts } from '../../checks/check.ts';
import { headerWords } from '../../kinds/header-words.ts';
import type { DetectorCode, SignGround, Whose } from '../sign.ts';
import { DECLARATION, IN_NEED, MONEY, NOT_PAID, PAID, PROPERTY, PROPERTY_USER, RECIPIENT } from './whose-headers.ts';

/** Signs that a ground may speak for; numbers of documents, births, health and the like never are. */
const MAY_BE_PUBLIC: ReadonlySet<DetectorCode> = new Set(['person-name', 'phone', 'email', 'home-address']);

/** What may allow the data to be public, by what stands beside it. Help to people in need is no such ground. */
export function groundsOf(
  code: DetectorCode,
  whose: Whose,
  column: ColumnFacts,
  beside: readonly ColumnFacts[],
): SignGround[] {
  if (!MAY_BE_PUBLIC.has(code)) return [];
  const title = headerWords(column.header);
  const others = beside.filter((one) => one !== column && one.filled > 0).map((one) => headerWords(one.header));
  const all = [title, ...others];
  const has = (words: RegExp, some: readonly string[] = others) => some.some((one) => words.test(one));
  const grounds: SignGround[] = [];
  if (whose === 'official') {
    if (has(DECLARATION, all))
      grounds.push({
        hint: 'declaration',
        why: { uk: 'У таблиці йдеться про декларації.', en: 'The table is about declarations.' },
      });
    grounds.push({
      hint: 'official-powers',
      why: {
        uk: 'Це людина на посаді: хто і що робить для громади, знати мають усі.',
        en: 'This is a person in office: who does what for the community is for all to know.',
      },
    });
  }
  if (whose === 'organization')
    grounds.push({
      hint: 'organisation-contact',
      why: { uk: 'Це контакт організації, а не людини.', en: 'This is a contact of an organization, not of a person.' },
    });
  const isName = code === 'person-name' && !has(IN_NEED, all);
  const isPaid = RECIPIENT.test(title) ? has(MONEY) : whose !== 'official' && !NOT_PAID.test(title) && has(PAID);
  if (isName && isPaid)
    grounds.push({
      hint: 'public-money',
      why: {
        uk: 'Поруч стоять суми: хто отримав кошти бюджету, знати мають усі. Перевірте, чи це кошти бюджету.',
        en: 'Amounts stand beside: who received budget money is for all to know. Check that this is budget money.',
      },
    });
  if (isName && PROPERTY_USER.test(title) && has(PROPERTY, all))
    grounds.push({
      hint: 'public-property',
      why: {
        uk: 'Ідеться про того, хто отримав державне чи комунальне майно. Перевірте, чи майно комунальне.',
        en: 'It is about who received state or communal property. Check that the property is communal.',
      },
    });
  if (whose === 'sole-trader')
    grounds.push({
      hint: 'sole-trader-register',
      why: {
        uk: 'Це підприємець: частина відомостей про нього є у відкритому реєстрі. Перевірте, чи саме ці.',
        en: 'This is a sole trader: some of it stands in the open register. Check whether this does.',
      },
    });
  return grounds;
}
