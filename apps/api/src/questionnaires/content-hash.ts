import { createHash } from 'node:crypto';
import type { Questionnaire, SourceTexts, TranslatedTexts } from '@kilim/indicators';
import { canonicalJson } from '../audit/canonical-json.js';

/** The SHA-256, in hex, of a document's canonical JSON (RFC 8785): equal content, equal hash, however it was written. */
export function contentHash(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}

/** The SHA-256 of a text's UTF-8 bytes in hex: what a translation remembers of the text it translates. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What pins a version: the hash of its structure and source texts together. */
export function versionHash(questionnaire: Questionnaire, source: SourceTexts): string {
  return contentHash({ questionnaire, source });
}

/** What names a text revision: of a translation, or of the source texts as they were published. */
export function textRevisionHash(texts: SourceTexts | TranslatedTexts): string {
  return contentHash(texts);
}
