import { describeWithTool, HELM } from './command-line-tool';
import { documentsOf, filesIn, isInWorkspace, pathOf, sourceOf, textOf } from './files';

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}
interface Container {
  readonly args: readonly string[];
  readonly env: readonly Variable[];
  readonly securityContext: object;
  readonly resources: { readonly limits: object; readonly requests: object };
}
interface PodSpec {
  readonly securityContext: object;
  readonly automountServiceAccountToken: boolean;
  readonly terminationGracePeriodSeconds?: number;
  readonly containers: readonly Container[];
}
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: {
    readonly replicas?: number;
    readonly template?: { readonly spec: PodSpec };
    readonly rules?: readonly { readonly http: { readonly paths: readonly { readonly path: string }[] } }[];
  };
  readonly data?: Readonly<Record<string, string>>;
}

const CHART = pathOf('infra/helm/mediation-network');
const example = (name: string) => `${CHART}/examples/${name}`;
const WHOLE = ['-f', example('whole-network.yaml')];

const podsOf = (manifests: readonly Manifest[]) =>
  manifests.flatMap(({ kind, metadata, spec }) =>
    spec?.template ? [{ kind, name: metadata.name, pod: spec.template.spec }] : [],
  );
const named = (manifests: readonly Manifest[], kind: string): readonly string[] =>
  manifests
    .filter((each) => each.kind === kind)
    .map(({ metadata }) => metadata.name)
    .sort();

