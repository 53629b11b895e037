import { faultsPage } from './checks/faults-page.js';
import { jsonSchemaOf, SCHEMA_DOCUMENTS } from './formats/json-schemas.js';

/** The files of this package that are written from its code by `npm run docs`, each with its content. */
export function documents(): Readonly<Record<string, string>> {
  const schemas = SCHEMA_DOCUMENTS.map((document) => [
    `schema/${document}.schema.json`,
    `${JSON.stringify(jsonSchemaOf(document), undefined, 2)}\n`,
  ]);
  return { 'docs/faults.md': faultsPage(), ...Object.fromEntries(schemas) };
}
