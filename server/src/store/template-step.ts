import type { Stored } from '../domain/stored.ts'
import { IDLE_BEFORE_ARCHIVE } from '../domain/templates/archive.ts'
import type { Template } from '../domain/templates/model.ts'
import { DEFAULT_TEMPLATE_SETTINGS, type TemplateSettings } from '../domain/templates/settings.ts'
import { waitsFor } from '../domain/templates/waits.ts'
import type { Event } from '../events/event.ts'
import type { Read } from './read.ts'
import type { Unit } from './store.ts'

/** What became of a template, and what is told of it, in order. */
export interface TemplateStep {
  changed: Template
  events: readonly Event[]
}

/** Held messages that one unit sends on their way. */
const HELD_AT_ONCE = 5_000

export const templateSettings = async (read: Read): Promise<TemplateSettings> =>
  (await read.world.find('world'))?.templates ?? DEFAULT_TEMPLATE_SETTINGS

/** Stages a new template, and the jobs that it waits for. */
export async function stageNewTemplate(unit: Unit, { changed, events }: TemplateStep): Promise<void> {
  const { stage, ids, now } = unit
  stage.node(changed.id, 'MessageTemplate', changed.account_id)
  stage.templates.add(changed)
  for (const event of events) unit.record(event)
  await awaitNext(unit, changed)
  const payload = { template_id: changed.id }
  stage.job({
    id: ids.key(),
    name: 'archive-template',
    due_at: now + IDLE_BEFORE_ARCHIVE,
    subject: changed.id,
    payload,
  })
}

/**
 * Stages a step in the life of a template: the one place where a template is changed. What ends the new status by
 * itself is planned, and messages that were held are let go when nothing holds them any more.
 */
export async function stageTemplate(unit: Unit, before: Stored<Template>, step: TemplateStep): Promise<void> {
  const { changed, events } = step
  if (events.length === 0) return
  unit.stage.templates.change({ ...changed, version: before.version })
  for (const event of events) unit.record(event)
  // Jobs know which status of when they are for, so whatever looks newer needs one of its own.
  if (changed.status !== before.status || changed.updated_at !== before.updated_at) await awaitNext(unit, changed)
  if (before.pacing?.until !== undefined && changed.pacing?.until === undefined) await letGo(unit, changed.id)
}

async function awaitNext({ read, stage, ids, now }: Unit, template: Template): Promise<void> {
  const job = waitsFor(template, await templateSettings(read), now)
  if (job) stage.job({ id: ids.key(), subject: template.id, ...job })
}

/** Messages that were held do not wait any longer: each finds out what became of its template. */
async function letGo({ read, stage, now }: Unit, templateId: string): Promise<void> {
  for (const id of await read.feedback.held(templateId, HELD_AT_ONCE)) stage.update('jobs', { id, due_at: now })
}
