import type { JsonObject } from '@mediation/kernel';
import type { z } from 'zod';

export interface Example {
  readonly name: string;
  readonly data: JsonObject;
}

/** The data of one message that outside systems read from us or write to us. */
export interface Contract {
  /** The CloudEvents type, with its version. */
  readonly name: string;
  /** `out`: we write it and others read it; `in`: others write it and we read it. */
  readonly direction: 'out' | 'in';
  /** Chinese first, English beside it. */
  readonly title: string;
  readonly what: string;
  readonly schema: z.ZodType;
  /** With made-up people. */
  readonly examples: readonly Example[];
}
