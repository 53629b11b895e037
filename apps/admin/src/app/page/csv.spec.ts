import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv';
import { fileName } from './download';

describe('a table as CSV', () => {
  it('begins with the mark that makes spreadsheets read it as UTF-8, and ends each line as RFC 4180 says', () => {
    expect(toCsv([['Łódź', 3]])).toBe('\ufeffŁódź,3\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '＝1+1'])(
    'keeps %j from being run as a formula',
    (text) => {
      expect(toCsv([[text]])).toMatch(/^\ufeff"?'/);
    },
  );

  it('keeps what a spreadsheet that splits at semicolons would find behind one from being run', () => {
    expect(toCsv([['ok;=1+1;x', 'a\n@sum']])).toBe(`\ufeffok;'=1+1;x,"a\n'@sum"\r\n`);
    expect(toCsv([['50 = a; b - c']])).toBe('\ufeff50 = a; b - c\r\n');
  });

  it('leaves numbers numbers, also below zero', () => {
    expect(toCsv([[-3.5]])).toBe('\ufeff-3.5\r\n');
  });

  it('quotes what holds commas, quotes or line breaks', () => {
    expect(toCsv([['a,b', 'say "no"', 'two\nlines']])).toBe('\ufeff"a,b","say ""no""","two\nlines"\r\n');
  });

  it('names files so that every system takes them', () => {
    expect(fileName('Łódź / 2026', '', 'Ścisły: wynik?')).toBe('lodz-2026_scisly-wynik');
  });
});
