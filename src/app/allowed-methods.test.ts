import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { pageOfForm } from './allowed-methods.ts';
import type { WebEnv } from './web-env.ts';

test('the address of a form, when it is read, leads to the nearest page above it', () => {
  const app = new Hono<WebEnv>();
  for (const path of ['/cabinet', '/cabinet/datasets/:id', '/cabinet/account']) app.get(path, (c) => c.text('page'));
  for (const path of [
    '/cabinet/datasets/:id/submit',
    '/cabinet/comments/:id/reply',
    '/cabinet/account/password',
    '/forgot',
  ])
    app.post(path, (c) => c.text('done'));
  expect(pageOfForm(app, '/cabinet/datasets/1/submit')).toBe('/cabinet/datasets/1');
  expect(pageOfForm(app, '/cabinet/account/password')).toBe('/cabinet/account');
  expect(pageOfForm(app, '/cabinet/comments/1/reply')).toBe('/cabinet');
  for (const path of ['/cabinet/nope', '/cabinet/datasets/1/nope', '/forgot', '/cabinet'])
    expect(pageOfForm(app, path), path).toBeNull();
});
