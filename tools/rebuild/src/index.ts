export { findViews } from './database';
export { parseRequest, run, type Request } from './rebuild-command';
