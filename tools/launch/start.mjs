import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, build, fail, install, requireNode, say } from './workspace.mjs';

/** How long the server may take until it says that it is ready: seeding a fresh database included. */
const READY_WITHIN_MS = 120_000;
const ASK_EVERY_MS = 150;

requireNode();
await install();
await build();

const port = process.env.PORT ?? '3000';
const dataDir = path.resolve(ROOT, process.env.DATA_DIR ?? 'data');
const address = `http://localhost:${port}`;
// A production server says so itself; whoever just starts a clone wants the demo.
const mode = process.env.KILIM_MODE ?? (process.env.NODE_ENV === 'production' ? 'production' : 'demo');

say(`Starting the server on ${address} (data in ${path.relative(ROOT, dataDir) || '.'})`);
const server = spawn(process.execPath, ['--enable-source-maps', path.join(ROOT, 'apps/api/dist/main.js')], {
  cwd: ROOT,
  env: { ...process.env, PORT: port, DATA_DIR: dataDir, KILIM_MODE: mode },
  stdio: ['ignore', 'inherit', 'inherit'],
});

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    // The second time means: now.
    server.kill(isStopping ? 'SIGKILL' : 'SIGTERM');
    isStopping = true;
  });
}
server.on('exit', (code) => {
  if (isStopping) process.stdout.write('\nStopped.\n');
  process.exit(isStopping ? 0 : (code ?? 1));
});

if (await isReady()) welcome();
else if (!isStopping) {
  server.kill('SIGKILL');
  fail(`The server was not ready within ${READY_WITHIN_MS / 1000} seconds.`);
}

/** Asks until the server answers that it can take requests. */
async function isReady() {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (Date.now() < giveUpAt && server.exitCode === null && !isStopping) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return false;
}

/** The address and, while the demo's accounts stand in their file, who can sign in. */
function welcome() {
  const lines = ['', `  Kilim is ready: ${address}`, ''];
  const file = path.join(dataDir, 'demo-accounts.json');
  if (mode === 'demo' && existsSync(file)) {
    const accounts = JSON.parse(readFileSync(file, 'utf8'));
    const width = (field) => Math.max(...accounts.map((account) => String(account[field]).length));
    const [role, email] = [width('role'), width('email')];
    lines.push('  Demo accounts (invented cities, illustrative questionnaire):', '');
    for (const account of accounts) {
      lines.push(`    ${account.role.padEnd(role)}  ${account.email.padEnd(email)}  ${account.password}`);
    }
    lines.push('', `  They also stand in ${path.relative(process.cwd(), file)}.`);
  }
  lines.push('  Ctrl-C stops it.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
