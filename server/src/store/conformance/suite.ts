import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '../../domain/time.ts'
import { commitQueue } from '../commit.ts'
import type { Driver } from '../driver.ts'
import { recordCache } from '../record-cache.ts'
import { feedbackReads } from '../tables/feedback.ts'
import type { Draft, EventRow, Write } from '../write.ts'
import {
  add,
  bucket,
  change,
  chat,
  conversation,
  customer,
  delivery,
  draft,
  event,
  insert,
  job,
  kinds,
  message,
  one,
  phone,
  put,
  reached,
  remove,
  tally,
  template,
  update,
} from './drafts.ts'

const COMMITTED = { kind: 'committed', seqs: [] }
const NONE: ReadonlySet<string> = new Set()

/** What every database behind the store has to do. `open` gives a fresh, empty one. */
export function storeConformance(name: string, open: () => Promise<Driver>): void {
  describe(`${name}: store conformance`, () => {
    let driver: Driver
    beforeEach(async () => {
      driver = await open()
    })
    afterEach(() => driver.close())

    const customers = () => driver.db.selectFrom('customers').selectAll().orderBy('id').execute()
    const eventIds = async () => {
      const rows = await driver.db.selectFrom('events').select(['seq', 'id']).orderBy('seq').execute()
      return rows.map(row => row.id)
    }

    test('insert, put, change, update and delete in the order given', async () => {
      const outcome = await one(driver, [
        insert('customers', customer('1')),
        change('customers', 1, { id: '1', version: 1, body: '{"n":1}' }),
        change('customers', 2, { id: '1', version: 2, body: '{"n":2}' }),
        put('customers', customer('2', 'first')),
        put('customers', customer('2', 'last')),
        insert('customers', customer('3')),
        remove('customers', '3'),
        insert('customers', customer('3', 'again')),
        update('customers', { id: '3', body: 'updated' }),
        update('customers', { id: 'missing', body: 'x' }),
        remove('customers', 'missing'),
      ])
      expect(outcome).toEqual(COMMITTED)
      expect(await customers()).toEqual([
        { id: '1', version: 3, body: '{"n":2}' },
        { id: '2', version: 1, body: 'last' },
        { id: '3', version: 1, body: 'updated' },
      ])
    })

    test('sums begin with the first that is added, and keep what else is written to their row', async () => {
      const outcomes = await driver.commit([
        draft([add('conversations', chat('a'), { unread: 2 }), add('conversations', chat('b'), { unread: 1 })]),
        draft([add('conversations', chat('a'), { unread: 3 }), update('conversations', { id: 'a', last_at: 7 })]),
        draft([add('conversations', chat('a'), { unread: 4 })]),
        draft([add('conversations', chat('a'), { unread: 100 })], [tally('none', 1, 0)]),
      ])
      expect(kinds(outcomes)).toEqual(['committed', 'committed', 'committed', 'refused'])
      await one(driver, [add('conversations', chat('b'), { unread: -1 })])
      const rows = await driver.db.selectFrom('conversations').selectAll().orderBy('id').execute()
      expect(rows).toEqual([{ ...conversation('a', 9), last_at: 7 }, conversation('b', 0)])
    })

    test('a unit that fails adds nothing', async () => {
      await one(driver, [insert('customers', customer('1'))])
      const outcomes = await driver.commit([
        draft([add('conversations', chat('a'), { unread: 1 })]),
        draft([add('conversations', chat('a'), { unread: 5 }), insert('customers', customer('1'))]),
        draft([add('conversations', chat('a'), { unread: 2 })]),
      ])
      expect(kinds(outcomes)).toEqual(['committed', 'conflict', 'committed'])
      const rows = await driver.db.selectFrom('conversations').select('unread').execute()
      expect(rows).toEqual([{ unread: 3 }])
    })

    test('all kinds of columns come back as they were given', async () => {
      const attempt = {
        id: 'a',
        delivery_id: 'd',
        at: 1.7e12,
        outcome: 'x',
        http_status: null,
        duration: 1.25,
        detail: '“ü\\"\n',
      }
      await one(driver, [insert('attempts', attempt)])
      expect(await driver.db.selectFrom('attempts').selectAll().execute()).toEqual([attempt])
    })

    test('put replaces the whole row, and never another one', async () => {
      await one(driver, [put('jobs', { ...job('j', 5), subject: 's' }), insert('phone_numbers', phone('1', '49'))])
      const { subject: _, ...rest } = job('j', 6)
      expect(await one(driver, [put('jobs', { ...rest })])).toEqual(COMMITTED)
      expect((await driver.db.selectFrom('jobs').selectAll().execute())[0]).toEqual(job('j', 6))
      expect(await one(driver, [put('phone_numbers', phone('2', '49'))])).toEqual({
        kind: 'conflict',
        on: 'phone_numbers.digits',
      })
      expect(await driver.db.selectFrom('phone_numbers').select('id').execute()).toEqual([{ id: '1' }])
    })

    test('a stale record leaves nothing of its unit', async () => {
      await one(driver, [insert('customers', customer('1'))])
      const changed = change('customers', 1, { id: '1', version: 1, body: 'changed' })
      expect(await one(driver, [changed])).toEqual(COMMITTED)
      const stale = await one(
        driver,
        [insert('customers', customer('2')), changed],
        [tally('t', 5, 5)],
        [event('lost')],
      )
      expect(stale).toEqual({ kind: 'stale', table: 'customers', id: '1' })
      expect(await one(driver, [change('customers', 1, customer('nobody'))])).toMatchObject({
        kind: 'stale',
        id: 'nobody',
      })
      expect(await customers()).toEqual([{ id: '1', version: 2, body: 'changed' }])
      expect(await eventIds()).toEqual([])
      expect(await one(driver, [], [tally('t', 5, 5)])).toEqual(COMMITTED)
    })

    test('two changes of one version in a batch: the first one wins', async () => {
      await one(driver, [insert('customers', customer('1'))])
      const outcomes = await driver.commit(['x', 'y'].map(body => draft([change('customers', 1, { id: '1', body })])))
      expect(kinds(outcomes)).toEqual(['committed', 'stale'])
      expect((await customers())[0]?.body).toBe('x')
    })

    test('conflicts are named', async () => {
      await one(driver, [
        insert('customers', customer('1')),
        insert('phone_numbers', phone('1', '49')),
        insert('templates', template('1', 'a/n/en')),
        insert('templates', template('2', null)),
      ])
      const conflict = (on: string) => ({ kind: 'conflict', on })
      expect(await one(driver, [insert('customers', customer('1'))])).toEqual(conflict('customers'))
      expect(await one(driver, [insert('phone_numbers', phone('2', '49'))])).toEqual(conflict('phone_numbers.digits'))
      expect(await one(driver, [insert('templates', template('3', 'a/n/en'))])).toEqual(
        conflict('templates.unique_name'),
      )
      expect(await one(driver, [insert('templates', template('3', null))])).toEqual(COMMITTED)
      const moved = await one(driver, [update('templates', { id: '3', unique_name: 'a/n/en' })])
      expect(moved).toEqual(conflict('templates.unique_name'))
    })

    test('a table is cleared at its place in the order', async () => {
      await one(driver, [insert('customers', customer('old'))], [tally('t', 3, 3), bucket('b', 3, 3)])
      const clear = (table: string): Write => ({ op: 'clear', table })
      const outcomes = await driver.commit([
        draft([insert('customers', customer('1'))], [tally('t', 1, 3)]),
        draft([clear('customers'), clear('counters'), insert('no_such_table', { id: '1' })]),
        draft([insert('customers', customer('2'))], [bucket('b', 1, 3)]),
        draft([
          insert('customers', customer('3')),
          clear('customers'),
          clear('counters'),
          insert('customers', customer('4')),
        ]),
        draft([insert('customers', customer('5'))], [tally('t', 3, 3), bucket('b', 3, 3)]),
        draft([], [tally('t', 1, 3)]),
      ])
      expect(kinds(outcomes)).toEqual(['refused', 'failed', 'refused', 'committed', 'committed', 'refused'])
      expect((await customers()).map(row => row.id)).toEqual(['4', '5'])
    })

    test('a broken unit fails alone', async () => {
      const broken = [
        draft([insert('no_such_table', { id: '1' })]),
        draft([insert('customers', { id: 'x', version: 1, body: null })]),
        draft([update('customers', { id: 'x', no_such_column: 1 })]),
        draft([], [], [{ ...event('e'), body: null as unknown as string }]),
      ]
      const outcomes = await driver.commit([
        ...broken,
        draft([insert('customers', customer('1'))], [], [event('kept')]),
      ])
      expect(kinds(outcomes)).toEqual(['failed', 'failed', 'failed', 'failed', 'committed'])
      expect((await customers()).map(row => row.id)).toEqual(['1'])
      expect(await eventIds()).toEqual(['kept'])
    })

    test('one bad unit in the middle of fifty', async () => {
      await one(driver, [insert('customers', customer('7'))])
      const units: Draft[] = Array.from({ length: 50 }, (_, i) =>
        draft([insert('customers', customer(`n${i}`))], [tally('all', 1)], [event(`e${i}`)]),
      )
      units[25]!.writes.push(insert('customers', customer('7')))
      const outcomes = await driver.commit(units)
      expect(outcomes[25]).toEqual({ kind: 'conflict', on: 'customers' })
      expect(outcomes.filter(outcome => outcome.kind === 'committed')).toHaveLength(49)
      expect(await customers()).toHaveLength(50)
      const numbers = outcomes.flatMap(outcome => (outcome.kind === 'committed' ? outcome.seqs : []))
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      expect(await eventIds()).toEqual(units.flatMap((unit, i) => (i === 25 ? [] : unit.events.map(e => e.id))))
      expect(await one(driver, [], [tally('all', 1, 50)])).toEqual(COMMITTED)
      expect(await one(driver, [], [tally('all', 1, 50)])).toEqual({ kind: 'refused', names: ['all'] })
    })

    test('events get rising numbers in the order given', async () => {
      const outcomes = await driver.commit([
        draft([], [], [event('a'), event('b')]),
        draft([]),
        draft([], [], [event('c')]),
      ])
      const seqs = outcomes.map(outcome => (outcome.kind === 'committed' ? outcome.seqs : []))
      expect(seqs.map(list => list.length)).toEqual([2, 0, 1])
      const rows = await driver.db.selectFrom('events').selectAll().orderBy('seq').execute()
      expect(rows.map(row => row.seq)).toEqual(seqs.flat())
      expect(rows.map(({ seq: _, ...row }): EventRow => row)).toEqual([event('a'), event('b'), event('c')])
    })

    test('a refused take leaves nothing and gives the others back', async () => {
      expect(await one(driver, [], [tally('t', 3, 10)])).toEqual(COMMITTED)
      const refused = await one(
        driver,
        [insert('customers', customer('1'))],
        [tally('t', 7, 10), bucket('b', 2, 5), tally('u', 2, 1), bucket('c', 6, 5)],
        [event('lost')],
      )
      expect(refused).toEqual({ kind: 'refused', names: ['u', 'c'] })
      expect(await customers()).toEqual([])
      expect(await eventIds()).toEqual([])
      expect(
        await one(driver, [], [tally('t', 7, 10), bucket('b', 5, 5), tally('u', 1, 1), bucket('c', 5, 5)]),
      ).toEqual(COMMITTED)
      expect(await one(driver, [], [bucket('b', 1, 5)])).toEqual({ kind: 'refused', names: ['b'] })
      expect(await one(driver, [], [bucket('b', 1, 5, 1_001_000)])).toEqual(COMMITTED)
    })

    test('no two units of a batch take the same room', async () => {
      const outcomes = await driver.commit(
        Array.from({ length: 20 }, (_, i) => draft([insert('customers', customer(`${i}`))], [bucket('b', 1, 8)])),
      )
      expect(kinds(outcomes)).toEqual([...Array(8).fill('committed'), ...Array(12).fill('refused')])
      expect(await customers()).toHaveLength(8)
    })

    test('a forced take is never refused, and takes no more than there is', async () => {
      const forced = { ...bucket('b', 3, 4), forced: true }
      for (let i = 0; i < 3; i++) expect(await one(driver, [], [forced])).toEqual(COMMITTED)
      expect(await one(driver, [], [bucket('b', 1, 4)])).toEqual({ kind: 'refused', names: ['b'] })
      expect(await one(driver, [], [bucket('b', 1, 4, 1_001_000)])).toEqual(COMMITTED)
      expect(await one(driver, [], [bucket('b', 3, 4, 1_004_000)])).toEqual(COMMITTED)
    })

    test('a customer whom two units count at once is counted once, and the limit holds', async () => {
      const count = (id: string) => draft([insert('reached', reached(id, 1))], [tally('reach/b', 1, 2)])
      const outcomes = await driver.commit([count('b/1'), count('b/1'), count('b/2'), count('b/3')])
      expect(kinds(outcomes)).toEqual(['committed', 'conflict', 'committed', 'refused'])
      expect(await one(driver, [], [tally('reach/b', -1)])).toEqual(COMMITTED)
      expect(kinds(await driver.commit([count('b/3'), count('b/4')]))).toEqual(['committed', 'refused'])
      const again = change('reached', 1, reached('b/1', 5))
      const twice = [draft([again], [tally('reach/b', 1)]), draft([again], [tally('reach/b', 1)])]
      expect(kinds(await driver.commit(twice))).toEqual(['committed', 'stale'])
      const row = await driver.db.selectFrom('counters').select('value').where('id', '=', 'reach/b').executeTakeFirst()
      expect(row?.value).toBe(3)
    })

    test('what a failing neighbour took is room for the next unit', async () => {
      await one(driver, [insert('customers', customer('1'))])
      const outcomes = await driver.commit([
        draft([insert('customers', customer('1'))], [tally('t', 1, 1)]),
        draft([insert('customers', customer('2'))], [tally('t', 1, 1)]),
        draft([insert('customers', customer('3'))], [tally('t', 1, 1)]),
      ])
      expect(kinds(outcomes)).toEqual(['conflict', 'committed', 'refused'])
    })

    test('concurrent units share one forced write', async () => {
      const queue = commitQueue(driver)
      const before = driver.syncs()
      const outcomes = await Promise.all(
        Array.from({ length: 100 }, (_, i) => queue.submit(draft([insert('messages', message(`${i}`))]))),
      )
      expect(outcomes.every(outcome => outcome.kind === 'committed')).toBe(true)
      expect(driver.syncs() - before).toBe(1)
    })

    test('an empty batch and an empty unit', async () => {
      expect(await driver.commit([])).toEqual([])
      expect(await driver.commit([draft([])])).toEqual([COMMITTED])
    })

    test('a hundred changes of shape in one batch', async () => {
      const units = Array.from({ length: 100 }, (_, i) =>
        draft([
          insert('messages', message(`m${i}`)),
          put('conversations', conversation(`c${i % 3}`, i)),
          update('messages', { id: `m${i - 1}`, status: 'delivered' }),
          insert('jobs', job(`j${i}`, i)),
          remove('jobs', `j${i - 1}`),
        ]),
      )
      expect(kinds(await driver.commit(units))).toEqual(Array(100).fill('committed'))
      const rows = await driver.db.selectFrom('messages').select('id').where('status', '=', 'accepted').execute()
      expect(rows).toEqual([{ id: 'm99' }])
      const talks = await driver.db.selectFrom('conversations').select('unread').orderBy('id').execute()
      expect(talks.map(row => row.unread)).toEqual([99, 97, 98])
      expect(await driver.db.selectFrom('jobs').select('id').execute()).toEqual([{ id: 'j99' }])
    })

    test('any character survives, also where it is looked for', async () => {
      const odd = [
        'nul\u0000',
        'nul\u0000a',
        '\u0001',
        '\u00010',
        'quote\'"',
        'back\\slash',
        '{brace}',
        '🙂',
        'NULL',
        '',
      ]
      for (const id of odd)
        expect(await one(driver, [insert('customers', customer(id, id))]), JSON.stringify(id)).toEqual(COMMITTED)
      for (const id of odd) {
        const found = await driver.db.selectFrom('customers').selectAll().where('id', '=', id).execute()
        expect(found).toEqual([{ id, version: 1, body: id }])
      }
      expect((await customers()).map(row => row.id)).toEqual([...odd].sort())
      expect(await one(driver, [insert('customers', customer('nul\u0000'))])).toEqual({
        kind: 'conflict',
        on: 'customers',
      })
      expect(await one(driver, [], [tally('c\u0000', 1, 1)])).toEqual(COMMITTED)
      expect(await one(driver, [], [tally('c\u0000', 1, 1)])).toEqual({ kind: 'refused', names: ['c\u0000'] })
      expect(
        await one(
          driver,
          odd.map(id => remove('customers', id)),
        ),
      ).toEqual(COMMITTED)
      expect(await customers()).toEqual([])
    })

    test('keys are ordered by their bytes', async () => {
      await driver.commit(['b', 'A', 'a', 'B', '-', '_', '0'].map(id => draft([insert('customers', customer(id))])))
      expect((await customers()).map(row => row.id)).toEqual(['-', '0', 'A', 'B', '_', 'a', 'b'])
      const after = await driver.db.selectFrom('customers').select('id').where('id', '>', 'B').orderBy('id').execute()
      expect(after.map(row => row.id)).toEqual(['_', 'a', 'b'])
    })

    test('claims give what is due, oldest first, without what is held', async () => {
      await one(driver, [
        ...[job('late', 30), job('b', 10), job('a', 10), job('c', 5), job('d', 20)].map(row => insert('jobs', row)),
        ...[delivery('x', 10), delivery('y', 5), delivery('z', 1, 'delivered'), delivery('w', 99)].map(row =>
          insert('deliveries', row),
        ),
      ])
      const claim = { now: 20, lockFor: 60_000 }
      const jobs = await driver.claimJobs({ ...claim, limit: 3, held: new Set(['c']) })
      expect(jobs.map(row => row.id)).toEqual(['a', 'b', 'd'])
      expect(jobs[0]).toMatchObject({ name: 'job', due_at: 10, attempts: 0, subject: null, payload: '{}' })
      const rest = await driver.claimJobs({ ...claim, limit: 3, held: new Set(['a', 'b', 'd']) })
      expect(rest.map(row => row.id)).toEqual(['c'])
      const each = { ...claim, limit: 9, each: 9, rooms: [] }
      const deliveries = await driver.claimDeliveries({ ...each, held: NONE })
      expect(deliveries.map(row => row.id)).toEqual(['y', 'x'])
      expect(await driver.claimDeliveries({ ...each, held: new Set(['x', 'y']) })).toEqual([])
    })

    describe('deliveries are claimed endpoint by endpoint', () => {
      const endpoints = [
        { app_id: '1', url: 'http://a' },
        { app_id: '1', url: 'http://b' },
        // Keys go by their bytes, on every database.
        { app_id: '1', url: 'http://\uff5e' },
        { app_id: '1', url: 'http://\u{1f600}' },
        { app_id: '2', url: 'http://a' },
      ]
      /** Ids say endpoint and place: `0.0` is the oldest of the first endpoint. */
      const put = async (counts: number[], due_at = 10) => {
        const rows = counts.flatMap((count, e) =>
          Array.from({ length: count }, (_, i) => ({ ...delivery(`${e}.${i}`, due_at + i), ...endpoints[e]! })),
        )
        await one(
          driver,
          rows.reverse().map(row => insert('deliveries', row)),
        )
      }
      /** Claims as one node does, which holds what it has taken. */
      const node = () => {
        const held = new Set<string>()
        return async (more: { limit?: number; each?: number; rooms?: [number, number][]; after?: number }) => {
          const { limit = 99, each = 99, rooms = [], after } = more
          const claim = { now: 20, lockFor: 60_000, limit, each, held }
          const taken = await driver.claimDeliveries({
            ...claim,
            rooms: rooms.map(([e, room]) => ({ ...endpoints[e]!, room })),
            after: after === undefined ? undefined : endpoints[after],
          })
          for (const { id } of taken) held.add(id)
          return taken.map(({ id }) => id)
        }
      }

      test('each after the other, oldest first, without what is not due', async () => {
        await put([2, 1, 1, 1, 2])
        await one(driver, [insert('deliveries', { ...delivery('later', 21), ...endpoints[1] })])
        const claim = node()
        expect(await claim({})).toEqual(['0.0', '0.1', '1.0', '2.0', '3.0', '4.0', '4.1'])
        expect(await claim({})).toEqual([])
      })

      test('no more of each than it has room for, and nothing of one without', async () => {
        await put([9, 3, 0, 1, 4])
        const claim = node()
        const rooms: [number, number][] = [
          [0, 0],
          [1, 2],
        ]
        expect(await claim({ each: 3, rooms })).toEqual(['1.0', '1.1', '3.0', '4.0', '4.1', '4.2'])
        expect(await claim({ each: 3, rooms })).toEqual(['1.2', '4.3'])
        expect(await claim({ each: 3, rooms })).toEqual([])
        expect(await claim({ rooms: [[0, 4]] })).toEqual(['0.0', '0.1', '0.2', '0.3'])
      })

      test('a limit ends a claim within an endpoint, and the next one begins behind it', async () => {
        await put([4, 2, 1, 1, 1])
        const claim = node()
        expect(await claim({ limit: 3 })).toEqual(['0.0', '0.1', '0.2'])
        expect(await claim({ limit: 3, after: 0 })).toEqual(['1.0', '1.1', '2.0'])
        expect(await claim({ limit: 3, after: 2 })).toEqual(['3.0', '4.0'])
        expect(await claim({ limit: 3, after: 4 })).toEqual([])
        expect(await claim({ limit: 3 })).toEqual(['0.3'])
      })

      test('what is held and has no room is not even asked for', async () => {
        await put([5, 1])
        const asked: string[] = []
        const ids = Array.from({ length: 5 }, (_, i) => `0.${i}`)
        const held = { size: 5, has: (id: string) => asked.push(id) > 0 && ids.includes(id), keys: () => ids }
        const rooms = [{ ...endpoints[0]!, room: 0 }]
        const taken = await driver.claimDeliveries({ now: 20, lockFor: 60_000, limit: 9, each: 9, rooms, held })
        expect(taken.map(({ id }) => id)).toEqual(['1.0'])
        expect(asked.filter(id => id !== '1.0')).toEqual([])
      })

      test('the next that is due may be of any endpoint', async () => {
        await put([3, 0, 0, 1], 30)
        await one(driver, [insert('deliveries', { ...delivery('overdue', 1), ...endpoints[4] })])
        await one(driver, [insert('deliveries', { ...delivery('later', 25), ...endpoints[4] })])
        expect(await driver.nextDue(20)).toBe(25)
        expect(await driver.nextDue(25)).toBe(30)
        expect(await driver.nextDue(30)).toBe(31)
        expect(await driver.nextDue(32)).toBeUndefined()
      })
    })

    test('the next instant at which something is due', async () => {
      expect(await driver.nextDue(0)).toBeUndefined()
      await one(driver, [
        insert('jobs', job('a', 10)),
        insert('jobs', job('b', 50)),
        insert('deliveries', delivery('x', 30)),
        insert('deliveries', delivery('y', 20, 'delivered')),
      ])
      expect(await driver.nextDue(0)).toBe(10)
      expect(await driver.nextDue(10)).toBe(30)
      expect(await driver.nextDue(30)).toBe(50)
      expect(await driver.nextDue(50)).toBeUndefined()
    })

    test('a node does not hear its own commits, and sizes are numbers', async () => {
      const heard: string[][] = []
      const stop = driver.onForeignCommit(touched => heard.push(touched))
      await one(driver, [insert('customers', customer('1'))])
      expect(typeof (await driver.size())).toBe('number')
      stop()
      expect(heard).toEqual([])
    })

    test('feedback is summed by kind and day, and messages are found by their template', async () => {
      const now = 10 * DAY
      const row = (id: string, at: number, kind: string, n: number, reason: string | null = null) =>
        insert('feedback', { id, subject: 't', at, kind, n, reason })
      const sent = (id: string, template: string, at: number, status = 'sent', shown = 0) => {
        const body = JSON.stringify({ template: { id: template, name: 'n' } })
        return insert('messages', { ...message(id, body), type: 'template', at, status, shown })
      }
      await one(driver, [
        row('1', now - 1, 'read', 2),
        row('2', now - DAY + 1, 'read', 3),
        row('3', now - DAY, 'read', 4),
        row('4', now - 1, 'blocked', 1, 'SPAM'),
        row('5', now - 2 * DAY, 'blocked', 2),
        row('6', now - 8 * DAY, 'read', 9),
        insert('feedback', { id: '7', subject: 'other', at: now, kind: 'read', n: 9, reason: null }),
        sent('a', '12', 1, 'delivered', 1),
        sent('b', '123', 2),
        sent('c', '12', 3, 'delivered', 1),
      ])
      const feedback = feedbackReads({ db: driver.db, cache: recordCache() })
      const sums = await feedback.sums('t', now - 7 * DAY, now)
      expect(sums.map(({ kind, days_ago, n }) => `${kind} ${days_ago} ${n}`).sort()).toEqual([
        'blocked 0 1',
        'blocked 2 2',
        'read 0 5',
        'read 1 4',
      ])
      expect(await feedback.blockReasons('t', 0, now)).toEqual([
        { reason: null, n: 2 },
        { reason: 'SPAM', n: 1 },
      ])
      expect(await feedback.old('t', now - 7 * DAY, 9)).toEqual(['6'])
      expect(await feedback.sends('12', 0, 3)).toBe(2)
      expect(await feedback.sends('12', 2, 3)).toBe(1)
      expect(await feedback.lastSend('12', 0)).toBe(3)
      expect(await feedback.lastSend('9', 0)).toBe(0)
      expect([await feedback.underWay('12'), await feedback.underWay('123')]).toEqual([false, true])
    })
  })
}
