import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  addEvidence,
  addressOf,
  dropFile,
  listEvidence,
  readFile,
  sendFile,
  type CallOf,
} from '@kilim/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { Settings } from '../src/config/settings.js';
import { FileSweeper } from '../src/files/file-sweeper.service.js';
import { FilesCheck } from '../src/files/files-check.service.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases, makeSqlite } from './support/databases.js';
import { docx, openDocument, PDF, PNG, send, xlsx } from './support/files.js';
import { zip } from './support/zip.js';
import { givenDeadlineIn, givenScene, givenState, theQuestion, type Scene } from './support/scene.js';

const DAY_MS = 86_400_000;
const text = (words: string): Buffer => Buffer.from(words, 'utf8');

/** The stored files of a server, wherever they lie. */
function storedFiles(running: RunningApp): readonly string[] {
  const folder = path.join(running.app.get(Settings).dataDir, 'files');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const describeFile = (running: RunningApp, { assessmentId, lead }: Scene, fileId: string) => {
  const body: NonNullable<CallOf<typeof addEvidence>['body']> = {
    ...{ title: 'Integration strategy', level: 'local', questionId: theQuestion('COM.1').id, fileId },
  };
  return call(running, addEvidence, { params: { assessmentId }, body }, lead.cookie);
};

const read = (running: RunningApp, { assessmentId, lead }: Scene, fileId: string) =>
  running.fetch(addressOf(readFile.path, { assessmentId, fileId }), { headers: { cookie: lead.cookie } });

const drop = ({ assessmentId, lead }: Scene, running: RunningApp, fileId: string) =>
  call(running, dropFile, { params: { assessmentId, fileId } }, lead.cookie);

describeOnBothDatabases('a file of evidence', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make, { FILE_LIMIT_MB: '1', FILE_ROOM_MB: '2' });
  });
  afterAll(() => running.close());

  it('is sent, described, listed and read back byte by byte', async () => {
    const scene = await givenScene(running);
    const fileId = uuidv7();
    const sent = await send(running, scene, 'strategy.pdf', PDF, { fileId });
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    const file = { id: fileId, name: 'strategy.pdf', type: 'application/pdf', bytes: PDF.length, sha256 };
    expect(sent).toMatchObject({ status: 200, file });
    const described = await describeFile(running, scene, fileId);
    expect(described.status).toBe(201);
    expect(described.body.file).toMatchObject(file);
    const params = { assessmentId: scene.assessmentId };
    const listed = await call(running, listEvidence, { params }, scene.lead.cookie);
    expect(listed.body.evidence).toEqual([described.body]);
    expect(listed.body.fileRoom).toEqual({ mostBytes: 1e6, roomBytes: 2e6, usedBytes: PDF.length });
    const back = await read(running, scene, fileId);
    expect(Buffer.from(await back.arrayBuffer())).toEqual(PDF);
  });

  it('is for keeping: no browser shows it as a page, runs it or guesses what it is', async () => {
    const scene = await givenScene(running);
    const fileId = uuidv7();
    await send(running, scene, 'Übersicht „2025”.pdf', PDF, { fileId });
    const { headers } = await read(running, scene, fileId);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-length')).toBe(String(PDF.length));
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="_bersicht _2025_.pdf"; filename*=UTF-8''%C3%9Cbersicht%20%E2%80%9E2025%E2%80%9D.pdf`,
    );
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('sent again under its id is the same file; another one under that id is refused', async () => {
    const scene = await givenScene(running);
    const fileId = uuidv7();
    const before = storedFiles(running).length;
    const sent = await Promise.all([1, 2, 3].map(() => send(running, scene, 'a.pdf', PDF, { fileId })));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(sent.map(({ file }) => file?.sentAt)).size).toBe(1);
    expect(storedFiles(running)).toHaveLength(before + 1);
    const other = await send(running, scene, 'a.png', PNG, { fileId });
    expect([other.status, other.problem?.code]).toEqual([409, 'file.exists']);
    expect(storedFiles(running)).toHaveLength(before + 1);
  });

  it('of the same name and content as another one is a file of its own', async () => {
    const scene = await givenScene(running);
    const first = await send(running, scene, 'a.pdf', PDF);
    const second = await send(running, scene, 'a.pdf', PDF);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.file?.id).not.toBe(first.file?.id);
  });

  it('is described once, and only where it was sent', async () => {
    const [scene, other] = [await givenScene(running), await givenScene(running)];
    const { file } = await send(running, scene, 'a.pdf', PDF);
    const elsewhere = await describeFile(running, other, file?.id ?? '');
    expect([elsewhere.status, elsewhere.problem.code]).toEqual([422, 'file.unknown']);
    expect((await describeFile(running, scene, file?.id ?? '')).status).toBe(201);
    const twice = await describeFile(running, scene, file?.id ?? '');
    expect([twice.status, twice.problem.code]).toEqual([422, 'file.unknown']);
    const params = { assessmentId: scene.assessmentId };
    const listed = await call(running, listEvidence, { params }, scene.lead.cookie);
    expect(listed.body.evidence).toHaveLength(1);
  });

  it('can be taken back until it is described, and is gone then', async () => {
    const scene = await givenScene(running);
    const before = storedFiles(running).length;
    const { file: waiting } = await send(running, scene, 'a.pdf', PDF);
    expect((await drop(scene, running, waiting?.id ?? '')).status).toBe(204);
    expect(storedFiles(running)).toHaveLength(before);
    expect((await read(running, scene, waiting?.id ?? '')).status).toBe(404);
    const { file: described } = await send(running, scene, 'a.pdf', PDF);
    await describeFile(running, scene, described?.id ?? '');
    const refused = await drop(scene, running, described?.id ?? '');
    expect([refused.status, refused.problem.code]).toEqual([409, 'file.described']);
    expect((await read(running, scene, described?.id ?? '')).status).toBe(200);
  });

  it('of another assessment is as unknown as one that was never sent', async () => {
    const [scene, other] = [await givenScene(running), await givenScene(running)];
    const { file } = await send(running, other, 'a.pdf', PDF);
    for (const fileId of [file?.id ?? '', uuidv7()]) {
      expect((await read(running, scene, fileId)).status).toBe(404);
      expect((await drop(scene, running, fileId)).status).toBe(404);
    }
    expect((await read(running, other, file?.id ?? '')).status).toBe(200);
  });

  it('is taken while the city answers: not once it has submitted, not after the deadline', async () => {
    const scene = await givenScene(running);
    await givenDeadlineIn(running, scene.assessmentId, 60_000);
    running.shiftClock(61_000);
    try {
      expect((await send(running, scene, 'a.pdf', PDF)).problem?.code).toBe('round.closed');
    } finally {
      running.shiftClock(0);
    }
    await givenState(running, scene.assessmentId, 'submitted');
    expect((await send(running, scene, 'a.pdf', PDF)).problem?.code).toBe('assessment.locked');
  });

  it('finds room until the assessment has used what it may', async () => {
    const scene = await givenScene(running);
    const large = (bytes: number) => text('a,b\n'.repeat(bytes / 4));
    const sent = await Promise.all([1, 2, 3].map(() => send(running, scene, 'a.csv', large(800_000))));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    const refused = sent.find(({ problem }) => problem)?.problem;
    expect(refused).toMatchObject({ code: 'file.noRoom', details: { roomBytes: 2e6 } });
    expect((await send(running, scene, 'a.csv', large(400_000))).status).toBe(200);
    expect((await send(running, scene, 'a.pdf', PDF)).problem?.code).toBe('file.noRoom');
  });

  it('that nobody describes is removed after a day, with all that requests have left behind', async () => {
    const scene = await givenScene(running);
    const { file: kept } = await send(running, scene, 'a.pdf', PDF);
    await describeFile(running, scene, kept?.id ?? '');
    const { file: forgotten } = await send(running, scene, 'b.pdf', PDF);
    const { dataDir } = running.app.get(Settings);
    const strays = ['incoming', '00'].map((folder) => path.join(dataDir, 'files', folder));
    for (const folder of strays) {
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, '00000000-0000-4000-8000-000000000000'), 'half a file');
    }
    await running.app.get(FileSweeper).sweep();
    expect((await read(running, scene, forgotten?.id ?? '')).status).toBe(200);
    running.shiftClock(DAY_MS + 60_000);
    try {
      await running.app.get(FileSweeper).sweep();
    } finally {
      running.shiftClock(0);
    }
    expect((await read(running, scene, forgotten?.id ?? '')).status).toBe(404);
    expect((await read(running, scene, kept?.id ?? '')).status).toBe(200);
    expect(storedFiles(running).filter((file) => file.includes('00000000-0000'))).toEqual([]);
  });

  it('that is lost or altered on the disk is found, and says so when it is asked for', async () => {
    const scene = await givenScene(running);
    const known = new Set(storedFiles(running));
    const { file } = await send(running, scene, 'a.pdf', PDF);
    const [place] = storedFiles(running).filter((each) => !known.has(each));
    const check = running.app.get(FilesCheck);
    const faultsOf = async () =>
      (await check.run()).faults.filter(({ fileId }) => fileId === file?.id).map(({ kind }) => kind);
    expect(await faultsOf()).toEqual([]);
    await writeFile(place ?? '', 'something else');
    expect(await faultsOf()).toEqual(['altered']);
    await rm(place ?? '');
    expect(await faultsOf()).toEqual(['missing']);
    const response = await read(running, scene, file?.id ?? '');
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      503,
      'file.unavailable',
    ]);
  });
});

describe('what is taken as a file', () => {
  let running: RunningApp;
  let scene: Scene;
  beforeAll(async () => {
    running = await startApp(makeSqlite, { FILE_LIMIT_MB: '1' });
    scene = await givenScene(running);
  });
  afterAll(() => running.close());

  it.each([
    ['a PDF', 'a.pdf', PDF, 'application/pdf'],
    ['a PNG', 'a.PNG', PNG, 'image/png'],
    [
      'a document',
      'a.docx',
      docx(),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a spreadsheet', 'a.xlsx', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['an open document', 'a.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['an open sheet', 'a.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a table in UTF-8', 'a.csv', text('\ufeffmiasto;udział\nŁódź;3,4\n'), 'text/csv'],
    ['a table as older offices write it', 'a.csv', Buffer.from([0xb9, 0x3b, 0x9c, 0x0d, 0x0a]), 'text/csv'],
    ['a table that begins like a picture', 'a.csv', text('BM;GIF89a\n1;2\n'), 'text/csv'],
    ['a text', 'a.txt', text('Minutes of 3 May'), 'text/plain'],
  ])('%s', async (_name, name, content, type) => {
    expect((await send(running, scene, name, content)).file).toMatchObject({ name, type });
  });

  const page = '<!doctype html><script>alert(1)</script>';
  it.each([
    ['nothing', 'a.pdf', Buffer.alloc(0), 422, 'file.empty'],
    ['a drawing that can run something', 'a.svg', text('<svg onload="alert(1)"/>'), 415, 'file.unsupported'],
    ['a page', 'a.html', text(page), 415, 'file.unsupported'],
    ['a page that calls itself a picture', 'a.png', text(page), 415, 'file.unsupported'],
    ['a page that calls itself a text', 'a.txt', text(`  \n${page}`), 415, 'file.unsupported'],
    ['a text with a page in it', 'a.txt', text(`Dear all,\n${page}`), 415, 'file.unsupported'],
    [
      'a drawing that calls itself a table',
      'a.csv',
      text('<?xml version="1.0"?><svg/>'),
      415,
      'file.unsupported',
    ],
    ['an animation', 'a.gif', text('GIF89a\x01\x00\x01\x00\x80'), 415, 'file.unsupported'],
    ['a program', 'a.pdf', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 415, 'file.unsupported'],
    ['a picture that calls itself a document', 'a.pdf', PNG, 415, 'file.unsupported'],
    ['a document without an ending', 'strategy', PDF, 415, 'file.unsupported'],
    ['an archive', 'a.zip', zip([part('a.txt')]), 415, 'file.unsupported'],
    ['bytes that are no text', 'a.txt', Buffer.from([0, 1, 2, 3]), 415, 'file.unsupported'],
  ])('not %s', async (_name, name, content, status, code) => {
    const sent = await send(running, scene, name, content);
    expect([sent.status, sent.problem?.code]).toEqual([status, code]);
  });

  const huge = Buffer.from(PNG);
  huge.writeUInt32BE(50_000, 16);
  huge.writeUInt32BE(50_000, 20);
  it.each([
    ['a picture of 2.5 billion pixels', 'a.png', huge, 'huge'],
    [
      'a picture that says no size',
      'a.jpg',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, ...PDF]),
      'unreadable',
    ],
    ['a spreadsheet of ten gigabytes', 'a.xlsx', xlsx([claim(4_000_000_000), claim(4_000_000_000)]), 'bomb'],
    ['a document that leads out of its folder', 'a.docx', docx([part('../../etc/passwd')]), 'escape'],
    ['a document with macros', 'a.docx', docx([part('word/vbaProject.bin')]), 'macros'],
    ['a document under lock', 'a.docx', docx([{ ...part('word/x.xml'), isLocked: true }]), 'locked'],
    ['half a document', 'a.docx', docx().subarray(0, -30), 'unreadable'],
  ])('not %s', async (_name, name, content, reason) => {
    const sent = await send(running, scene, name, content);
    expect(sent).toMatchObject({ status: 422, problem: { code: 'file.unsafe', details: { reason } } });
  });

  it('not what is larger than is accepted: announced, or found out on the way', async () => {
    const announced = await send(running, scene, 'a.pdf', Buffer.concat([PDF, Buffer.alloc(1_000_000)]));
    expect([announced.status, announced.problem?.code]).toEqual([413, 'file.tooLarge']);
    const flood = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const found = await send(running, scene, 'a.pdf', endedAfter(flood, 3_000_000));
    expect([found.status, found.problem?.code]).toEqual([413, 'file.tooLarge']);
    expect(storedFiles(running).filter((file) => file.includes('incoming'))).toEqual([]);
  });

  it('not half of one: what breaks off leaves nothing behind', async () => {
    const { host, port } = hostOf(running.url);
    const target = addressOf(
      sendFile.path,
      { assessmentId: scene.assessmentId, fileId: uuidv7() },
      { name: 'a.pdf' },
    );
    const before = storedFiles(running).length;
    const socket = connect(port, host);
    socket.write(
      `PUT ${target} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${scene.lead.cookie}\r\n` +
        `content-type: application/octet-stream\r\ncontent-length: ${String(PDF.length)}\r\n\r\n`,
    );
    socket.write(PDF.subarray(0, 300));
    await until(() => storedFiles(running).length > before);
    socket.destroy();
    await until(() => storedFiles(running).length === before);
    expect((await running.fetch('/healthz')).status).toBe(200);
  });

  it('not more than a few at the same time from one person', async () => {
    const { host, port } = hostOf(running.url);
    const sockets = Array.from({ length: 4 }, () => connect(port, host));
    const before = storedFiles(running).length;
    for (const socket of sockets) {
      const target = addressOf(
        sendFile.path,
        { assessmentId: scene.assessmentId, fileId: uuidv7() },
        { name: 'a.pdf' },
      );
      socket.write(
        `PUT ${target} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${scene.lead.cookie}\r\n` +
          'content-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\n%PDF',
      );
    }
    await until(() => storedFiles(running).length === before + 4);
    expect((await send(running, scene, 'a.pdf', PDF)).problem?.code).toBe('request.tooMany');
    for (const socket of sockets) socket.destroy();
    await until(() => storedFiles(running).length === before);
    expect((await send(running, scene, 'a.pdf', PDF)).status).toBe(200);
  });

  it('only as it is: neither as a form nor as JSON', async () => {
    const target = addressOf(
      sendFile.path,
      { assessmentId: scene.assessmentId, fileId: uuidv7() },
      { name: 'a.pdf' },
    );
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(PDF)]), 'a.pdf');
    const headers = { cookie: scene.lead.cookie };
    const asForm = await running.fetch(target, { method: 'PUT', headers, body: form });
    const json = { ...headers, 'content-type': 'application/json' };
    const asJson = await running.fetch(target, { method: 'PUT', headers: json, body: '{}' });
    expect([asForm.status, asJson.status]).toEqual([415, 415]);
    const octets = { ...headers, 'content-type': 'application/octet-stream' };
    const answers = `/api/assessments/${scene.assessmentId}/answer-events`;
    const elsewhere = await running.fetch(answers, { method: 'POST', headers: octets, body: '{}' });
    expect(elsewhere.status).toBe(415);
  });

  it.each([
    ['../../../etc/cron.d/run.pdf', 'run.pdf'],
    ['..\\..\\windows\\run.pdf', 'run.pdf'],
    ['\u202efdp.exe\u202c.pdf', 'fdp.exe.pdf'],
    ['a\u0000b\r\nset-cookie: x.pdf', 'abset-cookie_ x.pdf'],
    [`${'ż'.repeat(600)}.pdf`, `${'ż'.repeat(146)}.pdf`],
    ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
  ])('under a name that misleads nobody: %j', async (given, kept) => {
    const sent = await send(running, scene, given, PDF);
    expect(sent.file?.name).toBe(kept);
    for (const file of storedFiles(running)) expect(path.basename(file)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('only under a name that is one', async () => {
    for (const name of ['', 'x'.repeat(5000)])
      expect((await send(running, scene, name, PDF)).problem?.code).toBe('request.invalid');
  });
});

function part(name: string) {
  return { name, content: 'x' };
}

function claim(claimedBytes: number) {
  return { name: `xl/sheet${String(claimedBytes)}.xml`, content: 'x', claimedBytes };
}

function hostOf(url: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

/** The beginning of a stream. */
function endedAfter(stream: ReadableStream, bytes: number): ReadableStream {
  let left = bytes;
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        controller.enqueue(chunk);
        left -= chunk.length;
        if (left <= 0) controller.terminate();
      },
    }),
  );
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}
