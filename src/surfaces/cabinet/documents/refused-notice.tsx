import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import { ErrorSummary, Notice, type Visit } from '../../components/index.ts';

/** Why a deed was refused: field by field where it is about fields, else in one sentence. */
export function RefusedNotice({ visit, error }: { visit: Visit; error: RequestError | null }) {
  if (error === null) return null;
  if (error.fields.length > 0) return <ErrorSummary faults={error.fields} language={visit.language} />;
  return (
    <Notice kind="error" title={documentsTexts[visit.language].page.notDone} language={visit.language} live>
      <p>{inLanguage(error.text, visit.language)}</p>
    </Notice>
  );
}
