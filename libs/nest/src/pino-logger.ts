import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';

/** What Nest says of its own wiring, a line for every route. */
const WIRING: readonly unknown[] = [
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
];

/** Nest's log lines through pino, one JSON object a line. Callers log ids and types, never payloads. */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level = 'info', destination?: pino.DestinationStream) {
    this.pino = pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      destination ?? pino.destination(2),
    );
  }

  log(message: unknown, context?: string): void {
    this.write(WIRING.includes(context) ? 'debug' : 'info', message, context);
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  error(message: unknown, ...rest: readonly unknown[]): void {
    const context = rest.at(-1);
    this.write('error', message, typeof context === 'string' ? context : undefined);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  private write(level: 'info' | 'warn' | 'error' | 'debug', message: unknown, context: string | undefined): void {
    const fields = typeof message === 'object' && message !== null ? message : { msg: String(message) };
    this.pino[level]({ ...fields, context });
  }
}
