/** What the server itself writes into a line; everything else is a detail. */
interface Line {
  readonly level: string;
  readonly time: string;
  readonly msg: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly requestId?: string;
  readonly err?: { readonly type: string; readonly message: string; readonly stack: string };
}

/** A line of the log as text: `14:32:05 info  GET /api/rounds 200 in 12 ms`. */
export function textLine(json: string): string {
  const line = JSON.parse(json) as Line;
  const head = `${clock(line.time)} ${line.level.padEnd(5)}`;
  return `${head} ${line.route === undefined ? messageOf(line) : requestOf(line)}\n`;
}

function requestOf({ method, route, status, ms, msg }: Line): string {
  const what = `${method ?? ''} ${route ?? ''}`;
  return status === undefined ? `${what} ${msg}` : `${what} ${String(status)} in ${String(ms)} ms`;
}

function messageOf({ msg, err, requestId }: Line): string {
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  if (!err) return msg + request;
  return `${msg === err.message ? '' : `${msg}: `}${err.type}: ${err.message}${request}\n${err.stack}`;
}

/** On the reader's own clock: whoever reads text sits at the machine. */
function clock(time: string): string {
  const at = new Date(time);
  return [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
