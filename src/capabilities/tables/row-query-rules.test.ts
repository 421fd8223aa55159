import { describe, expect, it } from 'vitest';
import { isRequestError, type RequestError } from '../../kernel/errors.ts';
import type { ManifestColumn } from './manifest.ts';
import { parseRowQuery, rowQueryParameters } from './row-query-rules.ts';

function column(name: string, title: string, type: ManifestColumn['type'], open = true): ManifestColumn {
  const sensitivity = open ? 'open' : 'restricted';
  return { parquetColumn: `c_${name}`, name, title, type, sensitivity, geometry: null, identifier: false };
}

const COLUMNS = [
  column('district', 'Район', 'text'),
  column('streetName', "Ім'я вулиці", 'text'),
  column('amount', 'Сума, грн', 'decimal'),
  column('pupils', 'Кількість учнів', 'integer'),
  column('openedOn', 'Дата відкриття', 'date'),
  column('changedAt', 'Змінено', 'datetime'),
  column('isOpen', 'Працює', 'boolean'),
  column('phone', 'Телефон', 'text', false),
  column('note1', 'Примітка', 'text'),
  column('note2', 'Примітка', 'text'),
];

const parse = (query: string, ignored: string[] = []) => parseRowQuery(COLUMNS, new URLSearchParams(query), ignored);

