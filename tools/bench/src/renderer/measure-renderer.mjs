import { readFileSync } from 'node:fs';

/**
 * Measures one survey-core by itself: `node --expose-gc measure-renderer.mjs file-url-of-survey-core` with
 * `{ survey, answers, rounds }` on standard input, where `answers` are names with values in SurveyJS's shape. Prints
 * `{ constructMs, setValueMs, heapMB }`: the first two for each time.
 */
const { Model } = await import(process.argv[2]);
const { survey, answers, rounds } = JSON.parse(readFileSync(0, 'utf8'));

const constructMs = [];
const setValueMs = [];
for (let round = 0; round < rounds; round += 1) {
  let began = processorMs();
  const model = new Model(survey);
  constructMs.push(processorMs() - began);
  for (const [name, value] of answers) {
    began = processorMs();
    model.setValue(name, value);
    setValueMs.push(processorMs() - began);
  }
  model.dispose();
}

const held = [];
globalThis.gc();
const before = process.memoryUsage().heapUsed;
for (let count = 0; count < 5; count += 1) held.push(new Model(survey));
globalThis.gc();
const heapMB = (process.memoryUsage().heapUsed - before) / held.length / 1e6;

process.stdout.write(JSON.stringify({ constructMs, setValueMs, heapMB }));

/** Waiting for others on a busy machine says nothing. */
function processorMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
