import { StartError } from '@mediation/kernel';

/** As the client knows them, without case, dash or underscore. */
const PARAMETERS = new Set([
  'connectionname',
  'defaultdeadline',
  'discoveryinterval',
  'gossiptimeout',
  'keepaliveinterval',
  'keepalivetimeout',
  'maxdiscoverattempts',
  'nodepreference',
  'throwonappendfailure',
  'tls',
  'tlscafile',
  'tlsverifycert',
  'usercertfile',
  'userkeyfile',
]);

const USER = '[^@/?#\\s]+:[^@/?#\\s]+@';
const NODE = '[\\w.-]+(?::\\d{1,5})?';
const FORM = new RegExp(`^(?:esdb|kurrentdb)(\\+discover)?://((?:${USER})?${NODE}(?:,${NODE})*)/?(?:\\?([^?#\\s]*))?$`);

const nameOf = (parameter: string): string => parameter.replace(/=.*$/s, '').replace(/[-_]/g, '').toLowerCase();

const refuse = (zh: string, en: string): never => {
  throw new StartError(`KurrentDB 连接串有误:${zh}`, `bad connection string of KurrentDB: ${en}`);
};

/**
 * The connection string as the client gets it: checked here, since the client prints the whole of a string that it does not
 * understand, password and all. Appends that fail must throw, because only then is the stream's revision told.
 * @throws StartError that shows nothing but the name of an unknown parameter
 */
export const toClientString = (connectionString: string, applicationName: string): string => {
  const form = FORM.exec(connectionString);
  if (form === null) return refuse('应为 kurrentdb://主机:端口?参数', 'write kurrentdb://host:port?parameters');
  const [, discover = '', hosts, query = ''] = form;
  const given = query.split('&').filter((parameter) => parameter !== '');
  for (const parameter of given) {
    const isKnown = PARAMETERS.has(nameOf(parameter)) && /=./.test(parameter);
    const shown = parameter.replace(/=.*$/s, '').slice(0, 40);
    if (!isKnown) refuse(`参数 ${shown} 不认识或没有值`, `parameter ${shown} is unknown or has no value`);
  }
  const kept = given.filter((parameter) => nameOf(parameter) !== 'throwonappendfailure');
  const isNamed = kept.some((parameter) => nameOf(parameter) === 'connectionname');
  if (!isNamed) kept.push(`connectionName=${encodeURIComponent(applicationName)}`);
  return `kurrentdb${discover}://${hosts}?${kept.join('&')}`;
};
