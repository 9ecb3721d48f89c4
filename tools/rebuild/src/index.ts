export { parseRequest, run, type Request } from './rebuild-command';
