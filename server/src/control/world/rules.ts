import { z } from 'zod'
import { publicMessage } from '../../domain/refusals.ts'
import { rules } from '../../domain/rules/index.ts'
import { STAGES } from '../../domain/rules/rule.ts'
import { MODES, type Mode, modeOf, RULEBOOK, type Rulebook, type Switches } from '../../domain/rules/rulebook.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import { changeRulebook } from '../../network/change-rulebook.ts'
import { refusal } from '../refuse.ts'

const PAGES = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/'

export const RulesNode = node<object>({
  name: 'Rules',
  summary: 'The rules of the platform, in the order in which they are asked.',
  singleton: 'rules',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

const RuleView = z.object({
  name: z.string(),
  stage: z
    .enum(STAGES)
    .describe('call: before an operation runs; draft and send: the answer to a send; way: a failed status.'),
  summary: z.string(),
  source: z.string().describe('Where the platform says so.'),
  code: z.number(),
  message: z.string().describe('What it says when it objects.'),
  mode: z.enum(MODES),
  usually: z.enum(MODES).describe('The mode it has until it is switched.'),
})
const RuleList = z.object({ data: z.array(RuleView) })

const ForNumber = z.string().optional().describe('Only for this number; for the whole world when left out.')

export const listRules = operation({
  on: RulesNode,
  method: 'GET',
  name: 'listRules',
  summary: 'Every rule that can be switched, with its source and its mode.',
  access: 'control',
  params: z.looseObject({ phone_number_id: ForNumber }),
  returns: RuleList,
}).run(async ({ params, read }) => listed(await read.rulebook.find(RULEBOOK), params.phone_number_id))

export const switchRule = operation({
  on: RulesNode,
  method: 'POST',
  name: 'switchRule',
  summary: 'Switch a rule off, on, to objecting always, or back to what it usually is.',
  access: 'control',
  params: z.looseObject({
    rule: z.string().describe('Its name.'),
    mode: z.enum([...MODES, 'usual']),
    phone_number_id: ForNumber,
  }),
  returns: RuleList,
}).run(async call => {
  const { rule: name, mode, phone_number_id } = call.params
  const rule = rules.find(one => one.name === name)
  if (!rule) throw refusal(`There is no rule ${name}. There are: ${rules.map(one => one.name).join(', ')}.`)
  if (phone_number_id !== undefined && !(await call.read.numbers.find(phone_number_id))) {
    throw refusal(`There is no number ${phone_number_id}. Give the id of a phone number, or leave phone_number_id out.`)
  }
  if (phone_number_id !== undefined && rule.stage === 'call') {
    throw refusal(`${name} is about calls of an app, not about a number. Leave phone_number_id out.`)
  }
  const changed = await changeRulebook(call, rulebook => {
    if (phone_number_id === undefined) return { ...rulebook, world: switched(rulebook.world, name, mode) }
    const numbers = { ...rulebook.numbers }
    numbers[phone_number_id] = switched(numbers[phone_number_id] ?? {}, name, mode)
    return { ...rulebook, numbers }
  })
  call.record({ type: 'rules.changed', at: call.now, ...(phone_number_id === undefined ? {} : { phone_number_id }) })
  return listed(changed, phone_number_id)
})

function switched(switches: Switches, name: string, mode: Mode | 'usual'): Switches {
  const { [name]: _, ...others } = switches
  return mode === 'usual' ? others : { ...others, [name]: mode }
}

const listed = (rulebook: Rulebook | undefined, phoneNumberId: string | undefined): z.output<typeof RuleList> => ({
  data: rules.map(({ raises, source, ...rule }) => ({
    ...rule,
    source: PAGES + source,
    code: raises.code,
    message: publicMessage(raises),
    mode: modeOf(rulebook, rule.name, rule.usually, phoneNumberId),
  })),
})
