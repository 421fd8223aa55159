import type { ChangeOptions, Dataset } from '../../../capabilities/catalog/index.ts';
import { isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { Notice, type Visit } from '../../components/index.ts';
import type { FormValues } from './form-values.ts';

/** Part of a form: the state of the dataset that the person had before them. */
export function SeenDataset({ dataset }: { dataset: Dataset }) {
  return <input type="hidden" name="seen" value={dataset.changedAt.toISOString()} />;
}

/** With it a change that somebody else made meanwhile is not overwritten. A form that does not say what was seen is taken as it is. */
export function seenBy(form: FormValues): ChangeOptions {
  const seen = new Date(form.text('seen'));
  return Number.isNaN(seen.getTime()) ? {} : { expectedChangedAt: seen };
}

/** Null when the deed was done; the refusal when somebody else was first. */
export async function overtaken(deed: Promise<unknown>): Promise<RequestError | null> {
  try {
    await deed;
    return null;
  } catch (error) {
    if (isRequestError(error) && error.code === 'changed-meanwhile') return error;
    throw error;
  }
}

/** Said above the form when it is shown again over the new state. */
export function Overtaken({ visit, error }: { visit: Visit; error: RequestError | null | undefined }) {
  if (!error) return null;
  return <Notice kind="attention" title={inLanguage(error.text, visit.language)} language={visit.language} live />;
}
