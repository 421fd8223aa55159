import type { CitationFinding } from '../../../capabilities/orders/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { Button, Notice, type Visit } from '../../components/index.ts';

/**
 * What citations say wrongly, gently; nothing where all is right.
 * @param mend complete address that mends them all by one button; left out: only told
 */
export function CitationNotes(props: { visit: Visit; findings: readonly CitationFinding[]; mend?: string }) {
  const { visit, findings, mend } = props;
  if (findings.length === 0) return null;
  const texts = ordersTexts[visit.language].citations;
  return (
    <Notice kind="attention" title={texts.title} language={visit.language}>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.start} ${finding.code}`}>
            {finding.address === '' ? (
              inLanguage(finding.text, visit.language)
            ) : (
              <a href={finding.address} rel="noopener">
                {inLanguage(finding.text, visit.language)}
              </a>
            )}
            : {texts.written(finding.written, finding.proposed)}
          </li>
        ))}
      </ul>
      {mend && (
        <form method="post" action={mend}>
          <Button kind="secondary">{texts.mend}</Button>
        </form>
      )}
    </Notice>
  );
}
