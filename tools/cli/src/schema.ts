import { jsonSchemaOf, SCHEMA_DOCUMENTS } from '@kilim/indicators';
import { CommandError, type Call, type Command, type ExitCode, type Output } from './command.js';

export const SCHEMA: Command = {
  name: 'schema',
  summary: 'the JSON Schema of a questionnaire or its texts, for editors and other tools',
  takes: ['DOCUMENT'],
  optional: 1,
  options: {},
  details: [
    `Prints JSON Schema 2020-12 of ${SCHEMA_DOCUMENTS.join(', ')}; of the questionnaire unless told otherwise.`,
    'An editor completes and explains while one writes in a document that names it: "$schema": "questionnaire.schema.json".',
    'The same files stand in packages/indicators/schema. What no schema can say (references, circles, what can be',
    'reached) says “kilim check”.',
  ],
  examples: [],
  run: schema,
};

function schema({ names: [wanted = 'questionnaire'] }: Call, output: Output): ExitCode {
  const document = SCHEMA_DOCUMENTS.find((each) => each === wanted);
  if (document === undefined)
    throw new CommandError(
      `There is no schema of “${wanted}”; there are: ${SCHEMA_DOCUMENTS.join(', ')}.`,
      2,
    );
  output.out(JSON.stringify(jsonSchemaOf(document), undefined, 2));
  return 0;
}
