/** Which rules hold where says the eslint.config.js of each folder: the nearest one counts. */
export default [{}];
