import * as z from 'zod';

/**
 * Everything that can go wrong with a request, by code: HTTP status and a title for people.
 * A problem travels as RFC 9457 JSON, see {@link ProblemDocument}. The code, not the title, is what programs look at.
 */
export const PROBLEMS = {
  'request.malformed': { status: 400, title: 'The request could not be read' },
  'request.invalid': { status: 400, title: 'Something in the request has the wrong shape' },
  'request.timeout': { status: 408, title: 'The request did not arrive in time' },
  'request.headersTooLarge': {
    status: 431,
    title: 'The headers of the request are larger than what is accepted',
  },
  'request.tooLarge': { status: 413, title: 'The request is larger than what is accepted' },
  'request.mediaType': { status: 415, title: 'The request has a media type that is not taken' },
  'request.crossSite': { status: 403, title: 'The request came from another site' },
  'request.tooMany': { status: 429, title: 'Too many requests; wait a moment' },
  'session.required': { status: 401, title: 'Sign in first' },
  'session.expired': { status: 401, title: 'The session has ended; sign in again' },
  'session.other': { status: 401, title: 'Somebody else is signed in in this browser' },
  'session.refused': { status: 401, title: 'E-mail and password do not fit' },
  'access.forbidden': { status: 403, title: 'Your role does not allow this' },
  'account.disabled': { status: 409, title: 'The account is shut' },
  'account.lastAdministrator': { status: 409, title: 'Nobody else would be administrator' },
  'account.own': { status: 409, title: 'Nobody shuts their own account' },
  'membership.invalid': { status: 422, title: 'This role can not be held there' },
  'membership.exists': { status: 409, title: 'The person has this role there already' },
  'invitation.over': { status: 410, title: 'The link is no longer valid' },
  'password.weak': { status: 422, title: 'Choose a password that is harder to guess' },
  'resource.missing': { status: 404, title: 'There is nothing here' },
  'route.missing': { status: 404, title: 'There is no such address' },
  'answer.stale': { status: 409, title: 'Somebody else changed this answer first' },
  'answer.saveIdReused': { status: 409, title: 'Another change was saved under this save id' },
  'answer.tooMany': { status: 409, title: 'The assessment holds as many answers as it can' },
  'answer.notAsked': { status: 422, title: 'The version does not ask this question' },
  'assessment.locked': {
    status: 409,
    title: 'The assessment does not take this change in its present state',
  },
  'assessment.incomplete': {
    status: 422,
    title: 'Something is missing or needs mending before the answers can be submitted',
  },
  'assessment.stateChanged': { status: 409, title: 'The assessment has moved to another state meanwhile' },
  'round.closed': { status: 409, title: 'The deadline has passed' },
  'clarification.open': { status: 409, title: 'The city has been asked about this answer already' },
  'clarification.ended': { status: 409, title: 'The clarification is no longer open' },
  'evidence.tooMany': { status: 409, title: 'The assessment holds as much evidence as it can' },
  'file.empty': { status: 422, title: 'The file is empty' },
  'file.tooLarge': { status: 413, title: 'The file is larger than what is accepted' },
  'file.unsupported': { status: 415, title: 'Files of this kind are not accepted' },
  'file.unsafe': { status: 422, title: 'The file holds something that is not accepted' },
  'file.noRoom': { status: 409, title: 'The files of this assessment take all the room there is' },
  'file.exists': { status: 409, title: 'Another file was sent under this id' },
  'file.unknown': { status: 422, title: 'There is no such file that waits to be described' },
  'file.described': { status: 409, title: 'The file is part of a piece of evidence' },
  'file.unavailable': { status: 503, title: 'The file cannot be read at the moment' },
  'finding.invalid': { status: 422, title: 'The finding does not fit the question' },
  'questionnaire.faulty': { status: 422, title: 'The questionnaire has faults' },
  'questionnaire.exists': { status: 409, title: 'This version has been published already' },
  'draft.stale': { status: 409, title: 'Somebody else changed the same thing first' },
  'draft.misfit': { status: 422, title: 'The change does not fit the draft' },
  'draft.moved': { status: 409, title: 'The draft has changed since you looked at it' },
  'draft.closed': { status: 409, title: 'The draft takes no changes any more' },
  'draft.noRevision': { status: 404, title: 'The draft has no such step' },
  'draft.noOrigin': { status: 422, title: 'There is nothing to begin the draft with' },
  'draft.nothingToUndo': { status: 409, title: 'There is nothing to take back or make again' },
  'draft.blocked': { status: 422, title: 'Something keeps the draft from being published' },
  'report.missing': {
    status: 409,
    title: 'Publishing over an earlier version needs its signed change report',
  },
  'report.noVersion': { status: 422, title: 'There is no such version to compare with' },
  'report.signed': { status: 409, title: 'The report is signed already' },
  'report.otherContent': { status: 409, title: 'This is not the report that you have read' },
  'version.retired': { status: 409, title: 'The version is retired already' },
  'version.inUse': { status: 409, title: 'The version is not retired' },
  'texts.stale': { status: 409, title: 'Somebody else changed these texts first' },
  'texts.open': { status: 422, title: 'Scored texts are missing or stale' },
  'sheet.columns': { status: 422, title: 'The columns are not those of a translation sheet of this draft' },
  'sheet.languages': { status: 422, title: 'The draft is not translated into these languages' },
  'sheet.unsafe': { status: 422, title: 'The file can not be read as a workbook' },
  'import.unreadable': { status: 422, title: 'The file can not be read' },
  'import.faulty': { status: 422, title: 'The file is not of this format' },
  'export.faulty': { status: 422, title: 'The draft has errors that this format can not hold' },
  'server.busy': { status: 503, title: 'The server cannot write right now; try again in a moment' },
  'server.full': { status: 507, title: 'The server has no room left; nothing was saved' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const ProblemCode = z
  .enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]])
  .meta({ id: 'ProblemCode' });

/** One place in the request that is wrong. `pointer` is an RFC 6901 JSON pointer, `in` the part of the request. */
export const ProblemPlace = z
  .strictObject({
    in: z.enum(['body', 'params', 'query']),
    pointer: z.string(),
    message: z.string(),
    /** How to mend it, where that is known. */
    mend: z.string().optional(),
  })
  .meta({ id: 'ProblemPlace' });
export type ProblemPlace = z.infer<typeof ProblemPlace>;

/** A problem as it travels (RFC 9457, `application/problem+json`). */
export const ProblemDocument = z
  .strictObject({
    /** `/problems/<code>`, relative to the installation. */
    type: z.string(),
    code: ProblemCode,
    title: z.string(),
    status: z.int(),
    /** One sentence on this occurrence: what happened and how to mend it. */
    detail: z.string(),
    /** Where in the request; empty when the whole of it is meant. */
    places: z.array(ProblemPlace).readonly(),
    /** Further facts of this kind of problem, for instance the newer answer of `answer.stale`. */
    details: z.record(z.string(), z.json()).optional(),
    /** Names this occurrence in the server's log. */
    requestId: z.string(),
  })
  .meta({ id: 'ProblemDocument' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** A problem as a client reads it: a newer server may have one that is not in this catalogue yet. */
export const ToldProblem = ProblemDocument.extend({ code: z.string() });
export type ToldProblem = z.infer<typeof ToldProblem>;

/** Whether a problem is in this catalogue. */
export function isKnownProblem(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
