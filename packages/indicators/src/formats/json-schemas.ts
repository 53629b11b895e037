import * as z from 'zod';
import { Questionnaire } from '../definition/questionnaire.js';
import { SourceTexts, TranslatedTexts } from '../definition/texts.js';

/** The documents that have a JSON Schema. */
export const SCHEMA_DOCUMENTS = ['questionnaire', 'texts', 'translation'] as const;
export type SchemaDocument = (typeof SCHEMA_DOCUMENTS)[number];

const SHAPES: Readonly<Record<SchemaDocument, z.ZodType>> = {
  questionnaire: Questionnaire,
  texts: SourceTexts,
  translation: TranslatedTexts,
};

const TITLES: Readonly<Record<SchemaDocument, string>> = {
  questionnaire: 'One version of a questionnaire: structure, points, weights and rules',
  texts: 'The texts of a version in its source language',
  translation: 'The texts of a version in another language',
};

const NAMES_ITS_SCHEMA = {
  type: 'string',
  description: 'Where the schema of this document stands, for editors. No part of what it says.',
};

/**
 * The shape of a document as JSON Schema 2020-12, for editors and other tools: what is required, what is allowed, and
 * what it means. What the parts say about each other is not in it: see `checkQuestionnaire`. Its `$id` stays as long as
 * the format does.
 */
export function jsonSchemaOf(document: SchemaDocument): Readonly<Record<string, unknown>> {
  const { $schema, $ref, $defs = {} } = z.toJSONSchema(SHAPES[document], { io: 'input' });
  const name = $ref?.split('/').at(-1) ?? '';
  const { properties, ...root } = $defs[name] ?? {};
  return {
    $schema,
    $id: `urn:kilim:schema:${document}:1`,
    title: TITLES[document],
    $ref,
    $defs: { ...$defs, [name]: { ...root, properties: { $schema: NAMES_ITS_SCHEMA, ...properties } } },
  };
}
