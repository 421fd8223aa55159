import { describe, expect, test } from 'vitest';
import { ConfigError, describeConfig, readConfig } from './read-config.ts';

function faultsOf(environment: NodeJS.ProcessEnv): readonly { uk: string; en: string }[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
  }
  return [];
}

describe('configuration', () => {
  test('an empty environment is a working system', () => {
    const config = readConfig({ PATH: '/bin' });
    expect(config).toMatchObject({ port: 3000, databaseUrl: null, logLevel: 'info', trustProxy: false });
    expect(config.data).toMatch(/\/data$/);
  });

  test('reads what is set; an empty value counts as none', () => {
    const config = readConfig({ PORT: '8080', VIDKRYTO_TRUST_PROXY: 'on', VIDKRYTO_URL: '' });
    expect(config).toMatchObject({ port: 8080, trustProxy: true, url: null });
  });

  test('tells all faults at once, in both languages', () => {
    const faults = faultsOf({ PORT: 'many', DATABASE_URL: 'mysql://x', VIDKRYTO_LOG: 'loud' });
    expect(faults).toHaveLength(3);
    for (const name of ['PORT', 'DATABASE_URL', 'VIDKRYTO_LOG']) {
      expect(faults.some(({ uk, en }) => uk.startsWith(`${name}:`) && en.startsWith(`${name}:`))).toBe(true);
    }
  });

  test('lets letters be sent only where the address of the site is set', () => {
    const environment = { VIDKRYTO_SMTP_URL: 'smtp://mail.example' };
    expect(faultsOf(environment).map(({ en }) => en.split(':')[0])).toEqual(['VIDKRYTO_URL']);
    expect(readConfig({ ...environment, VIDKRYTO_URL: 'https://data.example' }).smtpUrl).toBe('smtp://mail.example');
  });

  test('refuses a name that does not exist and hints at the nearest', () => {
    expect(faultsOf({ VIDKRYTO_DATE: '/srv' })[0]?.en).toContain('Perhaps VIDKRYTO_DATA?');
    expect(faultsOf({ VIDKRYTO_SOMETHING_ELSE_AT_ALL: '1' })[0]?.en).not.toContain('Perhaps');
  });

  test('prints every setting and no secret', () => {
    const environment = { DATABASE_URL: 'postgresql://me:hidden@host/db' };
    const text = describeConfig(readConfig(environment), environment);
    expect(text).toContain('VIDKRYTO_RATE_LIMIT = 1200');
    expect(text).not.toContain('hidden');
  });
});
