/**
 * Makes a demonstration in the folder that DATA_DIR names and adds rounds with many cities to it, the way the server does
 * it: through its own services. Arguments are pairs of a round's name and how many cities it has.
 */
const DIST = new URL('../../../apps/api/dist/', import.meta.url);
const load = (path) => import(new URL(path, DIST).href);

const [{ createApp }, { readSettings }, { CitiesService }, { AssessmentsService }, { AnswerWriter }] =
  await Promise.all(
    [
      'app.setup.js',
      'config/settings.js',
      'cities/cities.service.js',
      'assessments/assessments.service.js',
      'assessments/saving/answer-writer.js',
    ].map(load),
  );
const [
  { RoundDirectory },
  { deadlineAt },
  { UnitOfWork },
  { Access },
  { QuestionnairesService },
  { ScorecardsService },
] = await Promise.all(
  [
    'rounds/round-directory.service.js',
    'rounds/deadline-at.js',
    'database/unit-of-work.js',
    'access/access.service.js',
    'questionnaires/questionnaires.service.js',
    'scorecards/scorecards.service.js',
  ].map(load),
);

/** How many cities are written in one unit of work. */
const AT_ONCE = 25;
const ZONES = ['Europe/Lisbon', 'Europe/Warsaw', 'Europe/Helsinki', 'America/Halifax'];
const COUNTRIES = ['Portugal', 'Poland', 'Finland', 'Canada'];
const everything = { memberships: [{ role: 'administrator', scope: 'installation', scopeId: null }] };

const app = await createApp(readSettings({ KILIM_MODE: 'demo', LOG_LEVEL: 'error' }));
const [unit, directory] = [app.get(UnitOfWork), app.get(RoundDirectory)];
const rounds = await directory.describe(await app.get(Access).visibleRoundIds(everything));
const { programme, versionId } = [...rounds.values()][0];
const { compiled, hash } = await app.get(QuestionnairesService).version(versionId);
const words = process.argv.slice(2);
for (let at = 0; at < words.length; at += 2) await makeRound(words[at], Number(words[at + 1]));
await app.close();

async function makeRound(name, cities) {
  const deadline = deadlineAt('2099-04-14T23:59', 'Europe/Brussels');
  const roundId = await unit.write({ actor: null }, () =>
    directory.open({ programmeId: programme.id, name, kind: 'real', versionId, deadline }),
  );
  for (let first = 0; first < cities; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, cities - first) }, (_, at) => first + at);
    const answered = await unit.write({ actor: null }, async () => {
      const made = [];
      for (const number of numbers) made.push(await makeCity(roundId, number));
      return made;
    });
    await Promise.all(answered.map((saves) => app.get(AnswerWriter).write(saves)));
    // They follow by themselves, in a while; here nobody waits for them.
    await unit.write({ untraced: 'projection.rebuild' }, async () => {
      for (const { assessmentId } of answered) await app.get(ScorecardsService).refresh(assessmentId);
    });
  }
}

/** Adds a city; answers what it will have answered: the first sections, one more with each number, then anew. */
async function makeCity(roundId, number) {
  const at = number % ZONES.length;
  const zone = ZONES[at];
  const cityId = await app.get(CitiesService).add({
    ...{ programmeId: programme.id, name: `Town ${String(number + 1).padStart(3, '0')}` },
    ...{ country: COUNTRIES[at], zone, fictional: true, facts: [] },
  });
  const assessmentId = await app
    .get(AssessmentsService)
    .add({ roundId, cityId, versionId }, deadlineAt('2099-04-14T23:59', zone));
  const sections = compiled.questionnaire.sections.slice(1, 2 + (number % 5));
  const saves = sections
    .flatMap(({ questions }) => questions)
    .filter(({ kind, askedIf }) => kind === 'single' && askedIf === undefined)
    .map(({ id, options }) => ({
      ...{ saveId: crypto.randomUUID(), questionId: id, instanceId: '', baseRevision: 0 },
      ...{ language: 'en', textRevision: hash, kind: 'set' },
      value: options[number % options.length].id,
    }));
  return { assessmentId, actorId: null, saves };
}
