import { type DraftStructure, NOTE_LIMIT } from '../../../capabilities/publishing/index.ts';
import { versionsTexts } from '../../../locales/versions.ts';
import { Field, type Visit } from '../../components/index.ts';
import { StructureChangeList } from '../../components/structure-change-list.tsx';

/** What of the structure changes with the next version, and the words to users where it breaks what they do. A part of the publishing form. */
export function NoteToUsers({
  visit,
  draft,
  error,
}: {
  visit: Visit;
  draft: DraftStructure;
  error: string | null | undefined;
}) {
  const texts = versionsTexts[visit.language].note;
  const changes = draft.resources.flatMap(({ structure }) => structure);
  if (draft.against === null || changes.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="structure-changes">
      <h2 id="structure-changes">{texts.title}</h2>
      <p>{texts.lead(draft.against)}</p>
      <StructureChangeList changes={changes} language={visit.language} />
      {draft.breaking && (
        <Field
          label={texts.label}
          name="note"
          value={draft.note}
          hint={texts.hint}
          error={error}
          multiline
          rows={4}
          maxLength={NOTE_LIMIT}
          required={draft.noteNeeded}
        />
      )}
    </section>
  );
}
