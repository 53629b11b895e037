import { questionnaireJsonSchema } from '@kilim/indicators';
import type { Call, Command, ExitCode, Output } from './command.js';

export const SCHEMA: Command = {
  name: 'schema',
  summary: 'the JSON Schema of a questionnaire, for editors and other tools',
  takes: [],
  options: {},
  details: [
    'Prints JSON Schema 2020-12. Point an editor to it, and it completes and explains while one writes.',
    'What no schema can say (references, circles, reachable points) says “kilim check”.',
  ],
  examples: [],
  run: schema,
};

function schema(_call: Call, output: Output): ExitCode {
  output.out(JSON.stringify(questionnaireJsonSchema(), undefined, 2));
  return 0;
}
