import type { ConnectionOptions } from 'node:tls';

export interface KafkaLogEntry {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly message: string;
  readonly broker?: string;
  readonly group?: string;
  readonly topic?: string;
  readonly partition?: number;
  /** An error's name or type; never a payload. */
  readonly error?: string;
}

export interface KafkaOptions {
  /** `host:port`, several of one cluster. */
  readonly brokers: readonly string[];
  /** Names the program in the broker's logs and quotas. */
  readonly clientId: string;
  readonly ssl?: boolean | ConnectionOptions;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** How long a member may be silent before its group goes on without it; the broker bounds it. Default 10,000. */
  readonly sessionTimeoutMs?: number;
  readonly onLog?: (entry: KafkaLogEntry) => void;
}
