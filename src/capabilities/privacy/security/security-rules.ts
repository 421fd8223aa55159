import type { Day } from '../../../kernel/dates.ts';
import { type FieldFault, fieldFault } from '../../../kernel/errors.ts';
import type { Decision } from '../decisions/decision.ts';
import type { FlagThen, ReadSecurityWish, SecurityDecision } from './security-decision.ts';
import type { SecurityFlag } from './security-flag.ts';

/** What is missing in a wish; empty where it can be carried out. */
export function faultsOfSecurityWish(wish: ReadSecurityWish, today: Day): FieldFault[] {
  const faults: FieldFault[] = [];
  if (wish.reason === '')
    faults.push(fieldFault('reason', 'Поясніть рішення кількома словами.', 'Explain the decision in a few words.'));
  if (wish.way === 'publish' && wish.agreedWith === '')
    faults.push(
      fieldFault(
        'agreedWith',
        'Вкажіть, хто погодив оприлюднення: орган або посадову особу, за потреби — лист із датою й номером.',
        'Say who agreed to the publication: a body or an official, with the letter, its date and number where there is one.',
      ),
    );
  if ((wish.way === 'withhold' || wish.way === 'generalise') && wish.columns.length === 0)
    faults.push(fieldFault('columns', 'Позначте хоча б один стовпець.', 'Tick at least one column.'));
  if (wish.way === 'suspend') {
    if (wish.order === '')
      faults.push(
        fieldFault(
          'order',
          'Вкажіть підставу: розпорядчий документ, його дату й номер.',
          'Give the ground: an order with its date and number.',
        ),
      );
    if (wish.reviewOn === null || wish.reviewOn <= today)
      faults.push(
        fieldFault(
          'reviewOn',
          'Вкажіть день, коли рішення переглянуть: завтра або пізніше.',
          'Give the day the decision will be looked at again: tomorrow or later.',
        ),
      );
  }
  return faults;
}

/** Flags as a decision remembers them. */
export function flagsThen(flags: readonly SecurityFlag[]): FlagThen[] {
  return flags.map(({ code, columns }) => ({ code, columns: columns.map(({ columnTitle }) => columnTitle) }));
}

/** Flags, and columns of them, that a decision does not answer: it was made before they were there. */
export function unansweredFlags(flags: readonly SecurityFlag[], decision: SecurityDecision | null): SecurityFlag[] {
  if (decision === null) return [...flags];
  return flags.filter(({ code, columns }) => {
    const then = decision.flags.find((one) => one.code === code);
    return then === undefined || columns.some(({ columnTitle }) => !then.columns.includes(columnTitle));
  });
}

/** Why a dataset may not be published yet for reasons of security. */
export type SecurityFault =
  | { readonly code: 'security-undecided'; readonly flags: readonly SecurityFlag[] }
  | { readonly code: 'security-postponed'; readonly until: Day }
  | { readonly code: 'security-review-due'; readonly since: Day }
  | { readonly code: 'security-not-withheld'; readonly columns: readonly string[] };

/**
 * What stands between a dataset and its publication for reasons of security.
 * @param columns decisions on columns of the dataset: those that a security decision was to hide have to be hidden by them
 */
export function securityFaults(
  flags: readonly SecurityFlag[],
  decision: SecurityDecision | null,
  { columns, today }: { readonly columns: readonly Decision[]; readonly today: Day },
): SecurityFault[] {
  if (decision?.way === 'suspend' && decision.reviewOn !== null) {
    return decision.reviewOn > today
      ? [{ code: 'security-postponed', until: decision.reviewOn }]
      : [{ code: 'security-review-due', since: decision.reviewOn }];
  }
  const unanswered = unansweredFlags(flags, decision);
  if (unanswered.length > 0) return [{ code: 'security-undecided', flags: unanswered }];
  if (decision?.reviewOn && decision.reviewOn <= today)
    return [{ code: 'security-review-due', since: decision.reviewOn }];
  const open = (decision?.columns ?? []).filter(
    (one) =>
      !columns.some(
        ({ resourceId, columnTitle, state, step }) =>
          resourceId === one.resourceId &&
          state === 'made' &&
          step !== null &&
          // the step of latitudes moves longitudes too
          (columnTitle === one.columnTitle || step.parameters?.longitude === one.columnTitle),
      ),
  );
  return open.length === 0
    ? []
    : [{ code: 'security-not-withheld', columns: open.map(({ columnTitle }) => columnTitle) }];
}
