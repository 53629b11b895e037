import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { csvRecords } from './csv-records.js';

describe('a table that comes along', () => {
  it('is read by column, with commas, quotes and lines inside quotes', () => {
    const text = 'city,words\n"Guro, Seoul","He said ""yes"",\nthen left"\r\nOslo,\n';
    expect(csvRecords(text)).toEqual([
      { city: 'Guro, Seoul', words: 'He said "yes",\nthen left' },
      { city: 'Oslo', words: '' },
    ]);
  });

  it('is not guessed at where a field is missing or too many', () => {
    expect(() => csvRecords('a,b\n1\n')).toThrow('Line 2 has 1 fields for 2 columns.');
    expect(() => csvRecords('a,b\n1,2,3')).toThrow('Line 2 has 3 fields for 2 columns.');
    expect(() => csvRecords('a,b\n1,2"3')).toThrow('is no field');
  });

  it('comes back as it was written, whatever stands in it', () => {
    const rows = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (written) => {
        const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
        const text = `a,b\n${written.map((row) => `${row.map(quoted).join(',')}\n`).join('')}`;
        expect(csvRecords(text)).toEqual(written.map(([a, b]) => ({ a, b })));
      }),
    );
  });
});
