/* Writes docs/errors.md from the catalogue: `npm run docs:errors`. A test compares it. */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { operations } from '../server/src/api/index.ts'
import { ManagementRateExceeded } from '../server/src/domain/catalogue.ts'
import { type DocumentedError, documentedErrors } from '../server/src/domain/documented/index.ts'
import { publicMessage, type Refusal } from '../server/src/domain/refusals.ts'
import { rules } from '../server/src/domain/rules/index.ts'
import * as templateRefusals from '../server/src/domain/templates/refusals.ts'
import { kernelRefusals } from '../server/src/graph/kernel-refusals.ts'

const PAGE = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes'
export const ERRORS_PAGE = new URL('../docs/errors.md', import.meta.url)

type Raised = Pick<Refusal, 'name' | 'code' | 'message' | 'subcode'>

/** Everything that a rule of the kernel, of an operation or of sending may say, in one case each. */
const raised: readonly Raised[] = [
  ...kernelRefusals,
  ...rules.map(rule => rule.raises),
  ...Object.values(templateRefusals).map(oneCase),
  // What an account that creates too many templates is told.
  ManagementRateExceeded,
  ...operations.flatMap(({ contract }) => [
    ...(contract.refusals ?? []),
    ...(contract.denied ? [contract.denied] : []),
  ]),
]

/** Some refusals are made from what is wrong; any words will do here. */
function oneCase(refusal: Refusal | ((...facts: never[]) => Refusal)): Refusal {
  return typeof refusal === 'function' ? refusal(...(['x', 'x', 'x'] as never[])) : refusal
}

/** Whether a rule says this. Where a number has several meanings, or stands for several codes, it is told by its name. */
function reachable({ refusal, variant, listed }: DocumentedError): boolean {
  const byName = variant || listed.includes('-') || listed === '200'
  return raised.some(
    ({ code, subcode, name }) =>
      code === refusal.code && subcode === refusal.subcode && (!byName || name === refusal.name),
  )
}

export type Reach = 'reachable by rule' | 'raised on demand' | 'does not apply here'

export const reachOf = (row: DocumentedError): Reach => {
  if (reachable(row)) return 'reachable by rule'
  return row.absent === undefined ? 'raised on demand' : 'does not apply here'
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** What people read: the message of an answer or the title of a status, and what stands below it. */
function words({ refusal, told }: DocumentedError): string {
  const first = told === 'webhook' ? (refusal.title ?? refusal.message) : publicMessage(refusal)
  const parts = [`\`${first}\``]
  if (refusal.userTitle) parts.push(`\`${refusal.userTitle}\``)
  if (refusal.userMessage) parts.push(`\`${refusal.userMessage}\``)
  if (refusal.details) parts.push(`\`${refusal.details}\``)
  return parts.join('<br>')
}

const HOW = { answer: 'answer', webhook: 'failed status', both: 'both' } as const

function line(row: DocumentedError): string {
  const { listed, refusal, told, source = PAGE, absent } = row
  const reach = reachOf(row)
  const codes = refusal.subcode === undefined ? `${refusal.code}` : `${refusal.code} / ${refusal.subcode}`
  const here = reach === 'does not apply here' ? `${reach}, because ${absent}` : reach
  const cells = [`[${listed}](${source})`, codes, String(refusal.http), words(row), HOW[told], here]
  return `| ${cells.map(cell).join(' | ')} |`
}

export function errorsPage(): string {
  const count = (reach: Reach): number => documentedErrors.filter(row => reachOf(row) === reach).length
  return `# Errors

Every error that the platform documents, generated from the catalogue by \`npm run docs:errors\`.

Of ${documentedErrors.length}, ${count('reachable by rule')} are *reachable by rule*: a call or a message that breaks the rule meets them.
${count('raised on demand')} more are *raised on demand*: \`POST /control/faults\` with their \`code\` (and \`subcode\`) makes the next call
fail with them (\`"when": "now"\`), or an accepted message (\`"when": "later"\`). Those that rules raise can be asked for as well.
${count('does not apply here')} do not apply here, each for the reason that is given.

Each number leads to its page. Where the words depend on the case, those of one case are printed.

| documented as | code / subcode | HTTP | words | told as | here |
|---|---|---|---|---|---|
${documentedErrors.map(line).join('\n')}
`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(ERRORS_PAGE, errorsPage())
}
