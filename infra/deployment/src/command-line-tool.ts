import { spawnSync } from 'node:child_process';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Tool = (...args: readonly string[]) => Run;

const toolOf =
  ([file, ...first]: readonly string[]): Tool =>
  (...args) => {
    // What this machine happens to have set must not answer for what a file leaves out.
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
    return spawnSync(file!, [...first, ...args], { encoding: 'utf8', env });
  };

/** The first of these commands that answers to `version`. */
const firstOf = (commands: readonly (readonly string[])[]): Tool | undefined =>
  commands.map(toolOf).find((tool) => tool('version').status === 0);

/** `describe` for a tool that need not be on every machine: counted as skipped where it is not. */
export const describeWithTool = (
  name: string,
  commands: readonly (readonly string[])[],
  body: (tool: Tool) => void,
): void => {
  const tool = firstOf(commands);
  if (tool) describe(name, () => body(tool));
  else describe.skip(name, () => it(`needs ${commands[0]!.join(' ')}`, () => undefined));
};

export const HELM = [[process.env['HELM'] ?? 'helm']];
export const COMPOSE = [['docker', 'compose'], [process.env['DOCKER_COMPOSE'] ?? 'docker-compose']];
