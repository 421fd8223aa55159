import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Visit } from '../../components/index.ts';
import { EMPTY_FORM } from './posted-form.ts';
import { ForgotPage } from './sign-in-page.tsx';

/** The page as a visitor sees it, with a mail server or without. */
function forgotten(leaves: boolean, sent: string | null): string {
  const nothing = () => Promise.resolve();
  const mail: Visit['ctx']['mail'] = { leaves, environment: { url: null, from: '' }, write: nothing, again: nothing };
  const visit = {
    ...{ person: null, profile: null, language: 'uk' as const, path: '/forgot', query: new URLSearchParams() },
    ...{ origin: 'http://localhost', requestId: 'test', ctx: { mail } as Visit['ctx'] },
  };
  return render(<ForgotPage visit={visit} form={EMPTY_FORM} sent={sent} />);
}

test('a letter is promised only where a mail server is configured', () => {
  expect(forgotten(true, null)).toContain('надішлемо на неї посилання');
  expect(forgotten(true, 'a@example.org')).toContain('уже в дорозі');
  for (const sent of [null, 'a@example.org']) {
    const page = forgotten(false, sent);
    expect(page).toContain('Портал не надсилає листів');
    expect(page).not.toMatch(/надішлемо|у дорозі|Перевірте пошту/);
  }
});
