import type { Refusal } from '../refusals.ts'

/*
 * Paths, objects, fields and cursors of the Graph itself.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */

const SUBCODE_UNKNOWN_OBJECT = 33

/** An unknown id, an id the token may not see, or an edge that this kind of node lacks: the three look the same. */
export const UnsupportedRequest = (method: string, id: string): Refusal => ({
  name: 'UnsupportedRequest',
  code: 100,
  subcode: SUBCODE_UNKNOWN_OBJECT,
  http: 400,
  type: 'GraphMethodException',
  bare: true,
  message:
    `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to ` +
    'missing permissions, or does not support this operation. ' +
    'Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api',
})

/** An id of our own control API that its collection does not have; `listed` is whether a GET of the path lists what it has. */
export const NotInCollection = (id: string, path: string, listed: boolean): Refusal => ({
  ...UnsupportedRequest('get', id),
  name: 'NotInCollection',
  message: `There is no "${id}" in ${path}.${listed ? ` GET ${path} lists what there is.` : ''}`,
})

/** The edge exists, but not for this method. NOTE: the type is known from one recorded answer to a GET. */
export const MethodNotAllowed = (method: string): Refusal => ({
  name: 'MethodNotAllowed',
  code: 100,
  http: 400,
  type: 'GraphMethodException',
  bare: true,
  message: `Unsupported request - method type: ${method.toLowerCase()}`,
})

/** An unknown entry of `fields`, or an unknown edge of a known node in a read. */
export const NonexistingField = (field: string, nodeType: string): Refusal => ({
  name: 'NonexistingField',
  code: 100,
  http: 400,
  message: `Tried accessing nonexisting field (${field}) on node type (${nodeType})`,
})

/** Parameters that a strict operation does not know. */
export const UnknownFields = (...fields: string[]): Refusal => ({
  name: 'UnknownFields',
  code: 100,
  http: 400,
  message: `Unknown fields: ${fields.join(', ')}.`,
})

/** `rest` is the path after the first segment that means nothing, with its leading slash. */
export const UnknownPath = (rest: string): Refusal => ({
  name: 'UnknownPath',
  code: 2500,
  http: 400,
  bare: true,
  message: `Unknown path components: ${rest}`,
})

export const UnknownAlias = (alias: string): Refusal => ({
  name: 'UnknownAlias',
  code: 803,
  http: 404,
  type: 'GraphMethodException',
  message: `Some of the aliases you requested do not exist: ${alias}`,
})

/** `ids=` without an id, or a reference in a batch that leads to nothing. */
export const EmptyIdentifier: Refusal = {
  name: 'EmptyIdentifier',
  code: 2500,
  http: 400,
  bare: true,
  message: 'Cannot specify an empty identifier',
}

/** `provided` ids in one call. */
export const TooManyIds = (maximum: number, provided: number): Refusal => ({
  name: 'TooManyIds',
  code: 100,
  http: 400,
  message: `Too many IDs. Maximum: ${maximum}. Provided: ${provided}.`,
})

/** NOTE: the type and the texts of faults of a batch are from captures that show no code. */
const batchFault = (name: string, message: string): Refusal => ({
  name,
  code: 100,
  http: 400,
  type: 'GraphBatchException',
  bare: true,
  message,
})

export const BatchNotArray = batchFault('BatchNotArray', 'batch parameter must be a JSON array')

export const BatchTooLong = (maximum: number): Refusal =>
  batchFault('BatchTooLong', `Too many requests in batch message. Maximum batch size is ${maximum}`)

export const BatchDependency = (index: number, name: string): Refusal =>
  batchFault(
    'BatchDependency',
    `Request ${index} cannot depend on an unresolved request with name ${name}. Requests can only depend on preceding requests`,
  )

/** Groups always, templates from v24.0. */
export const InvalidCursor: Refusal = { name: 'InvalidCursor', code: 131059, http: 400, message: 'Invalid cursor' }

/** Every other edge. */
export const CursorOutOfRange: Refusal = {
  name: 'CursorOutOfRange',
  code: 100,
  http: 400,
  message: 'The After Cursor specified exceeds the max limit supported by this endpoint',
}
