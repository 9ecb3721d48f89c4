// Runs before `npm start` and `npm test`, when nothing may be installed yet: Node's own modules only.
// Kept to what an old Node can parse, because an old Node has to print the line below.
import { fail } from './say.mjs';

const version = process.versions.node.split('.').map(Number);
const isSupported = (major, minor) => (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (!isSupported(version[0], version[1])) {
  fail(
    `需要 Node.js 20.19 以上(22 系列需 22.12 以上),当前是 ${process.versions.node},请升级`,
    `Node.js 20.19 or later is needed (of 22, 22.12 or later), this is ${process.versions.node}; please upgrade`,
  );
}
import('./prepare.mjs').then(
  ({ prepare }) => prepare(),
  (error) => fail(String(error), 'could not prepare'),
);
