// Prints whether each date of the command line is a working day, in a process of its own, so that it has a time zone of its own.
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);

const { isWorkingDay } = require('../working-calendar.ts');
console.log(JSON.stringify(process.argv.slice(2).map(isWorkingDay)));
