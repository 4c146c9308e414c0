import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import {
  cell,
  EMPLOYEES,
  type Holder,
  permissionsPage,
  type Row,
  rowsOf,
  TOKENS,
  told,
} from '../../scripts/permissions-table.ts'
import { kinds, operations } from '../src/api/index.ts'
import { instances } from './permissions-instances.ts'
import { fileWorld } from './shared-world.ts'

/* Every declared call by every holder of a token, over HTTP, against the table in docs/permissions.md. */
let nodes: Record<string, string> = {}
let tokens = new Map<Holder, { text?: string; user_id?: string }>()

const rows = rowsOf(kinds, operations)
const bearer = (text: string | undefined): Record<string, string> =>
  text === undefined ? {} : { authorization: `Bearer ${text}` }

const w = await fileWorld()
beforeAll(async () => {
  await prepare()
})

/** A fresh world, with one node of every kind. */
async function prepare(): Promise<void> {
  await w.control('POST', 'world/reset', {})
  tokens = new Map()
  nodes = await instances(w)
}

async function tokenOf(holder: Holder): Promise<{ text?: string; user_id?: string }> {
  const kept = tokens.get(holder)
  if (kept) return kept
  const made = await makeToken(holder)
  tokens.set(holder, made)
  return made
}

async function makeToken({ token, tasks }: Holder): Promise<{ text?: string; user_id?: string }> {
  if (token === undefined) return {}
  if (token === 'app') return { text: `${w.landline.app_id}|${w.landline.app_secret}` }
  const { accounts, ...wanted } = token === 'expired' ? { accounts: undefined } : token
  const account_ids = accounts && { account_ids: [accounts === 'this' ? w.landline.waba_id : nodes.another] }
  const expires_in = token === 'expired' ? { expires_in: 1 } : {}
  const { body } = await w.control('POST', 'tokens', { ...wanted, ...account_ids, ...expires_in })
  if (token === 'expired') await w.advance('1s')
  if (tasks) await w.graph('POST', `${w.landline.waba_id}/assigned_users`, { user: body.user_id, tasks })
  return { text: body.access_token, user_id: body.user_id }
}

async function answered(row: Row, holder: Holder): Promise<string> {
  const { text, user_id } = await tokenOf(holder)
  const id = row.kind.singleton ?? (row.kind.name === 'User' ? (user_id ?? nodes.User) : nodes[row.kind.name])
  const { when } = row.operation?.contract ?? {}
  const path = `${id}${row.edge && `/${row.edge}`}${when ? `?${when}=x` : ''}`
  const { status, body } = await w.graph(row.method, path, undefined, bearer(text))
  if (status === 200 && row.method !== 'GET') await prepare()
  return status === 200 || !isAboutRights(body.error)
    ? '✓'
    : cell({ code: body.error.code, subcode: body.error.error_subcode })
}

/** Codes of tokens, permissions and nodes out of reach. What else may be wrong comes after. */
const isAboutRights = ({ code, error_subcode }: { code: number; error_subcode?: number }): boolean =>
  [3, 10, 15, 102, 104, 190, 200].includes(code) || (code === 100 && error_subcode === 33)

test('the page is made from the declarations: npm run docs:permissions', () => {
  const page = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n')
  expect(page).toBe(permissionsPage(kinds, operations))
})

test('there is a node of every kind to call', () => {
  const lacking = rows.map(row => row.kind).filter(kind => !kind.singleton && nodes[kind.name] === undefined)
  expect([...new Set(lacking.map(kind => kind.name))]).toEqual([])
})

test.each(rows.map(row => [row.name, row] as const))('%s', async (_, row) => {
  const holders = [...TOKENS, ...EMPLOYEES]
  const actual: string[] = []
  for (const holder of holders) actual.push(`${holder.title}: ${await answered(row, holder)}`)
  expect(actual).toEqual(holders.map(holder => `${holder.title}: ${cell(told(row, holder))}`))
})
