import { describe, expect, it } from '@jest/globals';
import { plain } from './plain.js';

describe('what somebody looks for is found however it is typed', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Reykjavík', 'reykjavik'],
    ['Tromsø', 'tromso'],
    ['Đakovo', 'dakovo'],
    ['Großröhrsdorf', 'grossrohrsdorf'],
    ['İzmir', 'izmir'],
    ['EDU.1', 'edu.1'],
    ['ﬁnding', 'finding'],
  ])('%s as %s', (written, typed) => {
    expect(plain(written)).toBe(typed);
    expect(plain(typed)).toBe(typed);
  });

  it('in Greek and Cyrillic, too', () => {
    expect(plain('Αθήνα')).toBe(plain('αθηνα'));
    expect(plain('ЗАПОРІЖЖЯ')).toBe(plain('запоріжжя'));
  });
});
