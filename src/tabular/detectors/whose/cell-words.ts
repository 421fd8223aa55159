import type { Predicate } from '../../scan/predicate.ts';
import { personal } from '../personal-predicate.ts';

/** Words in the cell itself that say whose it is; counted beside the names and mailboxes they stand with. */

const BEFORE = '(?:^|[^\\p{L}])';
const TRADER = `${BEFORE}(?:ФОП|Фоп|фоп|СПД|ФО-П|[Фф]ізичн[а-яї]+ ос[оі]б[а-яі]*[ –-]{1,3}підприєм[а-яє]+|ФІЗИЧНА ОСОБА[ –-]{1,3}ПІДПРИЄМЕЦЬ|ПП [А-ЯІЇЄҐ][а-яіїєґ’'-]+ [А-ЯІЇЄҐ])`;
const POST = `${BEFORE}(?i:начальни[кц]|директор|керівни[кц]|заступни[кц]|депутат|деп\\.|секретар|староста|завідувач|спеціаліст|інспектор|головний лікар|міськ[а-яий]+ голов|сільськ[а-яий]+ голов|голов[аи] (?:правління|ради|комісії|осбб|суду))`;
const MAILBOX =
  '(?i:(?:^|[^a-z0-9])(?:info|office|mail|post|pryima?l|priem|prijm|kanc|kants|school|shkola|zosh|zzso|nvk|dnz|zdo|sadok|lic[ey]|lyceum|gymn|gimn|rada|sekret|secret|admin|adm|hr|press|contact|support|reception|zvern|dovid|cnap|tsnap|hospital|likarn|library|bibliot|museum|centr|center|osvita|kultura|sport|buh|director|dyrektor|golova|holova|vykonkom|otg|tg|kp|kz|knp)[a-z0-9._-]*@|@[a-z0-9.-]*(?:gov\\.ua|edu\\.ua|court\\.gov|rada))';

/** Cheap: what every cell has that the regexes find. */
const TRADER_GUARD = 'Ф[Оо][Пп]|фоп|СПД|ФО-П|[Фф]ізичн|ФІЗИЧНА|ПП [А-ЯІЇЄҐ]';
const POST_GUARD =
  '(?i:начальни|директор|керівни|заступни|депутат|деп\\.|секретар|староста|завідувач|спеціаліст|інспектор|голов)';

export const TRADER_CELLS = 'whose-trader';
export const POST_CELLS = 'whose-post';
export const MAILBOX_CELLS = 'whose-mailbox';

export const WHOSE_PREDICATES: readonly Predicate[] = [
  personal(TRADER_CELLS, TRADER, { topic: 'names', guard: TRADER_GUARD }),
  personal(POST_CELLS, POST, { topic: 'names', guard: POST_GUARD }),
  personal(MAILBOX_CELLS, MAILBOX, { topic: 'numbers', guard: '@' }),
];
