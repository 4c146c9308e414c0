import type { z } from 'zod'

/** The parts of a zod schema that reading text needs to see. */
interface Definition {
  type: string
  innerType?: z.ZodType
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  options?: z.ZodType[]
  entries?: Record<string, string>
  valueType?: z.ZodType
  values?: unknown[]
  items?: z.ZodType[]
}

const definitionOf = (schema: z.ZodType): Definition => (schema as unknown as { def: Definition }).def

/**
 * The same value with text turned into what the schema asks for: `"5"` into 5, `"true"` or `"1"` into true, JSON text
 * into lists and objects, `a,b` into a list, and enum members in any letter case. What does not fit stays as it is.
 */
export function coerce(schema: z.ZodType, value: unknown): unknown {
  if (value === undefined || value === null) return value
  const definition = definitionOf(schema)
  switch (definition.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return coerce(definition.innerType!, value)
    case 'object':
      return coerceObject(definition, value)
    case 'record':
      return mapValues(fromJson(value), member => coerce(definition.valueType!, member))
    case 'array':
      return coerceArray(definition, value)
    case 'union':
      return coerceUnion(definition, value)
    case 'number':
    case 'int':
      return typeof value === 'string' && /^[+-]?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
    case 'boolean':
      return coerceBoolean(value)
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    case 'enum':
      return memberOf(Object.values(definition.entries ?? {}), value)
    case 'literal':
      return memberOf(definition.values ?? [], value)
    default:
      return value
  }
}

function coerceObject(definition: Definition, value: unknown): unknown {
  const object = fromJson(value)
  if (!isPlainObject(object)) return object
  const shape = definition.shape ?? {}
  const result: Record<string, unknown> = { ...object }
  for (const name of Object.keys(shape)) {
    if (Object.hasOwn(object, name)) result[name] = coerce(shape[name]!, object[name])
  }
  return result
}

function coerceArray(definition: Definition, value: unknown): unknown {
  const list = typeof value === 'string' ? listFromText(value) : value
  return Array.isArray(list) ? list.map(item => coerce(definition.element!, item)) : list
}

/**
 * A list that came as text: JSON, `a,b`, and as people write it in fields, `[a,b]` or `['a','b']`. Ids may be longer than
 * what a number can hold: such a list is read as text.
 */
function listFromText(text: string): unknown {
  const json = fromJson(text)
  if (Array.isArray(json) && !json.some(item => typeof item === 'number' && !Number.isSafeInteger(item))) return json
  const flat = /^\s*\[([^[\]{}]*)\]\s*$/.exec(text)
  if (!flat && typeof json !== 'string') return json
  const members = (flat ? flat[1]! : text).trim()
  return members === '' ? [] : members.split(',').map(part => bare(part.trim()))
}

/** Without the quotes around it. */
const bare = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text

function coerceUnion(definition: Definition, value: unknown): unknown {
  for (const option of definition.options ?? []) {
    if (option.safeParse(value).success) return value
  }
  for (const option of definition.options ?? []) {
    const candidate = coerce(option, value)
    if (option.safeParse(candidate).success) return candidate
  }
  return value
}

function coerceBoolean(value: unknown): unknown {
  if (value === 'true' || value === '1' || value === 1) return true
  if (value === 'false' || value === '0' || value === 0) return false
  return value
}

function memberOf(members: unknown[], value: unknown): unknown {
  if (typeof value !== 'string') return value
  const folded = value.toLowerCase()
  return members.find(member => typeof member === 'string' && member.toLowerCase() === folded) ?? value
}

/** Text that holds a JSON list or object, read; anything else as it is. */
export function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const first = value.trimStart()[0]
  if (first !== '{' && first !== '[') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function mapValues(value: unknown, change: (member: unknown) => unknown): unknown {
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]))
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
