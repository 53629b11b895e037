export * from './live-stream.js';
export * from './session-news.js';
export * from './sight.js';
