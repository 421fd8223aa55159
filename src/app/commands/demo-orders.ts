import {
  addNorm,
  createOrder,
  createPolicy,
  draftOrder,
  enterSignedOrder,
  moveToSigning,
  type OrderWish,
  publishOrder,
  setVersionReady,
  signOrder,
} from '../../capabilities/orders/index.ts';
import { addDays, type Day, dayOf } from '../../kernel/dates.ts';
import { dottedDay } from '../../language/citations/index.ts';
import type { Context } from '../../platform/context.ts';
import { ORDER_EFFECTS } from '../order-effects.ts';
import { POLICY_TERMS } from '../policy-terms.ts';

const EMPTY: OrderWish = {
  kind: 'mayor-order',
  issuer: 'міського голови',
  title: '',
  date: null,
  number: '',
  signatory: { name: 'Ганна МАЛЬВА', post: 'Міський голова' },
  controller: { name: 'Олег ЯВІР', post: 'Керуючий справами виконавчого комітету' },
  executor: { name: '', phone: '' },
  agreedBy: [],
  grounds: [],
  clauses: [],
  from: null,
  to: null,
  public: false,
  links: [],
};

const GROUNDS = [
  'Закону України «Про доступ до публічної інформації»',
  'постанови Кабінету Міністрів України від 21.10.2015 № 835 «Про затвердження Положення про набори даних, які підлягають оприлюдненню у формі відкритих даних»',
];

/** Invented orders in every state, the policy in force, a norm of the community. Gives how many documents there are. */
export async function fillOrders(ctx: Context, portal: string): Promise<number> {
  const today = dayOf(ctx.clock.now());
  const audit = { title: 'Про проведення інформаційного аудиту', number: '728', date: addDays(today, -40) };
  const signed = await enterSignedOrder(ctx, { ...EMPTY, ...audit, grounds: GROUNDS });
  await publishOrder(ctx, signed.id, true);
  await approvePolicy(ctx, addDays(today, -20), portal);
  await preparePeople(ctx);
  // its ground has the date many texts have wrong: the page shows how that is told
  const wrong = 'постанови Кабінету Міністрів України від 25.10.2015 № 835';
  const charter = 'Про приєднання до Міжнародної хартії відкритих даних';
  await createOrder(ctx, { ...EMPTY, title: charter, grounds: [wrong] });
  await addNorm(ctx, {
    kind: 'council-decision',
    issuer: 'міської ради',
    title: 'Про Програму цифрового розвитку громади',
    date: addDays(today, -300),
    number: '31',
    address: '',
    edition: '',
    articles: [{ article: 'розділ 3', about: 'відкриті дані' }],
    public: true,
    replacedBy: null,
  });
  return 4;
}

async function approvePolicy(ctx: Context, day: Day, portal: string): Promise<void> {
  const names = { community: 'Вербівська територіальна громада', coordinator: 'відділ цифрового розвитку', portal };
  const version = await createPolicy(ctx, names, POLICY_TERMS);
  await setVersionReady(ctx, version.id, true);
  const decision = { ...EMPTY, kind: 'executive-decision', issuer: 'виконавчого комітету' } as const;
  const draft = { ...decision, title: 'Про затвердження Положення про відкриті дані', grounds: GROUNDS };
  const id = await draftOrder(ctx, draft, [{ kind: 'policy', subjectIds: [version.id], terms: {} }]);
  await signOrder(ctx, id, `рішення виконавчого комітету від ${dottedDay(day)} № 87`, ORDER_EFFECTS);
  await publishOrder(ctx, id, true);
}

/** Those appointed while the community was made wait for one order, which is being signed. */
async function preparePeople(ctx: Context): Promise<void> {
  const kind = ORDER_EFFECTS.find((one) => one.kind === 'appointments');
  const waiting = (await kind?.waiting?.(ctx)) ?? [];
  if (waiting.length === 0) return;
  const draft = { ...EMPTY, title: 'Про визначення осіб, відповідальних за відкриті дані', grounds: GROUNDS };
  const subjectIds = waiting.map(({ subjectId }) => subjectId);
  const id = await draftOrder(ctx, draft, [{ kind: 'appointments', subjectIds, terms: {} }]);
  await moveToSigning(ctx, id, true);
}
