import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DOCUMENTED } from '../../src/domain/templates/documented-life.test-util.ts'
import type { TemplateStatus } from '../../src/domain/templates/model.ts'
import { DAY } from '../../src/domain/time.ts'
import { fileWorld } from '../shared-world.ts'
import { TUESDAY } from '../world.ts'

const w = await fileWorld({ retention: { age: 4000 * DAY } })

const edge = () => `${w.landline.waba_id}/message_templates`
const components = (text: string) => [{ type: 'BODY', text }]
const create = () =>
  w.graph('POST', edge(), {
    name: 'life',
    language: 'en_US',
    category: 'UTILITY',
    components: components('Hello you.'),
  })

/** What anybody may do, in any order; most of it is refused most of the time. */
type Act = (id: string) => Promise<{ status: number }>
const decide =
  (decision: string): Act =>
  id =>
    w.control('POST', `templates/${id}/review`, { decision })
const acts: Record<string, Act> = {
  create,
  edit: id => w.graph('POST', id, { components: components('Something else.') }),
  edit_badly: id => w.graph('POST', id, { components: components('{{1}}') }),
  edit_for_rejection: id => w.graph('POST', id, { components: components('Pay, or we take legal action.') }),
  delete: () => w.graph('DELETE', `${edge()}?name=life`),
  archive: id => w.graph('POST', `${edge()}/archive`, { hsm_ids: id }),
  unarchive: id => w.graph('POST', `${edge()}/unarchive`, { hsm_ids: id }),
  unpause: id => w.graph('POST', `${id}/unpause`),
  send: () => w.sends({ type: 'template', template: { name: 'life', language: { code: 'en_US' } } }),
  pace: id => w.control('POST', `templates/${id}/pacing`, { after: 0, hold: '1h' }),
  marketing: id => w.control('POST', `templates/${id}/category`, { category: 'MARKETING' }),
  authentication: id => w.control('POST', `templates/${id}/category`, { category: 'AUTHENTICATION', how: 'now' }),
  offline: () => w.control('POST', `customers/${w.landline.customer}/offline`, {}),
  online: () => w.control('POST', `customers/${w.landline.customer}/online`, {}),
  a_moment: () => w.advance('2s'),
  some_hours: () => w.advance('4h'),
  a_day: () => w.advance('25h'),
  a_month: async () => {
    const { body } = await w.control('GET', 'clock')
    await w.control('POST', 'clock/freeze', { at: body.now + 31 * DAY })
    return w.advance('1s')
  },
}
for (const one of ['approve', 'reject', 'appeal', 'pause', 'unpause', 'disable', 'exceed']) acts[one] = decide(one)
for (const score of ['GREEN', 'YELLOW', 'RED']) {
  acts[score] = id => w.control('POST', `templates/${id}/quality`, { score })
}

interface Told {
  type: string
  template_id: string
  status: string
  seq: number
}

/** Follows what was recorded, and says what is no documented change. */
async function undocumented(
  before: Map<string, TemplateStatus>,
  after: number,
): Promise<{ faults: string[]; seq: number }> {
  const types = 'template.created,template.edited,template.status_changed'
  const { body } = await w.control('GET', `events?after=${after}&limit=1000&type=${types}`)
  const faults: string[] = []
  let seq = after
  for (const event of body.data as Told[]) {
    seq = Math.max(seq, event.seq)
    const from = before.get(event.template_id)
    const to = statusOf(event)
    // What comes out of the archive is what went in.
    if (to === 'UNARCHIVED') before.set(event.template_id, await statusNow(event.template_id))
    else {
      if (from !== undefined && !DOCUMENTED[from].includes(to)) faults.push(`${from} -> ${to}`)
      before.set(event.template_id, to)
    }
  }
  return { faults, seq }
}

function statusOf({ type, status }: Told): TemplateStatus | 'UNARCHIVED' {
  if (type !== 'template.status_changed') return 'PENDING'
  return status === 'FLAGGED' || status === 'REINSTATED' ? 'APPROVED' : (status as TemplateStatus | 'UNARCHIVED')
}

const statusNow = async (id: string): Promise<TemplateStatus> =>
  (await w.graph('GET', `${id}?fields=status`)).body.status ?? 'DELETED'

test('whoever does whatever, a template goes only where the documentation says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 5, maxLength: 25 }), async names => {
      await w.control('POST', 'world/reset', {})
      await w.control('POST', 'clock/freeze', { at: TUESDAY })
      const known = new Map<string, TemplateStatus>()
      let { body } = await w.control('GET', 'world')
      let seq: number = body.last_event
      ;({ body } = await create())
      for (const name of names) {
        const answer = await acts[name]!(body.id)
        expect(answer.status, name).toBeLessThan(500)
        const found = await undocumented(known, seq)
        expect(found.faults, `${names.join(', ')}: ${name}`).toEqual([])
        seq = found.seq
        if (name === 'create' && answer.status === 200) ({ body } = answer as typeof answer & { body: { id: string } })
        const status = await statusNow(body.id)
        expect(status, `${names.join(', ')}: ${name}`).toBe(known.get(body.id))
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)
