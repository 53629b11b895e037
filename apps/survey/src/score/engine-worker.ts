import { assign, type Assignment, type Changes, type WorkedOut, type WorkOut } from './engine.js';

/** Works out beside the page what takes too long within it: told once of what, then asked again with each change. */
let workOut: WorkOut<keyof WorkedOut> | undefined;

self.onmessage = ({ data }: MessageEvent<Assignment | Changes>): void => {
  if (!(data instanceof Map)) workOut = assign(data as Assignment);
  else if (workOut) self.postMessage(workOut(data));
};