describeWithTool('the chart', HELM, (helm) => {
  const run = (...args: readonly string[]) => helm('template', 'n', CHART, '--kube-version', '1.32.0', ...args);
  const render = (...args: readonly string[]): readonly Manifest[] => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return documentsOf(stdout) as readonly Manifest[];
  };
  const envOf = (manifests: readonly Manifest[], name: string) =>
    podsOf(manifests).find((each) => each.name === name)!.pod.containers[0]!.env;

  it.each(filesIn('infra/helm/mediation-network/examples'))('passes lint with %s', (file) =>
    expect(helm('lint', '--strict', CHART, '-f', example(file))).toMatchObject({ status: 0 }),
  );

  it('runs the five services, after the migrations and the topics', () => {
    const manifests = render(...WHOLE);
    expect(named(manifests, 'Deployment')).toEqual(['n-center', 'n-district', 'n-recorder', 'n-township', 'n-village']);
    expect(named(manifests, 'PodDisruptionBudget')).toEqual(named(manifests, 'Deployment'));
    const jobs = manifests.filter(({ kind }) => kind === 'Job');
    expect(jobs.map(({ metadata }) => [metadata.name, metadata.annotations?.['helm.sh/hook']])).toEqual([
      ['n-migrate-district', 'pre-install,pre-upgrade'],
      ['n-migrate-network', 'pre-install,pre-upgrade'],
      ['n-topics', 'pre-install,pre-upgrade'],
    ]);
    const started = podsOf(manifests).map(({ pod }) => sourceOf(pod.containers[0]!.args[0]!));
    expect(started.filter((path) => !isInWorkspace(path))).toEqual([]);
  });

  it('lets no container be root, write to its image or call the cluster', () => {
    const pods = podsOf(render(...WHOLE));
    expect(pods).toHaveLength(8);
    for (const { pod } of pods) {
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001 });
      expect(pod.containers[0]!.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(Object.keys(pod.containers[0]!.resources).sort()).toEqual(['limits', 'requests']);
    }
  });

  it('keeps the name of a release a text, even one that YAML takes for false', () =>
    expect(named(render(...WHOLE), 'ConfigMap')).toEqual(['n']));

  it('gives a service time to drain', () => {
    const graces = podsOf(render(...WHOLE)).filter(({ kind }) => kind === 'Deployment');
    expect(graces.map(({ pod }) => pod.terminationGracePeriodSeconds)).toEqual([30, 30, 30, 30, 30]);
  });

  it('takes every credential from a Secret that someone else keeps', () => {
    const manifests = render(...WHOLE);
    expect(named(manifests, 'Secret')).toEqual([]);
    const credentials = podsOf(manifests).flatMap(({ pod }) =>
      pod.containers[0]!.env.filter(({ name }) => /_URL$|USERNAME|PASSWORD/.test(name)),
    );
    expect(credentials.filter(({ valueFrom }) => valueFrom === undefined)).toEqual([]);
    expect(credentials.length).toBeGreaterThan(20);
  });

  it('gives each service what its configuration asks for, and the owner of a database to its migration only', () => {
    const manifests = render(...WHOLE);
    const keys = (name: string) => envOf(manifests, name).map((each) => each.name);
    const kafka = ['KAFKA_BROKERS', 'KAFKA_SSL', 'KAFKA_SASL_MECHANISM', 'KAFKA_USERNAME', 'KAFKA_PASSWORD'];
    const ca = ['NODE_EXTRA_CA_CERTS'];
    expect(keys('n-village')).toEqual(['DISTRICT', 'DATABASE_URL', ...kafka, ...ca]);
    expect(keys('n-township')).toEqual(['DISTRICT', 'DATABASE_URL', 'INTAKE_SOURCES', ...kafka, ...ca]);
    expect(keys('n-recorder')).toEqual(['DATABASE_URL', 'EVENT_STORE_URL', ...kafka, ...ca]);
    expect(keys('n-center')).toEqual(['DATABASE_URL', 'EVENT_STORE_URL', ...ca]);
    expect(keys('n-migrate-network')).toEqual(['DATABASE_OWNER_URL', 'DATABASE_ADMIN_URL', 'DATABASE_URL', ...ca]);
    expect(keys('n-topics')).toEqual([...kafka, ...ca]);
  });

  it('publishes the tiers, the console with each of its pages, and neither metrics nor health', () => {
    const [ingress] = render(...WHOLE).filter(({ kind }) => kind === 'Ingress');
    const published = ingress?.spec?.rules?.[0]?.http.paths.map(({ path }) => path) ?? [];
    const pages = textOf('apps/console/src/pages/rows.ts').matchAll(/^ {4}path: '(\/[^/'?:]*)/gm);
    const needed = ['/api/center', '/api/district', '/api/township', '/api/village', '/docs', '/openapi.json'];
    const unpublished = [...needed, '/assets', '/console', ...[...pages].map(([, path]) => path!)].filter(
      (path) => !published.includes(path),
    );
    expect(unpublished).toEqual([]);
    expect(published.filter((path) => /metrics|health/.test(path))).toEqual([]);
  });

  it('leaves the number of replicas to the autoscaler where there is one', () => {
    const manifests = render(...WHOLE);
    expect(named(manifests, 'HorizontalPodAutoscaler')).toEqual(['n-village']);
    const replicas = manifests
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ metadata, spec }) => [metadata.name, spec?.replicas]);
    expect(replicas).toEqual([
      ['n-center', 2],
      ['n-district', 2],
      ['n-recorder', 2],
      ['n-township', 2],
      ['n-village', undefined],
    ]);
  });

  it('installs a district by itself', () => {
    const manifests = render('-f', example('one-district.yaml'));
    expect(named(manifests, 'Deployment')).toEqual(['n-district', 'n-township', 'n-village']);
    expect(named(manifests, 'Job')).toEqual(['n-migrate-district']);
  });

  it.each([
    ['no district', ['--set', 'district='], 'the six digits of the district'],
    ['no name for the ingress', ['--set', 'ingress.host='], 'the name that people call'],
    ['a login without a Secret', ['--set', 'services.recorder.secrets.kafka='], 'the name of a Secret'],
    ['no issuer', ['--set', 'oidc.issuer='], 'issuer'],
  ])('refuses %s', (_, args, message) => {
    const { status, stderr } = run(...WHOLE, ...args);
    expect(status).not.toBe(0);
    expect(stderr).toContain(message);
  });

  it('asks for no Kafka login where there is none', () => {
    const env = envOf(render(...WHOLE, '--set', 'kafka.saslMechanism=,kafka.ssl=false'), 'n-village');
    expect(env.filter(({ name }) => name.startsWith('KAFKA'))).toEqual([
      { name: 'KAFKA_BROKERS', value: 'kafka-0.example.org:9093,kafka-1.example.org:9093,kafka-2.example.org:9093' },
      { name: 'KAFKA_SSL', value: 'off' },
    ]);
  });
});
