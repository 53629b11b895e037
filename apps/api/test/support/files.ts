import { Readable } from 'node:stream';
import { addressOf, ProblemDocument, sendFile, StoredFile } from '@kilim/contracts';
import { uuidv7 } from 'uuidv7';
import { pdf } from '../../src/demo/files/pdf.js';
import { png } from '../../src/demo/files/png.js';
import { EvidenceService } from '../../src/evidence/evidence.service.js';
import { FilesService } from '../../src/files/files.service.js';
import { givenAccount } from './actors.js';
import type { RunningApp } from './app.js';
import { theQuestion, type Scene } from './scene.js';
import { zip, type ZipPart } from './zip.js';

/** A real document. */
export const PDF = pdf({
  title: 'Integration strategy',
  issued: 'City council, 2025',
  language: 'en',
  sections: [{ heading: 'Aims', paragraphs: ['Everybody belongs.'] }],
});

/** A real picture. */
export const PNG = png(
  4,
  3,
  Uint8Array.from({ length: 4 * 3 * 3 }, (_, place) => place * 7),
);

const CONTENT_TYPES = (part: string, type: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types><Override PartName="${part}" ContentType="${type}"/></Types>`,
});

/** A document as a word processor writes it, as far as it matters here. */
export function docx(more: readonly ZipPart[] = [], kind = 'document.main'): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  return zip([
    CONTENT_TYPES('/word/document.xml', type),
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]);
}

/** A spreadsheet, likewise. */
export function xlsx(more: readonly ZipPart[] = []): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  return zip([
    CONTENT_TYPES('/xl/workbook.xml', type),
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ]);
}

/** A document of the OpenDocument family. */
export function openDocument(kind: 'text' | 'spreadsheet'): Buffer {
  return zip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'content.xml', content: '<office/>' },
  ]);
}

/** How a file was received: by what it became, or by what was wrong with it. */
export interface Received {
  readonly status: number;
  readonly file: StoredFile | undefined;
  readonly problem: ProblemDocument | undefined;
}

/** Sends a file as the form does. */
export async function send(
  running: RunningApp,
  scene: Pick<Scene, 'assessmentId' | 'lead'>,
  name: string,
  content: Buffer | ReadableStream,
  { fileId = uuidv7(), cookie = scene.lead.cookie } = {},
): Promise<Received> {
  const params = { assessmentId: scene.assessmentId, fileId };
  const response = await running.fetch(addressOf(sendFile.path, params, { name }), {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: content instanceof Buffer ? new Uint8Array(content) : content,
    duplex: 'half',
  } as RequestInit);
  const json: unknown = await response.json();
  const problem = ProblemDocument.safeParse(json).data;
  return { status: response.status, file: problem ? undefined : StoredFile.parse(json), problem };
}

/** A piece of evidence with a file, past HTTP; answers the file's id. */
export async function givenDescribedFile(
  running: RunningApp,
  assessmentId: string,
  fileId = uuidv7(),
  content = PDF,
): Promise<string> {
  const { accountId } = await givenAccount(running);
  const sent = { assessmentId, fileId, name: 'strategy.pdf', content: Readable.from([content]) };
  await running.app.get(FilesService).take(accountId, sent);
  const described = {
    title: 'Strategy',
    level: 'local',
    questionId: theQuestion('COM.1').id,
    fileId,
  } as const;
  await running.app.get(EvidenceService).describe(accountId, assessmentId, described);
  return fileId;
}
