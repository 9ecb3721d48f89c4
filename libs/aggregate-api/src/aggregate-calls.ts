import type { BodyCode } from '@mediation/kernel';
import type { Problem } from '@mediation/nest';
import type { z } from 'zod';
import type { Because } from './refusal-problems';
import type { Route } from './route';

export interface AggregateCommand {
  readonly type: string;
  readonly data: unknown;
}

/** What the calls need to know of a use case besides its decision. */
export interface CalledUseCase {
  readonly name: string;
  readonly data: z.ZodType;
  /** Codes of bodies in the data that the directory must know. */
  readonly bodies?: (data: never) => readonly (BodyCode | undefined)[];
  /** Fields that the interface fills in from what it keeps itself; no caller may send them. */
  readonly filled?: readonly string[];
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What fields and the words of closed lists are called, for forms made of the schemas. */
export interface SchemaWords {
  ofField(name: string): Words | undefined;
  ofList(list: readonly string[]): Readonly<Record<string, Words>> | undefined;
}

/** One kind of aggregate as the tiers' HTTP calls see it: everything in which two kinds differ. */
export interface AggregateCalls<Command extends AggregateCommand, Refusal extends string> {
  /** What one of them is called, and the path they are found at, e.g. 纠纷, dispute, disputes. */
  readonly noun: { readonly zh: string; readonly en: string; readonly path: string };
  readonly routes: readonly Route<Command['type']>[];
  useCase(name: Command['type']): CalledUseCase;
  /** Parameters of a path that are numbers; any other stays text, though it may be all digits. */
  readonly numbers: readonly string[];
  /** One request body a use case, with made-up people. */
  readonly examples: Readonly<Record<Command['type'], object>>;
  readonly words?: SchemaWords;
  /** The name of the OpenAPI schema of what a write answers. */
  readonly recorded: string;
  stream(id: string): string;
  idOf(stream: string): string;
  problemOf(refusal: Refusal, because?: Because): Problem;
}
