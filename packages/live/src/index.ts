export * from './live-stream.js';
export * from './sight.js';
