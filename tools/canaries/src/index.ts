// Tagged as the dispute's domain. Every line below breaks a rule, and `nx run tools-canaries:lint` fails unless each is caught.
import { postgresJournal } from '@mediation/event-store/postgres';
import { loadDirectory } from '@mediation/directory';
import { Client } from 'pg';
import { readFileSync } from 'node:fs';
import { accept } from '../../../libs/kernel/src';

const later = async (): Promise<void> => undefined;

export const canary = (): unknown => {
  later();
  return [
    postgresJournal,
    loadDirectory,
    Client,
    readFileSync,
    accept,
    Date.now(),
    new Date(),
    Math.random(),
    process.env,
  ];
};
