import { pathOf, textOf, yamlOf } from './files';
import { readdirSync, readFileSync } from 'node:fs';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly part: string; readonly summary: string };
}
const { groups } = yamlOf('infra/prometheus/alerts.yaml') as { groups: readonly { readonly rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const GUIDE = textOf('docs/guides/when-a-part-is-down.md');

/** Of Prometheus and of the kubelet. */
const OF_OTHERS = ['up', 'kubelet_volume_stats_available_bytes', 'kubelet_volume_stats_capacity_bytes'];
const METRIC = /\bname: '([a-z]+(?:_[a-z]+)+)'/g;
const sources = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(pathOf(folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .map((path) => readFileSync(pathOf(folder, path), 'utf8'))
    .filter((source) => source.includes("from 'prom-client'")),
);
const ours = sources.flatMap((source) => [...source.matchAll(METRIC)].map(([, name]) => name!));

const WORDS = /^(sum|max|min|by|le|rate|absent|histogram_quantile|namespace|job|group|reason|view|for)$/;
const metricsIn = (expr: string): readonly string[] =>
  [...expr.replace(/\{[^}]*\}|\[[^\]]*\]/g, '').matchAll(/[a-z_][a-z_0-9]*/g)]
    .map(([word]) => word)
    .filter((word) => !WORDS.test(word))
    .map((word) => word.replace(/_(bucket|count)$/, ''));

describe('the example alerts', () => {
  it('ask for metrics that there are', () => {
    const known = [...OF_OTHERS, ...ours];
    const unknown = rules.flatMap(({ alert, expr }) =>
      metricsIn(expr)
        .filter((name) => !known.includes(name))
        .map((name) => `${alert}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('say how urgent they are, and each stands in the guide', () => {
    expect(rules.filter(({ labels }) => !['page', 'warn'].includes(labels.severity))).toEqual([]);
    expect(rules.map(({ alert }) => alert).filter((alert) => !GUIDE.includes(alert))).toEqual([]);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });
});
