import type { StructureChange } from '../../capabilities/publishing/index.ts';
import { inLanguage, type Language } from '../../kernel/text.ts';
import { versionsTexts } from '../../locales/versions.ts';
import { Badge } from './badge.tsx';

/** How a structure changed, each line with what it means for users: what breaks stands first. */
export function StructureChangeList({
  changes,
  language,
}: {
  changes: readonly StructureChange[];
  language: Language;
}) {
  const texts = versionsTexts[language];
  const ordered = [...changes].sort((one, other) => Number(other.breaking) - Number(one.breaking));
  return (
    <ul class="plain structure-changes">
      {ordered.map((change) => {
        const [before, after] = [inLanguage(change.before, language), inLanguage(change.after, language)];
        return (
          <li key={`${change.kind} ${change.title} ${after}`}>
            <p>
              <strong>{change.title}</strong>: {texts.kinds[change.kind]}{' '}
              <Badge kind={change.breaking ? 'attention' : 'good'}>
                {change.breaking ? texts.breaking : texts.compatible}
              </Badge>
            </p>
            <p class="soft small">
              {before !== '' && after !== '' && (
                <>
                  <del>{before}</del> <ins>{after}</ins>.{' '}
                </>
              )}
              {inLanguage(change.why, language)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
