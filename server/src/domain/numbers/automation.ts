import { Param } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import type { Automation } from './parts.ts'

/*
 * Ice breakers and commands. Lengths in characters.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components
 */
const MAX_PROMPTS = 4
const MAX_PROMPT = 80
const MAX_COMMANDS = 30
const MAX_COMMAND_NAME = 32
const MAX_COMMAND_DESCRIPTION = 256

/** NOTE: the texts are known from the OpenAPI document only. */
export function automationRefusal({
  prompts,
  commands,
}: Pick<Automation, 'prompts' | 'commands'>): Refusal | undefined {
  if (prompts.length > MAX_PROMPTS) return Param(`Too many prompts provided. Maximum allowed is ${MAX_PROMPTS}`)
  if (prompts.some(prompt => [...prompt].length > MAX_PROMPT)) {
    return Param(`Prompt text exceeds maximum length of ${MAX_PROMPT} characters`)
  }
  if (commands.length > MAX_COMMANDS) return Param(`Too many commands provided. Maximum allowed is ${MAX_COMMANDS}`)
  for (const { command_name: name, command_description: description } of commands) {
    if (!/^\w+$/.test(name)) {
      return Param(
        'Invalid command name format. Command names must contain only alphanumeric characters and underscores',
      )
    }
    if (name.length > MAX_COMMAND_NAME)
      return Param(`Command name exceeds maximum length of ${MAX_COMMAND_NAME} characters`)
    if ([...description].length > MAX_COMMAND_DESCRIPTION) {
      return Param(`Command description exceeds maximum length of ${MAX_COMMAND_DESCRIPTION} characters`)
    }
  }
  const names = commands.map(one => one.command_name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return Param(`Command names must be unique. Duplicate command name found: ${twice}`)
  const texts = [...prompts, ...commands.map(one => one.command_description)]
  return texts.some(text => /\p{Extended_Pictographic}/u.test(text))
    ? Param('Prompts and commands must not contain emojis')
    : undefined
}
