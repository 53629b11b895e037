import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, build, install, requireNode, say } from './workspace.mjs';

/** What the server says when it takes requests: seeding a fresh database comes before. */
const LISTENS = /^Kilim listens on http:\/\/\S+:(\d+)$/m;

requireNode();
await install();
await build();

const dataDir = path.resolve(ROOT, process.env.DATA_DIR || 'data');
// A production server says so itself; whoever just starts a clone wants the demo.
const mode = process.env.KILIM_MODE || (process.env.NODE_ENV === 'production' ? 'production' : 'demo');

say(`Starting the server (data in ${path.relative(process.cwd(), dataDir) || '.'})`);
const server = spawn(process.execPath, ['--enable-source-maps', path.join(ROOT, 'apps/api/dist/main.js')], {
  cwd: ROOT,
  env: { ...process.env, DATA_DIR: dataDir, KILIM_MODE: mode },
  stdio: ['ignore', 'pipe', 'inherit'],
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
pass(server.stdout);

/** Shows what the server says; once it says that it listens, who can sign in where. */
function pass(output) {
  let said = '';
  let isReady = false;
  output.on('data', (chunk) => {
    process.stdout.write(chunk);
    if (isReady) return;
    said += chunk.toString();
    const [, port] = LISTENS.exec(said) ?? [];
    if (port === undefined) return;
    isReady = true;
    welcome(`http://localhost:${port}`);
  });
}

/** The address and, while the demo's accounts stand in their file, who can sign in. */
function welcome(address) {
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
