import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AssessmentsRepository } from '../src/assessments/assessments.repository.js';
import { ActivityRepository } from '../src/audit/activity.repository.js';
import { Streams } from '../src/audit/streams.service.js';
import { CitiesRepository } from '../src/cities/cities.repository.js';
import { EvidenceRepository } from '../src/evidence/evidence.repository.js';
import { ScorecardsRepository } from '../src/scorecards/scorecards.repository.js';
import { PeopleRepository } from '../src/session/people.repository.js';
import { type Core, openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { givenRound, type GivenRound } from './support/given.js';

/** More than either database takes as parameters of one statement. */
const MANY = 70_000;

describeOnBothDatabases('what is asked of very many at once', (make) => {
  let testDatabase: TestDatabase;
  let core: Core;
  let round: GivenRound;
  const ids = Array.from({ length: MANY }, (_, at) => `not-there-${String(at)}`);
  beforeAll(async () => {
    testDatabase = await make();
    core = await openCore(testDatabase);
    round = await givenRound(core, { cities: 2 });
  });
  afterAll(async () => {
    await core.close();
    await testDatabase.remove();
  });

  it('is answered for those that there are', async () => {
    const { unit, reads, audit } = core;
    const [assessments, cities] = (['assessmentId', 'cityId'] as const).map((id) =>
      round.cities.map((city) => city[id]),
    );
    const here = [...ids, ...(assessments ?? [])];
    const found = await new AssessmentsRepository(unit, reads).findSome(here);
    expect(found.map(({ id }) => id)).toEqual(assessments);
    const known = await new CitiesRepository(unit, reads).findCities([...ids, ...(cities ?? [])]);
    expect(known.map(({ id }) => id).sort()).toEqual(cities);
    expect((await new Streams(audit).lengths(here)).size).toBe(here.length);
    expect(await audit.newestEntries('assessment', here, 'assessment.moved')).toEqual([]);
    expect((await audit.personalContents(here)).size).toBe(0);
    expect((await new ActivityRepository(reads).lastAt(here)).size).toBe(0);
    expect(await new CitiesRepository(unit, reads).findFacts(here)).toEqual([]);
    expect(await new EvidenceRepository(unit, reads).findLinks(here)).toEqual([]);
    expect(await new ScorecardsRepository(unit, reads).findSome(here)).toEqual([]);
    expect(await new PeopleRepository(reads).findExperts(here, here)).toEqual([]);
    expect((await new PeopleRepository(reads).findNames(here)).size).toBe(0);
  });
});
