import { orderGraceDays } from '../capabilities/accounts/index.ts';
import { communitySettings } from '../capabilities/community/index.ts';
import { type PolicyTerm, updateDays } from '../capabilities/orders/index.ts';
import { reviewSettings } from '../capabilities/review/index.ts';
import { type Context, once } from '../platform/context.ts';

/** Стаття 20 Закону «Про доступ до публічної інформації»: not a setting. */
const REQUEST_DAYS = 5;

/** Both terms of messages stand in one row. */
const messageTerms = (ctx: Context) => once(ctx, 'policy-terms.messages', () => communitySettings(ctx));

/** Terms the system works by, which the policy text should say too; each with the page where it is set. */
export const POLICY_TERMS: readonly PolicyTerm[] = [
  {
    code: 'update',
    title: { uk: 'оновлення після змін у даних', en: 'updating after a change of data' },
    place: '/cabinet/city/policy',
    days: updateDays,
  },
  {
    code: 'review',
    title: { uk: 'перевірка поданого набору', en: 'review of a submitted dataset' },
    place: '/cabinet/settings/review',
    days: async (ctx) => (await reviewSettings(ctx)).termDays,
  },
  {
    code: 'grace',
    title: { uk: 'підготовка документа про призначення', en: 'preparing the order of an appointment' },
    place: '/cabinet/people',
    days: orderGraceDays,
  },
  {
    code: 'answer',
    title: { uk: 'відповідь на питання чи помилку', en: 'answer to a question or an error' },
    place: '/cabinet/settings/messages',
    days: async (ctx) => (await messageTerms(ctx)).answerDays,
  },
  {
    code: 'proposal',
    title: { uk: 'розгляд пропозиції', en: 'taking up a proposal' },
    place: '/cabinet/settings/messages',
    days: async (ctx) => (await messageTerms(ctx)).proposalDays,
  },
  {
    code: 'request',
    title: { uk: 'відповідь на запит на інформацію', en: 'answer to a request for information' },
    place: '/cabinet/city/norms',
    days: () => Promise.resolve(REQUEST_DAYS),
  },
];
