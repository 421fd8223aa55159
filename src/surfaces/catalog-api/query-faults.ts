import type { z } from '@hono/zod-openapi';
import { type FieldFault, RequestError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';

type Issue = z.core.$ZodIssue;

function textOf(issue: Issue, field: string, known: readonly string[]): Text {
  if (issue.code === 'unrecognized_keys')
    return {
      uk: `Параметра «${field}» немає. Є: ${known.join(', ')}.`,
      en: `There is no parameter “${field}”. There are: ${known.join(', ')}.`,
    };
  if (issue.code === 'too_big')
    return {
      uk: `«${field}» завелике: найбільше ${issue.maximum}.`,
      en: `“${field}” is too large: at most ${issue.maximum}.`,
    };
  if (issue.code === 'too_small')
    return {
      uk: `«${field}» замале: найменше ${issue.minimum}.`,
      en: `“${field}” is too small: at least ${issue.minimum}.`,
    };
  if (issue.code === 'invalid_value')
    return {
      uk: `Такого значення «${field}» немає. Є: ${issue.values.join(', ')}.`,
      en: `There is no such value of “${field}”. There are: ${issue.values.join(', ')}.`,
    };
  return { uk: `«${field}» має бути цілим числом.`, en: `“${field}” must be a whole number.` };
}

function faultsOf(issue: Issue, known: readonly string[]): FieldFault[] {
  const fields = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
  return fields.map((field) => ({ field, text: textOf(issue, field, known) }));
}

/** Names every parameter that is not understood, and what exists. */
export function invalidQuery(error: { readonly issues: readonly Issue[] }, known: readonly string[]): RequestError {
  // a number far too large is also no safe whole number: of several issues of one field the last has our own limit
  const byField = new Map(error.issues.flatMap((issue) => faultsOf(issue, known)).map((fault) => [fault.field, fault]));
  const faults = [...byField.values()];
  const text = {
    uk: faults.map((fault) => fault.text.uk).join(' '),
    en: faults.map((fault) => fault.text.en).join(' '),
  };
  return new RequestError('invalid', 'bad-dataset-query', text, faults);
}
