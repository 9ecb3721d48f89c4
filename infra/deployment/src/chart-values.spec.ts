import Ajv from 'ajv';
import { filesIn, jsonOf, textOf, yamlOf } from './files';

type Values = { readonly [key: string]: unknown };
const CHART = 'infra/helm/mediation-network';
const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As helm lays one set of values over another: maps are merged, everything else is replaced. */
const over = (below: Values, above: Values): Values =>
  Object.fromEntries(
    [...new Set([...Object.keys(below), ...Object.keys(above)])].map((key) => {
      const [low, high] = [below[key], above[key]];
      return [key, isValues(low) && isValues(high) ? over(low, high) : (high ?? low)];
    }),
  );

const validate = new Ajv({ allErrors: true }).compile(jsonOf(CHART, 'values.schema.json') as object);
const problems = (values: Values): readonly string[] => {
  validate(values);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).sort();
};

const defaults = yamlOf(CHART, 'values.yaml') as Values;
const whole = over(defaults, yamlOf(CHART, 'examples/whole-network.yaml') as Values);

describe('the values of the chart', () => {
  it('ask for what nobody can guess', () =>
    expect(problems(defaults)).toEqual([
      '/kafka/brokers must NOT have fewer than 1 items',
      '/oidc/issuer must match pattern "^https?://"',
    ]));

  it.each(filesIn(CHART, 'examples'))('are right in the example %s', (file) =>
    expect(problems(over(defaults, yamlOf(CHART, 'examples', file) as Values))).toEqual([]),
  );

  it.each<[string, Values, string]>([
    ['a district that is none', { district: '37' }, '/district must match pattern "^([0-9]{6})?$"'],
    [
      'a broker without a port',
      { kafka: { brokers: ['kafka'] } },
      '/kafka/brokers/0 must match pattern "^[^\\s:/,]+:[0-9]{1,5}$"',
    ],
    ['a misspelt key', { oicd: {} }, ' must NOT have additional properties'],
    [
      'a password instead of the name of a Secret',
      { services: { village: { secrets: { database: 'postgresql://u:p@h/d' } } } },
      '/services/village/secrets/database must match pattern "^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$"',
    ],
    [
      'an address for the recorder, which has none',
      { services: { recorder: { ingress: [{ path: '/metrics', pathType: 'Exact' }] } } },
      '/services/recorder/ingress must NOT have more than 0 items',
    ],
    ['no replica', { services: { center: { replicas: 0 } } }, '/services/center/replicas must be >= 1'],
  ])('may not hold %s', (_, change, problem) => expect(problems(over(whole, change))).toEqual([problem]));

  it('are all that the templates use', () => {
    const used = filesIn(CHART, 'templates').flatMap((file) =>
      [...textOf(CHART, 'templates', file).matchAll(/\.Values((?:\.[a-zA-Z]+)+)/g)].map(([, path]) => path!.slice(1)),
    );
    const has = (path: string): boolean => {
      const found = path.split('.').reduce<unknown>((at, key) => (isValues(at) ? at[key] : undefined), defaults);
      return found !== undefined;
    };
    expect([...new Set(used)].filter((path) => !has(path))).toEqual([]);
    expect(used.length).toBeGreaterThan(30);
  });
});
