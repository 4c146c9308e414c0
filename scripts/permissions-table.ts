import type { Task } from '../server/src/domain/accounts/tasks.ts'
import { mayDo } from '../server/src/domain/accounts/tasks.ts'
import type { Scope } from '../server/src/domain/accounts/tokens.ts'
import * as catalogue from '../server/src/domain/catalogue.ts'
import type { Refusal } from '../server/src/domain/refusals.ts'
import type { Access } from '../server/src/graph/access.ts'
import { tasksOf } from '../server/src/graph/grip.ts'
import type { AnyKind } from '../server/src/graph/node.ts'
import type { Operation } from '../server/src/graph/operation.ts'

/** Somebody who calls: what is said to the control operation that issues the token, and what it is called here. */
export interface Holder {
  title: string
  /** None: no token at all. */
  token?: 'app' | 'expired' | { kind?: string; role?: string; scopes?: Scope[]; accounts?: 'this' | 'another' }
  /** An employee is assigned to the account with these; without tasks, not at all. */
  tasks?: Task[]
}

/** Kinds of tokens, and each permission alone. */
export const TOKENS: readonly Holder[] = [
  { title: 'none' },
  { title: 'expired', token: 'expired' },
  { title: 'app', token: 'app' },
  { title: 'no scope', token: { scopes: [] } },
  { title: '`messaging`', token: { scopes: ['whatsapp_business_messaging'] } },
  { title: '`management`', token: { scopes: ['whatsapp_business_management'] } },
  { title: '`business_management`', token: { scopes: ['business_management'] } },
  { title: 'person', token: { kind: 'USER' } },
  { title: 'temporary', token: { kind: 'TEMPORARY' } },
  { title: 'business token', token: { kind: 'BUSINESS', accounts: 'this' } },
  { title: 'of another account', token: { kind: 'BUSINESS', accounts: 'another' } },
]

const EMPLOYEE = { role: 'EMPLOYEE' }

/** Employees with every permission, by what they are assigned to do. */
export const EMPLOYEES: readonly Holder[] = [
  { title: 'not assigned', token: EMPLOYEE },
  ...(
    [
      'VIEW_PHONE_ASSETS',
      'MESSAGING',
      'DEVELOP',
      'MANAGE_TEMPLATES',
      'MANAGE_PHONE',
      'MANAGE_USERS',
      'MANAGE',
    ] satisfies Task[]
  ).map((task): Holder => ({ title: `\`${task}\``, token: EMPLOYEE, tasks: [task] })),
]

/** One call: an operation, or reading a node of a kind. */
export interface Row {
  name: string
  kind: AnyKind
  edge: string
  method: string
  access: Access
  operation?: Operation
}

export function rowsOf(kinds: readonly AnyKind[], operations: readonly Operation[]): Row[] {
  const called = operations.map(
    (operation): Row => ({
      name: operation.contract.name,
      kind: operation.contract.on,
      edge: operation.contract.edge ?? '',
      method: operation.contract.method,
      access: operation.contract.access,
      operation,
    }),
  )
  const own = new Set(called.filter(row => row.edge === '' && row.method === 'GET').map(row => row.kind.name))
  const read = kinds
    .filter(kind => Object.keys(kind.fields).length > 0 && !kind.singleton && !kind.listed && !own.has(kind.name))
    .map((kind): Row => ({ name: `read ${kind.name}`, kind, edge: '', method: 'GET', access: kind.access }))
  return [...read, ...called].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

/** By kind, then edge, then method; reading comes first. */
const placeOf = ({ kind, edge, method, name }: Row): string =>
  [kind.singleton ? 1 : 0, kind.name, edge, method === 'GET' ? '' : method, name].join(' ')

/** What a holder is told, or nothing where the call goes through to its parameters. */
export function told(row: Row, holder: Holder): Refusal | undefined {
  if (row.access === 'none' || row.kind.access === 'none') return undefined
  if (holder.token === undefined) return catalogue.MissingToken
  if (holder.token === 'expired') return catalogue.ExpiredToken(0, 0)
  if (holder.token === 'app') return typeof row.access === 'string' ? undefined : missing(row)
  if (row.access === 'app') return catalogue.AppTokenRequired
  const { role, accounts, scopes } = holder.token
  const account = ofAccount(row.kind)
  if (accounts === 'another' && account) return catalogue.UnsupportedRequest(row.method, '')
  if (typeof row.access !== 'string' && scopes && !row.access.some(scope => scopes.includes(scope))) return missing(row)
  return role === 'EMPLOYEE' ? weak(row, holder.tasks ?? [], account) : undefined
}

const missing = ({ access, operation }: Row): Refusal =>
  operation?.contract.denied ?? catalogue.PermissionRequired(String(access[0]))

function weak({ operation }: Row, tasks: readonly Task[], account: boolean): Refusal | undefined {
  const contract = operation?.contract
  const refusal = contract?.denied ?? catalogue.NoAccountPermission
  if (contract?.admin) return refusal
  if (!account) return undefined
  if (tasks.length === 0) return refusal
  return contract && !mayDo(tasks, tasksOf(contract)) ? refusal : undefined
}

/** Kinds that belong to no account: whoever is of the portfolio sees them. */
const OF_NO_ACCOUNT = new Set([
  'Application',
  'Attachments',
  'Business',
  'DebugToken',
  'ExtendedCredit',
  'ExtendedCreditAllocationConfig',
  'MessageTemplateLibrary',
  'Oauth',
  'UploadSession',
  'User',
  'WhatsAppBusinessPreVerifiedPhoneNumber',
])
const ofAccount = (kind: AnyKind): boolean => !OF_NO_ACCOUNT.has(kind.name)

/** `✓`, or the code and subcode of the refusal. */
export const cell = (refusal: Pick<Refusal, 'code' | 'subcode'> | undefined): string => {
  if (!refusal) return '✓'
  return refusal.subcode === undefined ? String(refusal.code) : `${refusal.code}/${refusal.subcode}`
}

const callOf = ({ kind, edge, method }: Row): string =>
  `\`${method} /${kind.singleton ?? `{${kind.name}}`}${edge && `/${edge}`}\``

function table(rows: readonly Row[], holders: readonly Holder[]): string {
  const head = ['call', ...holders.map(holder => holder.title)]
  const lines = rows.map(row => [callOf(row), ...holders.map(holder => cell(told(row, holder)))])
  return [head, head.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** The page `docs/permissions.md`. */
export function permissionsPage(kinds: readonly AnyKind[], operations: readonly Operation[]): string {
  const rows = rowsOf(kinds, operations)
  return `# Who may call what

Made by \`npm run docs:permissions\` from the declarations that the server runs on. A test makes every one of these calls.
A ✓ goes through to the parameters of the call; everything else is the code of the refusal, with its subcode.

## By token and permission

Tokens of a system user that is an admin, with one permission alone; then tokens of other kinds, with all of them:
those of a person, a temporary one of the set-up page, and business tokens for the account in question and for another.
\`messaging\` and \`management\` stand for \`whatsapp_business_messaging\` and \`whatsapp_business_management\`.

${table(rows, TOKENS)}

## By task

Tokens of employees, with all permissions, by what they are assigned to do with the account.

${table(rows, EMPLOYEES)}
`
}
