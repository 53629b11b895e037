import { expect, it } from '@jest/globals';
import type { PlaceRows } from './accounts.repository.js';
import { grantPlaces } from './grant-places.js';
import { PlaceBook } from './place-book.js';

it('is written in a moment, however many cities and assessments there are', () => {
  const cities = Array.from({ length: 2000 }, (_, at) => ({
    ...{ id: `city-${String(at)}`, programmeId: 'programme', name: `City ${String(at)}`, country: 'X' },
  }));
  const assessments = Array.from({ length: 20_000 }, (_, at) => ({
    ...{ id: `assessment-${String(at)}`, cityId: `city-${String(at % 2000)}`, roundId: 'round' },
    versionId: `version-${String(at)}`,
  }));
  const rows = {
    programmes: [{ id: 'programme', name: 'Programme' }],
    rounds: [{ id: 'round', programmeId: 'programme', name: 'Round' }],
    ...{ cities, assessments },
  } as unknown as PlaceRows;
  const held = { role: 'coordinator', scope: 'programme', scopeId: 'programme' } as const;
  const actor = { memberships: [{ ...held, sections: null, reader: null }] };
  const began = performance.now();
  const places = grantPlaces({ accountId: 'a', name: 'A', sessionId: 's', ...actor }, new PlaceBook(rows));
  expect(performance.now() - began).toBeLessThan(3000);
  // The first of a city's rows is its newest.
  expect(places.find(({ scopeId }) => scopeId === 'city-7')).toMatchObject({ versionId: 'version-7' });
});
