import { divisionOf, type BodyCode, type Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { rulePackFor } from '@mediation/rules';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { bodyAnswer, type NameOfBody } from '../body-names';
import { today, within } from '../fields';
import { all, rows, sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import { filesIn, placeOf, sumsOf, type Placed, type ReconciledFile } from './reconciliation';
import { sameDisputes, type Pair } from './same-disputes';
import type { ReconciliationAnswer } from './subsidies.answer';
import type { ReconciliationQuery } from './subsidies.query';
import { DUPLICATE_PAIRS, readsSubsidies } from './subsidies.sql';

type FileRow = Omit<ReconciledFile, 'isSubsidisedElsewhere'>;

interface PlacedFile extends Placed {
  readonly dispute: string;
  readonly dossier: string;
  readonly body: BodyCode;
}

interface ListedSum {
  readonly paid: number;
  readonly in_hand: number;
}

/** Files shown of one place; the figures are of all. */
const MOST_SHOWN = 500;

@Injectable()
export class ReconciliationReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  /** Every file archived in the period in exactly one place, and the sums of the list for the same files. */
  async read(query: ReconciliationQuery, caller: Principal): Promise<ReconciliationAnswer> {
    const to = query.to ?? today(this.clock);
    const from = query.from ?? `${to.slice(0, 4)}-01-01`;
    const [files, listed] = await Promise.all([
      this.placed({ ...query, from, to }, caller),
      this.listedFen({ ...query, from, to }, caller),
    ]);
    const places = sumsOf(files);
    return {
      from,
      to,
      files: files.length,
      places,
      excludedBy: this.excludedBy(files),
      bodies: this.byBody(files),
      listedFen: listed,
      agrees:
        filesIn(places) === files.length &&
        places.paid.amountFen === listed.paid &&
        places['in-hand'].amountFen === listed.inHand,
      items: files
        .filter(({ place }) => place === query.place)
        .slice(0, MOST_SHOWN)
        .map(({ rule, body, ...file }) => ({
          ...file,
          body: bodyAnswer(this.nameOf, body),
          ...(rule && { rule: rule.rule }),
        })),
    };
  }

  private async placed(query: Period, caller: Principal): Promise<readonly PlacedFile[]> {
    const [found, pairs, claimed] = await Promise.all([
      rows<FileRow>(
        this.views,
        sql`SELECT d.key AS dispute, d.state, d.revision, s.phase, s.amount_fen::float8 AS amount, s.reason
            FROM ${archivedIn(query, caller)} ORDER BY d.state #>> '{file,dossier,number}', d.key`,
      ),
      rows<Pair>(this.views, DUPLICATE_PAIRS),
      rows<{ readonly dispute: string }>(
        this.views,
        sql`SELECT dispute FROM views.subsidies WHERE phase IN ('claimed', 'reviewed', 'approved', 'paid')`,
      ),
    ]);
    const subsidised = new Set(claimed.map(({ dispute }) => dispute));
    const elsewhere = new Set(
      sameDisputes(pairs).flatMap((group) =>
        group.filter((each) => group.some((other) => other !== each && subsidised.has(other))),
      ),
    );
    const now = today(this.clock);
    return found.map((row) => {
      const dossier = row.state.file.dossier;
      const body = dossier?.body ?? row.state.file.custodian;
      const file = { ...row, isSubsidisedElsewhere: elsewhere.has(row.dispute) };
      const placed = placeOf(file, rulePackFor(now, divisionOf(body)));
      return { dispute: row.dispute, dossier: dossier?.number ?? '', body, ...placed };
    });
  }

  private async listedFen(query: Period, caller: Principal): Promise<ReconciliationAnswer['listedFen']> {
    const [sum] = await rows<ListedSum>(
      this.views,
      sql`SELECT coalesce(sum(s.amount_fen) FILTER (WHERE s.phase = 'paid'), 0)::float8 AS paid,
            coalesce(sum(s.amount_fen) FILTER (WHERE s.phase IN ('claimed', 'returned', 'reviewed', 'approved')), 0)::float8 AS in_hand
          FROM ${archivedIn(query, caller)}`,
    );
    return { paid: sum?.paid ?? 0, inHand: sum?.in_hand ?? 0 };
  }

  private excludedBy(files: readonly PlacedFile[]): ReconciliationAnswer['excludedBy'] {
    const rules = new Map(files.flatMap(({ rule }) => (rule === undefined ? [] : [[rule.rule, rule] as const])));
    return [...rules.values()]
      .map(({ rule, zh, en }) => ({ rule, zh, en, files: files.filter((each) => each.rule?.rule === rule).length }))
      .sort((a, b) => b.files - a.files || (a.rule < b.rule ? -1 : 1));
  }

  private byBody(files: readonly PlacedFile[]): ReconciliationAnswer['bodies'] {
    const bodies = [...new Set(files.map(({ body }) => body))].sort();
    return bodies.map((code) => {
      const own = files.filter(({ body }) => body === code);
      return { ...bodyAnswer(this.nameOf, code), files: own.length, places: sumsOf(own) };
    });
  }
}

type Period = Pick<ReconciliationQuery, 'org'> & { readonly from: string; readonly to: string };

/** Disputes `d` whose file was archived in the period, with their subsidies `s`. */
const archivedIn = ({ from, to, org }: Period, caller: Principal) => sql`
  views.disputes AS d LEFT JOIN views.subsidies AS s ON s.key = d.key
  WHERE ${all(readsSubsidies(caller), within(sql`d.state #>> '{file,dossier,body}'`, org))} AND d.key IN (
    SELECT f.dispute FROM views.mediation_facts AS f
    WHERE f.kind = 'archived' AND f.happened_on BETWEEN ${from}::date AND ${to}::date
  )`;