function refusal(query: string): RequestError {
  try {
    parse(query);
  } catch (error) {
    if (isRequestError(error)) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('the grammar of row queries', () => {
  it('asks for the first hundred rows by default', () => {
    expect(parse('')).toEqual({ filters: [], search: '', sort: [], columns: [], page: 1, size: 100, cursor: null });
  });

  it('finds columns by name, title, any case, any apostrophe and look-alike letters', () => {
    const names = ['district', 'Район', 'РАЙОН', 'DISTRICT', 'Рaйон', 'Ім’я вулиці', 'Імʼя  вулиці', 'street_name'].map(
      (word) => parse(`${encodeURIComponent(word)}__exact=x`).filters[0]?.column,
    );
    expect(names).toEqual([
      'district',
      'district',
      'district',
      'district',
      'district',
      'streetName',
      'streetName',
      'streetName',
    ]);
  });

  it('leaves out what networks add to links, and never carries it on', () => {
    const added = 'fbclid=a&utm_source=b&UTM_campaign=b&gclid=c&yclid=d&_ga=e&_gl=x&mc_cid=f&msclkid=g&igshid=h';
    const query = parse(`${added}&district=x`);
    expect(rowQueryParameters(query).toString()).toBe('district__exact=x');
    expect(refusal('utm=1').fields.map(({ field }) => field)).toEqual(['utm']);
  });

  it('takes a bare column as exact, and leaves out empty fields of a form', () => {
    expect(parse('Район=Центр&amount__gte=&q=').filters).toEqual([
      { column: 'district', operator: 'exact', values: ['Центр'] },
    ]);
  });

  it('brings values to one form', () => {
    const value = (query: string) => parse(query).filters[0]?.values;
    expect(value('amount__gte=12,50')).toEqual(['12.50']);
    expect(value('amount__gte=1 234 567,5')).toEqual(['1234567.5']);
    expect(value('amount__gte=-.5')).toEqual(['-0.5']);
    expect(value('openedOn__lte=31.03.2025')).toEqual(['2025-03-31']);
    expect(value('openedOn__lte=2025-3-1')).toEqual(['2025-03-01']);
    expect(value('changedAt__lt=2025-03-31 9:05')).toEqual(['2025-03-31T09:05:00']);
    expect(value('changedAt__lt=2025-03-31')).toEqual(['2025-03-31']);
    expect(value('isOpen=так')).toEqual(['true']);
    expect(value('pupils__in=1,2, 3')).toEqual(['1', '2', '3']);
    expect(value('district__in=["Центр, новий","Схід"]')).toEqual(['Центр, новий', 'Схід']);
    expect(value('district__in=a&district__in=b')).toEqual(['a', 'b']);
    expect(value('pupils__isnull=1')).toEqual(['true']);
  });

  it('leaves out empty parameters, as of a form, but not an empty list', () => {
    expect(parse('district__contains=&amount__gte=&district=').filters).toEqual([]);
    for (const query of ['district__in=', 'district__in=,', 'Район__IN= ', 'pupils__in=[]']) {
      const key = query.slice(0, query.indexOf('='));
      expect(() => parse(query), query).toThrow(
        expect.objectContaining({ fields: [expect.objectContaining({ field: key })] }),
      );
    }
  });

  it('sorts by several columns and shows the asked ones', () => {
    const query = parse('sort=-Район,amount&columns=amount,district&page=3&page_size=1000');
    expect(query.sort).toEqual([
      { column: 'district', descending: true },
      { column: 'amount', descending: false },
    ]);
    expect(query.columns).toEqual(['amount', 'district']);
    expect([query.page, query.size]).toEqual([3, 1000]);
  });

  it('names an unknown column, the nearest one and all there are', () => {
    const { kind, code, fields } = refusal('distrikt__exact=1');
    expect([kind, code, fields[0]?.field]).toEqual(['invalid', 'bad-row-query', 'distrikt__exact']);
    expect(fields[0]?.text.en).toContain('no column "distrikt"');
    expect(fields[0]?.text.en).toContain('Did you mean "district"');
    expect(fields[0]?.text.uk).toContain('district, streetName, amount');
    expect(refusal('Райн=1').fields[0]?.text.uk).toContain('Можливо, це «district»');
  });

  it('does not know restricted columns at all', () => {
    for (const query of ['phone__exact=1', 'Телефон=1', 'sort=phone', 'columns=phone', 'phone__isnull=true']) {
      const { fields } = refusal(query);
      expect(fields[0]?.text.en).toMatch(/no column "(phone|Телефон)"/);
      expect(fields[0]?.text.en.split('The columns are')[1]).not.toContain('phone');
    }
  });

  it('tells a title of several columns', () => {
    expect(refusal('Примітка=1').fields[0]?.text.uk).toContain('note1, note2');
  });

  it('names an unknown operator and lists those there are', () => {
    const text = refusal('amount__more=1').fields[0]?.text;
    expect(text?.en).toContain('no condition "more"');
    expect(text?.en).toContain('amount__gte');
    expect(refusal('amount__contain=1').fields[0]?.text.en).toContain('Did you mean "contains"');
  });

  it('names bad values, all at once', () => {
    const query =
      'amount__gte=abc&pupils=1.5&openedOn__lte=31.02.2025&isOpen=maybe&changedAt=25:00&page=0&page_size=1001&sort=x';
    expect(
      refusal(query)
        .fields.map((fault) => fault.field)
        .sort(),
    ).toEqual(['amount__gte', 'changedAt', 'isOpen', 'openedOn__lte', 'page', 'page_size', 'pupils', 'sort'].sort());
    expect(refusal('openedOn__lte=31.02.2025').fields[0]?.text.uk).toContain('2025-03-31');
  });

  it('leaves alone what the page itself uses', () => {
    expect(parse('r=1&pupils=2', ['r']).filters).toHaveLength(1);
    expect(refusal('r=1').fields[0]?.field).toBe('r');
  });

  it('writes a query back as it was asked', () => {
    const query = parse(
      'q=школа&Район__in=["a, b","c"]&amount__gte=1,5&sort=-amount&columns=amount&page=2&page_size=50',
    );
    expect(parseRowQuery(COLUMNS, rowQueryParameters(query))).toEqual(query);
    expect(rowQueryParameters(parse('')).toString()).toBe('');
    const odd = parse(`district__in=${encodeURIComponent('[""," Центр","Схід"]')}`);
    expect(parseRowQuery(COLUMNS, rowQueryParameters(odd))).toEqual(odd);
  });
});
