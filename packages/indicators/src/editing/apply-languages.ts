import { sameJson } from './same-json.js';
import type { Terms } from './terms.js';
import { applied, refused, unfit, type Outcome } from './apply-outcome.js';
import { withEntry, withTexts } from './apply-text.js';
import { reasonOf, withAll, withReason } from './carried.js';
import type { DraftChangeOf } from './change.js';
import { contentOf, openDraft, textsOf, type DraftDocument } from './draft-document.js';
import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import { partAt } from './find-part.js';
import { readDraftContent } from './read-draft-content.js';

/** Declares a language to translate into, with the texts that there are in it. */
export function applyAddLanguage(document: DraftDocument, change: DraftChangeOf<'addLanguage'>): Outcome {
  const { language } = change;
  if (document.languages.includes(language) || document.questionnaire.sourceLanguage === language)
    return refused('exists', { part: QUESTIONNAIRE_WORD, what: `translation/${language}` });
  let changed: DraftDocument = { ...document, languages: [...document.languages, language].sort() };
  for (const [part, fields] of Object.entries(change.texts ?? {})) {
    // What was said about a part that is gone by now is gone with it.
    if (!partAt(document.questionnaire, part) || Object.keys(fields).length === 0) continue;
    const texts = textsOf(changed, part);
    changed = withTexts(changed, part, {
      ...texts,
      translations: { ...texts.translations, [language]: fields },
    });
  }
  const accepted = change.accepted ?? [];
  if (accepted.length > 0) changed = { ...changed, accepted: withAll(changed.accepted, accepted) };
  return applied(changed, { op: 'removeLanguage', language });
}

/** Gives a language up, with its texts; the inverse has them all. */
export function applyRemoveLanguage(
  document: DraftDocument,
  change: DraftChangeOf<'removeLanguage'>,
): Outcome {
  const { language } = change;
  if (!document.languages.includes(language))
    return refused('missing', { part: QUESTIONNAIRE_WORD, what: `translation/${language}` });
  const gone: NonNullable<DraftChangeOf<'addLanguage'>['texts']> = {};
  let changed: DraftDocument = {
    ...document,
    languages: document.languages.filter((each) => each !== language),
    accepted: document.accepted.filter((warning) => warning.language !== language),
  };
  for (const [part, texts] of document.texts.entries()) {
    const fields = texts.translations[language];
    if (!fields) continue;
    gone[part] = fields;
    changed = withTexts(changed, part, {
      ...texts,
      translations: withEntry(texts.translations, language, undefined),
    });
  }
  const accepted = document.accepted.filter((warning) => warning.language === language);
  return applied(changed, {
    ...{ op: 'addLanguage', language },
    ...(Object.keys(gone).length > 0 && { texts: gone }),
    ...(accepted.length > 0 && { accepted }),
  });
}

/** Lets a warning stand, or no longer. */
export function applyAccept(document: DraftDocument, change: DraftChangeOf<'accept'>): Outcome {
  const { warning, reason } = change;
  const now = reasonOf(document.accepted, warning);
  const about = { part: warning.part, what: `accepted/${warning.code}`, found: now, wanted: reason };
  if (!partAt(document.questionnaire, warning.part)) return refused('missing', about);
  if (now !== reason && now !== change.was) return refused('changed', about);
  const inverse: DraftChangeOf<'accept'> = {
    ...{ op: 'accept', warning },
    ...(now !== undefined && { reason: now }),
    ...(reason !== undefined && { was: reason }),
  };
  if (now === reason) return applied(document, inverse);
  const accepted = withReason(document.accepted, warning, reason);
  return applied({ ...document, accepted }, inverse);
}

/** Puts other content in the place of all. */
export function applyReplace(
  document: DraftDocument,
  change: DraftChangeOf<'replace'>,
  terms: Terms,
): Outcome {
  const read = terms === 'offered' ? readDraftContent(change.content) : undefined;
  if (read && !read.ok) return unfit({ part: QUESTIONNAIRE_WORD }, read.faults[0], '/content');
  const before = contentOf(document);
  const inverse: DraftChangeOf<'replace'> = { op: 'replace', content: before };
  return applied(sameJson(before, change.content) ? document : openDraft(change.content), inverse);
}
