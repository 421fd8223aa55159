import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { ErrorSummary, Notice, type Visit } from '../../components/index.ts';

/** Why a form was not taken: its faulty fields, or one sentence. Nothing when it was not refused. */
export function Refusal({ visit, error }: { visit: Visit; error: RequestError | null }) {
  if (error === null) return null;
  if (error.fields.length > 0) return <ErrorSummary faults={error.fields} language={visit.language} />;
  return (
    <div role="alert" class="narrow">
      <Notice kind="error" title={inLanguage(error.text, visit.language)} language={visit.language} />
    </div>
  );
}
